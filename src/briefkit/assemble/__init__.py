"""Puts a brief, its library and its face together: one tree with citations rendered and pictures at hand.

Loads nothing: a check of a brief with charts needs one module of it.
"""

EPOCH = "1980-01-01"
"""Stamps a document whose brief gives no date."""
