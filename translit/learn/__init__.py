"""The commands that rebuild the learned tables, such as `python -m translit.learn.costs`.

Nothing imports this package, and no command of the program needs it. docs/learning.md says how to run them.
"""
