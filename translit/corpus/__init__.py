"""Documents and the search across them; start reading in `store`, then `add`, `search`, `rank`."""
