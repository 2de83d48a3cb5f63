"""Readings of an organization's name that the other name asks for: words cut short, letters' names, misread digits.

Start reading at `read_together`.
"""
