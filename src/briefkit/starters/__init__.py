"""Starters: what a new brief or project begins with. A file of words for each language, and the files of a project."""
