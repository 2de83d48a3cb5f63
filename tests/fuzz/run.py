"""Coverage-guided fuzzing: python -m tests.fuzz.run TARGET [--runs N] [--seed N]

Uses atheris where it is installed (Linux and macOS, CPython), which looks for inputs that reach new code; elsewhere,
or with --plain, a fixed number of inputs is made from the seeds by mutation. An input that breaks a target is written
to tests/fuzz/found, where it stays as a case.
"""

from __future__ import annotations

import argparse
import random
import sys
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

NAMES = ("csv_reader", "table", "entities", "index")
FOUND = Path(__file__).with_name("found")
PIECES = (
    *(b'"', b'""', b"\r", b"\n", b"\r\n", b",", b";", b"\t", b"\0", b"'", b"=", b"{", b"}", b"[" * 40),
    *(b"9" * 30, b"-1"),
    *(b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\x90", b"\x1b", "\u202e".encode(), "\u0301".encode() * 9),
)


def mutated(dice: random.Random, pool: list[bytes]) -> bytes:
    """One more input: a seed with some bytes changed, removed, doubled or replaced by a piece that matters."""
    data = bytearray(dice.choice(pool))
    for _ in range(1 + dice.randrange(6)):
        at = dice.randrange(len(data) + 1)
        how = dice.randrange(5)
        if how == 0:
            data[at:at] = dice.choice(PIECES)
        elif how == 1:
            del data[at : at + 1 + dice.randrange(8)]
        elif how == 2 and data:
            data[min(at, len(data) - 1)] ^= 1 << dice.randrange(8)
        elif how == 3:
            data[at:at] = data[at : at + dice.randrange(20)]
        else:
            other = dice.choice(pool)
            start = dice.randrange(len(other) + 1)
            data[at:at] = other[start : start + dice.randrange(30)]
    return bytes(data)


def plain(name: str, runs: int, seed: int) -> int:
    """Try so many mutated inputs; gives how many broke the target."""
    from tests.fuzz.seeds import seeds
    from tests.fuzz.targets import attempt

    dice, pool, broken = random.Random(seed), seeds(name), 0
    for _ in range(runs):
        data = mutated(dice, pool)
        try:
            attempt(name, data)
        except Exception as error:
            broken += 1
            kept = FOUND / f"{name}-{blake2b(data, digest_size=6).hexdigest()}"
            kept.write_bytes(data)
            print(f"{kept.name}: {type(error).__name__}: {error}"[:300], file=sys.stderr)
        if len(data) < 4000 and dice.random() < 0.02:
            pool.append(data)
    return broken


def guided(name: str, runs: int, seed: int) -> None:
    """Let atheris look for inputs that reach new code; it ends the process."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

    with atheris.instrument_imports(include=["translit"]):
        from tests.fuzz.targets import attempt
    from tests.fuzz.seeds import seeds

    corpus = Path(mkdtemp(prefix=f"translit-{name}"))
    for number, data in enumerate(seeds(name)):
        (corpus / f"seed{number}").write_bytes(data)
    options = [f"-runs={runs}", f"-seed={seed}", f"-artifact_prefix={FOUND}/{name}-", "-max_len=8192", "-timeout=30"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda data: attempt(name, data))
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*NAMES, "all"])
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="by mutation alone, without atheris")
    given = parser.parse_args()
    names = list(NAMES) if given.target == "all" else [given.target]
    if not given.plain and len(names) == 1:
        if find_spec("atheris"):
            guided(names[0], given.runs, given.seed)
        print("atheris isn't installed; inputs are made by mutation alone", file=sys.stderr)
    broken = {name: plain(name, given.runs, given.seed) for name in names}
    for name, count in broken.items():
        print(f"{name}: {given.runs} inputs, {count} broke it")
    return 1 if any(broken.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
