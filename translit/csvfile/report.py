"""A report of doubtful names as one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from translit.csvfile.doubtful import DoubtfulName
from translit.csvfile.entity_columns import in_a_line
from translit.csvfile.output import Output
from translit.errors import counted

HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; }}
table {{ border-collapse: collapse; width: 100%; margin: 0 0 1.6rem; }}
caption {{ text-align: left; font-weight: 600; padding: .3rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-top: 1px solid #ddd; }}
td.number {{ font-variant-numeric: tabular-nums; white-space: nowrap; }}
.why {{ color: #555; }} .note {{ font-weight: 400; color: #555; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #161616; color: #e8e8e8; }} .why, .note {{ color: #aaa; }}
th, td {{ border-color: #444; }} }}
</style></head><body>
<h1>{title}</h1>
<p>{summary}</p>
"""


def write_report(path: str, title: str, summary: str, names: Sequence[DoubtfulName], most: int = 500) -> None:
    """Write the report of the first names to a file, whole or not at all."""
    with Output(path) as output:
        output.write("".join(_page(title, summary, names, most)))
        output.finish()


def _page(title: str, summary: str, names: Sequence[DoubtfulName], most: int) -> Iterator[str]:
    """The page, piece by piece.

    >>> "".join(_page("a < b", "no rows", [], 5)).count("a &lt; b")
    2
    """
    yield HEAD.format(title=escape(title), summary=escape(summary))
    for each in names[:most]:
        yield from _name(each)
    if len(names) > most:
        yield f"<p>{counted(len(names) - most, 'less doubtful name')} left out.</p>\n"
    yield "</body></html>\n"


def _name(found: DoubtfulName) -> Iterator[str]:
    said = [counted(found.rows, "row")]
    said += [f"{key}: {value}" for key, value in (found.evidence or {}).items()]
    yield f'<table><caption>{escape(found.name)} <span class="note">{escape("; ".join(said))}</span></caption>\n'
    yield "<tr><th>entity</th><th>closest name</th><th>probability</th><th>name</th><th>why</th></tr>\n"
    for each in found.candidates:
        entity = f'{escape(each.entity.name)} <span class="note">{escape(each.entity.id)}</span>'
        if each.entity.role:
            entity += f'<br><span class="note">{escape(each.entity.role)}</span>'
        numbers = f'<td class="number">{each.probability:.3f}</td><td class="number">{each.name_probability:.3f}</td>'
        why = f'<td class="why">{escape(in_a_line(each.explanation))}</td>'
        yield f"<tr><td>{entity}</td><td>{escape(each.matched_name)}</td>{numbers}{why}</tr>\n"
    yield "</table>\n"
