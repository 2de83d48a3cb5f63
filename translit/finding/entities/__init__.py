"""Entities and where they come from: `entity` (what one is), `records` (one record of each form), `sources` (files)."""
