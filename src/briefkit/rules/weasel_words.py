"""Words claim that something is certain where evidence should show it.

## What it does
Flags words that stand in for evidence ("obviously", "needless to say", "there is no doubt that", "as everyone knows",
"arguably") in a sentence of the running text that cites nothing. "Clearly" is flagged only where it speaks of the whole
sentence. Marked opinions and quotations set as blocks are not looked at; words for sources without a name are told as
CLM106, and vague dates and numbers as CLM110. This is a heuristic with short lists of words for English, French,
German, Spanish and Portuguese.

## Why it matters
Who agrees does not need such a word, and who doubts is told not to doubt, and not why. Wikipedia's Manual of Style has
them among its words to watch, and asks for facts in their place.

## Example
    Obviously, the villages want pumps of their own.

## Instead
    Of 40 villages asked, 38 want pumps of their own [@smith2021].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.evidence.stated import place_in
from briefkit.model import Severity
from briefkit.patterns import compiled
from briefkit.rules.base import Case, Hit
from briefkit.text import primary

CODE = "DOC827"
SEVERITY = Severity.INFO

WORDS: Mapping[str, str] = {
    "en": """
        obviously
        undoubtedly
        unquestionably
        indisputably
        undeniably
        arguably
        needless to say
        it goes without saying
        (?:it is|it['\u2019]s) (?:obvious|self-evident|undeniable|beyond (?:doubt|question)|a truism) that
        there (?:is|can be) (?:no|little) (?:doubt|question) that
        (?:without|beyond) (?:a |any )?(?:shadow of a )?doubt
        (?:no ?one|nobody) (?:can|could|would) (?:deny|dispute|doubt)
        as (?:everyone|everybody|anyone|we all) knows?
        everyone knows that
    """,
    "fr": """
        évidemment
        de toute évidence
        incontestablement
        indéniablement
        indiscutablement
        indubitablement
        sans (?:aucun|nul) doute
        il va sans dire
        il va de soi
        (?:il est|c['\u2019]est) (?:évident|indéniable|incontestable) qu(?:e|['\u2019])
        il ne fait (?:aucun|pas de|guère de) doute
        nul (?:n['\u2019]ignore|ne peut nier)
        personne ne (?:peut nier|conteste|doute)
        comme chacun (?:le )?sait
        tout le monde sait
    """,
    "de": """
        (?<!nicht )selbstverständlich
        zweifellos
        zweifelsohne
        unbestreitbar
        unstreitig
        bekanntlich
        fraglos
        ohne (?:jeden )?zweifel
        es versteht sich von selbst
        es steht außer (?:frage|zweifel)
        es besteht kein zweifel
        (?:niemand|keiner) (?:kann|wird) (?:bestreiten|bezweifeln|leugnen)
        wie (?:jeder|jede|alle) (?:weiß|wissen)
        jeder weiß
    """,
    "es": """
        obviamente
        evidentemente
        indudablemente
        innegablemente
        indiscutiblemente
        huelga decir
        ni que decir tiene
        sin (?:lugar a dudas|ninguna duda|duda alguna)
        es (?:obvio|evidente|innegable|indudable|indiscutible) que
        no (?:cabe|hay) duda
        nadie (?:puede negar|duda|discute)
        como todos (?:saben|sabemos)
        todo el mundo sabe
    """,
    "pt": """
        obviamente
        evidentemente
        indubitavelmente
        inegavelmente
        indiscutivelmente
        escusado será dizer
        nem é preciso dizer
        sem (?:sombra de dúvida|dúvida alguma|qualquer dúvida)
        é (?:óbvio|evidente|inegável|indubitável|indiscutível) que
        não (?:há|restam?|existem?) dúvidas? (?:de )?que
        ninguém (?:pode negar|duvida|discute)
        como todos (?:sabem|sabemos)
        toda a gente sabe
        todo (?:o )?mundo sabe
    """,
}
"""Words that claim certainty, by language, a pattern a line, in small letters."""

WHOLE = {"en": r"(?:^|(?<=[,;] ))(?:quite )?clearly(?=,)|^clearly(?= (?:the|this|that|it|these|those|there|a|an)\b)"}
"""Words that do so only where they speak of a sentence as a whole."""


def check(case: Case) -> Iterator[Hit]:
    """A hit for the first such words of each sentence."""
    lang = primary(case.brief.front.language)
    words = "|".join(line.strip() for line in WORDS.get(lang, "").split("\n") if line.strip())
    pattern = compiled(rf"\b(?:{words})\b" + (f"|{WHOLE[lang]}" if lang in WHOLE else "")) if words else None
    for length in case.lengths if pattern else ():
        sentence = length.sentence
        if pattern and length.kind != "quote" and not sentence.citations and not sentence.marks:
            found = pattern.search(sentence.plain.lower())
            if found:
                said = sentence.plain[found.start() : found.end()]
                message = f"\u201c{said}\u201d claims that it is so, and nothing here shows it"
                hint = "show it, with a source, or leave the words out"
                place = place_in(case.lines, sentence, found.start(), found.end())
                yield Hit(place, message, hint, subject=sentence.plain)
