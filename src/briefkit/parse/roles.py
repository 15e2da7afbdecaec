"""What a heading or a box stands for: classes and heading words in, a role out.

A class on the heading wins; else the heading's words, or the halves of two that are joined, are looked up in the table
of the brief's language and then in English; what follows a colon or a dash says something else. Roles are the names of
classes in the documentation of briefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefkit.parse.headings import find_forms, find_halves
from briefkit.text import compiled

ROLES = (
    "summary",
    "key-messages",
    "bottom-line",
    "problem",
    "background",
    "evidence",
    "findings",
    "criteria",
    "options",
    "comparison",
    "counter-argument",
    "implications",
    "recommendations",
    "risks",
    "limits",
    "methods",
    "conflicts",
    "study",
    "conclusion",
    "references",
)

BOXES = (
    "key-message",
    "case-study",
    "definition",
    "pull-quote",
    "counter-argument",
    "confidence",
    "recommendation",
    "option",
)

HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "summary": ("summary", "executive summary", "abstract", "at a glance", "in brief"),
        "key-messages": (
            "key messages",
            "key points",
            "key findings",
            "main messages",
            "headlines",
            "key takeaways",
            "main points",
            "takeaways",
        ),
        "bottom-line": ("bottom line", "in one sentence"),
        "problem": (
            "problem",
            "the issue",
            "the challenge",
            "policy problem",
            "problem statement",
            "statement of the problem",
        ),
        "background": ("background", "introduction", "context", "policy context"),
        "evidence": (
            "evidence",
            "what the evidence shows",
            "analysis",
            "what we know",
            "what does the evidence say",
            "what the evidence says",
        ),
        "findings": (
            "findings",
            "results",
            "what we found",
            "main findings",
            "key results",
            "headline results",
            "main results",
            "highlights",
        ),
        "criteria": (
            "criteria",
            "decision criteria",
            "evaluation criteria",
            "criteria for assessing the options",
            "assessment criteria",
        ),
        "options": (
            "options",
            "policy options",
            "policy alternatives",
            "alternatives",
            "options considered",
            "alternatives considered",
            "options and alternatives",
            "rejected alternative",
            "rejected alternatives",
            "rejected option",
            "rejected options",
            "alternatives rejected",
            "the alternative we reject",
            "the alternatives we reject",
            "alternatives we rejected",
            "what we rejected",
            "option",
        ),
        "comparison": (
            "comparison",
            "comparison of options",
            "options compared",
            "comparing the options",
            "assessment of the options",
            "analysis of the options",
            "options appraisal",
            "options assessment",
        ),
        "counter-argument": (
            "counter-argument",
            "counter-arguments",
            "counterarguments",
            "objections",
            "the case against",
            "the other side",
        ),
        "implications": (
            "implications",
            "policy implications",
            "what this means",
            "what does this mean",
        ),
        "recommendations": (
            "recommendations",
            "policy recommendations",
            "what to do",
            "next steps",
            "what we ask",
            "what to change",
            "what should change",
            "what must change",
            "what would help",
            "what we recommend",
            "recommended actions",
            "what should be done",
            "what needs to be done",
            "what must be done",
            "call to action",
            "asks",
            "way forward",
            "proposals",
            "what we propose",
            "recommendation",
            "policy recommendation",
        ),
        "risks": ("risks", "what could go wrong"),
        "limits": (
            "limits",
            "limitations",
            "caveats",
        ),
        "methods": (
            "methods",
            "method",
            "methodology",
            "how we did it",
            "approach",
            "how this brief was prepared",
            "data",
            "data and method",
            "data and methods",
            "empirical strategy",
            "research design",
        ),
        "conflicts": (
            "conflicts of interest",
            "declaration of interests",
            "funding",
            "conflict of interest",
            "competing interests",
            "declaration of interest",
            "disclosures",
            "disclosure",
        ),
        "study": ("the study", "about the study", "about this study"),
        "conclusion": ("conclusion", "conclusions", "concluding remarks"),
        "references": ("references", "bibliography", "sources", "works cited", "endnotes", "notes", "reference list"),
    },
    "de": {
        "summary": ("zusammenfassung", "kurzfassung", "auf einen blick", "in kürze"),
        "key-messages": (
            "kernaussagen",
            "das wichtigste in kürze",
            "kernbotschaften",
            "kernpunkte",
            "zentrale aussagen",
            "zentrale erkenntnisse",
        ),
        "bottom-line": ("auf einen satz", "kurz gesagt", "in einem satz"),
        "problem": (
            "problem",
            "problemstellung",
            "problembeschreibung",
            "herausforderungen",
            "herausforderung",
        ),
        "background": ("hintergrund", "einleitung", "ausgangslage", "einführung", "kontext"),
        "evidence": (
            "befunde",
            "evidenz",
            "datenlage",
            "was die daten zeigen",
            "analyse",
            "forschungsstand",
        ),
        "findings": ("ergebnisse", "resultate", "wichtigste ergebnisse", "zentrale ergebnisse", "hauptergebnisse"),
        "criteria": ("bewertungsmassstäbe", "kriterien", "entscheidungskriterien", "bewertungskriterien"),
        "options": (
            "optionen",
            "handlungsoptionen",
            "handlungsalternativen",
            "alternativen",
            "geprüfte optionen",
            "geprüfte alternativen",
            "verworfene alternative",
            "verworfene alternativen",
            "verworfene option",
            "verworfene optionen",
            "politikoptionen",
        ),
        "comparison": (
            "vergleich",
            "vergleich der optionen",
            "die optionen im vergleich",
            "optionenvergleich",
            "bewertung der optionen",
            "abwägung der optionen",
        ),
        "counter-argument": ("gegenargument", "gegenargumente", "einwände", "was dagegen spricht"),
        "implications": (
            "folgerungen",
            "schlussfolgerungen für die politik",
            "was daraus folgt",
            "implikationen",
            "politische implikationen",
            "was folgt daraus",
        ),
        "recommendations": (
            "empfehlungen",
            "empfehlung",
            "handlungsempfehlungen",
            "politikempfehlungen",
            "was zu tun ist",
            "nächste schritte",
            "was wir fordern",
            "forderungen",
            "was wir empfehlen",
            "was getan werden muss",
            "was jetzt zu tun ist",
            "vorschläge",
        ),
        "risks": ("risiken", "was misslingen kann"),
        "limits": ("grenzen", "einschränkungen", "limitationen", "vorbehalte"),
        "methods": (
            "methode",
            "methoden",
            "methodik",
            "vorgehen",
            "methodisches vorgehen",
            "daten und methode",
            "daten und methoden",
            "datengrundlage",
        ),
        "conflicts": (
            "interessenkonflikte",
            "interessenkonflikt",
            "finanzierung",
            "erklärung zu interessenkonflikten",
            "offenlegung von interessen",
        ),
        "study": ("die studie", "über die studie", "zur studie", "zu dieser studie"),
        "conclusion": ("fazit", "schluss", "schlussfolgerung", "schlussfolgerungen"),
        "references": (
            "literatur",
            "literaturverzeichnis",
            "quellen",
            "quellenverzeichnis",
            "literaturangaben",
            "bibliografie",
            "anmerkungen",
        ),
    },
    "fr": {
        "summary": ("résumé", "synthèse", "résumé exécutif", "résumé analytique", "note de synthèse", "en résumé"),
        "key-messages": (
            "messages clés",
            "points clés",
            "l'essentiel",
            "messages principaux",
            "points essentiels",
            "à retenir",
            "ce qu'il faut retenir",
            "principaux messages",
        ),
        "bottom-line": ("en bref", "en un mot", "en une phrase"),
        "problem": (
            "problème",
            "problématique",
            "l'enjeu",
            "le défi",
            "énoncé du problème",
            "enjeux",
        ),
        "background": ("contexte", "introduction", "mise en contexte", "état des lieux"),
        "evidence": (
            "éléments de preuve",
            "données probantes",
            "constats",
            "ce que disent les données",
            "analyse",
            "éléments probants",
            "constat",
        ),
        "findings": (
            "résultats",
            "principaux résultats",
            "ce que nous avons constaté",
            "résultats clés",
        ),
        "criteria": (
            "critères",
            "critères de décision",
            "critères d'évaluation",
            "critères d'analyse",
            "critères de choix",
            "critères de comparaison",
        ),
        "options": (
            "options",
            "options politiques",
            "options d'action",
            "options stratégiques",
            "options envisagées",
            "options étudiées",
            "option écartée",
            "options écartées",
            "solution écartée",
            "solutions écartées",
            "alternative écartée",
            "alternatives écartées",
            "alternatives",
        ),
        "comparison": (
            "comparaison",
            "comparaison des options",
            "les options comparées",
            "analyse comparative",
            "analyse des options",
        ),
        "counter-argument": (
            "contre-argument",
            "contre-arguments",
            "objections",
            "l'argument contraire",
            "arguments contraires",
        ),
        "implications": (
            "implications",
            "implications politiques",
            "ce que cela signifie",
            "conséquences",
        ),
        "recommendations": (
            "recommandations",
            "recommandation",
            "recommandations politiques",
            "que faire",
            "prochaines étapes",
            "ce que nous demandons",
            "nos demandes",
            "ce qu'il faut changer",
            "que faut-il faire",
            "ce qu'il faut faire",
            "propositions",
            "ce que nous proposons",
            "ce que nous recommandons",
        ),
        "risks": ("risques", "ce qui peut mal tourner"),
        "limits": ("limites",),
        "methods": (
            "méthode",
            "méthodes",
            "méthodologie",
            "approche",
            "comment cette note a été préparée",
            "données et méthode",
            "données et méthodes",
            "données",
        ),
        "conflicts": (
            "conflits d'intérêts",
            "conflit d'intérêts",
            "déclaration d'intérêts",
            "financement",
            "déclaration de conflits d'intérêts",
            "liens d'intérêts",
        ),
        "study": ("l'étude", "à propos de l'étude", "à propos de cette étude"),
        "conclusion": ("conclusion", "conclusions"),
        "references": ("références", "bibliographie", "sources", "références bibliographiques", "notes"),
    },
    "es": {
        "summary": ("resumen", "resumen ejecutivo", "síntesis", "sumario", "sumario ejecutivo", "de un vistazo"),
        "key-messages": ("mensajes clave", "puntos clave", "mensajes principales", "puntos principales", "ideas clave"),
        "bottom-line": ("en síntesis", "lo esencial", "en una frase"),
        "problem": ("problema", "planteamiento del problema", "el desafío", "el reto", "diagnóstico"),
        "background": ("antecedentes", "introducción", "contexto", "situación actual"),
        "evidence": ("evidencia", "lo que dice la evidencia", "lo que dicen los datos", "análisis"),
        "findings": ("resultados", "hallazgos", "principales resultados", "principales hallazgos", "resultados clave"),
        "criteria": ("criterios", "criterios de decisión", "criterios de evaluación"),
        "options": (
            "opciones",
            "opciones de política",
            "alternativas",
            "opciones consideradas",
            "alternativas consideradas",
            "alternativa descartada",
            "alternativas descartadas",
            "opción descartada",
            "opciones descartadas",
            "alternativas de política",
        ),
        "comparison": (
            "análisis comparativo",
            "comparación",
            "comparación de opciones",
            "comparación de las opciones",
            "las opciones comparadas",
            "análisis de las opciones",
            "análisis de alternativas",
        ),
        "counter-argument": (
            "contraargumento",
            "contraargumentos",
            "objeciones",
            "el argumento contrario",
            "argumentos en contra",
        ),
        "implications": (
            "implicaciones",
            "implicaciones de política",
            "qué significa esto",
        ),
        "recommendations": (
            "recomendaciones",
            "recomendación",
            "recomendaciones de política",
            "qué hacer",
            "próximos pasos",
            "qué pedimos",
            "lo que pedimos",
            "qué debe cambiar",
            "qué se debe hacer",
            "qué hay que hacer",
            "propuestas",
            "qué recomendamos",
            "lo que recomendamos",
        ),
        "risks": ("riesgos", "qué puede salir mal"),
        "limits": ("límites", "limitaciones", "salvedades"),
        "methods": (
            "métodos",
            "metodología",
            "método",
            "enfoque",
            "cómo se preparó este informe",
            "datos y método",
            "datos y métodos",
            "fuentes de datos",
        ),
        "conflicts": (
            "conflictos de intereses",
            "conflicto de intereses",
            "financiación",
            "conflictos de interés",
            "conflicto de interés",
            "declaración de intereses",
            "financiamiento",
        ),
        "study": ("el estudio", "sobre el estudio", "acerca del estudio", "sobre este estudio"),
        "conclusion": ("conclusión", "conclusiones", "consideraciones finales"),
        "references": ("referencias", "bibliografía", "referencias bibliográficas", "fuentes", "notas"),
    },
    "pt": {
        "summary": ("resumo", "resumo executivo", "sumário executivo", "síntese"),
        "key-messages": (
            "mensagens principais",
            "mensagens-chave",
            "pontos principais",
            "pontos-chave",
            "ideias principais",
        ),
        "bottom-line": ("em síntese", "o essencial", "numa frase", "em uma frase"),
        "problem": ("problema", "o desafio", "definição do problema", "diagnóstico"),
        "background": ("contexto", "introdução", "antecedentes", "enquadramento", "situação atual"),
        "evidence": (
            "evidências",
            "o que dizem os dados",
            "análise",
            "evidência",
            "o que dizem as evidências",
        ),
        "findings": (
            "resultados",
            "conclusões principais",
            "principais resultados",
            "constatações",
            "resultados-chave",
        ),
        "criteria": ("critérios", "critérios de decisão", "critérios de avaliação"),
        "options": (
            "opções",
            "opções de política",
            "alternativas",
            "opções consideradas",
            "alternativas consideradas",
            "alternativa descartada",
            "alternativas descartadas",
            "alternativa rejeitada",
            "alternativas rejeitadas",
            "opções descartadas",
            "opções rejeitadas",
        ),
        "comparison": (
            "análise comparativa",
            "comparação",
            "comparação das opções",
            "as opções comparadas",
            "análise das opções",
            "análise de alternativas",
        ),
        "counter-argument": (
            "contra-argumento",
            "contra-argumentos",
            "objeções",
            "o argumento contrário",
            "argumentos contrários",
        ),
        "implications": (
            "implicações",
            "implicações políticas",
            "o que isto significa",
        ),
        "recommendations": (
            "recomendações",
            "recomendação",
            "recomendações de política",
            "o que fazer",
            "próximos passos",
            "o que pedimos",
            "o que deve mudar",
            "o que deve ser feito",
            "o que é preciso fazer",
            "propostas",
            "o que recomendamos",
        ),
        "risks": ("riscos", "o que pode correr mal", "o que pode dar errado"),
        "limits": ("limites", "limitações", "ressalvas"),
        "methods": (
            "método",
            "métodos",
            "metodologia",
            "abordagem",
            "como esta nota foi preparada",
            "dados e método",
            "dados e métodos",
            "fontes de dados",
        ),
        "conflicts": (
            "conflitos de interesse",
            "conflitos de interesses",
            "financiamento",
            "conflito de interesse",
            "conflito de interesses",
            "declaração de interesses",
        ),
        "study": ("o estudo", "sobre o estudo", "sobre este estudo", "acerca do estudo"),
        "conclusion": ("conclusão", "conclusões", "considerações finais"),
        "references": (
            "referências",
            "referências bibliográficas",
            "bibliografia",
            "fontes",
            "lista de referências",
            "notas",
        ),
    },
    "ar": {
        "summary": ("ملخص", "الملخص", "ملخص تنفيذي", "الملخص التنفيذي", "موجز تنفيذي"),
        "key-messages": ("الرسائل الرئيسية", "رسائل رئيسية", "النقاط الرئيسية", "أهم الرسائل"),
        "bottom-line": ("الخلاصة", "خلاصة القول"),
        "problem": ("المشكلة", "مشكلة", "التحدي", "القضية"),
        "background": ("خلفية", "الخلفية", "مقدمة", "المقدمة", "السياق"),
        "evidence": ("الأدلة", "الشواهد", "ما تقوله الأدلة", "ما تقوله البيانات", "التحليل"),
        "findings": ("النتائج", "نتائج", "أهم النتائج"),
        "criteria": ("المعايير", "معايير القرار"),
        "options": ("الخيارات", "خيارات السياسات", "البدائل"),
        "comparison": ("المقارنة", "مقارنة الخيارات"),
        "counter-argument": ("الحجة المضادة", "الاعتراضات"),
        "implications": ("الآثار", "الآثار على السياسات", "الدلالات"),
        "recommendations": ("التوصيات", "توصيات", "توصيات السياسات", "ما العمل؟", "ما العمل", "الخطوات التالية"),
        "risks": ("المخاطر", "المخاطر وتخفيفها"),
        "limits": ("الحدود", "حدود الأدلة", "القيود"),
        "methods": ("المنهجية", "المنهج", "منهجية البحث"),
        "conflicts": ("تضارب المصالح", "التمويل"),
        "study": ("الدراسة", "عن الدراسة"),
        "conclusion": ("الخاتمة", "خاتمة"),
        "references": ("المراجع", "المصادر", "قائمة المراجع", "المصادر والمراجع", "المراجع والمصادر"),
    },
}

VOWELS = re.compile("[\u0640\u064b-\u0652]")
"""Short vowels of Arabic, and the stroke that stretches a word: who writes them means the same heading."""

NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|(?:[ivx]{1,5}|[a-h])[.)]) +", re.ASCII)
"""A number that was typed before a heading: 2. Recommendations, IV. Risks."""

LEAD = r"\s*:\s|\s[\u2013\u2014-]\s"
"""What parts the name of a section from what it says: `Conclusion: act now`."""

FOR: Mapping[str, str] = {
    "en": r" (?:for|to) ",
    "de": r" (?:für|an) ",
    "fr": r" (?:pour|à|aux?) ",
    "es": r" (?:para|al?) ",
    "pt": r" (?:para|à|aos?|às) ",
}
ADDRESSED = ("recommendations", "implications", "options")
"""The roles of sections that may say for whom: Recommendations for the ministry."""

OF: Mapping[str, str] = {
    "en": r" (?:of|in) ",
    "de": r" (?:de[rs]|im|von|zu[mr]) ",
    "fr": r" (?:des? |du |d')",
    "es": r" (?:del?) ",
    "pt": r" (?:d[aeo]s?) ",
}
COMPOSED = ("criteria", "options", "comparison", "risks")
"""The roles of sections that may say of what: Opciones de actuación, Optionen im Überblick."""

LONGEST = 200
"""How much of a heading is looked at."""


def find_role(classes: Iterable[str], title: str, lang: str) -> str:
    """The role of a heading, or an empty string."""
    return next((c for c in classes if c in ROLES), "") or next(iter(find_roles(title, lang)), "")


def find_roles(title: str, lang: str) -> tuple[str, ...]:
    """The roles that the words of a heading name, that of its section first: several for `Findings and limitations`."""
    own = lang.split("-")[0].lower()
    words = " ".join(VOWELS.sub("", title[:LONGEST].casefold()).replace("\u2019", "'").split())
    words = NUMBER.sub("", words, count=1).lstrip("¿").rstrip(".:? ")
    lead = compiled(LEAD).split(words, 1)[0]
    return _roles_of(lead, own) or (_roles_of(words, own) if lead != words else ())


def _roles_of(words: str, own: str) -> tuple[str, ...]:
    """The roles that these words name, or their two halves."""
    if role := _role_of(words, own):
        return (role,)
    first, second = (_role_of(half, own) for half in find_halves(words, own) or ("", ""))
    if not first and second != "recommendations":
        return ()
    roles = (second, first) if _second_leads(first, second) else (first, second)
    return tuple(dict.fromkeys(filter(None, roles)))


def _second_leads(first: str, second: str) -> bool:
    """Whether a section is what its heading names last: advice after what leads to it, anything but references."""
    if second == "recommendations":
        return first not in ("summary", "key-messages", "options")
    return (first, second) == ("summary", "conclusion") or (first == "references" and bool(second))


def _role_of(words: str, own: str) -> str:
    """The role that these words, or what remains of them, are a heading of, or an empty string."""
    named = _titles(own)
    if role := next((named[form] for form in find_forms(words, own) if form in named), ""):
        return role
    for joints, roles in ((FOR, ADDRESSED), (OF, COMPOSED)):
        start = compiled(joints[own]).split(words, 1)[0] if own in joints else words
        if start != words and (role := _role_of(start, own)) in roles:
            return role
    return ""


@lru_cache(maxsize=16)
def _titles(own: str) -> Mapping[str, str]:
    """The role of each heading that a language knows; what it does not know itself is looked up in English."""
    tables = (HEADINGS["en"], HEADINGS.get(own, {}))
    return {title: role for table in tables for role, titles in table.items() for title in titles}


def find_box(classes: Iterable[str]) -> str:
    """The box a div is, or an empty string."""
    return next((c for c in classes if c in BOXES), "")
