"""The elements of Word's files as text: a name, contents and attributes go in, well-formed XML comes out."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *content: str, **attributes: str | int | None) -> str:
    """`<w:name w:attribute="...">content</w:name>`; an attribute that is None is left out, content is XML already."""
    given = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    inner = "".join(content)
    return f"<w:{name}{given}>{inner}</w:{name}>" if inner else f"<w:{name}{given}/>"


def w_if(name: str, *content: str) -> str:
    """The element if it has content, else nothing."""
    return w(name, *content) if any(content) else ""


def part(name: str, *content: str) -> str:
    """A whole part with this root."""
    inner = "".join(content)
    return f'{HEAD}<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{inner}</w:{name}>'


def relationship(identifier: str, kind: str, target: str) -> str:
    """A relation of a part to another part."""
    return f'<Relationship Id="{identifier}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
