"""How often the encoding of a file of names is recognised, and whether what is wrong is said to be doubtful.

    python benchmarks/guessed_encodings.py TRAIN_FOLDER [--part 0|1] [--names 10]

The names are those that `translit.learn.latin_pairs` doesn't learn from, of several languages together; for each
encoding those that no other of its kind can write. They are parted in two: what is set by hand was chosen on part 0,
the figures in docs/files.md are of part 1. Cyrillic names are of the name lists uk/ru.
"""

from __future__ import annotations

import random
from pathlib import Path
from zlib import crc32

import click

from translit.csvfile.encoding_guess import guess
from translit.learn.latin_pairs import PARTS, is_held_out, latin_names
from translit.learn.material import rows

WINDOWS = ("cp1250", "cp1252", "cp1254", "cp1257")
CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "mac-cyrillic", "cp866")
FILES = 300


def can_write(name: str, encoding: str) -> bool:
    """Whether an encoding has all letters of a name."""
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def names_by_encoding(folder: Path, part: int) -> dict[str, list[str]]:
    """Names to write files of, by encoding."""
    held = [name.title() if name.islower() else name for name in latin_names(folder) if is_held_out(name)]
    held = [name for name in held if crc32(name.encode()) // PARTS % 2 == part]
    found: dict[str, list[str]] = {}
    for encoding in WINDOWS:
        others = [other for other in WINDOWS if other != encoding and {encoding, other} != {"cp1252", "cp1254"}]
        others += ["cp1252"] * (encoding == "cp1254")
        mine = [name for name in held if can_write(name, encoding)]
        found[encoding] = [name for name in mine if not any(can_write(name, other) for other in others)]
    found["iso8859-2"] = [name for name in found["cp1250"] if can_write(name, "iso8859-2")]
    listed = [name for _, language, name in rows(folder / "names_uk_ru.tsv.gz") if language == "uk"]
    for encoding in CYRILLIC:
        found[encoding] = [name for name in listed[part::20] if can_write(name, encoding)]
    return found


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--part", type=click.IntRange(0, 1), default=1, show_default=True)
@click.option("--names", "count", type=click.IntRange(1), default=10, show_default=True, help="In a file.")
def main(folder: Path, part: int, count: int) -> None:
    """Measure, encoding by encoding."""
    print("encoding      right  wrong and said  wrong, not said  right, yet doubted")
    for encoding, names in names_by_encoding(folder, part).items():
        dice = random.Random(1)
        counts = dict.fromkeys([(True, False), (False, True), (False, False), (True, True)], 0)
        for _ in range(FILES):
            text = "name\n" + "\n".join(dice.sample(names, count)) + "\n"
            found = guess(text.encode(encoding))
            right = found is not None and text.encode(encoding).decode(found.encoding) == text
            counts[right, found is not None and found.other is not None] += 1
        right = counts[True, False] + counts[True, True]
        shares = (right, counts[False, True], counts[False, False], counts[True, True])
        print(f"{encoding:12} {'  '.join(f'{share / FILES:14.3f}' for share in shares)}")


if __name__ == "__main__":
    main()
