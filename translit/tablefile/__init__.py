"""Tables in other files than CSV: workbooks, Parquet and JSON lines, read and written row by row.

Start reading in `table_reader`: a `TableReader` gives blocks of rows as `csvfile.reader.Reader` does, and a
`TableOutput` takes them, so that a command is the same for every form of file.
"""
