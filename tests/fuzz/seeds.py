"""What fuzzing starts from: small good inputs of every form."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from pathlib import Path

from translit.data import folder

ROWS = 'id,name,note\n1,Аляксандр Лукашэнка,"a ""b""\nc"\n2,Святлана Ціханоўская,\n'
JSON = '{"id": "a", "name": ["Янка Купала", "Yanka Kupala"], "role": "poet"}\n'
FTM = '{"id": "b", "schema": "Person", "caption": "A", "properties": {"name": ["A", "B"], "position": ["x"]}}\n'
WIKIDATA = (
    '{"id": "Q1", "labels": {"en": {"value": "A"}}, "descriptions": {"en": {"value": "x"}},'
    ' "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}]}},\n'
)
TARGETS_CSV = 'id,schema,name,aliases\nQ2,Company,Belkali,"БКК;""Belkali; JSC"""\n'


def seeds(name: str) -> list[bytes]:
    """Good inputs for a target."""
    if name == "csv_reader":
        texts = [ROWS, ROWS.replace("\n", "\r\n"), "name\rЯн\r", "sep=;\nid;name\n1;Ян\n", "name\n"]
        encoded = [text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1251")]
        return encoded
    if name == "table":
        files = sorted((folder("tables") / "be").glob("*.toml"))[:6]
        return [path.read_bytes()[:6000] for path in files]
    if name == "entities":
        plain = [ROWS.encode(), ROWS.encode(), JSON.encode(), (JSON + FTM + WIKIDATA).encode()]
        gz = gzip.compress(ROWS.encode(), mtime=0)
        packed = [gz, lzma.compress(TARGETS_CSV.encode()), bz2.compress(FTM.encode())]
        return [bytes([number]) + data for number, data in enumerate([*plain, *packed, *_columnar()])]
    files_ = [b"", json.dumps({"body": "{}", "check": 0}).encode(), bytes(range(256)), b"\0" * 200]
    return [bytes([number]) + data for number in (0, 1, 5, 9, 12, 20, 129, 140, 150, 200, 255) for data in files_]


def _columnar() -> list[bytes]:
    import pyarrow as pa
    from pyarrow import ipc, parquet

    table = pa.table({"id": ["a", "b"], "name": ["Янка", "Якуб"], "aliases": [["x", "y"], None]})
    out, arrow = io.BytesIO(), io.BytesIO()
    parquet.write_table(table, out)
    with ipc.new_file(arrow, table.schema) as writer:
        writer.write_table(table)
    return [out.getvalue(), arrow.getvalue()]


def found(name: str, where: Path) -> list[Path]:
    """The inputs that once broke a target."""
    return sorted(where.glob(f"{name}-*"))
