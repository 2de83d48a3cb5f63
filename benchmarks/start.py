"""How long a new process takes until its first answer, beside `import rapidfuzz`; processor seconds, least of several.

    python benchmarks/start.py
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 7
ROOT = Path(__file__).resolve().parents[1]
MAIN = "import sys; from translit.cli import main; sys.exit(main(sys.argv[1:]))"
CALLS = {
    "import rapidfuzz": ["-c", "from rapidfuzz import process"],
    "import numpy, rapidfuzz": ["-c", "import numpy; from rapidfuzz import process"],
    "import translit": ["-c", "import translit"],
    "translit --help": ["-c", MAIN, "--help"],
    "first compare": ["-c", "import translit; translit.compare('Łukašenka', 'Лукашенко')"],
    "translit resolve, demo": ["-c", MAIN, "resolve", "seeds/demo.csv", "-c", "name"],
}


def seconds(call: list[str]) -> float:
    """Processor seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *call], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Print each call's first run, with nothing kept yet, the least of the next ones, and its ratio to rapidfuzz."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLIT_CACHE"] = folder
        peer = 0.0
        for label, call in CALLS.items():
            first, least = seconds(call), min(seconds(call) for _ in range(RUNS))
            peer = peer or least
            print(f"{label:24} first {first:.2f} s, then {least:.2f} s, {least / peer:.1f} times import rapidfuzz")


if __name__ == "__main__":
    main()
