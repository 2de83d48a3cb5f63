"""What objects show in a notebook: their figures, and names as text, never as markup."""

from __future__ import annotations

import translit


def test_comparisons_candidates_and_schemes_have_tables() -> None:
    comparison = translit.compare("Siarhiej <b>", "Сергей")
    assert "<b>" not in comparison._repr_html_() and "Сергей" in comparison._repr_html_()
    entity = translit.Entity(id="a<i>", names=["Васіль Быкаў"])
    shown = translit.Resolver([entity]).resolve("Vasil Bykau")[0]._repr_html_()
    assert "a&lt;i&gt;" in shown and "Быкаў" in shown and "<i>" not in shown
    scheme = next(each for each in translit.schemes("be") if each.id == "be-lacinka")
    assert "be-lacinka" in repr(scheme) and "<caption>be-lacinka</caption>" in scheme._repr_html_()
