"""Columns of names in other people's tables: pandas, Modin, polars, Arrow, and what databases call.

Read `columns` (plain lists in, plain lists out), `backends` (one adapter for all data frames), `frames`,
`accessors`. The public doors stand at the top of the package: `translit.frames`, `translit.duckdb`,
`translit.sqlite`, `translit.splink`, `translit.spark`.

May import: everything below, not the service and the command line.
"""
