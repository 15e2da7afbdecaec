"""A brief and its exhibits in, what a reader calls the parts that recommendations rest on out, by their identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefkit.evidence.trace import Support
from briefkit.model import Brief
from briefkit.report.review import Exhibit

SENTENCE = "a sentence"
"""What a span is called; its words are the claim under it."""


class Names:
    """Says what a support is called: the title of a section, the name of an option, `Table 1`, or that of nothing."""

    def __init__(self, brief: Brief, exhibits: Sequence[Exhibit]) -> None:
        labels: dict[str, dict[str, None]] = {}
        for block in brief.blocks:
            if identifier := block.attributes.get("id", ""):
                known = exhibits[block.exhibit - 1 : block.exhibit] if block.exhibit else ()
                name = block.attributes.get("name", "").strip() or (known[0].label if known else "")
                labels.setdefault(identifier, {})[name] = None
        alone = {identifier: next(iter(found)) for identifier, found in labels.items() if len(found) == 1}
        titles = {section.identifier: section.title for section in brief.sections if section.identifier}
        self.names: Mapping[str, str] = {**dict.fromkeys(labels, ""), **alone, **titles}

    def __call__(self, support: Support) -> str:
        """The words for a support; empty where there are none but its identifier."""
        return self.names.get(support.name, SENTENCE) if support.name and support.found else ""
