"""The words that briefkit itself prints, per language, and dates written out in them.

A language code goes in, a mapping of words comes out; languages we have no words for get the English ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES = (
    "key-messages bottom-line summary references notes published for decision status series authors cite-as table "
    "figure source by certainty page draft skip case-study definition counter-argument confidence key-message option "
    "embargo contents dated table-of-contents memo from to"
).split()

_ENGLISH = (
    "Key messages|Bottom line|Summary|References|Notes|Published|For|Decision sought|Status|Series|Authors|Cite as|"
    "Table|Figure|Source|by|Certainty|Page|Draft|Skip to content|Case study|Definition|Counter-argument|"
    "How sure are we?|Key message|Option|Not for release before|On this page|Dated|Contents|Memorandum|From|To"
)
_GERMAN = (
    "Kernaussagen|Fazit|Zusammenfassung|Quellen|Anmerkungen|Veröffentlicht|Für|Erbetene Entscheidung|Stand|Reihe|"
    "Autorinnen und Autoren|Zitiervorschlag|Tabelle|Abbildung|Quelle|bis|Sicherheit|Seite|Entwurf|Zum Inhalt springen|"
    "Fallbeispiel|Begriff|Gegenargument|Wie sicher sind wir?|Kernaussage|Option|Sperrfrist bis|Inhalt|Datum|"
    "Inhalt|Vorlage|Von|An"
)
_FRENCH = (
    "Messages clés|En bref|Résumé|Références|Notes|Publié le|À l’attention de|Décision demandée|Statut|Collection|"
    "Auteurs|Pour citer|Tableau|Figure|Source|d’ici au|Certitude|Page|Projet|Aller au contenu|Étude de cas|Définition|"
    "Contre-argument|Quel degré de certitude ?|Message clé|Option|Sous embargo jusqu’au|Sommaire|Date|"
    "Sommaire|Note de décision|De|À"
)
_SPANISH = (
    "Mensajes clave|En síntesis|Resumen|Referencias|Notas|Publicado|Para|Decisión solicitada|Estado|Serie|Autores|"
    "Cómo citar|Tabla|Figura|Fuente|antes del|Certeza|Página|Borrador|Ir al contenido|Estudio de caso|Definición|"
    "Contraargumento|¿Qué grado de certeza tenemos?|Mensaje clave|Opción|Embargado hasta|Contenido|Fecha|"
    "Índice|Memorando|De|Para"
)

LABELS: Mapping[str, Mapping[str, str]] = {
    language: dict(zip(NAMES, text.split("|"), strict=True))
    for language, text in {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}.items()
}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": tuple("January February March April May June July August September October November December".split()),
    "de": tuple("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()),
    "fr": tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()),
    "es": tuple("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()),
}
DAYS = {
    "en": "{day} {month} {year}",
    "de": "{day}. {month} {year}",
    "fr": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
}
ISO_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
STATUS_WORDS = {
    "de": {
        "draft": "Entwurf",
        "in-review": "in Prüfung",
        "approved": "freigegeben",
        "embargoed": "gesperrt",
        "published": "veröffentlicht",
        "superseded": "überholt",
        "withdrawn": "zurückgezogen",
    },
    "fr": {
        "draft": "projet",
        "in-review": "en relecture",
        "approved": "approuvé",
        "embargoed": "sous embargo",
        "published": "publié",
        "superseded": "remplacé",
        "withdrawn": "retiré",
    },
    "es": {
        "draft": "borrador",
        "in-review": "en revisión",
        "approved": "aprobado",
        "embargoed": "embargado",
        "published": "publicado",
        "superseded": "sustituido",
        "withdrawn": "retirado",
    },
}


def language(lang: str) -> str:
    """The language we have words in for a tag such as `de-AT`; English if we have none."""
    primary = lang.partition("-")[0].lower()
    return primary if primary in LABELS else "en"


def labels(lang: str) -> Mapping[str, str]:
    """The words printed by briefkit in this language."""
    return LABELS[language(lang)]


def with_colon(label: str, lang: str) -> str:
    """A label that something follows: `Source:`; French has a blank before the colon."""
    return label + ("\u00a0:" if language(lang) == "fr" else ":")


def long_date(text: str, lang: str) -> str:
    """An ISO date written out (`2026-11-20` -> `20 November 2026`); anything else as it is."""
    matched = ISO_DATE.fullmatch(text.strip())
    if not matched or not 1 <= int(matched[2]) <= 12:
        return text
    year, month = matched[1], MONTHS[language(lang)][int(matched[2]) - 1]
    if not matched[3]:
        return f"{month} {year}"
    day = str(int(matched[3]))
    if language(lang) == "fr" and day == "1":
        day = "1er"
    return DAYS[language(lang)].format(day=day, month=month, year=year)


def status_words(status: str, lang: str) -> str:
    """The status of a brief in words."""
    spoken = STATUS_WORDS.get(language(lang), {}).get(status, status.replace("-", " "))
    return spoken[:1].upper() + spoken[1:]
