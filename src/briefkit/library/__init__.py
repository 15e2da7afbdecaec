"""BibTeX texts in, a `Library` out; named sources with what they inherit; and back to BibTeX for pandoc."""

from briefkit.library.biblatex import as_biblatex
from briefkit.library.csl import as_csl
from briefkit.library.fields import REQUIRED, is_empty, missing_fields
from briefkit.library.inherit import resolve
from briefkit.library.shelf import read_library
from briefkit.library.stats import statistics

__all__ = [
    "REQUIRED",
    "as_biblatex",
    "as_csl",
    "is_empty",
    "missing_fields",
    "read_library",
    "resolve",
    "statistics",
]
