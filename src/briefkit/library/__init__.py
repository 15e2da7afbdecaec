"""BibTeX texts in, a `Library` out; and named sources with what they inherit.

What makes other forms of a source (`biblatex`, `bibtex`, `csl`) is imported by who builds: a check does not pay for it.
"""

from briefkit.library.fields import is_empty, missing_fields
from briefkit.library.inherit import resolve
from briefkit.library.shelf import read_library
from briefkit.library.stats import statistics

__all__ = [
    "is_empty",
    "missing_fields",
    "read_library",
    "resolve",
    "statistics",
]
