"""The proof of an output: what is half, damaged or reaches out does not get to its place."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

import pytest

from briefkit.errors import RenderError
from briefkit.model import Attachment
from briefkit.render.proof import prove, prove_archive

HEAD = b"%PDF-1.7\n"
PDF = HEAD + b"xref\n0 0\ntrailer\nstartxref\n%d\n%%%%EOF\n" % len(HEAD)
LINK = '<Relationship Type="x/relationships/hyperlink" Target="https://example.org" TargetMode="External"/>'
BESIDE = '<Relationship Type="x/relationships/hyperlink" Target="notes.html" TargetMode="External"/>'
TEMPLATE = '<Relationship Type="x/relationships/attachedTemplate" Target="http://evil" TargetMode="External"/>'


def docx(parts: Mapping[str, str]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def pdf(objects: bytes) -> bytes:
    """A PDF with these objects in a packed stream."""
    body = HEAD + stream(objects, b"/Type /ObjStm")
    return body + b"xref\n0 0\ntrailer\nstartxref\n%d\n%%%%EOF\n" % len(body)


def stream(content: bytes, kind: bytes = b"") -> bytes:
    return b"9 0 obj\n<<%s/Filter /FlateDecode>>\nstream\n%s\nendstream\nendobj\n" % (kind, zlib.compress(content))


def page(body: str) -> bytes:
    return f"<!DOCTYPE html>\n<html><body>{body}</body></html>\n".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("pdf", PDF),
        ("pdf", pdf(b"/S /URI\n/URI (https://example.org/a\\)b) /URI (MAILTO:a@example.org)")),
        ("pdf", pdf(b"/Title (/URI \\(file:x\\))")),
        ("html", page("")),
        ("html", page("<script type='application/ld+json'>{}</script><a href='https://doi.org/javascript:x'>x</a>")),
        (
            "html",
            page(
                "<style>p { mask: url(#a); src: url(\"data:font/woff2;base64,AA\") }</style><img src='data:image/png,'>"
            ),
        ),
        ("html", page("<link rel='canonical' href='https://x.org/a'><link rel='license' href='https://x.org/b'>")),
        ("html", page("<p>Write url(x), @import y and onclick=z. <code>&lt;script&gt;</code></p>")),
        ("html", page("<!-- <p>x</p> --><title>T</title><svg><path fill='url(#a)'/><use href='#b'/></svg>")),
        ("html", page("<style>@media (20em <= width < 30em) { a::after { content: '\\2192' } }</style>")),
        ("docx", docx({"word/_rels/document.xml.rels": LINK, "word/document.xml": "<w:instrText>PAGE</w:instrText>"})),
    ],
)
def test_what_is_whole_goes_through(name: str, data: bytes) -> None:
    assert prove(name, data) == data


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("pdf", b"", "start"),
        ("pdf", PDF[:-7], "its end"),
        ("pdf", PDF.replace(b"xref\n0", b"xrxx\n0"), "table of contents"),
        ("pdf", pdf(b"/S /URI\n/URI (file:///home/x/notes.html)"), "leads to 'file:///home/x/notes.html'"),
        ("pdf", pdf(b"/S /URI /URI (notes.html)"), "leads to 'notes.html'"),
        ("pdf", pdf(b"/S /URI /URI <FEFF0066>"), "leads to 'FEFF0066'"),
        ("html", b"<html>", "its end"),
        ("html", page("<script src='https://x.org/a.js'></script>"), "a <script>"),
        ("html", page("<script>run()</script>"), "a <script>"),
        ("html", page("<IFRAME src='data:,x'></IFRAME>"), "an? <iframe>"),
        ("html", page("<base href='https://x.org'>"), "a <base>"),
        ("html", page("<p onclick='run()'>x</p>"), "onclick"),
        ("html", page("<img src='https://x.org/a.png'>"), "would fetch .*a.png"),
        ("html", page("<img src='a.png'>"), "would fetch .*a.png"),
        ("html", page("<img srcset='https://x.org/a.png 2x'>"), "would fetch"),
        ("html", page("<link rel='stylesheet' href='https://x.org/a.css'>"), "would fetch"),
        ("html", page("<link rel='icon' href='//x.org/a.ico'>"), "would fetch"),
        ("html", page("<link rel='canonical stylesheet' href='https://x.org/a.css'>"), "would fetch"),
        ("html", page("<link rel='canonical' href='javascript:run()'>"), "leads to 'javascript:'"),
        ("html", page("<svg><use xlink:href='https://x.org/a.svg#b'/></svg>"), "would fetch"),
        ("html", page("<style>@import 'https://x.org/a.css';</style>"), "would fetch"),
        ("html", page("<style>p { background: URL( https://x.org/a.png ) }</style>"), "would fetch"),
        ("html", page("<p style=\"background: url('a.png')\">x</p>"), "would fetch"),
        ("html", page("<a href='java\nscript:run()'>x</a>"), "leads to 'javascript:'"),
        ("html", page("<meta http-equiv='Refresh' content='0;url=https://x.org'>"), "another page"),
        ("html", page("<form action='https://x.org'></form>"), "would fetch"),
        ("html", page("<a href='javascript:run()' href='#x'>x</a>"), "leads to 'javascript:'"),
        ("html", page("<script type='text/javascript' type='application/ld+json'>run()</script>"), "a <script>"),
        ("html", page("<svg><a><set attributeName='href' to='javascript:run()'/>x</a></svg>"), "a <set>"),
        ("html", page("<svg><a><animate attributeName='href' to='javascript:run()'/>x</a></svg>"), "an? <animate>"),
        ("html", page("<style>p { background: u\\72l(https://x.org/a.png) }</style>"), "would fetch"),
        ("html", page("<style>\\69mport { } @\\69mport 'https://x.org/a.css';</style>"), "would fetch"),
        ("html", page("<style>p { background: image-set('https://x.org/a.png' 1x) }</style>"), "would fetch"),
        ("html", page("<p style='background: -webkit-image-set(\"a.png\" 1x)'>x</p>"), "would fetch"),
        ("html", page("<svg><pattern href='https://x.org/a.svg#b'/></svg>"), "would fetch"),
        (
            "html",
            page("<svg><text><textPath xlink:href='https://x.org/a.svg#b'>x</textPath></text></svg>"),
            "would fetch",
        ),
        ("html", page("<svg><path fill='url(https://x.org/a.svg#b)'/></svg>"), "would fetch"),
        ("html", page("<img alt='' attributionsrc='https://x.org/'>"), "would fetch"),
        ("docx", b"PK\3\4", "no package"),
        ("docx", docx({"word/document.xml": "x" * 999})[:500], "no package"),
        ("docx", docx({"word/_rels/settings.xml.rels": TEMPLATE}), "would fetch"),
        ("docx", docx({"word/_rels/document.xml.rels": BESIDE}), "leads to 'notes.html'"),
        ("docx", docx({"word/vbaProject.bin": ""}), "macro"),
        ("docx", docx({"word/document.xml": "<w:instrText> INCLUDEPICTURE x</w:instrText>"}), "reads a file"),
        ("docx", docx({"word/header1.xml": "<w:instrText> DDEAUTO x</w:instrText>"}), "reads a file"),
    ],
)
def test_what_is_not_is_refused_with_the_reason(name: str, data: bytes, why: str) -> None:
    with pytest.raises(RenderError, match=why):
        prove(name, data)


HIDDEN = "<script>run()</script>"


@pytest.mark.parametrize(
    "body",
    [
        f"<!-->{HIDDEN}-->",
        f"<!--->{HIDDEN}-->",
        f"<!-- --!>{HIDDEN}-->",
        f"<!-- -- ><style>-->{HIDDEN}</style>",
        f"<![CDATA[>{HIDDEN}]]>",
        f"<style></ style><!-- </style>{HIDDEN}-->",
        f"<style></style x>{HIDDEN}</style>",
        f"<svg><style>{HIDDEN}</style></svg>",
        f"<svg><style><!--</style>{HIDDEN}--></svg>",
        f"<svg><script type='application/ld+json'>{HIDDEN}</svg>",
        f"<title><style></title>{HIDDEN}</style>",
        f"<textarea><style></textarea>{HIDDEN}</style>",
        f"<noscript><p title='</noscript>{HIDDEN}'></noscript>",
        f"<xmp><p title='</xmp>{HIDDEN}'></xmp>",
        f"<noembed><p title='</noembed>{HIDDEN}'></noembed>",
        "<plaintext>",
    ],
)
def test_markup_that_a_browser_reads_otherwise_than_we_do_is_refused(body: str) -> None:
    with pytest.raises(RenderError, match="came out wrong"):
        prove("html", page(body))


# --- archives ---------------------------------------------------------------------------------

BRIEF = Attachment("a.md", b"# The brief\n", "text/markdown", "Source", "the brief")
SOURCES = Attachment("a.bib", b"@misc{a}\n", "text/x-bibtex", "Data", "its sources")
ATTACHED = (BRIEF, SOURCES)
XMP = b'<a pdfaid:part="3" pdfaid:conformance="A"/><b pdfuaid:part="1"/></x:xmpmeta>'
OBJECTS = b"<</S /GTS_PDFA1>> <</AF [1 0 R 2 0 R]>> <</AFRelationship /Source>> <</AFRelationship /Data>>"


def archive(xmp: bytes = XMP, objects: bytes = OBJECTS, held: tuple[Attachment, ...] = ATTACHED) -> bytes:
    attached = b"".join(stream(item.data, b"/Type /EmbeddedFile") for item in held)
    return HEAD + stream(xmp) + stream(objects, b"/Type /ObjStm") + attached


def test_an_archive_with_all_its_parts_goes_through() -> None:
    assert prove_archive(archive(), ATTACHED) == archive()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (archive(xmp=XMP.replace(b"pdfuaid:part", b"x")), "PDF/UA-1"),
        (archive(xmp=XMP.replace(b'part="3"', b'part="2"')), "PDF/A-3a"),
        (archive(xmp=XMP.replace(b"</x:xmpmeta>", b"")), "PDF/A-3a"),
        (archive(objects=OBJECTS.replace(b"GTS_PDFA1", b"GTS_PDFX")), "what its colours mean"),
        (archive(held=(BRIEF,)), "a.bib is not in it"),
        (archive(objects=OBJECTS.replace(b"1 0 R 2 0 R", b"1 0 R 2 0 R 1 0 R")), "each once"),
        (archive(objects=OBJECTS.replace(b"/Data", b"/Unspecified")), "what it is to the brief"),
        (archive(objects=OBJECTS.replace(b"1 0 R 2 0 R", b"1 0 R")), "each of its attachments"),
        (PDF, "PDF/A-3a"),
    ],
)
def test_an_archive_that_lacks_something_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(RenderError, match=f"the archive came out wrong: .*{why}"):
        prove_archive(data, ATTACHED)


def test_what_an_attachment_says_is_no_part_of_the_archive() -> None:
    liar = Attachment("a.md", OBJECTS, "text/markdown", "Source", "the brief")
    with pytest.raises(RenderError, match="what its colours mean"):
        prove_archive(archive(objects=b"", held=(liar,)), (liar,))


def test_a_package_with_a_damaged_part_is_refused() -> None:
    data = bytearray(docx({"word/document.xml": "text of the document"}))
    data[data.index(b"text")] ^= 1
    with pytest.raises(RenderError, match="damaged"):
        prove("docx", bytes(data))
