"""Writing: rule tables loaded, linted, compiled and applied, in both directions.

Start at `table` (the file format), then `scheme` (how a table is applied), `restore` (back again),
`registry` (which tables there are).
"""
