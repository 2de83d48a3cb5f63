"""The commands that rebuild the learned tables: `python -m translit.learn.costs`, `.letters`, `.persons`, `.places_orgs`.

Nothing imports this package, and no command of the program needs it. CONTRIBUTING.md says how to run them.
"""
