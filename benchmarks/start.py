"""How long a new process takes until its first answer, beside `import rapidfuzz`; processor seconds and the clock's.

    python benchmarks/start.py

numpy starts a thread for each core, which counts as processor time; OPENBLAS_NUM_THREADS=1 shows how much that is.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
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


def seconds(call: list[str]) -> tuple[float, float]:
    """Processor seconds and seconds of one run."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *call], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    passed, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime, passed


def main() -> None:
    """Print each call's first run, with nothing kept yet, the least of the next ones, and its ratio to rapidfuzz."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRANSLIT_CACHE"] = folder
        peer = 0.0
        print(f"{'':24} the first time  after that: processor, by the clock")
        for label, call in CALLS.items():
            first, later = seconds(call), [seconds(call) for _ in range(RUNS)]
            least, clock = (min(column) for column in zip(*later, strict=True))
            peer = peer or least
            print(f"{label:24} {first[0]:12.2f} s  {least:.2f} s, {clock:.2f} s, {least / peer:5.1f} rapidfuzz")


if __name__ == "__main__":
    main()
