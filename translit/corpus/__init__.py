"""Documents and the search across them; start reading in `store`, which is what users call.

- What goes in: `readers` and `files` read documents, `analysis` finds their words (`tokens`, `sounds`, `listed`), `add`
  and `add_files` write them: `blocks` of texts, `terms` and `postings` (by `index_terms`, as `varint`) in the tables of
  `schema`, which `compact` makes small.
- What comes out, as `documents` has it: `query_language`, then `asked` (which words may be meant, by `equivalents` and
  `likeness`), `rank`, `phrases`, `chance` and `highlights`; `search` puts them together, `side_by_side` sums hits up.
- Entities named in documents: `annotations`, `named_entities`, `named_where`, `mention_files`.
- `engines` are other search engines: what they load, and how they are asked.
"""
