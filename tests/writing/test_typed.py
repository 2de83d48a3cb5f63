"""Letters typed for others, over all tables of the languages that have them; ASCII where documents ask for it."""

from __future__ import annotations

import pytest

from translit import restore, transliterate, transliterate_many
from translit.writing.registry import scheme_of, schemes

ROMAN = [info.id for info in schemes() if (info.reads, info.writes) == ("Cyrl", "Latn")]
TYPED = [  # the letter, what is typed for it, words with a place for it
    ("ӏ", "1", "г{}алг{}айче"),
    ("ӏ", "|", "г{}алг{}айче"),
    ("ӏ", "!", "г{}алг{}айче"),
    ("ӏ", "I", "г{}алг{}а"),
    ("ӏ", "Ӏ", "г{}алг{}а"),
    ("ә", "ə", "б{}к{}р"),
    ("ә", "ǝ", "б{}к{}р"),
    ("ө", "ѳ", "к{}л"),
    ("ө", "ɵ", "к{}л"),
]


@pytest.mark.parametrize(("letter", "typed", "word"), TYPED)
def test_what_is_typed_is_read_as_the_letter(letter: str, typed: str, word: str) -> None:
    seen = 0
    for id_ in ROMAN:
        letters = scheme_of(id_).letters
        if letter in letters and typed not in letters:
            seen += 1
            right, other = word.format(letter, letter), word.format(typed, typed)
            expected = transliterate(right, id_)
            assert transliterate(other, id_) == expected, id_
            assert transliterate_many([other] * 70, id_) == [expected] * 70, id_
    assert seen > 4


def test_digits_and_signs_beside_words_stay() -> None:
    for id_ in ("ce-bgnpcgn-2008", "av-alalc-1997", "ru-bgnpcgn-1947"):
        assert transliterate("дом 1, 21 век! т|", id_).endswith("!" + transliterate(" т|", id_))
        assert "1, 21" in transliterate("дом 1, 21 век!", id_)


@pytest.mark.parametrize("id_", [id_ for id_ in ROMAN if "icao" in id_ or "odni" in id_ or "passport" in id_])
def test_documents_are_ascii(id_: str) -> None:
    letters = "".join(sorted(scheme_of(id_).letters - {"’"}))
    assert transliterate(f"{letters[0]}\u0301{letters} {letters.upper()}", id_).isascii()


def test_library_marks_and_ligatures_are_read() -> None:
    whole = transliterate("Цой Юлия", "ru-alalc-2012")
    halves = whole.replace("T͡S", "T\ufe20S\ufe21").replace("i͡a", "i\ufe20a\ufe21").replace("I͡U", "I\ufe20U\ufe21")
    assert halves != whole
    assert restore(halves, "ru-alalc-2012", candidates=1)[0].text == "Цой Юлия"
    assert restore(whole.replace("T͡S", "T͡s"), "ru-alalc-2012", candidates=1)[0].text == "Цой Юлия"
    assert restore("ǆep", "sr-gaj") == "џеп"
