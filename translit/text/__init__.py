"""Names in running text: their inflection, and where they stand. Start reading at `inflection`."""
