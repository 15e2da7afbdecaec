"""What citation styles call the types, languages and fixed words of biblatex, as tables."""

from __future__ import annotations

from collections.abc import Mapping

_TYPES = {
    "article-journal": "article periodical suppperiodical",
    "graphic": "artwork image",
    "song": "audio music",
    "book": "book collection commentary manual mvbook mvcollection mvproceedings mvreference proceedings reference",
    "chapter": "bookinbook inbook incollection suppbook suppcollection",
    "pamphlet": "booklet",
    "dataset": "data dataset",
    "paper-conference": "inproceedings",
    "entry-encyclopedia": "inreference",
    "legal_case": "jurisdiction",
    "treaty": "legal",
    "legislation": "legislation standard",
    "personal_communication": "letter letters",
    "motion_picture": "movie video",
    "article-newspaper": "newsarticle",
    "webpage": "online",
    "patent": "patent",
    "speech": "performance",
    "report": "report",
    "review": "review",
    "software": "software",
    "thesis": "thesis",
    "manuscript": "unpublished",
}

CSL_TYPES: Mapping[str, str] = {kind: style for style, kinds in _TYPES.items() for kind in kinds.split()}
"""The types of biblatex, and those of citation styles."""

OTHER_TYPE = "document"
"""What all other types are: a style knows nothing about them, and an empty type is no type."""

_NAMES = """
    en-US american canadian english usenglish; en-GB australian british newzealand ukenglish;
    de-DE german germanb ngerman; de-AT austrian naustrian; fr-FR francais french; fr-CA acadian canadien;
    pt-BR brazil brazilian; pt-PT portuguese; el-GR greek polutonikogreek; hu-HU hungarian magyar; af-ZA afrikaans;
    ar arabic; bg-BG bulgarian; ca-AD catalan; cs-CZ czech; da-DK danish; es-ES spanish; et-EE estonian; eu basque;
    fa-IR farsi; fi-FI finnish; he-IL hebrew; hr-HR croatian; is-IS icelandic; it-IT italian; ja-JP japanese;
    la latin; lt-LT lithuanian; lv-LV latvian; nb-NO norsk; nl-NL dutch; nn-NO nynorsk; pl-PL polish; ro-RO romanian;
    ru-RU russian; sk-SK slovak; sl-SL slovene; sr-RS serbian; sv-SE swedish; th-TH thai; tr-TR turkish;
    uk-UA ukrainian
"""

LANGUAGES: Mapping[str, str] = {name: tag for tag, *names in map(str.split, _NAMES.split(";")) for name in names}
"""The names that TeX has for languages, and their tags."""

VARIANTS: Mapping[str, str] = {
    "american": "american",
    "us": "american",
    "usmax": "american",
    "british": "british",
    "uk": "british",
    "australian": "australian",
    "newzealand": "newzealand",
}
"""What `langidopts = {variant=...}` makes of English."""

TERMS: Mapping[str, str] = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master\u2019s thesis",
    "bathesis": "Bachelor\u2019s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "technical report",
    "resreport": "research report",
    "software": "computer software",
    "datacd": "CD-ROM",
    "audiocd": "audio CD",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
    "inpress": "in press",
    "prepublished": "pre-published",
    "inpreparation": "in preparation",
    "newseries": "new series",
    "oldseries": "old series",
    "jourser": "series",
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
}
"""The fixed words of biblatex that stand in libraries, in English."""

EPRINTS: Mapping[str, str] = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "googlebooks": "https://books.google.com?id=",
}
"""Where the numbers of some archives lead."""
