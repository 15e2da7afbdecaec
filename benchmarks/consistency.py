"""Briefs with altered figures go in, a table comes out: how many alterations the rules of consistency find.

Twelve briefs that agree with themselves (the flagship, the French one of the tests and ten in `consistency/`) are
altered in 200 places, each time in one: seven kinds of alteration, drawn with a fixed seed from all that the briefs
allow. One is found when a finding of CLM111-117 covers the altered words and shows another place beside them. What the
rules find in the unaltered briefs is a false finding. See benchmarks/README.md.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from figures import options, write_figures

from briefkit.check import make_case
from briefkit.claims import find_claims
from briefkit.evidence import link_evidence
from briefkit.library import read_library
from briefkit.model import Place
from briefkit.pandoc import Worker
from briefkit.parse.brief import parse_brief
from briefkit.rules import RULES
from briefkit.rules.base import Hit
from briefkit.text import Lines

HERE = Path(__file__).resolve().parent
OTHERS = (HERE.parent / "briefs" / "us-sanctions-pakistan.md", HERE.parent / "tests/projects/water-fr/tarifs.md")
LIBRARIES = (HERE.parent / "references.bib", HERE.parent / "tests/projects/water-fr/sources.bib")
OFFICE = "@report{office2024, author = {{Statistics Office}}, title = {Yearbook}, date = {2024}}"
CODES = ("CLM111", "CLM113", "CLM114", "CLM115", "CLM117")
SEED = 20261129
ALTERATIONS = 200
BAR = 0.85

NUMBER = re.compile(
    r"(?<![\w.,@-])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\d])|(?<![\w.,@-])\d+(?:[.,]\d+)?(?![\w]|[.,]\d)"
)
YEAR = re.compile(r"(?<![\w.,@-])(?:19|20)\d\d(?![\w]|[.,]\d|-\d)")
NO_FIGURE = re.compile(
    r"\[[^\]\n]*@[^\]\n]*\]|\[\^\w+\]:?|\{[^}\n]*\}|@[\w:]+|^\s*\d+\. |https?://\S+|E\.O\. \d+", re.MULTILINE
)
SUMMARY = re.compile(
    r"^# (?:Key messages|Summary|Executive summary|At a glance|Zusammenfassung|Résumé|L’essentiel"
    r"|Mensajes clave|Resumo)"
)
ADVICE = re.compile(
    r"^# (?:Recomm?endations|Recommandations|Empfehlungen|Recomendaciones|Recomendações|Define the line)"
)
TOTAL = re.compile(r"^\| *(?:Total|Summe)\b")
SHARE = re.compile(r"\((?P<n>\d+(?:[.,]\d+)?)(?: ?%| Prozent)\)")


class Zone(NamedTuple):
    """A stretch of a brief: which part it is, and its text, in which what is no figure is blanked."""

    part: str
    start: int
    text: str


class Alteration(NamedTuple):
    """What is to stand where something else stands in a brief."""

    kind: str
    brief: str
    start: int
    end: int
    text: str


# --- where figures stand ---------------------------------------------------------------------


def zones(text: str) -> Iterator[Zone]:
    """The lines of a brief by their parts: summary, advice, table, total, body."""
    head = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    start, part = (head.end() if head else 0), "body"
    if head and (bottom := re.search(r"^bottom-line: .*$", head[0], re.MULTILINE)):
        yield Zone("summary", bottom.start(), blanked(bottom[0]))
    for line in text[start:].splitlines(keepends=True):
        if line.startswith("#"):
            part = "summary" if SUMMARY.match(line) else "advice" if ADVICE.match(line) else "body"
        here = "total" if TOTAL.match(line) else "table" if line.startswith("|") else part
        if not line.startswith((":", "#", "[^", "!", "<!--")):
            yield Zone(here, start, blanked(line))
        start += len(line)


def blanked(line: str) -> str:
    """A line without citations, attributes and list numbers, each replaced by as many signs."""
    return NO_FIGURE.sub(lambda m: "\u2007" * len(m[0]), line)


def figures(text: str, part: str) -> Iterator[tuple[int, str]]:
    """The figures of a part that are no years, with their offsets."""
    for zone in zones(text):
        if zone.part == part:
            for match in NUMBER.finditer(zone.text):
                if not YEAR.fullmatch(match[0]) and amount(match[0]) > 5:
                    yield zone.start + match.start(), match[0]


def amount(number: str) -> float:
    """About how much a figure is: enough to leave small ones alone."""
    return float(re.sub(r"[.,](?=\d{3}(?!\d))|[\s]", "", number).replace(",", "."))


def said(text: str, part: str) -> str:
    """All that one part says."""
    return " ".join(zone.text for zone in zones(text) if zone.part == part)


def stands_in(number: str, words: str) -> bool:
    """Whether a figure stands in a text as a whole."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", words) is not None


# --- the kinds of alteration -----------------------------------------------------------------


def changed(number: str, dice: random.Random) -> str:
    """Another figure written like this one: a digit changed, two exchanged, or it is larger or smaller by a part."""
    digits = [n for n, sign in enumerate(number) if sign.isdigit()]
    while True:
        signs = list(number)
        at = dice.choice(digits[:2])
        signs[at] = str((int(signs[at]) + dice.randint(1, 8)) % 10)
        if len(digits) > 2 and dice.random() < 0.4:
            signs = list(number)
            one, two = digits[0], digits[1]
            signs[one], signs[two] = signs[two], signs[one]
        new = "".join(signs)
        if new != number and new[0] != "0" and abs(amount(new) / amount(number) - 1) > 0.04:
            return new


def in_summary(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Figures of the summary that the body has too."""
    body = said(text, "body") + said(text, "table")
    for start, number in figures(text, "summary"):
        if stands_in(number, body):
            yield Alteration("figure in the summary", name, start, start + len(number), changed(number, dice))


def totals(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Figures in the row of totals."""
    for start, number in figures(text, "total"):
        yield Alteration("total", name, start, start + len(number), changed(number, dice))


def shares(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Shares beside their counts, and in a column of percentages."""
    for zone in zones(text):
        for match in SHARE.finditer(zone.text) if zone.part == "body" else ():
            start = zone.start + match.start("n")
            yield Alteration("share", name, start, start + len(match["n"]), changed(match["n"], dice))
    rows = [zone for zone in zones(text) if zone.part == "table"]
    column = next((n for n, cell in enumerate(rows[0].text.split("|")) if "%" in cell), 0) if rows else 0
    for zone in rows[2:] if column else ():
        cells = zone.text.split("|")
        start = zone.start + sum(len(cell) + 1 for cell in cells[:column])
        if number := NUMBER.search(cells[column]):
            start += number.start()
            yield Alteration("share", name, start, start + len(number[0]), changed(number[0], dice))


def years(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Years in the summary that the body has too."""
    body = said(text, "body") + said(text, "table")
    for zone in zones(text):
        for match in YEAR.finditer(zone.text) if zone.part == "summary" else ():
            if stands_in(match[0], body):
                new = str(int(match[0]) - dice.choice((1, 2, 3)))
                yield Alteration("year", name, zone.start + match.start(), zone.start + match.end(), new)


UNITS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bmillion\b", ("billion", "thousand")),
    (r"\bbillion\b", ("million",)),
    (r"\bmillones\b", ("mil millones",)),
    (r"\bmillions\b", ("milliards",)),
    (r"(?<=\d)%", (" percentage points",)),
    (r"\bProzent\b", ("Prozentpunkte",)),
    (r"\beuros\b", ("dollars",)),
    (r"\bEuro\b", ("Dollar",)),
    (r"\bdollars\b", ("euros",)),
    (r"\bpounds\b", ("euros",)),
    (r"\bhectares\b", ("km²",)),
    (r"\bkm\b", ("miles",)),
    (r"\bdays\b", ("weeks",)),
)


def units(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Units and magnitudes in the summary."""
    for zone in zones(text):
        for pattern, others in UNITS if zone.part == "summary" else ():
            for match in re.finditer(
                rf"(?<=\d )(?:{pattern})|(?<=\d)(?:{pattern})|(?<=million )(?:{pattern})", zone.text
            ):
                new = dice.choice(others)
                yield Alteration("unit or magnitude", name, zone.start + match.start(), zone.start + match.end(), new)


def cells(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """Figures that the text and a table have."""
    table = " ".join(re.findall(r"(?<=\|)[-\u2212 ]*[\d.,\u00a0\u202f ]+%? *(?=\|)", said(text, "table")))
    for start, number in figures(text, "body"):
        if len(re.sub(r"\D", "", number)) > 1 and stands_in(number, table):
            yield Alteration("table against text", name, start, start + len(number), changed(number, dice))
    prose = said(text, "body")
    for start, number in figures(text, "table"):
        if len(re.sub(r"\D", "", number)) > 1 and stands_in(number, prose) and stands_in(number, table):
            yield Alteration("table against text", name, start, start + len(number), changed(number, dice))


NEW: Mapping[str, Sequence[str]] = {
    "en": (" at a cost of 4.7 million euros", " for 85 per cent of households", " in 1,450 villages", " within 35 km"),
    "fr": (" pour 4,7 millions d’euros", " pour 85 % des ménages", " dans 1 450 villages", " dans un rayon de 35 km"),
    "de": (" für 4,7 Millionen Euro", " für 85 Prozent der Haushalte", " in 1.450 Gemeinden"),
    "es": (" por 4,7 millones de euros", " para el 85 % de los hogares", " en 1.450 pueblos"),
    "pt": (" por 4,7 milhões de euros", " para 85% dos agregados", " em 1.450 aldeias"),
}


def advice(name: str, text: str, dice: random.Random) -> Iterator[Alteration]:
    """A figure that nothing has, at the end of a recommendation."""
    lang = re.search(r"^lang: (\w\w)", text, re.MULTILINE)
    for zone in zones(text):
        stop = zone.text.rstrip().rfind(".")
        if zone.part == "advice" and stop > 20 and stop == len(zone.text.rstrip()) - 1:
            at = zone.start + stop
            new = dice.choice(NEW[lang[1] if lang else "en"])
            yield Alteration("figure in a recommendation", name, at, at, new)


KINDS: tuple[Callable[[str, str, random.Random], Iterator[Alteration]], ...] = (
    in_summary,
    totals,
    shares,
    years,
    units,
    cells,
    advice,
)


def draw(briefs: Mapping[str, str], wanted: int, seed: int) -> list[Alteration]:
    """So many alterations, of each kind as many as there are to be had."""
    dice = random.Random(seed)  # noqa: S311 - the same every time
    waiting: list[list[Alteration]] = []
    for kind in KINDS:
        found = [a for _ in range(4) for name, text in briefs.items() for a in kind(name, text, dice)]
        waiting.append(list(dict.fromkeys(dice.sample(found, len(found)))))
    drawn: list[Alteration] = []
    while len(drawn) < wanted and any(waiting):
        drawn += [kind.pop() for kind in waiting if kind][: wanted - len(drawn)]
    return drawn


# --- what is found ---------------------------------------------------------------------------


def findings(text: str, name: str, worker: Worker) -> list[tuple[str, Hit]]:
    """The hits of the rules of consistency on a text, as a check has them."""
    brief = parse_brief(text, name, worker)
    library = read_library(
        [("office.bib", OFFICE), *((str(path), path.read_text(encoding="utf-8")) for path in LIBRARIES)]
    )
    case = make_case(brief, library, link_evidence(brief, find_claims(brief), library))
    return [(rule.CODE, hit) for rule in RULES if rule.CODE in CODES for hit in rule.check(case)]


def is_found(alteration: Alteration, text: str, hits: Sequence[tuple[str, Hit]]) -> bool:
    """Whether a hit covers the altered words and shows another place."""
    lines = Lines(alteration.brief, text)
    altered = lines.place(alteration.start, alteration.start + max(len(alteration.text), 1))
    return any(
        hit.related and any(meet(place, altered) for place in (hit.place, *(r.place for r in hit.related)))
        for _, hit in hits
    )


def meet(one: Place, other: Place) -> bool:
    """Whether two places of a brief have words in common, or touch."""
    starts, ends = (one.line, one.column), (one.end_line, one.end_column)
    return starts <= (other.end_line, other.end_column) and (other.line, other.column) <= ends


def main() -> None:
    """Alter, look, and print the table."""
    parser = options(__doc__)
    parser.add_argument("--alterations", type=int, default=ALTERATIONS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--missed", action="store_true", help="print what is not found")
    wanted = parser.parse_args()
    briefs = {
        path.name: path.read_text(encoding="utf-8") for path in (*OTHERS, *sorted((HERE / "consistency").glob("*.md")))
    }
    found: dict[str, list[bool]] = {}
    with Worker() as worker:
        before = {name: findings(text, name, worker) for name, text in briefs.items()}
        for alteration in draw(briefs, wanted.alterations, wanted.seed):
            text = briefs[alteration.brief]
            altered = text[: alteration.start] + alteration.text + text[alteration.end :]
            was_found = is_found(alteration, altered, findings(altered, alteration.brief, worker))
            found.setdefault(alteration.kind, []).append(was_found)
            if wanted.missed and not was_found:
                line = altered[: alteration.start].count("\n")
                was = text[alteration.start : alteration.end]
                print(f"missed: {alteration.kind}: {was!r} -> {alteration.text!r}: {altered.splitlines()[line]}")
    report(found, before, wanted.json)


def report(
    found: Mapping[str, Sequence[bool]], before: Mapping[str, Sequence[tuple[str, Hit]]], path: Path | None
) -> None:
    """Print the shares, and the false findings with their messages."""
    for kind, results in found.items():
        print(f"{kind:28} {sum(results):4} of {len(results):4}  {sum(results) / len(results):6.1%}")
    everything = [result for results in found.values() for result in results]
    share = sum(everything) / len(everything)
    print(f"{'all':28} {sum(everything):4} of {len(everything):4}  {share:6.1%}   bar {BAR:.0%}")
    false = [(name, code, hit) for name, hits in before.items() for code, hit in hits]
    print(f"findings on the {len(before)} unaltered briefs: {len(false)}")
    for name, code, hit in false:
        print(f"  {name}:{hit.place.line}: {code} {hit.message}")
    shares = {kind: sum(results) / len(results) for kind, results in found.items()}
    write_figures(path, {"found": share, "kinds": shares, "false": len(false)})


if __name__ == "__main__":
    main()
