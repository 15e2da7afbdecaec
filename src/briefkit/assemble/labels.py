"""The words that briefkit itself prints, per language, and dates written out in them.

A language code goes in, a mapping of words comes out; languages we have no words for get the English ones.

Arabic has the names of the months that are used from country to country (not those of the Levant), and the digits 0 to
9: numbers of pages, notes, tables and citations are made by engines that know no others, and a brief with two kinds of
digits would be hard to read and to search. What an author types stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefkit import months
from briefkit.model import EMPTY, FrontMatter
from briefkit.patterns import regex
from briefkit.text import primary
from briefkit.values import Value

NAMES = (
    "key-messages bottom-line summary references notes published for decision status series authors cite-as table "
    "figure source by certainty page draft skip case-study definition counter-argument confidence key-message option "
    "embargo contents dated comma table-of-contents memo from to imprint "
    "reviewed-by funding conflicts licence measure"
).split()

_ENGLISH = (
    "Key messages|Bottom line|Summary|References|Notes|Published|For|Decision sought|Status|Series|Authors|Cite as|"
    "Table|Figure|Source|by|Certainty|Page|Draft|Skip to content|Case study|Definition|Counter-argument|"
    "How sure are we?|Key message|Option|Not for release before|On this page|Dated|,|"
    "Contents|Memorandum|From|To|Imprint|"
    "Reviewed by|Funding|Conflicts of interest|Licence|Measured by"
)
_GERMAN = (
    "Kernaussagen|Fazit|Zusammenfassung|Quellen|Anmerkungen|Veröffentlicht|Für|Erbetene Entscheidung|Stand|Reihe|"
    "Autorinnen und Autoren|Zitiervorschlag|Tabelle|Abbildung|Quelle|bis|Sicherheit|Seite|Entwurf|Zum Inhalt springen|"
    "Fallbeispiel|Begriff|Gegenargument|Wie sicher sind wir?|Kernaussage|Option|Sperrfrist bis|Inhalt|Datum|,|"
    "Inhalt|Vorlage|Von|An|Impressum|"
    "Begutachtung|Finanzierung|Interessenkonflikte|Lizenz|Gemessen an"
)
_FRENCH = (
    "Messages clés|En bref|Résumé|Références|Notes|Publié le|À l’attention de|Décision demandée|Statut|Collection|"
    "Auteurs|Pour citer|Tableau|Figure|Source|d’ici au|Certitude|Page|Projet|Aller au contenu|Étude de cas|Définition|"
    "Contre-argument|Quel degré de certitude ?|Message clé|Option|Sous embargo jusqu’au|Sommaire|Date|,|"
    "Sommaire|Note de décision|De|À|Mentions|"
    "Relecture|Financement|Liens d’intérêts|Licence|Mesuré par"
)
_SPANISH = (
    "Mensajes clave|En síntesis|Resumen|Referencias|Notas|Publicado|Para|Decisión solicitada|Estado|Serie|Autores|"
    "Cómo citar|Tabla|Figura|Fuente|antes del|Certeza|Página|Borrador|Ir al contenido|Estudio de caso|Definición|"
    "Contraargumento|¿Qué grado de certeza tenemos?|Mensaje clave|Opción|Embargado hasta|Contenido|Fecha|,|"
    "Índice|Memorando|De|Para|Créditos|"
    "Revisión|Financiación|Conflictos de intereses|Licencia|Se mide por"
)
_PORTUGUESE = (
    "Mensagens principais|Em síntese|Resumo|Referências|Notas|Publicado em|Para|Decisão solicitada|Situação|Série|"
    "Autores|Como citar|Tabela|Figura|Fonte|até|Grau de certeza|Página|Rascunho|Ir para o conteúdo|Estudo de caso|"
    "Definição|Contra-argumento|Qual é o grau de certeza?|Mensagem principal|Opção|Embargo até|Nesta página|Data|,|"
    "Sumário|Memorando|De|Para|Créditos|"
    "Revisão|Financiamento|Conflitos de interesses|Licença|Medida por"
)
_ARABIC = (
    "الرسائل الرئيسية|الخلاصة|الملخص|المراجع|الحواشي|تاريخ النشر|موجه إلى|القرار المطلوب|الحالة|السلسلة|إعداد|"
    "للاستشهاد|الجدول|الشكل|المصدر|في موعد أقصاه|درجة اليقين|الصفحة|مسودة|الانتقال إلى المحتوى|دراسة حالة|تعريف|"
    "الحجة المضادة|ما مدى يقيننا؟|رسالة رئيسية|الخيار|يحظر النشر قبل|في هذه الصفحة|التاريخ|،|"
    "المحتويات|مذكرة|من|إلى|بيانات النشر|"
    "المراجعة|التمويل|تضارب المصالح|الترخيص|مقياس النجاح"
)

Wording = Mapping[str, Mapping[str, str]]
"""By language, what is printed for some names."""


def by_language(names: Sequence[str], **languages: str) -> Wording:
    """The words for these names, from those of each language in their order with `|` between them."""
    return {language: dict(zip(names, text.split("|"), strict=True)) for language, text in languages.items()}


LABELS = by_language(NAMES, en=_ENGLISH, de=_GERMAN, fr=_FRENCH, es=_SPANISH, pt=_PORTUGUESE, ar=_ARABIC)

SPELT: Mapping[str, Mapping[str, str]] = {
    "en-us": {"licence": "License"},
    "pt-br": {"conflicts": "Conflitos de interesse"},
}
"""Words that are others in a country than in the rest of the language."""

MONTHS: Mapping[str, tuple[str, ...]] = {
    **{language: tuple(names.split("|")) for language, names in months.MONTHS.items()},
    "ar": tuple("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()),
}
DAYS = {
    "en": "{day} {month} {year}",
    "en-us": "{month} {day}, {year}",
    "de": "{day}. {month} {year}",
    "fr": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
    "ar": "{day} {month} {year}",
}
MONTH_OF_YEAR = {"es": "{month} de {year}", "pt": "{month} de {year}"}
"""How a month without a day is written where it is not `November 2026`."""

BY_MONTH = {"es": "antes de", "fr": "d’ici"}
"""What says `by` before a month without a day where that differs."""

FIRST_DAY = {"fr": "1er", "pt": "1º", "pt-pt": "1"}
"""How the first of a month is written where it is not `1`; in Portugal it is."""

CLOCKS = {
    "en": "{day}, {hour}:{minute} ({zone})",
    "de": "{day}, {hour}:{minute} Uhr ({zone})",
    "fr": "{day} à {short}\u00a0h\u00a0{minute} ({zone})",
    "es": "{day}, {hour}:{minute} h ({zone})",
    "pt": "{day}, {hour}h{minute} ({zone})",
    "ar": "{day}، {hour}:{minute} ({zone})",
}
"""How a time of a day is written, with its time zone; `short` is the hour without a nought before it."""

ISO_DATE = regex(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
ISO_MOMENT = regex(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?(?:Z|([+-])(\d{2}):(\d{2}))")
STATUS_WORDS = by_language(
    "draft in-review approved embargoed published superseded withdrawn".split(),
    de="Entwurf|in Prüfung|freigegeben|gesperrt|veröffentlicht|überholt|zurückgezogen",
    fr="projet|en relecture|approuvé|sous embargo|publié|remplacé|retiré",
    es="borrador|en revisión|aprobado|embargado|publicado|sustituido|retirado",
    pt="rascunho|em revisão|aprovado|sob embargo|publicado|substituído|retirado",
    ar="مسودة|قيد المراجعة|معتمد|محظور النشر مؤقتا|منشور|حل محله إصدار أحدث|مسحوب",
)


def language(lang: str) -> str:
    """The language we have words in for a tag such as `de-AT`; English if we have none."""
    own = primary(lang)
    return own if own in LABELS else "en"


def labels(lang: str) -> Mapping[str, str]:
    """The words printed by briefkit in this language."""
    return {**LABELS[language(lang)], **SPELT.get(lang.lower(), {})}


class Words(Value):
    """The words printed by briefkit in a language; a template may have its `own` in the place of some."""

    lang: str
    own: Mapping[str, str] = EMPTY

    def __getitem__(self, name: str) -> str:
        """The word of a name; KeyError when there is none."""
        return self.own.get(name) or labels(self.lang)[name]

    def named(self, name: str) -> str:
        """The word of a name, or the name itself where it is none of ours."""
        return self.all().get(name, name)

    @property
    def semicolon(self) -> str:
        """What stands between names that hold commas."""
        return "؛" if language(self.lang) == "ar" else ";"

    def before(self, name: str) -> str:
        """A label that something follows: `Source:`."""
        return with_colon(self[name], self.lang)

    def all(self) -> dict[str, str]:
        """Every word by its name, and what else the template has."""
        return {**labels(self.lang), **{name: word for name, word in self.own.items() if word}}


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
        return MONTH_OF_YEAR.get(language(lang), "{month} {year}").format(month=month, year=year)
    day = str(int(matched[3]))
    if day == "1":
        day = FIRST_DAY.get(lang.lower(), FIRST_DAY.get(language(lang), day))
    return (DAYS.get(lang.lower()) or DAYS[language(lang)]).format(day=day, month=month, year=year)


def long_moment(text: str, lang: str) -> str:
    """A day and its time written out, `2026-12-01T06:00+01:00` -> `1 December 2026, 06:00 (UTC+1)`."""
    matched = ISO_MOMENT.fullmatch(text)
    if not matched:
        return text
    day, hour, minute, sign, hours, minutes = matched.groups()
    zone = "UTC"
    if sign and (hours, minutes) != ("00", "00"):
        zone += ("+" if sign == "+" else "\u2212") + str(int(hours)) + (f":{minutes}" if minutes != "00" else "")
    written = long_date(day, lang)
    return CLOCKS[language(lang)].format(day=written, hour=hour, short=int(hour), minute=minute, zone=zone)


def embargo_words(meta: FrontMatter, lang: str) -> str:
    """Until when a brief is not public, written out; nothing once it is published."""
    if meta.status == "published":
        return ""
    return long_moment(meta.embargo_until, lang) or long_date(meta.embargo, lang)


def before_date(text: str, lang: str) -> str:
    """The word for `by` before an ISO date: `antes del` 31 de enero, `antes de` enero."""
    by = labels(lang)["by"]
    return by if text.strip().count("-") == 2 else BY_MONTH.get(language(lang), by)


def status_words(status: str, lang: str) -> str:
    """The status of a brief in words."""
    spoken = STATUS_WORDS.get(language(lang), {}).get(status, status.replace("-", " "))
    return spoken[:1].upper() + spoken[1:]
