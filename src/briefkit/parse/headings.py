"""The words of a heading in, what remains of them without frame, article and tail, and its halves, out.

`What are the policy options?` is about options, `Limitations of this study` about limitations, `Conclusions and
recommendations` about two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.patterns import compiled

AND: Mapping[str, str] = {
    "en": r" (?:and|&) ",
    "de": r" (?:und|&) ",
    "fr": r" (?:et|&) ",
    "es": r" [ye] ",
    "pt": r" e ",
}

FRAMES: Mapping[str, str] = {
    "en": r"(?:what(?:'s| is| are| were)|which)",
    "de": r"(?:was (?:ist|sind|war)|welche[rs]?(?: sind)?|worin (?:liegt|besteht))",
    "fr": r"quel(?:le)?s?(?: est| sont)?",
    "es": r"(?:cuál(?:es)? (?:es|son)|qué)",
    "pt": r"(?:qua(?:l|is) (?:é|são)|que)",
}
"""How a question begins that asks for what a section is about."""

ENDS: Mapping[str, str] = {
    "en": r" (?:are there|do we have|exist)",
    "de": r" (?:gibt es|haben wir|bestehen)",
    "fr": r" (?:existent|s'offrent à nous)",
    "es": r" (?:hay|existen|tenemos)",
    "pt": r" (?:há|existem|temos)",
}

TAILS: Mapping[str, str] = {
    "en": r" (?:of|to|from) (?:the|this|our) "
    r"(?:analysis|brief|data|evidence|evaluation|paper|report|research|review|study|work)",
    "de": r" (?:der|des|dieser|dieses|unserer|unseres) "
    r"(?:analyse|arbeit|auswertung|berichts?|daten|evidenz|studie|untersuchung)",
    "fr": r" (?:du |des |de (?:l'|la |cette |notre |ce |cet ))"
    r"(?:analyse|données|étude|évaluation|note|rapport|recherche|travail)",
    "es": r" (?:del|de (?:la|los|las|este|esta|nuestro|nuestra)) "
    r"(?:análisis|datos|estudio|evaluación|evidencia|informe|investigación|nota)",
    "pt": r" (?:d[ao]s?|dest[ae]s?|d[ao]s? noss[ao]s?) "
    r"(?:análise|avaliação|dados|estudo|evidências?|nota|pesquisa|relatório|trabalho)",
}
"""What says that a section is about the work itself."""

ARTICLES: Mapping[str, str] = {
    "en": r"(?:(?:the|our) )?(?:(?:two|three|four|five|six) )?",
    "de": r"(?:(?:der|die|das|unsere?r?) )?(?:(?:zwei|drei|vier|fünf|sechs) )?",
    "fr": r"(?:l'|(?:les?|la|nos|notre) )?(?:(?:deux|trois|quatre|cinq|six) )?",
    "es": r"(?:(?:el|l[ao]s?|nuestr[ao]s?) )?(?:(?:dos|tres|cuatro|cinco|seis) )?",
    "pt": r"(?:[ao]s? )?(?:noss[ao]s? )?(?:(?:duas|dois|três|quatro|cinco|seis) )?",
}
"""Articles, and how many there are of what a section is about."""


def find_halves(words: str, lang: str) -> tuple[str, ...]:
    """The two things that a heading names, or nothing."""
    halves = compiled(AND[lang]).split(words, 2) if lang in AND else ()
    return tuple(halves) if len(halves) == 2 else ()


def find_forms(words: str, lang: str) -> Iterator[str]:
    """The words of a heading, then what remains of them, the longest first."""
    yield words
    if lang not in FRAMES:
        return
    asked = compiled(rf"{FRAMES[lang]} (?P<about>.+?)(?:{ENDS[lang]})?").fullmatch(words)
    inner = asked["about"] if asked else words
    for form in dict.fromkeys((inner, compiled(rf"{TAILS[lang]}\Z").sub("", inner))):
        yield form
        if article := compiled(ARTICLES[lang]).match(form):
            yield form[article.end() :]
