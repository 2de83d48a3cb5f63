"""`python -m translit`: the command, where its script isn't on the path."""

import sys

from translit.cli import main

if __name__ == "__main__":
    sys.exit(main())
