"""What a heading or a box stands for: classes and heading words in, a role out.

A class on the heading wins; else the heading's words are looked up in the table of the brief's language and then in
English. Roles are the names of classes in the documentation of briefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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
        "summary": ("summary", "executive summary", "abstract", "at a glance"),
        "key-messages": ("key messages", "key points", "key findings", "main messages", "headlines"),
        "bottom-line": ("bottom line", "the bottom line"),
        "problem": ("problem", "the problem", "the issue", "the challenge", "policy problem"),
        "background": ("background", "introduction", "context"),
        "evidence": ("evidence", "the evidence", "what the evidence shows", "analysis"),
        "findings": ("findings", "results", "what we found"),
        "criteria": ("criteria", "decision criteria"),
        "options": ("options", "policy options", "the options"),
        "comparison": ("comparison", "comparison of options", "options compared", "comparing the options"),
        "counter-argument": ("counter-argument", "counter-arguments", "counterarguments", "objections"),
        "implications": ("implications", "policy implications", "what this means"),
        "recommendations": ("recommendations", "policy recommendations", "what to do", "next steps"),
        "risks": ("risks", "risks and mitigation"),
        "limits": ("limits", "limitations", "limits of the evidence", "caveats"),
        "methods": ("methods", "method", "methodology", "how we did it", "approach"),
        "conflicts": ("conflicts of interest", "declaration of interests", "funding"),
        "study": ("the study", "about the study", "about this study"),
        "conclusion": ("conclusion", "conclusions"),
        "references": ("references", "bibliography", "sources", "works cited", "endnotes", "notes"),
    },
    "de": {
        "summary": ("zusammenfassung", "kurzfassung"),
        "key-messages": ("kernaussagen", "das wichtigste in kürze", "kernbotschaften"),
        "bottom-line": ("auf einen satz", "kurz gesagt"),
        "problem": ("problem", "das problem", "problemstellung"),
        "background": ("hintergrund", "einleitung"),
        "evidence": ("befunde", "evidenz", "datenlage"),
        "findings": ("ergebnisse", "resultate"),
        "criteria": ("kriterien", "entscheidungskriterien"),
        "options": ("optionen", "handlungsoptionen"),
        "comparison": ("vergleich", "vergleich der optionen", "die optionen im vergleich"),
        "counter-argument": ("gegenargument", "gegenargumente", "einwände"),
        "implications": ("folgerungen", "schlussfolgerungen für die politik", "was daraus folgt"),
        "recommendations": ("empfehlungen", "handlungsempfehlungen"),
        "risks": ("risiken",),
        "limits": ("grenzen", "einschränkungen"),
        "methods": ("methode", "methoden", "methodik"),
        "conflicts": ("interessenkonflikte", "interessenkonflikt", "finanzierung"),
        "study": ("die studie", "über die studie", "zur studie"),
        "conclusion": ("fazit", "schluss"),
        "references": ("literatur", "literaturverzeichnis", "quellen"),
    },
    "fr": {
        "summary": ("résumé", "synthèse"),
        "key-messages": ("messages clés", "points clés", "l'essentiel"),
        "bottom-line": ("en bref", "en un mot"),
        "problem": ("problème", "le problème", "problématique"),
        "background": ("contexte", "introduction"),
        "evidence": ("éléments de preuve", "données probantes", "constats"),
        "findings": ("résultats", "principaux résultats"),
        "criteria": ("critères", "critères de décision"),
        "options": ("options", "les options"),
        "comparison": ("comparaison", "comparaison des options"),
        "counter-argument": ("contre-argument", "contre-arguments", "objections"),
        "implications": ("implications", "implications pour les politiques"),
        "recommendations": ("recommandations",),
        "risks": ("risques",),
        "limits": ("limites",),
        "methods": ("méthode", "méthodes", "méthodologie"),
        "conflicts": ("conflits d'intérêts", "conflit d'intérêts", "déclaration d'intérêts", "financement"),
        "study": ("l'étude", "à propos de l'étude"),
        "conclusion": ("conclusion",),
        "references": ("références", "bibliographie", "sources"),
    },
    "es": {
        "summary": ("resumen", "resumen ejecutivo"),
        "key-messages": ("mensajes clave", "puntos clave"),
        "bottom-line": ("en síntesis", "lo esencial"),
        "problem": ("problema", "el problema"),
        "background": ("antecedentes", "introducción", "contexto"),
        "evidence": ("evidencia", "la evidencia"),
        "findings": ("resultados", "hallazgos"),
        "criteria": ("criterios", "criterios de decisión"),
        "options": ("opciones",),
        "comparison": ("comparación", "comparación de opciones", "comparación de las opciones"),
        "counter-argument": ("contraargumento", "contraargumentos", "objeciones"),
        "implications": ("implicaciones", "implicaciones para las políticas"),
        "recommendations": ("recomendaciones",),
        "risks": ("riesgos",),
        "limits": ("límites", "limitaciones"),
        "methods": ("métodos", "metodología"),
        "conflicts": ("conflictos de intereses", "conflicto de intereses", "financiación"),
        "study": ("el estudio", "sobre el estudio"),
        "conclusion": ("conclusión", "conclusiones"),
        "references": ("referencias", "bibliografía"),
    },
    "pt": {
        "summary": ("resumo", "resumo executivo", "sumário executivo", "síntese"),
        "key-messages": ("mensagens principais", "mensagens-chave", "pontos principais", "pontos-chave"),
        "bottom-line": ("em síntese", "o essencial"),
        "problem": ("problema", "o problema", "o desafio"),
        "background": ("contexto", "introdução", "antecedentes", "enquadramento"),
        "evidence": ("evidências", "a evidência", "o que dizem os dados", "análise"),
        "findings": ("resultados", "conclusões principais"),
        "criteria": ("critérios", "critérios de decisão"),
        "options": ("opções", "as opções", "opções de política"),
        "comparison": ("comparação", "comparação das opções", "as opções comparadas"),
        "counter-argument": ("contra-argumento", "contra-argumentos", "objeções"),
        "implications": ("implicações", "implicações para as políticas"),
        "recommendations": ("recomendações", "recomendações de política", "o que fazer", "próximos passos"),
        "risks": ("riscos", "riscos e mitigação"),
        "limits": ("limites", "limitações"),
        "methods": ("método", "métodos", "metodologia"),
        "conflicts": ("conflitos de interesse", "conflitos de interesses", "financiamento"),
        "study": ("o estudo", "sobre o estudo"),
        "conclusion": ("conclusão", "conclusões"),
        "references": ("referências", "referências bibliográficas", "bibliografia", "fontes"),
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


def find_role(classes: Iterable[str], title: str, lang: str) -> str:
    """The role of a heading, or an empty string."""
    named = next((c for c in classes if c in ROLES), "")
    if named:
        return named
    words = " ".join(VOWELS.sub("", title.casefold()).replace("\u2019", "'").split()).rstrip(".:")
    for table in (HEADINGS.get(lang.split("-")[0].lower(), {}), HEADINGS["en"]):
        for role, titles in table.items():
            if words in titles:
                return role
    return ""


def find_box(classes: Iterable[str]) -> str:
    """The box a div is, or an empty string."""
    return next((c for c in classes if c in BOXES), "")
