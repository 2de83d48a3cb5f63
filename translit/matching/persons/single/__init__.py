"""One pair of persons' names in plain Python: the twins of the arrays beside this folder, held to them by a test.

Start with `one_pair`; `token_facts` has a token as values, the others are named after their twins.
"""
