"""What is said of a chart in words: its figures as they are printed in a language, and the text that stands for it."""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.assemble.charts import TIME, Chart, Series
from briefkit.assemble.labels import MONTHS, by_language, language
from briefkit.text import primary

WORDS = by_language(
    "bar line dot stacked data".split(),
    en="Bar chart|Line chart|Dot chart|Stacked chart|Data",
    de="Balkendiagramm|Liniendiagramm|Punktdiagramm|Gestapeltes Balkendiagramm|Daten",
    fr="Diagramme en barres|Courbe|Diagramme à points|Diagramme en barres empilées|Données",
    es="Gráfico de barras|Gráfico de líneas|Gráfico de puntos|Gráfico de barras apiladas|Datos",
    pt="Gráfico de barras|Gráfico de linhas|Gráfico de pontos|Gráfico de barras empilhadas|Dados",
    ar="رسم بياني بالأعمدة|رسم بياني خطي|رسم بياني بالنقاط|رسم بياني بأعمدة مكدسة|البيانات",
)
SIGNS = {"en": (".", ","), "de": (",", "."), "fr": (",", "\u202f"), "es": (",", "\u00a0"), "pt": (",", ".")}
"""The sign before decimals, and that between groups of three figures."""

UNGROUPED = {"es": 4, "pt": 4}
"""Up to so many figures languages do without groups; others take four apart as well."""

FOUR_LETTERS = frozenset(("janvier", "février", "juillet", "septembre", "September"))
"""The longer months that are cut to four letters: by custom, or because three would be those of another."""

MINUS = "\u2212"
ALL_TOLD = 12
"""Up to so many figures are all told in the words for a chart; of more the first, the last and the extremes."""


def words_of(lang: str) -> Mapping[str, str]:
    """The words for charts in a language, or the English ones."""
    return WORDS.get(primary(lang), WORDS["en"])


def printed(typed: str, lang: str) -> str:
    """A figure as it is printed: `-1204.5` becomes `−1,204.5`; an empty one a dash."""
    if not typed:
        return "–"
    own = primary(lang)
    point, group = SIGNS.get(own, SIGNS["en"])
    whole, _, rest = typed.lstrip("-").partition(".")
    if len(whole) > UNGROUPED.get(own, 3):
        whole = group.join(whole[max(at - 3, 0) : at] for at in range(len(whole), 0, -3)[::-1])
    return (MINUS if typed.startswith("-") else "") + whole + (point + rest if rest else "")


def short_date(item: str, lang: str) -> str:
    """A month or a day as a chart names it: `2024-03` becomes `Mar 2024`; all else stays."""
    found = TIME.fullmatch(item)
    if not found or not found["month"]:
        return item
    month = MONTHS[language(lang)][int(found["month"]) - 1]
    short = month if len(month) <= 4 else month[: 4 if month in FOUR_LETTERS else 3]
    if not found["day"]:
        return f"{short} {found['year']}"
    day = int(found["day"])
    return f"{short} {day}, {found['year']}" if lang.lower() == "en-us" else f"{day} {short} {found['year']}"


def alt_text(chart: Chart, lang: str) -> str:
    """The words that stand for a chart: the author's, else its kind, unit and figures."""
    if chart.alt:
        return chart.alt
    colon = "\u00a0: " if primary(lang) == "fr" else ": "
    unit = f", {chart.unit}" if chart.unit else ""
    told = "; ".join(_told(chart, one, lang, colon) for one in chart.series)
    return f"{words_of(lang)[chart.kind]}{unit}{colon}{told}."


def _told(chart: Chart, series: Series, lang: str, colon: str) -> str:
    name = f"{series.name}{colon}" if len(chart.series) > 1 else ""
    pairs = [(item, one, value) for item, one, value in zip(chart.items, series.typed, series.values, strict=True)]
    known = [pair for pair in pairs if pair[2] is not None]
    if len(chart.series) * len(pairs) > ALL_TOLD:
        least, most = (end(known, key=lambda pair: pair[2] or 0.0) for end in (min, max))
        known = [pair for pair in known if pair in (known[0], known[-1], least, most)]
    return name + ", ".join(f"{short_date(item, lang)} {printed(one, lang)}" for item, one, _ in known)
