"""The words of a recommendation in, whether they say who is to act, and by when or how one would know, out.

An actor is the subject of *should* and its like (`The ministry could ...`), the one who is asked (`We recommend that
the ministry ...`, `Ask the ministry to ...`, `It falls to the ministry to ...`), or stands with a year in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefkit.patterns import compiled

SUBJECTS: Mapping[str, str] = {
    "en": r"(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to|will|would|can|could|may|might"
    r"|(?:is|are) (?:to|(?:advised|asked|called (?:up)?on|encouraged|expected|invited|obliged|requested|required|urged)"
    r" to))\b"
    r"(?! (?:not )?be (?:\w+e[dn]|built|made|paid|put|set|spent)\b)",
    "de": r"(?:(?:soll(?:te)?n?|muss|müssen|kann|können|könnten?)\b"
    r"(?!(?: (?!durch\b|vom?\b)[^\s.;:]+){0,14} (?:\w{0,9}ge\w+(?:t|en)|(?:be|ent|er|ver|zer)\w+(?:t|en)|\w+iert)"
    r" werden\b)|(?:wird|werden(?! ?(?:[.,;:]|und\b|oder\b|\Z))|würden?)\b)",
    "fr": r"(?:(?:devrai(?:en)?t|doi(?:ven)?t|peu(?:ven)?t|pourrai(?:en)?t)\b"
    r"(?! (?:\w+ )?être \w+(?:é|i|u|is|it|ert)e?s?\b(?![^.;:]{0,40} par (?:l[ea]s? |l['’])))|gagnerai(?:en)?t à"
    r"|(?:est|sont) (?:appelé|encouragé|incité|invité|prié|tenu)e?s? (?:à|de)|(?!sera|seront)\w{2,}r(?:a|ont))\b",
    "es": r"(?:(?:deberían?|deben?|podrían?|pueden?|ha de|han de|tienen? que)\b"
    r"(?! ser \w+[ai]d[oa]s?\b(?![^.;:]{0,40} por (?:el|la|los|las) ))|(?:se )?(?!será)\w{2,}r(?:á|án)(?! sid))\b",
    "pt": r"(?:(?:deveriam?|devem?|poderiam?|podem?|precisam? de|têm? de|têm? que)\b"
    r"(?! ser \w+[ai]d[oa]s?\b(?![^.;:]{0,40} pel[oa]s? ))|(?!ser)\w{2,}r(?:á|ão))\b",
}
"""What stands behind the one who is to act; not before a passive that says nobody (`Aid should be paid`)."""

BODY = (
    r"(?:agenc(?:y|ies)|authorit(?:y|ies)|board|cabinet|commission|congress|councils?|departments?|donors|employers"
    r"|governments?|hospitals|minist(?:ers?|ries|ry)|operators|parliament|regulators?|schools|secretary of state"
    r"|states?|treasury|universities)"
)
"""Who acts, in English."""

ASKED: Mapping[str, str] = {
    "en": r"recommend(?:s|ed)? that (?!.{0,80}?\bbe (?:\w+e[dn]|built|made|paid|put|set|spent)\b)"
    r"|(?:ask|call (?:up)?on|commission|empower|enable|encourage|invite|mandate|oblige|press|request|require|task|urge)"
    r"(?: [\w'’-]+){1,7}? to\b"
    rf"|(?:\A|[.:!] )(?:the )?(?:[\w-]+ ){{0,2}}{BODY}(?: (?:for|of) [^.:;()]{{1,60}}?)?(?: \([^()]{{1,20}}\))? to\b"
    rf"|\b(?:\w{{2,}}ed|built|led|made|paid|run|set) by (?:the )?(?:(?-i:[A-Z]{{2,6}})\b|(?:[\w-]+ ){{0,3}}{BODY}\b)"
    r"|(?:falls|is up) to (?:the )?\w+ to\b",
    "de": r"(?:ist|sind|werden|wird) (?:[^.;]{0,60} )?(?:angehalten|aufgefordert|gefordert|gefragt|zu verpflichten)\b"
    r"|(?:empfehlen|empfiehlt|raten|rät|fordern)(?: wir)? (?:de[mn]|die|das)\b|(?:es )?obliegt (?:de[mnr])\b",
    "fr": r"il (?:faut|convient|importe|est (?:nécessaire|souhaitable|temps)) que (?!soi)"
    r"|il (?:appartient|incombe|reste|revient) (?:à|aux?)\b|recommand(?:e|é|er|ons) (?:à|aux?|que)\b"
    r"|\Aque (?:les?\b|la\b|l['’])"
    r"|(?:confier|demander|enjoindre|imposer|permettre|proposer) (?:à|aux?)\b"
    r"|(?:appeler|charger|encourager|engager|inciter|inviter|obliger) (?:les?\b|la\b|l['’]|leurs\b|nos\b)",
    "es": r"recom(?:ienda|endamos|endar) (?:que(?! se\b)|al?\b)"
    r"|(?:conviene|es (?:necesario|preciso)|hace falta) que(?! se\b)"
    r"|corresponde al?\b|(?:encargar|exhortar?|exigir|insta[r]?|invita[r]?|pedir|permitir|proponer|solicita[r]?) al?\b",
    "pt": r"recomenda(?:r|mos|-se)? (?:que(?! se\b)|aos?\b|às?\b)|(?:convém|é (?:necessário|preciso)) que(?! se\b)"
    r"|(?:cabe|compete) (?:aos?|às?)\b|(?:exigir|incumbir|instar|pedir|permitir|propor|solicitar) (?:aos?|às?)\b",
}
"""How somebody is asked to act."""

BODIES = r"(?:ayuntamiento|département|departamento|établissement|gouvernement|parlement|parlamento)s?\b"
"""Who acts, and ends like the noun of an act."""

STATED: Mapping[str, tuple[str, str]] = {
    "en": (
        rf"(?:(?:by|from|in) [^,.]{{2,30}}, )?(?:(?:all|each|every|local|the) (?:[\w-]+ ){{0,3}}{BODY}"
        r"|(?:authorities|councils|employers|operators|regulators|schools|states|universities))\b",
        r"\b(?:are|be|been|is|to)\b",
    ),
    "de": (
        r"(?:der|die|das|alle) (?!\w{2,40}(?:ung|ungen|tion|nahme|bau)\b)",
        r"\b(?:ist|sind|wird|werden)\b",
    ),
    "fr": (
        rf"(?:les? |la |l['’]|chaque )(?:(?={BODIES})|(?!\w{{2,40}}(?:tion|sion|ment)s?\b))",
        r"\b(?:est|sont|soi(?:en)?t|être)\b",
    ),
    "es": (
        rf"(?:el|la|los|las|cada) (?:(?={BODIES})|(?!\w{{2,40}}(?:ción|ciones|sión|siones|mientos?)\b))",
        r"\b(?:es|son|sean?|ser|será|se)\b",
    ),
    "pt": (
        rf"(?:os?|as?|cada) (?:(?={BODIES})|(?!\w{{2,40}}(?:ção|ções|são|sões|mentos?)\b))",
        r"\b(?:é|são|sejam?|ser|será|se)\b",
    ),
}
"""How a recommendation begins that says in the present tense what somebody does, and what makes a passive of it."""

IN_BRACKETS = (
    r"\((?:[^\W\d][^()\d,;]{1,60}[,;][^()]{0,40}\b20\d\d\b|(?:lead|led by|responsab|zuständig|federführ)[^()]{2,60}"
    r"|(?:[^()\d]{0,40}\b)?(?:\w{0,20}minist\w{1,12}|agenc\w{1,4}|authorit\w{1,3}|commission|council|departa?mento?"
    r"|département|go(?:b|uv|v)ern\w{1,5}|\w{0,20}regierung|\w{2,20}amt|treasury)\b[^()\d]{0,40}\))"
)
"""Who acts, and when, behind what is to be done: (Ministry of Finance, 2027), (Department for Transport)."""

LEAD = r"[^.:;!?]{2,60}:\s"
"""The actor before what is to be done: `Ministry of Finance: ...`."""

WHEN: Mapping[str, str] = {
    "en": r"every|each (?:day|week|month|quarter|session|term|year)|annual(?:ly)?|yearly|monthly|quarterly|weekly"
    r"|half|double|twice"
    r"|(?:next|this|coming|current) (?:year|month|spring|summer|autumn|winter|term|session|budget|parliament"
    r"|legislat\w+)"
    r"|(?:an?|one|two|three|four|five|six|ten|twelve|current) (?:days?|weeks?|months?|years?|(?:legislative )?terms?)\b"
    r"|by (?:the )?(?:end|next|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b|before (?:the )?(?:end|next|summer|elections?)|at once|immediately",
    "de": r"jede[sn]? (?:Jahr|Monat|Quartal)|jährlich|monatlich|sofort|nächste[snm]? (?:Jahr|Monat)|Hälfte|verdoppeln"
    r"|(?:eine[ms]|zwei|drei|vier|fünf|sechs|zehn|zwölf) (?:Tage|Woche|Monat|Jahr)\w*"
    r"|(?:diese[rn]?|laufende[nr]?|nächste[nr]?) (?:Haushalt|Legislatur|Wahl)periode"
    r"|bis (?:zum |zur |Ende )?(?:Ende|Frühjahr|Sommer|Herbst|Winter|Januar|Februar|März|April|Mai|Juni|Juli|August"
    r"|September|Oktober|November|Dezember)",
    "fr": r"chaque (?:année|mois|trimestre)|tous les (?:\w+ )?(?:ans|mois)|annuel(?:lement)?|moitié|doubler|sans délai"
    r"|(?:un|deux|trois|quatre|cinq|six|dix|douze) (?:jours?|semaines?|mois|ans?|années?)|rentrée|législature"
    r"|(?:avant|d['’]ici)(?: à)? (?:la |le |l['’])?(?:fin|mandat|été|automne|hiver|printemps|mois)",
    "es": r"cada (?:\w+ )?(?:años?|mes(?:es)?|trimestre)|anual(?:mente)?|mitad|duplicar|de inmediato"
    r"|(?:un|dos|tres|cuatro|cinco|seis|diez|doce) (?:días?|semanas?|mes(?:es)?|años?)"
    r"|legislatura|próxim[oa]s? (?:año|mes)"
    r"|antes de(?:l| la| fin de)? (?:año|verano|otoño|invierno|primavera|enero|febrero|marzo|abril|mayo|junio|julio"
    r"|agosto|septiembre|octubre|noviembre|diciembre)",
    "pt": r"cada (?:\w+ )?(?:anos?|mês|trimestre)|anua(?:l|is)(?:mente)?|todos os (?:anos|meses)|metade|duplicar"
    r"|(?:um|dois|duas|três|quatro|cinco|seis|dez|doze) (?:dias?|semanas?|mês|meses|anos?)"
    r"|de imediato|legislatura|próxim[oa]s? (?:ano|mês)"
    r"|até (?:ao |o |a )?(?:fim|final|verão|outono|inverno|primavera|janeiro|fevereiro|março|abril|maio|junho|julho"
    r"|agosto|setembro|outubro|novembro|dezembro)",
}

BEFORE = r"(?:(?<=\w)|(?<=\)))"
"""The end of the name of an actor."""

LANGUAGES = tuple(SUBJECTS)


def says_who(text: str, lang: str) -> bool:
    """Whether a recommendation names who is to act."""
    patterns = (rf"\A{LEAD}", rf"{BEFORE} {SUBJECTS[lang]}", rf"\b(?:{ASKED[lang]})", IN_BRACKETS)
    return any(compiled(f"(?i){pattern}").search(text) for pattern in patterns) or _states(text, lang)


def _states(text: str, lang: str) -> bool:
    """Whether a recommendation says what somebody does: Le conseil adopte le tarif."""
    begins, passive = STATED.get(lang, ("", ""))
    return bool(begins) and bool(compiled(f"(?i){begins}").match(text)) and not compiled(f"(?i){passive}").search(text)


def says_when(text: str, lang: str) -> bool:
    """Whether a recommendation says by when, or how one would know that it is done: a date, a number, *every year*."""
    return compiled(rf"(?i)\d|\b(?:{WHEN[lang]})\b").search(text) is not None


def has_subject(text: str, lang: str) -> bool:
    """Whether a subject with *should* or its like stands in a recommendation."""
    return compiled(rf"(?i){BEFORE} {SUBJECTS[lang]}").search(text) is not None
