"""What two names have in common and what speaks against it, as numbers; `evidence.FEATURES` names them.

`evidence` puts it together; of both kinds are `name_closeness` (how near the names are), `letter_evidence` and
`acronym_evidence`, of places `place_evidence`, `qualifier_evidence`, `hangul_places` and `mandarin_places`, of
organizations `institution_evidence`, `whose` (of which country) and `siblings` (a brand and its branch, by
`other_brands` and `ventures`).
"""
