"""The reconciliation API of the W3C community group: `version_02` in force, `version_1` as drafted."""
