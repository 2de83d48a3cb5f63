"""Which form a file has: told by its name, or by the user."""

from __future__ import annotations

from enum import Enum
from pathlib import PurePath

from translit.csvfile.compression import Compression, compression_of
from translit.errors import UsageError, did_you_mean


class Format(Enum):
    """The form of a file of rows."""

    CSV = "csv"
    TSV = "tsv"
    JSON_LINES = "jsonl"
    PARQUET = "parquet"
    XLSX = "xlsx"
    ODS = "ods"

    @property
    def delimited(self) -> bool:
        """Whether a row is a line of cells."""
        return self in (Format.CSV, Format.TSV)


FORMATS = tuple(each.value for each in Format)
ENDINGS = {
    **{".csv": Format.CSV, ".txt": Format.CSV, ".tsv": Format.TSV, ".tab": Format.TSV},
    **{".jsonl": Format.JSON_LINES, ".ndjson": Format.JSON_LINES, ".parquet": Format.PARQUET, ".pq": Format.PARQUET},
    **{".xlsx": Format.XLSX, ".xlsm": Format.XLSX, ".ods": Format.ODS},
}
OTHERS = {
    **{".xls": "save it as .xlsx", ".json": "give one object a line, in a file .jsonl"},
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".htm", ".html"), "use .csv or .xlsx for a table"),
    **dict.fromkeys((".zip", ".7z", ".rar"), "use .gz, or a file that isn't packed"),
}


def format_of(path: str, told: str | None = None) -> tuple[Format, Compression]:
    """The form and the compression of a file; CSV if neither the user nor the name tells.

    Raises UsageError for an unknown form, and for one that is read by no library here.

    >>> format_of("people.jsonl.gz")
    (<Format.JSON_LINES: 'jsonl'>, <Compression.GZIP: '.gz'>)
    >>> format_of("-", "xlsx")[0]
    <Format.XLSX: 'xlsx'>
    """
    compression = compression_of(path)
    if told is not None:
        if told not in FORMATS:
            raise UsageError(f"there is no format {told!r}; use {', '.join(FORMATS)}{did_you_mean(told, FORMATS)}")
        return Format(told), compression
    ending = PurePath(path.lower().removesuffix(compression.value)).suffix
    if ending in OTHERS:
        raise UsageError(f"{path} is in a form that isn't read or written here; {OTHERS[ending]}")
    return ENDINGS.get(ending, Format.CSV), compression
