"""The words of a link do not say where it leads.

## What it does
Flags a link whose words are only "here", "click here", "this link", "read more" or the like, in English, French,
German, Spanish and Portuguese.

## Why it matters
Who listens to a document, or looks through a list of its links, hears the words of the link alone; on paper they lead
nowhere. WCAG 2.4.4 asks that the purpose of a link be clear from its words, or from them and the sentence around, and
2.4.9 from its words.

## Example
    The register of pumps is [here](https://water.gov.uk/pumps).

## Instead
    See the [register of pumps](https://water.gov.uk/pumps).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefkit.model import Place, Severity
from briefkit.parse.targets import Target
from briefkit.rules.base import Case, Hit
from briefkit.text import primary

CODE = "DOC824"
SEVERITY = Severity.INFO

VAGUE: Mapping[str, str] = {
    "en": "here/click here/see here/right here/click/this/link/this link/the link/link here/follow this link/this page"
    "/this site/this website/this document/more/see more/read more/learn more/find out more/more here/read more here"
    "/more information/more info/further information/further details/details/more details/read on/continue reading"
    "/download/download here",
    "fr": "ici/cliquez ici/cliquer ici/voir ici/lien/ce lien/le lien/cette page/ce site/ce document/en savoir plus"
    "/lire la suite/lire plus/voir plus/plus/plus d'informations/plus d'infos/plus de détails/suite/télécharger"
    "/télécharger ici",
    "de": "hier/hier klicken/klicken sie hier/klick hier/klicken/siehe hier/link/dieser link/diesen link/der link"
    "/diese seite/dieser seite/mehr/mehr erfahren/mehr lesen/mehr dazu/mehr hier/weiterlesen/weitere informationen"
    "/mehr informationen/mehr infos/details/download/herunterladen",
    "es": "aquí/haga clic aquí/haz clic aquí/clic aquí/pulse aquí/pinche aquí/ver aquí/enlace/este enlace/el enlace"
    "/esta página/este sitio/este documento/leer más/ver más/más/más información/saber más/seguir leyendo/descargar",
    "pt": "aqui/clique aqui/clicar aqui/veja aqui/ver aqui/link/este link/esse link/ligação/esta ligação/esta página"
    "/este sítio/este site/este documento/leia mais/ler mais/saiba mais/saber mais/ver mais/mais/mais informações"
    "/continuar a ler/baixar/descarregar",
}
"""Words that say nothing of what a link leads to, by language, in small letters."""

LONGEST = 30


def check(case: Case) -> Iterator[Hit]:
    """A hit for each such link."""
    vague = VAGUE.get(primary(case.brief.front.language), "").split("/")
    for link in case.markup.targets:
        if link.kind == "link" and len(link.words) < LONGEST and _plain(link.words) in vague:
            message = f"The words of this link, '{link.words.strip()}', do not say where it leads"
            hint = "let the words name it: [register of pumps](...)"
            yield Hit(_place(case, link), message, hint, subject=link.target)


def _plain(words: str) -> str:
    """The words of a link as they are looked up; a link without words has none."""
    return " ".join(words.casefold().replace("\u2019", "'").split()).strip(" .:…>\u00bb\u2192\u203a!") or "\n"


def _place(case: Case, link: Target) -> Place:
    """The place of the words before a target, of the target when they do not stand there."""
    target = case.lines.offset(*link.place.start)
    end = case.brief.text.rfind("](", max(target - LONGEST, 0), target)
    start = case.brief.text.rfind("[", max(end - 2 * LONGEST, 0), max(end, 0)) + 1
    return case.lines.place(start, end) if 0 < start <= end else link.place
