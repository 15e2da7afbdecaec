"""Templates: how a brief is laid out. Each folder here is a built-in one, with its `template.toml`, pages and styles.

A template extends another one: what it does not hold itself, pages as well as options, it has from there. The modules
read `template.toml` and put a chain of such folders together; they reach no disk.
"""

DEFAULT = "policy-brief"
"""The template of a brief that names none."""
