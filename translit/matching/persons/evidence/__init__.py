"""What two names have in common and what speaks against it, as numbers; `evidence.FEATURES` names them.

`evidence` puts it together; `contradictions` has fathers, order, gender and generation, `word_order` and `name_chains`
what the places of the words say, `initial_evidence` and `first_letters` what initials do, `oddness` how odd a family
name is.
"""
