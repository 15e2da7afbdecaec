"""The web page: one file, nothing to fetch, no script."""

from __future__ import annotations

import json
import re
from functools import cache

from briefkit.assemble import tree
from briefkit.model import Asset, Logo
from briefkit.pandoc import Pandoc
from briefkit.render import FORMATS
from briefkit.render.html import with_scroll_regions
from briefkit.render.proof import prove
from briefkit.values import replace
from tests.rendering import BRIEF, built_in_template, example, example_draft, make_document

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc00000030101"
    "00c9fe92ef0000000049454e44ae426082"
)


@cache
def page() -> str:
    return FORMATS["html"](example(), Pandoc()).decode()


def page_of(text: str, **assets: Asset) -> str:
    document = make_document(f"---\ntitle: T\n---\n\n{text}\n", assets={a.name: a for a in assets.values()})
    return FORMATS["html"](document, Pandoc()).decode()


def test_nothing_is_fetched() -> None:
    addresses = re.findall(r"""(?:src|href)=["']?([^"'> ]+)|url\(([^)]{0,40})""", page())
    used = {(a or b).partition(":")[0] for a, b in addresses if not (a or b).startswith("#")}
    assert used <= {"data", "https"}
    assert not re.search(r"<(?:link|iframe|object|embed|base)\b", page())
    assert not re.search(r'<img[^>]+src="(?!data:)', page())


def test_a_policy_forbids_what_we_do_not_need() -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page())
    assert found
    rules = {rule.split()[0]: rule.split()[1:] for rule in found[1].split(";")}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
    assert rules["img-src"] == rules["font-src"] == ["data:"]
    assert all(re.fullmatch(r"'unsafe-hashes'|'sha256-[\w+/]{43}='", source) for source in rules["style-src"])


def test_each_citation_is_described_by_its_reference() -> None:
    (card,) = set(re.findall(r'<a href="#ref-moh2026"[^>]* aria-describedby="([^"]+)" interestfor="\1">', page()))
    found = re.search(rf'<div class="card" id="{card}" role="tooltip" popover="hint">(.*?)</div>', page(), re.DOTALL)
    assert found
    assert "Cold-Chain Review" in found[1]
    assert "https://health.example/review" in found[1].replace("<wbr>", "")
    assert "<a" not in found[1]


def test_an_address_ends_its_line_behind_a_slash_or_before_a_query() -> None:
    shown = page_of("See <https://fund.example/a/report.pdf?p=2>.\n")
    assert ">https://<wbr>fund.example/<wbr>a/<wbr>report.pdf<wbr>?p=2</a>" in shown
    assert 'href="https://fund.example/a/report.pdf?p=2"' in shown


def test_a_note_call_is_described_by_the_note_without_its_way_back() -> None:
    found = re.search(r'<a href="#fn1"[^>]* interestfor="([^"]+)"', page())
    assert found
    card = re.search(rf'id="{found[1]}"[^>]*>(.*?)</div>', page(), re.DOTALL)
    assert card
    assert "A note with a source" in card[1]
    assert "↑" not in card[1]


def test_one_card_serves_all_citations_of_an_entry() -> None:
    made = page_of("It rose [@zel2023]. It fell [@zel2023, p. 3].")
    assert made.count('interestfor="card-1">') == 2
    assert made.count('class="card"') == 1


def test_a_page_that_cites_nothing_has_no_cards() -> None:
    assert 'class="card' not in page_of("Nothing is cited.")
    assert "interestfor" not in page_of("Nothing is cited.")


def test_a_name_stands_once_in_a_page() -> None:
    made = page_of("It rose.^[A [named]{#here} *word* and `code`{#there} [@zel2023].]")
    names = re.findall(r' id="([^"]*)"', made)
    assert len(names) == len(set(names))


def test_the_only_script_is_data() -> None:
    (kind,) = re.findall(r"<script([^>]*)>", page())
    assert kind == ' type="application/ld+json"'


def test_the_data_describe_the_report() -> None:
    found = re.search(r"<script[^>]*>(.*?)</script>", page(), re.DOTALL)
    assert found
    described = json.loads(found[1])
    assert described["@type"] == "Report"
    assert described["author"] == [
        {
            "@type": "Person",
            "name": "Health Unit",
            "affiliation": {"@type": "Organization", "name": "Health Programme"},
        }
    ]
    assert described["dateModified"] == "2026-11-20"  # it is in review


SAID = BRIEF.replace(
    "authors: [{name: Health Unit, affiliation: Health Programme}]",
    "authors: [{name: Health Unit, affiliation: Health Programme, orcid: 0000-0002-1825-0097}]\n"
    "reviewers: [Panel]\nfunding: [Fund]\nlicence: CC BY 4.0\nurl: https://example.org/briefs/7\n"
    "decision-by: 2027-01-31\nembargo-until: 2026-12-01T06:00+01:00",
)
TERMS = "https://creativecommons.org/licenses/by/4.0/"


@cache
def said_page() -> str:
    return FORMATS["html"](make_document(SAID), Pandoc()).decode()


def test_the_page_says_where_it_stands_and_under_which_licence() -> None:
    for part in (
        '<link rel="canonical" href="https://example.org/briefs/7">',
        f'<link rel="license" href="{TERMS}">',
        '<meta property="og:url" content="https://example.org/briefs/7">',
        '<meta name="citation_public_url" content="https://example.org/briefs/7">',
        f'<meta name="dcterms.license" content="{TERMS}">',
    ):
        assert part in said_page()
    assert prove("html", said_page().encode())


def test_the_data_name_licence_funder_and_reviewers() -> None:
    found = re.search(r"<script[^>]*>(.*?)</script>", said_page(), re.DOTALL)
    assert found
    described = json.loads(found[1])
    assert described["url"] == "https://example.org/briefs/7"
    assert described["license"] == TERMS
    assert described["funder"] == [{"@type": "Organization", "name": "Fund"}]
    assert described["mainEntityOfPage"]["reviewedBy"] == [{"@type": "Person", "name": "Panel"}]
    assert described["author"][0]["identifier"] == "https://orcid.org/0000-0002-1825-0097"


def test_an_orcid_is_a_link_after_the_name() -> None:
    link = '<a class="orcid" href="https://orcid.org/0000-0002-1825-0097">ORCID&nbsp;0000-0002-1825-0097</a>'
    assert f"Health Programme {link}" in said_page()


def test_the_day_of_the_decision_stands_with_it() -> None:
    assert re.search(r"<dd>Approve option B</dd>\s*<dd>By 31 January 2027</dd>", said_page())


def test_the_moment_of_an_embargo_stands_among_the_facts_until_the_brief_is_published() -> None:
    moment = "<dd>1 December 2026, 06:00 (UTC+1)</dd>"
    assert moment in said_page()
    published = make_document(SAID.replace("status: in-review", "status: published"))
    assert moment not in FORMATS["html"](published, Pandoc()).decode()


def test_reference_managers_find_what_they_look_for() -> None:
    assert '<meta name="citation_title" content="Keep the “cold chain” alive">' in page()
    name, institution = page().index('"citation_author"'), page().index('"citation_author_institution"')
    assert 'content="Health Unit"' in page()[name:institution]
    assert 'content="Health Programme"' in page()[institution:]
    assert '<meta name="citation_publication_date" content="2026/11/20">' in page()
    assert '<meta property="og:site_name" content="Meridian Institute">' in page()


def test_the_page_has_landmarks_and_a_way_past_them() -> None:
    for part in (
        '<html lang="en-GB">',
        'class="skip" href="#content"',
        '<main id="content"',
        "<header",
        "<aside",
        "<nav",
    ):
        assert part in page()


def test_tables_can_be_scrolled_by_keyboard() -> None:
    assert re.search(r'<div class="scroll" role="region" tabindex="0"\s+aria-label="Table 1 Options compared">', page())


def test_notes_stand_before_the_references_and_link_both_ways() -> None:
    assert page().index('id="notes"') < page().index('id="references"')
    assert re.search(r'<a href="#fn1"[^>]*id="fnref1"', page())
    assert re.search(r'<a href="#fnref1"[^>]*role="doc-backlink"', page())


def test_the_way_back_from_a_note_stands_on_no_line_of_its_own() -> None:
    assert re.search(r'\S\u00a0<a href="#fnref1"', page())


def test_a_table_without_a_caption_is_named_in_the_language_of_the_brief() -> None:
    text = "---\ntitle: T\nlang: fr\n---\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    assert 'aria-label="Tableau"' in FORMATS["html"](make_document(text), Pandoc()).decode()


def test_a_heading_of_the_author_does_not_take_the_style_of_the_list_below_it() -> None:
    made = page_of("It rose [@zel2023].\n\n# References")
    assert re.search(r'<section id="references"\s+class="[^"]*\breferences\b', made)
    for template in ("screen.css.j2", "print.css.j2"):
        assert re.findall(r"(?<!div)\.references\b(?!-)[^{};]*\{", built_in_template().pages[template]) == []


def test_dark_screens_and_still_eyes_are_served() -> None:
    assert "prefers-color-scheme: dark" in page()
    assert "prefers-reduced-motion" in page()


def test_a_draft_says_so() -> None:
    assert (
        '<aside class="mark" aria-label="Status">DRAFT</aside>' in FORMATS["html"](example_draft(), Pandoc()).decode()
    )
    assert 'class="mark"' not in page()


def test_a_title_cannot_break_out() -> None:
    document = make_document('---\ntitle: "A </title><script>alert(1)</script> B"\n---\n\nText.\n')
    made = FORMATS["html"](document, Pandoc()).decode()
    assert made.count("<script") == 1


def test_an_author_cannot_break_out_of_the_data() -> None:
    document = make_document('---\ntitle: T\nauthors: [{name: "</script><script>alert(1)"}]\n---\n\nText.\n')
    assert FORMATS["html"](document, Pandoc()).decode().count("<script") == 1


def test_live_markup_of_an_author_does_not_come_through() -> None:
    made = page_of('[a](javascript:alert(1)) <img src=x onerror=alert(1)> [b]{onclick="x"}')
    body = made[made.index("<main") :]
    assert not re.search(r"javascript:|onerror|onclick|<img", body)


def test_a_picture_is_held_by_the_page() -> None:
    made = page_of("![Caption](a.png){alt='What it shows'}", a=Asset("a.png", PNG, "image/png"))
    assert re.search(r'<img\s+src="data:image/png;base64,[^"]+"[^>]*alt="What it shows"', made)


def test_the_same_document_makes_the_same_bytes() -> None:
    assert FORMATS["html"](example(), Pandoc()).decode() == page()


def test_no_two_regions_of_tables_have_one_name() -> None:
    table = {"t": "Table", "c": [["", [], []], [None, []], [], [["", [], []], []], [], [["", [], []], []]]}
    made = with_scroll_regions([table, table], "Table")
    assert [tree.attr(node)[2]["aria-label"] for node in made] == ["Table", "Table (2)"]


# --- what is seen, and in which order ---------------------------------------------------------


def test_what_is_seen_is_in_the_order_in_which_it_is_read() -> None:
    assert not re.search(r"(?<!b)order:\s*\d", page())
    assert page().index('class="facts"') < page().index("<main")


def test_long_words_are_divided_by_the_language_of_the_page_but_not_names_and_references() -> None:
    sheet = page()[page().index("<style>") : page().index("</style>")]
    assert re.search(r"body \{[^}]*hyphens: auto", sheet)
    assert re.search(r"\.authors[^{}]*div\.references[^{}]*\{ hyphens: manual \}", sheet)


def test_a_page_on_paper_shows_the_logo_for_paper() -> None:
    logos = {name: Logo(Asset(f"{name}.png", name.encode(), "image/png"), name) for name in ("light", "dark")}
    document = example()
    both = replace(document, brand=replace(document.brand, logo=logos["light"], band_logo=logos["dark"]))
    made = FORMATS["html"](both, Pandoc()).decode()
    assert re.findall(r'<img class="(logo[^"]*)"[^>]*alt="(\w+)"', made) == [("logo paper", "light"), ("logo", "dark")]
    assert ".paper + .logo { display: none }" in made


def test_a_logo_for_dark_grounds_alone_keeps_one_on_paper() -> None:
    dark = Logo(Asset("dark.png", b"dark", "image/png"), "dark")
    document = example()
    only = replace(document, brand=replace(document.brand, logo=dark, band_logo=dark))
    made = FORMATS["html"](only, Pandoc()).decode()
    assert re.findall(r'<img class="(logo[^"]*)"', made) == ["logo"]
    assert re.search(r"\.band \.logo \{[^}]*print-color-adjust: exact", made)


def test_no_heading_is_parted_from_its_text_on_paper() -> None:
    assert "h2, h3, h4, h5, h6, dt, .box-title, caption { break-after: avoid }" in page()


def test_code_is_in_the_browsers_font_where_the_brand_has_none_for_it() -> None:
    assert re.search(r"--mono: ui-monospace, monospace;", page())
