"""The same search in engines that people have: what to index, how, and what to ask; start reading in `fields`.

Each engine has a module with `setup` (mapping and analyzer), `rows` (documents for bulk loading) and `query` (the body
of a query for a name). None needs a plugin on the server.
"""
