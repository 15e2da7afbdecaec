"""The words that signs and gates look for, by language: patterns in, nothing else. English is complete; German,
French and Spanish hold what reads surely; other languages have the signs that need no words (figures, dates, quotes).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from briefkit.claims.openings import SIZE, beginnings, is_anchored, pattern_openings

MONTHS = {
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
    "de": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
}

ENGLISH = {
    "number-word": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?"
    r"|billions?|trillions?|dozens?|half|thirds?|quarters?|tenfold|twofold|threefold|twice|a decade)\b",
    "proportion": r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine) (?:\w+ )?(?:in|out of) (?:every )?(?:\w+)"
    r"|half (?:of|the|as)|(?:two|three|four|a|one)[- ](?:thirds?|quarters?|fifths?|tenths?)|a (?:third|quarter|fifth|tenth) of)\b",
    "ongoing": r"\b(?:is|are|has been|have been)(?: \w+)? \w{3,}ing\b|\b(?:is|are)(?: \w+)? (?:\w{3,}ed|felt|held|seen|known|made|built"
    r"|driven|drawn|given|taken|found|paid|sold|kept|led|met|run|set|put|cut|hit|lost|spent|borne|caught|fed|bought)\b",
    "comparison": r"\b(?:(?:more|less|fewer|higher|lower|greater|larger|smaller|faster|slower|longer|shorter|better"
    r"|worse|cheaper|earlier|later|older|younger|poorer|richer|weaker|stronger|likelier|closer|rarer|costlier) than|more \w+ than"
    r"|less \w+ than|as \w+ as|(?:more|less|most|least|equally|(?:twice|times) (?:as|more)|as) (?:likely|common|frequent|often)|(?:times|twice) as"
    r"|(?:more|less|fewer|better|worse|faster|longer|earlier|higher|lower)(?: [\w'\u2019-]+){1,4} than|compared (?:with|to)|in contrast to|unlike|outrang\w+|outpac\w+|outnumber\w+|exceed\w*"
    r"|lag\w* behind|ahead of|double that|on average|relative to|the same as)\b",
    "superlative": r"\b(?:the (?:\w+est|most \w+|least \w+|first|only|last|sole)|for the first time|ever since|never before|one of the"
    r" \w+est|unprecedented|record (?:high|low|level)s?)\b",
    "trend": r"\b(?:(?:runs?|dominat(?:es?|ed)|lacks?|stands? at|amounts? to|accounts? for|makes? up|consists? of|depends? on) |rose|risen|rising|fell|fallen|falling|grew|grown|growing|increas(?:ed?|es|ing)|declin(?:ed?|es|ing)"
    r"|decreas(?:ed?|es|ing)|dropp(?:ed|ing)|shr[aiu]nk|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|halv(?:ed|es|ing)"
    r"|soar(?:ed|s|ing)?|surg(?:ed|es|ing)|climb(?:ed|s|ing)|expand(?:ed|s|ing)|widen(?:ed|s|ing)|narrow(?:ed|s|ing)"
    r"|accelerat(?:ed|es|ing)|slow(?:ed|s|ing)|spread|deepen(?:ed|s|ing)|worsen(?:ed|s|ing)|improv(?:ed|es|ing)"
    r"|no longer|has become|have become|continues? to|still)\b",
    "cause": r"\b(?:caus(?:ed?|es|ing)|because|led to|leads? to|leading to|results? in|resulted in|resulting from|due to"
    r"|owing to|thanks to|driv(?:es|en|ing)|drove|contribut(?:ed?|es|ing) to|blam(?:es?|ed)|impairs?|impaired|reduc(?:es|ed)|harm(?:s|ed)|hurts?|benefits?|rais(?:es|ed)|forc(?:ed|es|ing)|push(?:ed|es|ing)"
    r"|prevent(?:ed|s|ing)?|deter(?:red|s|ring)?|trigger(?:ed|s|ing)?|spark(?:ed|s|ing)?|undermin(?:ed?|es|ing)|fuel(?:s|led|ling)"
    r"|as a result|therefore|stop(?:ped|s)|halt(?:ed|s)|delay(?:ed|s)|encourag(?:ed|es)|enabl(?:ed|es)|brought about|makes? it \w+er"
    r"|slow(?:ed|s) (?:down)?|explain(?:s|ed)|produc(?:ed|es)|ma(?:ke|kes|de) (?:[\w'\u2019-]+ ){1,5}(?:more|less|\w+er)\b)\b",
    "attribution": r"\b(?:sa(?:id|ys?)|according to|argu(?:ed?|es|ing)|claim(?:ed|s)?|report(?:ed|s)? that|stat(?:ed|es) that"
    r"|announc(?:ed|es)|found that|finds? that|conclud(?:ed?|es)|warn(?:ed|s)?|estimat(?:ed?|es)|not(?:ed|es) that"
    r"|insist(?:ed|s)?|den(?:ied|ies|y)|reject(?:ed|s)?|accus(?:ed?|es)|told|wrote|writes|agrees? that|agreed that|maintain(?:ed|s)? that"
    r"|acknowledg(?:ed?|es)|admit(?:ted|s)?|call(?:ed|s)? (?:it|the|on|for|this|that|them)|describ(?:ed?|es)"
    r"|declar(?:ed?|es)|suggest(?:ed|s)?|predict(?:ed|s)?|promis(?:ed?|es)|pledg(?:ed?|es)|urg(?:ed|es)|complain(?:ed|s)?"
    r"|assess(?:ed|es)?|believ(?:ed|es)|see[sn]? as|regard(?:ed|s)|point(?:ed|s)? (?:out|to)|show(?:ed|s|n)? that)\b",
    "vague-source": r"\b(?:(?:some|many|most|several|other|few|outside|independent|western|local|recent|numerous|multiple|previous|existing|past) )*(?:stud(?:y|ies)"
    r"|experts?|researchers|analysts?|critics?|scholars?|observers?|economists?|scientists|officials|sources|surveys?|reports?|polls?"
    r"|supporters?|opponents?|defenders?|advocates|proponents|sceptics|skeptics|commentators|diplomats|evidence|research|data|literature)"
    r"(?: (?:has|have|had|consistently|often|generally|also|now|that|which|who|widely|repeatedly|increasingly|still|already))*"
    r" (?:show(?:s|n|ed)?|suggest(?:s|ed)?|find|finds|found|indicat(?:es?|ed)|argu(?:es?|ed)|sa(?:y|ys|id)|agree[sd]?|believe[sd]?|warn(?:s|ed)?|claim(?:s|ed)?|point(?:s|ed)?"
    r"|estimat(?:es?|ed)|conclud(?:es?|ed)|report(?:s|ed)?|demonstrat(?:es?|ed)|confirm(?:s|ed)?|reveal(?:s|ed)?|predict(?:s|ed)?|not(?:e|es|ed)|stress(?:es|ed)?|disagree[sd]?|doubt(?:s|ed)?|link(?:s|ed)?|support(?:s|ed)?)\b"
    r"|\baccording to (?:(?:some|many|most|several|a number of|recent|leading|various) )*(?:experts?|critics?|analysts?|observers?|sources|officials|studies|researchers|economists|scholars|estimates)\b"
    r"|\bit is (?:widely|often|generally|said|known|well[- ]known|commonly|sometimes|estimated|believed|thought|reported)\b"
    r"|\bis widely (?:seen|believed|regarded|considered|thought)\b|\b(?:there is|a|with) (?:ample|growing|strong|some|good|clear|little|no|wealth of|body of|mounting|considerable|limited) (?:body of |and growing )?(?:evidence|research|literature)\b",
    "evidence-word": r"\b(?:stud(?:y|ies)|experts?|researchers|surveys?|evidence|research|data|literature|findings|statistics|polls?)\b",
    "law": r"\b(?:(?:[A-Z]\w+ )?(?:Act|Treaty|Convention|Protocol|Regulation|Directive|Resolution|Executive Order|Statute"
    r"|Charter|Constitution|Covenant|Agreement|Accord|Code of Conduct|Amendment|amendment)s?|E\.O\.|Pub\. L\.|U\.S\.C\.|(?:section|sections"
    r"|article|articles|paragraph|clause) \d+\w*|[A-Z]\w+ law\b|under (?:the|US|EU|UN|international|federal|national|domestic) law"
    r"|the law (?:requires?|allows?|bars?|forbids?|says?|lets?|freezes)|legal basis|(?:is|are|was|were) (?:prohibited|banned|illegal"
    r"|required by law|exempt(?:ed)?|binding))\b",
    "universal": r"\b(?:all|every|each|no one|nobody|none|never|always|everywhere|nowhere|any|without exception"
    r"|invariably|nothing|both|neither|no \w+ (?:has|have|had|is|was))\b",
    "frequency": r"\b(?:rarely|seldom|often|usually|typically|generally|mostly|largely|frequently|commonly|tends? to"
    r"|most of|the majority|a majority|a minority|many|several|few|hardly|scarcely|primarily|mainly|almost|nearly|some)\b",
    "event": r"\b(?:sign(?:ed)|designat(?:ed|es)|sanction(?:ed|s)|impos(?:ed|es)|launch(?:ed|es)|test(?:ed|s)|approv(?:ed|es)"
    r"|adopt(?:ed|s)|entered into force|took effect|banned|introduced|abolished|elected|invaded|attacked|withdrew"
    r"|joined|left|met|began|started|ended|opened|closed|built|bought|sold|supplied|delivered|froze|lifted|waived"
    r"|renewed|passed|published|founded|established|created|listed|added|removed|granted|exempted|ratified|fired"
    r"|acquired|deployed|developed|offered|proposed|paid|cost|spent|received|sent|won|lost|gave|took|made|became"
    r"|remained|failed|succeeded|agreed|refused|responded|returned|came|went|died|happened|occurred|changed|moved|stood|ran"
    r"|targeted|blocked|barred|punished|brought|kept|set|put|cut|used|turned|carried|followed|included|covered"
    r"|worked|applied|treated|ignored|broke|struck|hit|held|bore|shared|accepted|reached|raised|reduced|survived"
    r"|exchanged|notified|crashed|landed|collapsed|expired|drew|got)\b",
    "perfect": r"\b(?:has|have|had)(?! (?:eleven|seven|ten|even|often|men|women|children)\b)(?: (?:not|never|also|already|since|long|now|so far|yet|rarely|often|always|repeatedly))?"
    r" (?:been|\w+(?:ed|en|wn|ught|ung|ld|nt|pt|de|ne|lt|me|ut|id|ade|one|ost|elt))\b",
    "was": r"\b(?:was|were|had)\b",
    "hedge": r"\b(?:could|(?<!\bin )(?<!\d )(?<!\bof )(?<!minister )may(?! \d)|might(?! of)|would|perhaps|possibly|presumably|probably|seems?"
    r"|appears?|(?<!more )(?<!less )(?<!most )(?<!as )(?<!equally )(?:un)?likely)\b",
    "obligation": r"\b(?:must|needs? to|has to|have to)\b",
    "normative": r"\b(?:should(?:n't| not)?|ought to|had better|(?:our|the) (?:goal|aim|target|task|ambition) (?:is|must|should)|it is time|let us|let's|deserves?"
    r"|is worth|are worth|worth \w+ing|would be (?:wise|wrong|better|a mistake|foolish|fair)|we can do better|nobody should"
    r"|owes?|cannot afford|would do well|is right to|is wrong to|makes sense|our duty)\b",
    "evaluation": r"\b(?:good|bad|wise|unwise|foolish|wrong|right|fair|unfair|sensible|reckless|shameful|honest|dishonest|regrettable"
    r"|welcome|worrying|alarming|absurd|troubling|disappointing|encouraging|serious mistake|mistake|best|worst|tragedy|folly|pity"
    r"|uncomfortable|naive|cynical|dangerous|sound|poor|weak|modest|hard|easy|enough|matters?|sad|tempting|pointless|useless)\b",
    "imperative": r"^(?:let|contact|thank|thanks|see|email|visit|subscribe|download|register|please|consider|imagine|suppose|think|look|take|ask|remember|note|compare|begin|start|stop|end|publish"
    r"|make|set|fund|extend|offer|give|tell|keep|drop|build|use|create|establish|adopt|require|ensure|invest|support"
    r"|avoid|review|report|talk|say|call|do not|don't|never|tie|open|invite|put|name|state|spell out|bring|hold|write|expand"
    r"|commission|introduce|amend|repeal|replace|protect|prioriti[sz]e|allocate|develop|strengthen|improve|reduce|increase"
    r"|plant|measure|pay|test|try|buy|add|move|run|treat|share|plan|wait|leave|judge|read)\b",
    "opinion": r"\b(?:(?:I|we) (?:think|believe|feel|hope|fear|doubt|suspect|would argue|argue|find it|do not think|don't think"
    r"|suggest|recommend|propose|prefer|regret|admit|concede|am|worry|know|want|wish|grant|are (?:confident|sure|certain|unsure|convinced|sceptical|not sure|fairly \w+))|in (?:my|our) (?:view|opinion|judge?ment|eyes|reading)"
    r"|to my mind|to me|frankly|it seems to (?:me|us)|my own view|arguably|(?:my|our) (?:own )?(?:view|answer|advice|point"
    r"|guess|hope|fear|argument|worry|suggestion|preference|instinct|proposal|recommendation)\b)",
    "own-result": r"\b(?:we (?:(?:also|then|first|further|only|therefore|thus|have|had|were|were able to|did|can|were also|next) )*(?:find|found|show|shown|estimate[ds]?|calculate[ds]?|compute[ds]?|model(?:led|ed|s)?|measured?|observed?|surveyed|interviewed"
    r"|analy[sz]ed?|read|reviewed|searched|compared?|counted|used?|looked (?:at|for)|chose|excluded|included|drew on|drew|asked|tested|did not|could not|matched|collected|conducted|examined?|identified|identify|ran|spoke|built|developed|created|launched|worked|partnered|assessed|simulated?|projected|learned|heard|saw|noticed|selected|sampled|combined|merged|coded|scored|ranked|designed|piloted|evaluated?|published)"
    r"|our (?:model|analys[ie]s|estimates?|results?|survey|calculations?|data|findings?|sample|simulations?|study|research|team|work|approach|index|methodology|dataset|report|evaluation|projections?|baseline|interviews?|respondents|participants|pilot|project)"
    r"|(?:figure|table|chart|box|annex|appendix|map|panel) \d+\w* (?:shows?|gives?|lists?|compares?|sets out|presents|summari[sz]es|plots?|illustrates?|reports?)"
    r"|(?:this|the present) (?:report|study|survey|paper|analysis|research|index|evaluation|review) (?:also )?(?:finds?|found|shows?|estimates?|identifie[sd]|examine[sd]?|analy[sz]e[sd]|investigate[sd]?|uses?|draws? on|compares?|looks? at))\b",
    "signpost": r"^(?:(?:section|chapter|part|annex|appendix|page) \w+ (?:sets?|gives?|lists?|describes?|explains?|reviews?|compares?)|this (?:brief|paper|section|report|note|article|column|piece|chapter|box|table|essay)|the (?:next|following|last|rest of this|first) (?:section|part|paragraphs?"
    r"|pages?)|below|here (?:is|are)|in what follows|we (?:begin|turn|now turn|start|set out|compare|discuss|review|come)"
    r"|(?:first|second|third|finally|next|then|so|now)[,:] (?:we|a word|the|some)|as (?:noted|discussed|shown) (?:above|below|earlier)|what follows"
    r"|let me|i (?:will|shall|want to|come|turn|begin)|consider|start with|two things|three things|two points|three points"
    r"|(?:two|three|four|five) \w+ (?:follow|stand out|come to mind|would help|are enough|deserve)|the (?:argument|case|logic|point|reasoning|lesson|answer|question|choice) (?:is|here is|goes)"
    r"|none of this|all of this|that is (?:the|why|what|a)|this is (?:not )?(?:the|why|what|a))\b",
    "study-talk": r"\b(?:respondents?|participants?|interviewees?|the sample|sampled|treatment group|control group|baseline|scenarios?|simulat\w+|calibrat\w+|the model|dataset|data set|methodology|questionnaire|focus groups?|pilot|the (?:survey|index|evaluation|study|analysis|results?|findings?|chart|graph|figure|table|map) (?:above|below|shows?|finds?|found|also))\b",
    "provision": r"\b(?:requires?|required|allows?|allowed|permits?|prohibits?|prohibited|mandates?|mandated|entitles?|entitled|obliges?|obligates?|stipulates?|provides? (?:for|that)|sets? out|lays? down|applies to|apply to|establish(?:es|ed)|authori[sz]e[sd]?|defines|governs?|regulates?|guarantees?|protects?|exempts?|is responsible for|are responsible for|oversees?|is eligible|are eligible|must be|may not|is subject to|are subject to|in force|comes? into force|under (?:the|its|this) (?:new )?(?:law|act|rules?|regulations?|agreement|treaty|scheme|programme|program|policy|plan|directive|bill))\b",
    "programme": r"\b(?:aims? (?:to|at)|is designed to|are designed to|is intended to|seeks? to|sought to|works? with|partner(?:s|ed)? with|is (?:funded|run|led|managed|operated) by|offers?|supports?|provides?|delivers?|serves?|helps?|covers?)\b",
    "existence": r"\bthere (?:is|are|was|were|has been|have been|remains?|exist|exists)\b",
    "absence": r"\b(?:lack(?:s|ed|ing)?|fail(?:s|ed|ing)? to|do(?:es)? not|did not|don't|doesn't|didn't|cannot|can't|without|absence of|little (?:evidence|is known|data|information|research)|no (?:evidence|data|clear|single|longer|official)|remains? (?:un\w+|limited|low|scarce|weak)|unable to|insufficient|inadequate)\b",
    "ability": r"\b(?:can|able to|capable of|has the potential|have the potential)\b",
    "importance": r"\b(?:is|are|was|remains?|be|being|equally|particularly|especially|most) (?:also )?(?:very |so |even )?(?:important|critical|crucial|essential|key|vital|necessary|imperative|central|needed|clear|possible|worth|better|useful|helpful|valuable)\b",
    "purpose": r"^(?:to|in order to|for this|with this)\b|\b(?:in order to|so that|so as to|with the (?:aim|goal|objective) of|the (?:aim|goal|purpose|objective|idea) (?:is|was|of))\b",
    "reader": r"\b(?:you|your|yourself|click|read more|learn more|find out)\b",
    "example": r"\b(?:for example|for instance|such as|including|e\.g\.|notably|in particular)\b",
    "recent": r"\b(?:recent(?:ly)?|currently|today|now|nowadays|so far|to date|already|in the (?:past|last) (?:\w+ )?(?:years?|decades?|months?|century)|over the (?:past|last|next|coming) (?:\w+ )?(?:years?|decades?|months?|century)|this (?:year|month|week|decade)|last (?:year|month|week|decade)|last \w+day|since then|historically|traditionally|long|ago|previously|in \w+ years|at the time|by the time)\b",
    "size": r"\b(?:large|small|significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|major|minor|huge|vast|dramatic(?:ally)?|sharp(?:ly)?|steep(?:ly)?|growing|rising|increasing(?:ly)?|high|low|higher|lower|larger|smaller|greater|fewer|rapid(?:ly)?|fast|slow(?:ly)?|disproportionate(?:ly)?|widespread|common|rare|scarce|heav(?:y|ily)|extensive(?:ly)?)\b",
    "effect": r"\b(?:effects?|impacts?|affect(?:s|ed|ing)?|influenc(?:es?|ed|ing)|outcomes?|consequences?|associated with|linked to|correlat\w+|depends? on|determin(?:es?|ed)|shap(?:es?|ed|ing)|creat(?:es?|ed|ing)|generat(?:es?|ed|ing)|lower(?:s|ed|ing)|improv(?:es?|ed|ing)|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|threaten(?:s|ed|ing)?|expos(?:es?|ed|ing)|makes? (?:it|them)|helps? (?:to )?|protects?)\b",
    "thought": r"\b(?:I|me|my|myself)\b",
    "promise": r"\b(?:plan(?:s|ned) to|intends? to|committed to|commitment to|propos(?:es|ed|al)|pledg\w+|expected to|set to|scheduled to|due to (?:be|start|begin|expire)|announced)\b",
    "definition": r"(?:\b(?:means? (?:that|the|a|any)|is defined as|are defined as|refers? to|is the term for|stands for|is short for"
    r"|by \w+ (?:we|i) mean|is called)\b)",
    "conditional": r"^(?:if|unless|were (?:the|it)|should (?:the|it)|suppose|imagine|had )\b|\b(?:if|unless) (?:the|a|it|they|we|this|that)\b",
    "future": r"\b(?:will|won't|shall|is going to|are going to)\b",
    "rhetoric-case": r"^(?:for (?:example|instance), )?(?:imagine|suppose|say|picture|take) (?:a|an|the|that|two|three)\b",
    "metaphor": r"\b(?:like a|as if|as though|so to speak|in other words|put differently|put simply|to be fair|of course|after all"
    r"|no doubt|admittedly|granted|needless to say|that said|fair enough|obviously|in short|surely|the trouble is|the truth is)\b",
}

GERMAN = {
    "number-word": r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert\w*|tausend\w*|Million\w*|Milliard\w*"
    r"|Hälfte|Drittel|Viertel|Dutzend\w*)\b",
    "comparison": r"\b(?:mehr als|weniger als|höher als|niedriger als|größer als|kleiner als|im Vergleich|gegenüber)\b",
    "superlative": r"\b(?:am \w+sten|der \w+ste|die \w+ste|das \w+ste|erstmals|einzige\w*)\b",
    "trend": r"\b(?:stieg\w*|gestiegen|sank\w*|gesunken|fiel\w*|gefallen|wuchs\w*|gewachsen|zugenommen|abgenommen"
    r"|verdoppelt\w*|halbiert\w*)\b",
    "cause": r"\b(?:weil|führte\w* zu|führt zu|verursacht\w*|aufgrund|dadurch|deshalb|bewirkt\w*)\b",
    "attribution": r"\b(?:sagte\w*|laut|erklärte\w*|behauptet\w*|berichtet\w*|zufolge|warnte\w*|schätzt\w*|kritisiert\w*)\b",
    "vague-source": r"\b(?:Studien?|Expert\w+|Forscher\w*|Kritiker\w*|Beobachter\w*|Fachleute)\b",
    "law": r"\b(?:\w*[Gg]esetz\w*|\w*[Vv]erordnung\w*|Richtlinie\w*|Vertrag\w*|Artikel \d+|§+ ?\d+)\b",
    "universal": r"\b(?:alle|jede\w*|niemand|nie|immer|kein\w*)\b",
    "frequency": r"\b(?:oft|meist\w*|häufig|selten|in der Regel|viele|wenige)\b",
    "event": r"\b(?:beschloss\w*|verabschiedet\w*|trat in Kraft|unterzeichnet\w*|wurde|wurden|begann\w*|endete\w*|kostet\w*)\b",
    "hedge": r"\b(?:könnte\w*|würde\w*|möglicherweise|vielleicht|wohl|vermutlich|scheint)\b",
    "normative": r"\b(?:soll\w*|muss|müssen|müsste\w*)\b",
    "opinion": r"\b(?:wir (?:glauben|meinen|finden|empfehlen|schlagen vor)|ich (?:glaube|meine|finde)|unserer (?:Ansicht|Meinung))\b",
    "own-result": r"\b(?:wir (?:zeigen|finden|schätzen|berechnen)|unser\w* (?:Modell|Analyse|Ergebnisse?|Berechnung\w*))\b",
    "signpost": r"^(?:dieser (?:Bericht|Abschnitt)|dieses Papier|im Folgenden|zunächst)\b",
    "definition": r"\b(?:bezeichnet|bedeutet, dass|versteht man|wird definiert)\b",
    "conditional": r"^(?:wenn|falls|sollte\w*)\b",
}

FRENCH = {
    "number-word": r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cents?"
    r"|mille|milliers?|millions?|milliards?|moitié|tiers|quarts?|demie?|dizaines?|vingtaines?|trentaines?|centaines?)\b",
    "proportion": r"\b(?:(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf) (?:[\w'\u2019-]+ )?sur (?:deux|trois|quatre|cinq|six|dix|vingt|cent)"
    r"|(?:la|une|de) moitié|(?:deux|trois|quatre|neuf) (?:tiers|quarts|cinquièmes|dixièmes)|(?:un|le) (?:tiers|quart|cinquième|dixième) d)\b",
    "comparison": r"\b(?:(?:plus|moins|aussi) (?:\w+ )?qu(?:e\b|['\u2019])|(?:plus|moins) d(?:e\b|['\u2019])|fois (?:plus|moins)|par rapport [àa]u?x?"
    r"|contre (?=\d)|davantage|supérieure?s? (?:à|aux?)|inférieure?s? (?:à|aux?)|comparée?s? (?:à|aux?)|à la différence d|autant qu|meilleure?s? qu|pires? qu"
    r"|en moyenne|dépass\w+)",
    "superlative": r"\b(?:l[ea]s? plus \w+|l[ea]s? moins \w+|l[ea]s? (?:tou(?:t|te)s? )?(?:premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?)"
    r"|pour la première fois|sans précédent|jamais auparavant|records?|inédite?s?)\b",
    "trend": r"\b(?:augment\w+|baiss\w+|diminu\w+|recul\w+|progress(?!i[fv]|ist)\w+|doubl\w+|tripl\w+|chut\w+|hausses?|grimp\w+|stagn\w+"
    r"|accélér\w+|ralenti\w*|accrue?s?|s['\u2019]accroît|s['\u2019]aggrav\w+|a dégradé|cesse(?:nt)? de|passe(?:nt)? de|passée?s? de|restée?s?)\b",
    "cause": r"\b(?:parce qu|en raison d|du fait d|faute d|à cause d|grâce [àa]|si bien qu|de sorte qu|entraîn\w+|caus(?:e|ent|é|ée|és|ées|ait|er)\b|provoqu\w+|pénalis\w+"
    r"|condui(?:t|sent|sait) (?:à|aux?)|empêch\w+|favoris\w+|expliqu\w+|permet(?:tent|tait)?\b|permis|rédui(?:t|te|ts|sent|re)\b|découl\w+|résult(?:e|ent|ait) d)",
    "attribution": r"\b(?:selon(?! (?:nous|moi|les? cas|que)\b)|d['\u2019]après|(?:a|ont|avait) (?:déclaré|annoncé|dit|écrit|promis|rappelé|jugé|reconnu|conclu|constaté)|affirm\w+"
    r"|estim\w+|soulign\w+|indiqu\w+|conclu(?:t|ent)|constat\w+|dénonc\w+|rapporte(?:nt)? que|préconis\w+|qualifi(?:e|ent|é|ée|és|ées|ait)(?= (?:de|d['\u2019]|\u00ab)))\b",
    "vague-source": r"\b(?:études?|experte?s?|chercheurs|critiques|observateurs|spécialistes|économistes|scientifiques|enquêtes?|sondages?|rapports?(?! (?:à|aux?)\b)"
    r"|recherches?|données|évaluations?|on (?:dit|sait) que)\b",
    "law": r"\b(?:[Ll]ois?|[Dd]écrets?|[Rr]èglements?|[Dd]irectives?|[Tt]raités?|[Cc]onventions?|[Aa]rrêtés?|[Oo]rdonnances?|[Cc]odes? (?:d|civil|pénal)|Constitution"
    r"|[Aa]rt(?:icles?|\.)\s?(?:[LRD]\.?\s?)?\d+|l['\u2019]article|illéga\w+|interdi(?:t|te|ts|tes|sent)\b)",
    "universal": r"\b(?:tou(?:s|te|tes)|chaque|aucune?|jamais|toujours|partout|personne n|rien n|nulle?s? \w+ n)\b",
    "frequency": r"\b(?:souvent|parfois|rarement|généralement|la plupart|la majorité|beaucoup|plusieurs|nombreu\w+|quelques|certain\w*|presque|fréquemment|peu d)\b",
    "event": r"\b(?:a été|ont été|fut|furent|entrée?s? en vigueur|a (?:adopté|signé|voté|créé|lancé|imposé|coûté|supprimé|ouvert|fermé|construit|vendu|versé|payé|publié)"
    r"|ont (?:adopté|signé|voté|créé|lancé|imposé|coûté|supprimé|ouvert|fermé|construit|vendu|versé|payé|publié))\b",
    "perfect": r"\b(?:a|ont|avait|avaient)(?: (?:été|déjà|aussi|jamais|toujours|pas|plus|souvent|longtemps|depuis))*"
    r" (?!(?:trois|depuis|aussi|ainsi|ici|puis|mais|parmi|peu|qui|lui|droit|huit|petite?s?|tous?|plus|point|soit|été)\b)\w+(?:ée?s?|i|is|ise?s?|it|its|u|us|ues?|int|ert)\b",
    "was": r"\b(?:était|étaient|fut|furent|avait|avaient)\b",
    "hedge": r"\b(?:pourrai(?:t|ent)|peut-être|semble\w*|paraît|sans doute|probablement|vraisemblablement|éventuellement|aurai(?:t|ent)|\w{2,}erai(?:t|ent))\b",
    "obligation": r"\b(?:doi(?:t|vent))\b",
    "normative": r"\b(?:devrai(?:t|ent)|il faut|il faudrait|convient d|il est temps|il importe|mérite(?:nt|rait)?|nous devons|gagnerai(?:t|ent) à)\b",
    "evaluation": r"\b(?:bonnes?|bons?|mauvaise?s?|injustes?|sages?|inutiles?|utiles?|absurdes?|regrettables?|dangereu\w+|souhaitables?|préférables?|raisonnables?|inacceptables?"
    r"|insuffisante?s?|nécessaires?|inquiétante?s?|hélas)\b",
    "imperative": r"^(?:ne (?:pas|rien|plus) )?(?:(?:voyez|notez|imaginez|imaginons|supposez|supposons|prenez|prenons|considérons|comparez|retenez|rappelons)\b"
    r"|(?!(?:hier|premier|dernier|entre|contre|outre|notre|votre|quatre|autre|moindre|janvier|février)\b)\w{2,}(?:er|ir|dre|ttre|ître|ire|oir)\b"
    r"(?!.*\b(?:est|sont|a|ont|sera|serait|peut|permet|suppose|revient|entraîne|réduit|augmente|coûte|provoque|\w+erai(?:t|ent))\b))",
    "opinion": r"\b(?:nous (?:pensons|croyons|estimons que|recommandons|proposons|jugeons|regrettons|craignons|espérons|préférons|plaidons|doutons)|je (?:pense|crois|juge|regrette|propose)"
    r"|à (?:notre|mon) avis|à nos yeux|selon (?:nous|moi)|notre (?:avis|position|proposition|recommandation|préférence))\b",
    "own-result": r"\b(?:nous (?:montrons|trouvons|calculons|mesurons|comparons|avons (?:calculé|mesuré|comparé|interrogé|estimé|analysé|relevé|exclu|utilisé)|n['\u2019]avons pas)"
    r"|notre (?:modèle|analyse|enquête|calcul|échantillon|étude)|nos (?:résultats|calculs|chiffres|données|estimations|entretiens)"
    r"|(?:figure|tableau|graphique|encadré|annexe|carte) \d+(?: l[ea]s?| en)? (?:montre|donne|compare|présente|résume|indique|illustre|détaille))\b",
    "signpost": r"^(?:cette (?:note|section|partie|étude)|ce (?:rapport|document|texte|chapitre)|cet (?:article|encadré)|la section suivante|dans ce qui suit|ci-dessous|ci-après|voici"
    r"|nous (?:commençons|verrons|reviendrons|présentons|examinons)|(?:deux|trois|quatre) (?:options|pistes|points|raisons) (?:existent|suivent|se dégagent|s['\u2019]offrent))\b",
    "definition": r"\b(?:désigne(?:nt)?|signifie que|se définit comme|définie?s? comme|on entend par|nous entendons|on appelle)\b",
    "conditional": r"^(?:si|s['\u2019]ils?|à moins qu|à condition)\b",
    "future": r"\b(?:\w{2,}er(?:a|ont)|sera|seront|aura|auront|fera|feront|ira|iront|pourr(?:a|ont)|devr(?:a|ont)|(?:va|vont) \w+er)\b",
    "rhetoric-case": r"^(?:par exemple, )?(?:imagin(?:ez|ons)|suppos(?:ez|ons)|pren(?:ez|ons)) ",
    "metaphor": r"\b(?:bien sûr|certes|en d['\u2019]autres termes|autrement dit|évidemment|en somme|bref|à vrai dire|il est vrai)\b",
}

SPANISH = {
    "number-word": r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien\w*|mil|miles|millones|mitad|tercio|cuarto)\b",
    "comparison": r"\b(?:más (?:\w+ )?que|menos (?:\w+ )?que|más de|menos de|en comparación|frente a)\b",
    "superlative": r"\b(?:(?:el|la|los|las) más \w+|primer[oa]?s?|únic[oa]s?)\b",
    "trend": r"\b(?:aument\w+|disminuy\w+|cay\w+|creci\w+|baj(?:ó|aron|an)|sub(?:ió|ieron|en)|duplic\w+)\b",
    "cause": r"\b(?:porque|debido a|caus\w+|provoc\w+|gracias a|condujo a|llevó a)\b",
    "attribution": r"\b(?:según|dijo|afirm\w+|declar\w+|señal\w+|estim\w+|anunci\w+)\b",
    "vague-source": r"\b(?:estudios?|expert[oa]s|investigador\w+|críticos|observadores|analistas)\b",
    "law": r"\b(?:ley(?:es)?|decretos?|reglamentos?|directivas?|tratados?|convenios?|artículo \d+)\b",
    "universal": r"\b(?:tod[oa]s?|cada|ningun[oa]?|nunca|siempre)\b",
    "frequency": r"\b(?:a menudo|rara vez|generalmente|la mayoría|much[oa]s|varios|pocos)\b",
    "event": r"\b(?:fue|fueron|entró en vigor|aprobó|firmó|impuso|adoptó|creó|costó|comenzó)\b",
    "hedge": r"\b(?:podría\w*|quizás?|tal vez|probablemente|parece\w*|sería\w*)\b",
    "normative": r"\b(?:debe\w*|debería\w*|hay que|tiene que|conviene)\b",
    "opinion": r"\b(?:creemos|pensamos|recomendamos|proponemos|creo|a nuestro juicio|en nuestra opinión)\b",
    "own-result": r"\b(?:mostramos|calculamos|nuestro (?:modelo|análisis)|nuestros (?:resultados|cálculos))\b",
    "signpost": r"^(?:este (?:informe|documento)|esta (?:nota|sección)|a continuación)\b",
    "definition": r"\b(?:se define como|significa que|se entiende por)\b",
    "conditional": r"^(?:si)\b",
}


CASED = ("law",)
"""Patterns that tell names by their capitals; all others are searched in small letters, which is three times as fast."""


TABLES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

WORD_START = re.compile(r"\b(?=\w)")


class _Lexicon:
    """The compiled patterns of a language, and which of them can match where a word begins in a certain way."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self.patterns = {name: re.compile(p if name in CASED else p.lower()) for name, p in table.items()}
        openings = {name: pattern_openings(p.pattern) for name, p in self.patterns.items()}
        self.anywhere = [name for name in self.patterns if "" in openings[name]]
        anchored = {name for name in self.patterns if is_anchored(self.patterns[name].pattern)}
        self.first = _by_opening(openings, self.patterns)
        self.inside = _by_opening(openings, [name for name in self.patterns if name not in anchored])
        self.startable = lru_cache(maxsize=16384)(self._startable)

    def _startable(self, word: str, first: bool) -> tuple[str, ...]:
        """The names of the patterns that can match at a word which begins so; there are not many such beginnings.

        `first` says that the word is the first of the text: nowhere else need the patterns be tried that ask for it.
        """
        names = self.first if first else self.inside
        return tuple(dict.fromkeys(name for beginning in beginnings(word) for name in names.get(beginning, ())))

    def find(self, text: str) -> Mapping[str, str]:
        """The first words in a text that each pattern finds, by its name."""
        small = _small(text)
        found = {name: self.patterns[name].search(text if name in CASED else small) for name in self.anywhere}
        for word in WORD_START.finditer(small):
            at = word.start()
            for name in self.startable(small[at : at + SIZE + 1], not at):
                if not found.get(name):
                    found[name] = self.patterns[name].match(text if name in CASED else small, at)
        return {name: text[match.start() : match.end()] for name, match in found.items() if match}


def _by_opening(openings: Mapping[str, Collection[str]], names: Iterable[str]) -> Mapping[str, list[str]]:
    """The names of the patterns that have an opening, by the opening."""
    found: dict[str, list[str]] = {}
    for name in names:
        for opening in openings[name]:
            found.setdefault(opening, []).append(name)
    return found


@lru_cache(maxsize=32)
def _lexicon(base: str) -> _Lexicon:
    return _Lexicon(TABLES.get(base, {}))


@lru_cache(maxsize=8)
def find_all_words(text: str, lang: str) -> Mapping[str, str]:
    """The first words in a text that each pattern finds, by its name."""
    return _lexicon(lang.split("-")[0].lower()).find(text)


def find_words(name: str, text: str, lang: str) -> str:
    """The first words in a text that the pattern of this name finds, or an empty string."""
    return find_all_words(text, lang).get(name, "")


def _small(text: str) -> str:
    """The text in small letters, each as long as it was, so that what is found can be shown as typed."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
