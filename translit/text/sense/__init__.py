"""What the place and the whole document say of a candidate: start with `overall`.

Full names that stand elsewhere (`anchoring`), strangers of the same name (`strangers`, `bearers`, `double_names`),
whose an organization is (`owners`), and what else a word beside a name makes of it (`kinds_beside`, `states`).
"""
