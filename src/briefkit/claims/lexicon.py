"""The words that signs and gates look for, by language: patterns in, nothing else. English is complete; German,
French and Spanish hold what reads surely; other languages have the signs that need no words (figures, dates, quotes).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from briefkit.claims.openings import SIZE, beginnings, is_anchored, pattern_openings
from briefkit.patterns import regex
from briefkit.text import primary

_COUNTS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)?)"
)
_NO_PLACE = "".join([rf"(?<!\b{word} )" for word in "bottom top first second other upper lower next last".split()])
_ABOUT = r"(?:about|nearly|almost|over|roughly|around|(?:more|less|fewer) than|by|only|up to)"

ENGLISH = {
    "number-word": r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?"
    r"|billions?|trillions?|dozens?|half|thirds?|quarters?|tenfold|twofold|threefold|twice|a decade)\b",
    "proportion": r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine) (?:\w+ )?(?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|a thousand|\d+)"
    r"|(?<!\bother )half (?:of|the|as)|(?:two|three|four|a|one)[- ](?:thirds?|quarters?|fifths?|tenths?)|a (?:third|quarter|fifth|tenth) of)\b",
    "spelt-figure": rf"\b(?:{_COUNTS} (?:(?:hundred|thousand) )?(?:hundred|thousand|million|billion|trillion|per ?cent|percentage points?)"
    rf"|(?:a|half a) (?:million|billion|trillion)|{_COUNTS}fold|{_COUNTS} (?:in|out of) (?:every )?(?:{_COUNTS}|a (?:hundred|thousand|million)|\d+)"
    rf"|{_COUNTS} \w+ (?:in|out of) (?:every )?{_COUNTS}(?=[,.;:)]| (?:in|of|is|are|was|were|has|have|had|do|does|did|can|cannot|could|who|that|still|now|at|on|with|without|lives?|lack\w*)\b)"
    r"|(?:two|three|four)[- ](?:thirds|quarters|fifths|tenths)(?! (?:in a row|running)\b)"
    rf"|(?:{_ABOUT} )?(?:a|one) (?:third|quarter|fifth|tenth) of (?!an? )|{_ABOUT} (?:a|one) (?:third|quarter|fifth|tenth)"
    rf"|(?!one ){_COUNTS} of (?:the|its|their|our|those|these) (?:[a-z]+ )?{_COUNTS}|{_NO_PLACE}half (?:the|its|their|our) (?:[a-z]+ )?[a-z]{{2,}}s"
    rf"|{_NO_PLACE}half of (?:all|the|its|their|those|them|these|which|whom)|{_ABOUT} half(?! an? | past | way| way|-| of (?:what|that|this)\b))\b",
    "ongoing": r"\b(?:is|are|has been|have been)(?: \w+)? \w{3,}ing\b|\b(?:is|are)(?: \w+)? (?:\w{3,}ed|felt|held|seen|known|made|built"
    r"|driven|drawn|given|taken|found|paid|sold|kept|led|met|run|set|put|cut|hit|lost|spent|borne|caught|fed|bought)\b",
    "comparison": r"\b(?:(?:more|less|fewer|higher|lower|greater|larger|smaller|faster|slower|longer|shorter|better"
    r"|worse|cheaper|earlier|later|older|younger|poorer|richer|weaker|stronger|likelier|closer|rarer|costlier) than|more \w+ than"
    r"|less \w+ than|as (?!(?:well|soon|long|far|likely as not)\b)\w+ as|(?!more likely than not|less likely than not)(?:more|less|most|least|equally|(?:twice|times) (?:as|more)|as) (?:likely|common|frequent|often)|(?:times|twice) as"
    r"|(?:more|less|fewer|better|worse|faster|longer|earlier|higher|lower)(?: [\w'\u2019-]+){1,4} than|compared (?:with|to)|in contrast to|unlike|outrang\w+|outpac\w+|outnumber\w+|exceed\w*"
    r"|lag\w* behind|ahead of|double that|on average|relative to|the same as)\b",
    "superlative": r"\b(?:the (?:(?!(?:west|rest|test|guest|forest|harvest|interest|request|protest|contest|conquest|arrest|nest|chest|quest|crest|inquest|priest|pest|vest|latest|nearest)\b)\w+est|most \w+|least \w+|(?:first|last)(?! (?:is|are|was|were|of (?:these|them|the two)|concerns?|comes?)\b)|only|sole)|for the first time|ever since|never before|one of the"
    r" \w+est|unprecedented|record (?:high|low|level)s?)\b",
    "trend": r"\b(?:(?:runs?|dominat(?:es?|ed)|lacks?|stands? at|amounts? to|accounts? for|makes? up|consists? of|depends? on) |rose|risen|rising|fell|fallen|falling|grew|grown|growing|increas(?:ed?|es|ing)|declin(?:ed?|es|ing)"
    r"|decreas(?:ed?|es|ing)|dropp(?:ed|ing)|shr[aiu]nk|doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|halv(?:ed|es|ing)"
    r"|soar(?:ed|s|ing)?|surg(?:ed|es|ing)|climb(?:ed|s|ing)|expand(?:ed|s|ing)|widen(?:ed|s|ing)|narrow(?:ed|s|ing)"
    r"|accelerat(?:ed|es|ing)|slow(?:ed|s|ing)|spread|deepen(?:ed|s|ing)|worsen(?:ed|s|ing)|improv(?:ed|es|ing)"
    r"|no longer|has become|have become|continues? to|still)\b",
    "cause": r"\b(?:caus(?:ed?|es|ing)|because|led to|leads? to|leading to|results? in|resulted in|resulting from|due to"
    r"|owing to|thanks to|drives|driven(?! (?:to|from|in|on) )|driving(?= (?:up|down|out|away|demand|growth|change|inflation|prices|costs|many|most|more|people|the|these|this|its|their|an?|much)\b)|(?:(?<=\bis )|(?<=\bare )|(?<=\bwas )|(?<=\bwere ))driving(?! (?:to|on|in|at|along|home|off|past|too|without|under|slowly|fast)\b)|drove|contribut(?:ed?|es|ing) to|blam(?:es?|ed)|impairs?|impaired|reduc(?:es|ed)|harm(?:s|ed)|hurts?|benefits?|rais(?:es|ed)|forc(?:ed|ing)|(?<!armed )(?<!security )(?<!police )(?<!market )(?<!allied )(?<!peacekeeping )forces(?! (?:of|in|from|that|were|are|have|had|and)\b)|push(?:ed|es|ing)"
    r"|prevent(?:ed|s|ing)?|deter(?:red|s|ring)?|trigger(?:ed|s|ing)?|spark(?:ed|s|ing)?|undermin(?:ed?|es|ing)|fuel(?:led|ling)|(?<!fossil )(?<!solid )(?<!liquid )(?<!motor )(?<!clean )fuels(?! (?:are|were|and|for|in|from|that|of|such)\b)"
    r"|as a result|therefore|stopped|(?<!\bthe )(?<!\bthese )(?<!\ball )(?<!\bof )(?<!\btheir )stops(?= (?:the|an?|any|all|its|their|his|her|it|them|people|most|many|some|this|these|those)\b| (?!(?:in|at|on|of|for|and|are|were|have|with|along|by|per|to|near|between|than|that|fell|rose)\b)(?:[\w-]+ ){1,4}?from\b)|halt(?:ed|s)|delayed|delays(?= (?:the|an?|its|their|any|all|both|most)\b)|encourag(?:ed|es)|enabl(?:ed|es)|brought about|makes? it \w+er"
    r"|slow(?:ed|s) (?:down)?|explain(?:s|ed)|produc(?:ed|es)|ma(?:ke|kes|de) (?:[\w'\u2019-]+ ){1,5}(?:more|less|\w+er)\b)\b",
    "attribution": r"\b(?:sa(?:id|ys)(?! no\b)|say(?!,| no\b)|(?<!, )say(?=,)|according to|argu(?:ed?|es|ing)|(?<!\bthe )(?<!\ba )(?<!\bof )(?<!\bno )claim(?:ed|s)?(?! (?:(?:about|some|over|nearly|around|more than|at least|[\d.,]+|(?:thousand|hundred|dozen)s of|many|the|an?|its|their) ){0,2}"
    r"(?:lives|victims|(?:\w+ )?(?:benefit|credit)s?|refunds?|damages|compensation|asylum)\b)|report(?:ed|s)? that|stat(?:ed|es) that(?! (?:are|were|have|had|do|did|can|lack)\b)"
    r"|announc(?:ed|es)|found that|finds? that|conclud(?:ed?|es)|warn(?:ed|s)?|(?<!\bthe )(?<!\ban )(?<!\bof )(?<!\bour )(?<!\bproduces )(?<!\bprovides )(?<!\bgives )(?<!\bto )estimat(?:ed?|es)|not(?:ed|es) that"
    r"|insist(?:ed|s)?|den(?:ied|ies|y)|reject(?:ed|s)?|accus(?:ed?|es)|(?<!\ball )told|wrote|writes|agrees? that|agreed that|maintain(?:ed|s)? that|(?<!to )puts? it(?=[,.]| (?:this way|thus|so|like this|bluntly|plainly)\b)|(?<=in the )words of"
    r"|acknowledg(?:ed?|es)|admit(?:ted|s)?(?! (?:up to|only|\d|(?:all |no |new |more )?"
    r"(?:trailers|bicycles|bikes|cars|lorries|trucks|dogs|children|visitors|students|pupils|patients|members|refugees|migrants)\b))|call(?:ed|s)? (?:it|on|for(?! (?:evidence|papers?|proposals?|input|views|tenders?|bids|applications)\b)|this|that|them)|describ(?:ed?|es)"
    r"|declar(?:ed?|es)|(?<!\bto )suggest(?:ed|s)?|predict(?:ed|s)?|(?<!\bthe )(?<!\ba )(?<!\bof )promis(?:ed?|es)|pledg(?:ed?|es)|urg(?:ed|es)|complain(?:ed|s)?"
    r"|assess(?:ed|es)|assess(?= that\b)|believ(?:ed|es)|see[sn]? as|regard(?:ed|s)|(?:accept|support|welcom|endors|reject)(?:s|es|ed) (?:(?:all|most|both|some|two|three|many) (?:of )?)?our (?:recommendations?|findings|proposals?)|(?:pointed|(?<!percentage )(?<!basis )(?<!\d )points?) (?:out|to)|show(?:ed|s|n)? that|conced(?:ed|es)|reckon(?:ed|s)|contend(?:ed|s)?"
    r"|alleg(?:ed|es)|reiterat(?:ed|es)|caution(?:ed|s) (?=that|against)|threaten(?:ed|s) (?=to|with|legal)|considers|expects|(?<!\bwe )(?<!\bwe now )(?<!\bto )(?<!\bwould )(?<!\bnot )expect(?= (?!to\b|us\b))"
    r"|(?<!\bit )(?<!\bhe )(?<!\bshe )(?<!\bwho )finds(?! (?:its|his|her|their|favou?r|a|an|it|that)\b)|blam(?:es|ed)(?= (?:the|its|his|a|an|this)\b))\b",
    "vague-source": r"\b(?:(?:some|many|most|several|other|few|outside|independent|western|local|recent|numerous|multiple|previous|existing|past) ){0,3}(?:stud(?:y|ies)"
    r"|experts?|researchers|analysts?|critics?|scholars?|observers?|economists?|scientists|officials|sources|surveys?|reports?|polls?"
    r"|supporters?|opponents?|defenders?|advocates|traders|investors|proponents|sceptics|skeptics|commentators|diplomats|evidence|research|data|literature)"
    r"(?: (?:has|have|had|consistently|often|generally|also|now|that|which|who|widely|repeatedly|increasingly|still|already)){0,3}"
    r" (?:show(?:s|n|ed)?|suggest(?:s|ed)?|find|finds|found|indicat(?:es?|ed)|argu(?:es?|ed)|sa(?:y|ys|id)|agree[sd]?|believe[sd]?|warn(?:s|ed)?|claim(?:s|ed)?|point(?:s|ed)?"
    r"|estimat(?:es?|ed)|conclud(?:es?|ed)|report(?:s|ed)?|demonstrat(?:es?|ed)|confirm(?:s|ed)?|reveal(?:s|ed)?|predict(?:s|ed)?|not(?:e|es|ed)|stress(?:es|ed)?|disagree[sd]?|doubt(?:s|ed)?|link(?:s|ed)?|support(?:s|ed)?|blam(?:es?|ed)|attribut(?:es?|ed)|call(?:s|ed)? (?!for\b|on\b))\b"
    r"|\b(?:experts|researchers|analysts|critics|scholars|observers|economists|scientists|officials|supporters|opponents|defenders|advocates"
    r"|proponents|sceptics|skeptics|commentators|diplomats)(?: [\w\u2019'-]+){1,4} (?:say|said|argue|argued|claim|claimed|complain|complained|warn|warned"
    r"|believe|believed|insist|insisted|agree|disagree|quarrelled|contend|fear|think|point out)\b"
    r"|\baccording to (?:(?:some|many|most|several|a number of|recent|leading|various) ){0,3}(?:experts?|critics?|analysts?|observers?|sources|officials|studies|researchers|economists|scholars|estimates)\b"
    r"|\bit is (?:widely|often|generally|said|known|well[- ]known|commonly|sometimes|estimated|believed|thought|reported)\b"
    r"|\bit (?:has|had) (?:(?:often|long|also|been) )+(?:argued|said|suggested|claimed|shown|reported|estimated)\b|\bis widely (?:seen|believed|regarded|considered|thought)\b|\b(?:there is|a|with) (?:ample|growing|strong|some|good|clear|little|no|wealth of|body of|mounting|considerable|limited) (?:body of |and growing )?(?:evidence|research|literature)\b",
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
    "event": r"\b(?:signed|designat(?:ed|es)|sanctioned|impos(?:ed|es)|launch(?:ed|es)|tested|approv(?:ed|es)"
    r"|adopt(?:ed|s)|entered into force|took effect|banned|introduced|abolished|elected|invaded|attacked|withdrew"
    r"|joined|left|met|began|started|ended|opened|closed|built|bought|sold|supplied|delivered|froze|lifted|waived"
    r"|renewed|passed|published|founded|established|created|listed|added|removed|granted|exempted|ratified|fired"
    r"|acquired|deployed|developed|offered|proposed|paid|cost|spent|received|sent|won|lost|gave|took|made|became"
    r"|remained|failed|succeeded|agreed|refused|responded|returned|came|went|died|happened|occurred|changed|moved|stood|ran"
    r"|targeted|blocked|barred|punished|brought|kept|set|put(?! it\b)|cut|used|turned|carried|followed|included|covered"
    r"|worked|applied|treated|ignored|broke|struck|hit|held|bore|shared|accepted|reached|raised|reduced|survived"
    r"|exchanged|notified|crashed|landed|collapsed|expired|drew|got"
    r"|claim(?:ed|s)(?= (?:[\w.,-]+ ){0,3}(?:lives|victims)\b))\b",
    "perfect": r"\b(?:has|have|had)(?! (?:eleven|seven|ten|even|often|men|women|children)\b)(?: (?:not|never|also|already|since|long|now|so far|yet|rarely|often|always|repeatedly))?"
    r" (?:been|\w+(?:ed|en|wn|ught|ung|ld|nt|pt|de|ne|lt|me|ut|id|ade|one|ost|elt))\b",
    "was": r"\b(?:was|were|had)\b",
    "hedge": r"\b(?:could|(?<!\bin )(?<!\d )(?<!\bof )(?<!minister )may(?! \d)|might(?! of)|would|perhaps|possibly|presumably|probably|seems?"
    r"|appears?|(?<!more )(?<!less )(?<!most )(?<!as )(?<!equally )(?:un)?likely)\b",
    "obligation": r"\b(?:must|needs? to|has to|have to)\b",
    "normative": r"\b(?:should(?:n't| not)?|ought to|had better|(?:our|the) (?:goal|aim|target|task|ambition) (?:is|must|should)|it is time|let us|let's|deserves?"
    r"|worth \w+ing|would be (?:wise|wrong|better|a mistake|foolish|fair)|we can do better|nobody should"
    r"|we owe|owes? it to|(?:we|the (?:country|city|nation|state|government|world|region)) cannot afford|cannot afford not to|can ill afford to|cannot (?:be )?(?:delay|wait)(?:ed)? any longer|up to (?:the |our |this )?[a-z]+(?: [a-z]+)? to|would do well|is right to|is wrong to|makes sense|our duty)\b",
    "evaluation": r"\b(?:good|bad|wise|unwise|foolish|wrong|right|fair|unfair|sensible|reckless|shameful|honest|dishonest|regrettable"
    r"|welcome|worrying|alarming|absurd|troubling|disappointing|encouraging|serious mistake|mistake|best|worst|tragedy|folly|pity"
    r"|uncomfortable|naive|cynical|dangerous|sound|poor|weak|modest|hard|easy|enough|(?<!particulate )(?<!organic )(?<!subject )matters?|sad|tempting|pointless|useless)\b",
    "imperative": r"^(?:(?:first|second|third|then|next|finally|also|please),? )?(?:let|exempt|accept|release|ban|cut|contact|thank|thanks(?! to)|see|email|visit|subscribe|download|register|please|consider|imagine|suppose|think|look|take|ask|remember|note(?! that)|compare|begin|start|stop|end|publish"
    r"|make|set|fund|extend|offer|give|tell|keep|drop|build|use|create|establish|adopt|require|ensure|invest|support"
    r"|avoid|review|report|talk|say|call|do not|don't|never|tie|open|invite|put|name|state (?=(?:the|a|an|what|how|in|which|whether|by|every|each|its|clearly)\b)|spell out|bring|hold|write|expand"
    r"|commission|introduce|amend|repeal|replace|protect|prioriti[sz]e|allocate|develop|strengthen|improve|reduce|increase"
    r"|plant|measure|pay|test|try|buy|add|move|run|treat|share|plan|wait|leave|apply|convene|assign|collect|designate|appoint|lift|phase out|scale up|draw up|follow|continue|restore|remove|redirect|clarify|define|explain|identify|consult|coordinate|integrate|encourage|enforce|provide|promote|simplify|streamline|align|assess|conduct|carry out|undertake|raise|serve|subsidi[sz]e|notify|inform|teach|mend|insulate|restrict|relax|judge (?=(?:the|a|an|it|them|each|every|by|this|whether)\b)|read)\b(?!-)",
    "opinion": r"\b(?:(?:I|we) (?:think|believe|feel|hope|fear|doubt|suspect|would argue|argue|find it|do not think|don't think"
    r"|suggest|recommend|propose|prefer|regret|admit|concede|am|worry|want|wish|grant|are (?:confident|sure|certain|unsure|convinced|sceptical|not sure|fairly \w+))|in (?:my|our) (?:view|opinion|judge?ment|eyes|reading)"
    r"|I know|to my mind|to me|frankly|it seems to (?:me|us)|my own view|arguably|(?:my|our) (?:own )?(?:view|answer|advice|point"
    r"|guess|hope|fear|argument|worry|suggestion|preference|instinct|proposal|recommendation))\b",
    "own-result": r"\b(?:we (?:(?:also|then|first|further|only|therefore|thus|have|had|were|were able to|did|can|were also|next|mainly|mostly|conservatively|consistently) )*(?:find|found|show|shown|estimate[ds]?|calculate[ds]?|compute[ds]?|model(?:led|ed|s)?|measured?|observed?|surveyed|interviewed"
    r"|analy[sz]ed?|read|reviewed|searched|compared?|counted|used?|looked (?:at|for)|chose|excluded|included|drew on|drew|asked|tested|did not|could not|matched|collected|conducted|examined?|identified|identify|ran|spoke|built|developed|created|launched|worked|partnered|assessed|simulated?|projected|learned|heard|saw|noticed|selected|sampled|combined|merged|coded|scored|ranked|designed|piloted|evaluated?|published|documented|recorded|verified|met|visited|counted|split|track(?:ed)?|aggregated?|assembled?|linked|plot(?:ted)?|grouped|restrict(?:ed)?|classif(?:y|ied))"
    r"|our (?:[\w-]+ ){0,2}(?:model(?:l?ing)?|forecasts?|analys[ie]s|estimates?|results?|survey|calculations?|data(?! (?:protection|cent(?:re|er)s?|laws?)\b)|findings?|sample|simulations?|study|research(?! (?:spending|funding|budgets?|base|sector|councils?)\b)|team|work(?![ -](?:force|places?|ers?|week|day)\b)|approach|index|methodology|dataset|report|evaluation|projections?|baseline|interviews?|respondents|participants|pilot|project"
    r"|records|reckoning|count|stations|network|sums|interviewers|researchers)"
    r"|(?:figure|table|chart|box|annex|appendix|map|panel|exhibit|column|equation|listing) \d+\w* (?:shows?|gives?|lists?|compares?|sets out|puts|breaks|maps|traces|presents|summari[sz]es|plots?|illustrates?|reports?|yields?|tracks?"
    r"|has|have|covers?|contains?|details?|displays?|depicts?|describes?|provides?|ranks?|(?:is|are) (?:a|the|of))"
    r"|I (?:(?:also|then|first|further|therefore) )?(?:found that|show that|estimate[ds]?|calculate[ds]?|compute[ds]?|measured?|surveyed|interviewed|analy[sz]ed?|compared?|counted|examined?|simulate[ds]?)"
    r"|my (?:own )?(?:[\w-]+ )?(?:forecasts?|estimates?|analys[ie]s|calculations?|model|survey|findings?|sample|results?|simulations?)"
    r"|(?:this|the present) (?:report|study|survey|paper|article|analysis|research|index|evaluation|review|indicator|bulletin|scorecard|barometer|tracker|calculation|simulation|exercise|decomposition) (?:also |alone )?(?:reports?|tracks?|measures?|finds?|found|shows?|estimates?|identifie[sd]|examine[sd]?|analy[sz]e[sd]|investigate[sd]?|uses?|draws? on|compares?|looks? at)"
    r"|(?:this|the present) (?:[\w-]+ )?(?:report|study|paper|article|analysis|research|evaluation|review|brief|fact ?sheet|note) (?:also |then |first )?(?:models|estimates|simulates|projects|calculates|measures|quantifies|evaluates|links)(?! (?:of|for|and|are|is)\b)"
    r"|(?<!\bother )the authors (?:also |then |further |therefore )?(?:analy[sz]ed?|examined?|assess(?:ed)?|evaluated?|reviewed?|provided?|offer(?:ed)?|dr[ae]w|described?"
    r"|discuss(?:ed)?|develop(?:ed)?|present(?:ed)?|consider(?:ed)?|explored?|interviewed|surveyed|conducted|collected|model(?:led|ed|s)?)"
    r"|(?:maps?|charts?|tables?|figures?|panels?|graphs?)(?: and (?:maps?|charts?|tables?|figures?))? below (?:summari[sz]es?|shows?|gives?|plots?|compares?)"
    r"|the following (?:maps?|charts?|tables?|figures?|graphs?) (?:summari[sz]es?|shows?|gives?|plots?|compares?|aggregates?|presents?)"
    r"|the (?:maps?|charts?|tables?|figures?|panels?|graphs?) (?:opposite|overleaf|above|(?:on|to) the (?:left|right)|on page \d+) (?:summari[sz]es?|shows?|gives?|plots?|compares?|lists?|has|have|presents?)"
    r"|the (?:left|right|left-hand|right-hand|top|bottom|upper|lower|middle|first|second) (?:panel|map|chart|graph|axis)(?: of the \w+)? (?:shows?|gives?|plots?|compares?|lists?|has|presents?))\b",
    "signpost": r"^(?:(?:(?:the )?(?:full |complete )?(?:details?|data|results?|list|sources?|calculations?|text)(?: of [\w ]{1,30})?|more) (?:is|are|can be found) in (?:the )?(?:annex|appendix|table|figure|box|chart)(?= |\.|$)|(?:section|chapter|part|annex|appendix|page) \w+ (?:sets?|gives?|lists?|describes?|explains?|reviews?|compares?)|this (?:brief|paper|section|report|note|article|column|piece|chapter|box|table|essay)|the (?:next|following|last|rest of this|first) (?:section|part|paragraphs?"
    r"|pages?)(?! of (?:the|an?|our|its|their) (?!(?:\w+ )?(?:brief|paper|report|text|study|chapter|note|book|series|article)\b))|below(?=[,:]| (?:we|is|are|you)\b)|here (?:is|are)|in what follows|we (?:(?:begin|start)(?= (?:with|by|from|here|at)\b|\.)|(?:now )?turn(?= (?:to|now|next)\b)|set out|compare|discuss|review|come)"
    r"|(?:first|second|third|finally|next|then|so|now)[,:] (?:we|a (?:few )?words?|some (?:words|notes|caveats|definitions|background|context)"
    r"|the (?:text|brief|paper|section|report|question|rest|case|argument|data|figures?|numbers?|table|method|aim|story|facts|details)(?=[.,:;]| (?:is|are|of (?:the|this|our) (?:text|brief|paper|report|argument|story))\b))|as (?:noted|discussed|shown) (?:above|below|earlier)(?=[,.;]| in\b)|what follows"
    r"|let me|i (?:will|shall|want to|come|turn|begin)|consider|start with|two things|three things|two points|three points"
    r"|(?:two|three|four|five) \w+ (?:follow|stand out|come to mind|would help|are enough|deserve)|(?:but |yet |so )?the (?:basic |main |central |simple |broader |key )?(?:argument|case|logic|point|reasoning|lesson|answer|question|choice) (?:is|here is|goes)"
    r"|(?:but |yet |so )?there (?:are|were) (?:at least )?(?:several|two|three|four|five|many|a few|a number of|some) (?:\w+ )?(?:reasons (?:why|for|to)|ways (?:to|of|in which)|lessons (?:for|from|to)|points to|things to|questions (?:to|for|that))"
    r"|(?:none|all) of this (?:is|means|should|needs?|makes?|would|will|matters|suggests|implies|says|proves|shows|excuses)"
    r"|(?:that|this) is (?:not )?(?:(?:why|what|where|how) (?:we|i|you|this|it|matters?|counts?|follows)|(?:the|an?) (?:[\w-]+ )?(?:questions?|points?|place|case|subject|topic|issue|aim|purpose|task|matter|problem"
    r"|challenge|reason|argument|story|choice|moment|opportunity|chance|start|beginning|lesson|heart|idea|crux|test|pity|shame|mistake|bargain|way|path|trap|danger|risk|dilemma|paradox|key|core|essence|context|background"
    r"|goal|hope|kind|sort|price|luxury|detail|sign|thing|step|answer|approach|view|principle)))\b",
    "study-talk": r"\b(?:standard deviations?|statistically (?:in)?significant|significant at|attrition|pre-trends?|endline|midline|confidence intervals?|deciles?|quintiles?|those interviewed|treated (?:schools|villages|groups?|households|firms)|comparison groups?|respondents?|participants?|interviewees?|those (?:[\w-]+ )?(?:assessed|surveyed|polled|sampled|examined|evaluated)|randomly (?:selected|chosen|drawn)|(?<!was )(?<!were )(?<!been )(?:interviewed|surveyed|polled|sampled|assessed)(?= (?:had|have|were|was|are|said|say|could|did|do|would|thought|believed|reported|depended|agreed|felt|feel|think|knew|know|used?)\b|[,.;)])|the sample|sampled|treatment group|control group|baseline|scenarios?|simulat\w+|calibrat\w+|the model|dataset|data set|methodology|questionnaire|focus groups?|pilot|the (?:survey|index|evaluation|study|analysis|results?|findings?|chart|graph|figure|table|map) (?:above|below|shows?|finds?|found|also))\b",
    "provision": r"\b(?:requires?|required|allows?|allowed|permits?|prohibits?|prohibited|mandates?|mandated|entitles?|entitled|obliges?|obligates?|stipulates?|provides? (?:for|that)|sets? out|lays? down|applies to|apply to|establish(?:es|ed)|authori[sz]e[sd]?|defines|governs?|regulates?|guarantees?|protects?|exempts?|is responsible for|are responsible for|oversees?|is eligible|are eligible|must be|may not|is subject to|are subject to|in force|comes? into force|under (?:the|its|this) (?:new )?(?:law|act|rules?|regulations?|agreement|treaty|scheme|programme|program|policy|plan|directive|bill))\b",
    "programme": r"\b(?:aims? (?:to|at)|is designed to|are designed to|is intended to|seeks? to|sought to|works? with|partner(?:s|ed)? with|is (?:funded|run|led|managed|operated) by|offers?|supports?|provides?|delivers?|serves?|helps?|covers?)\b",
    "existence": r"\bthere (?:is|are|was|were|has been|have been|remains?|exist|exists)\b",
    "absence": r"\b(?:lack(?:s|ed|ing)?|fail(?:s|ed|ing)? to|do(?:es)? not|did not|don't|doesn't|didn't|cannot|can't|without|absence of|little (?:evidence|is known|data|information|research)|no (?:evidence|data|clear|single|longer|official)|remains? (?:un\w+|limited|low|scarce|weak)|unable to|insufficient|inadequate)\b",
    "ability": r"\b(?:can|able to|capable of|has the potential|have the potential)\b",
    "importance": r"\b(?:is|are|was|remains?|be|being|equally|particularly|especially|most) (?:also )?(?:very |so |even )?(?:important|critical|crucial|essential|key|vital|necessary|imperative|central|needed|clear|possible|worth|better|useful|helpful|valuable)\b",
    "purpose": r"^(?:to|in order to|for this|with this)\b|\b(?:in order to|so that|so as to|with the (?:aim|goal|objective) of|the (?:aim|goal|purpose|objective|idea) (?:is|was|of))\b",
    "reader": r"\b(?:you|your|yourself|click|read more|learn more|find out)\b",
    "example": r"\b(?:for example|for instance|such as|including|e\.g\.|notably|in particular)\b",
    "recent": r"\b(?:recent(?:ly)?|currently|today|now|nowadays|so far|to date|already|in the (?:past|last) (?:\w+ )?(?:years?|decades?|months?|century)|over the (?:past|last|next|coming) (?:\w+ )?(?:years?|decades?|months?|century)|this (?:year|month|week|decade)|last (?:year|month|week|decade)|last \w+day|since then|historically|traditionally|long(?!-| (?:run|term|list)\b)|ago|previously|in \w+ years|at the time|by the time)\b",
    "size": r"\b(?:large|small|significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|major|minor|huge|vast|dramatic(?:ally)?|sharp(?:ly)?|steep(?:ly)?|(?<!\bis )(?<!\bare )(?<!\bstill )(?:growing|rising|increasing)|increasingly|high|low|higher|lower|larger|smaller|greater|fewer|rapid(?:ly)?|fast|slow(?:ly)?|disproportionate(?:ly)?|widespread|common|rare|scarce|heav(?:y|ily)|extensive(?:ly)?)\b",
    "effect": r"\b(?:effects?|impacts?|affect(?:s|ed|ing)?|influenc(?:es?|ed|ing)|outcomes?|consequences?|associated with|linked to|correlat\w+|depends? on|determin(?:es?|ed)|shap(?:es?|ed|ing)|creat(?:es?|ed|ing)|generat(?:es?|ed|ing)|lower(?:s|ed|ing)|improv(?:es?|ed|ing)|increas(?:es?|ed|ing)|decreas(?:es?|ed|ing)|threaten(?:s|ed|ing)?|expos(?:es?|ed|ing)|makes? (?:it|them)|helps? (?:to )?|protects?)\b",
    "thought": r"\b(?:I(?!\.e\.)|me|my|myself)\b",
    "promise": r"\b(?:plan(?:s|ned) to|intends? to|committed to|commitment to|propos(?:es|ed|al)|pledg\w+|expected to|set to|scheduled to|due to (?:be|start|begin|expire)|announced)\b",
    "definition": r"\b(?:(?<!this )(?<!it )(?<!which )means? (?:the|a|any)|is defined as|are defined as|refers to|is the term for|stands for|is short for"
    r"|by [\u201c\"]?\w+[\u201d\"]? (?:we|i) mean)\b",
    "first-person": r"\b(?:we|our|ours|ourselves)\b",
    "bookkeeping": r"\b(?:is|are|was|were|has been|have been|had been) (?:(?:\w+ly|also|then|all|each|not) )?(?:computed|clustered|weighted|screened|excluded|left out|dropped|averaged|adjusted for|deflated|imputed|coded|matched|pooled|normali[sz]ed|standardi[sz]ed|anonymi[sz]ed|changed to protect|drawn from|taken from|prepared (?:for|by)|held constant|defined (?:as|by)|(?:available|reported|described|listed|set out|shown|documented|given|discussed|explained|marked|summari[sz]ed) (?:in|at|on|below|above|separately|with|here|elsewhere))\b",
    "duty": r"\b(?:must|shall|(?:is|are) (?:required|obliged) to|has to|have to|needs? to)\b[^.;]{0,120}\b(?:at least|at most|(?:no|not) (?:more|less|fewer|later|earlier) than|within|every \d+|before \d|by \d|minimum|maximum|up to)\b",
    "defining": r"^(?:[\"\u201c][^\"\u201d]{2,60}[\"\u201d] (?:here |in this \w+ )?(?:means?|refers to|stands for|is (?:an?|the))"
    r"|an? (?!(?:third|quarter|half|fifth|tenth|number|majority|minority|lot|few|recent|new|growing|second|further|study|report|survey|review|poll|year|decade)\b)"
    r"[\w-]+(?: (?!is|are)[\w-]+){0,3} (?:is|are) (?:(?:an?|the|any|one)|[\w\"\u201c\u201d-]+(?: [\w\"\u201c\u201d-]+)? (?:if|when))"
    r"|(?!(?:this|that|it|there|here|what|the|these|all|one|none|each|every)\b)[\w-]+(?: (?!is\b|are\b)[\w-]+){0,3} (?:is|are) (?!(?:the )?(?:ones|those|only|first|last)\b)(?:(?:an?|the|any) )?[\w-]+(?: [\w-]+){0,2} (?:that|which|who|where|in which|of those|without|left))\b",
    "would": r"\bwould\b",
    "conditional": r"^(?:if|unless|were (?:the|it)|should (?:the|it)|suppose|imagine|had )\b|\b(?:if|unless) (?:the|a|it|they|we|this|that)\b",
    "future": r"\b(?:will|won't|shall|is going to|are going to)\b",
    "rhetoric-case": r"^(?:(?:for (?:example|instance)|to (?:see|understand|show|illustrate) [^,.;:]{3,60}), )?(?:(?:imagine|suppose|say|picture|take) (?:a|an|the|that|two|three)|(?:imagine|suppose|assume|consider) (?:an?|that|two|three)|(?:suppose|assume) \w+)\b",
    "metaphor": r"\b(?:like a|as if|as though|so to speak|in other words|put differently|put simply|to be fair|of course|after all"
    r"|no doubt|admittedly|granted|needless to say|that said|fair enough|obviously|in short|surely|the trouble is|the truth is)\b",
}

GERMAN = {
    "number-word": r"\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig"
    r"|achtzig|neunzig|hundert\w*|tausend\w*|Million\w*|Milliard\w*|Hälfte|halbe[nrs]?|Drittel|Viertel|Fünftel|Zehntel|Dutzend\w*)\b",
    "spelt-figure": r"\b(?:(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|\w*zwanzig|\w*ßig|\w+zig|(?:\w+)?hundert|(?:\w+)?tausend"
    r"|eine(?: halbe)?|anderthalb) (?:Prozent|Prozentpunkte\w?|Million(?:en)?|Milliarden?|Billion(?:en)?)|jede[rnsm]? (?:zweite|dritte|vierte|fünfte|zehnte)[rnms]?"
    r"|(?:ein|zwei|drei|vier) (?:drittel|viertel|fünftel|zehntel)|die hälfte(?= (?:der|des|aller)\b)"
    r"|(?:eine?[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun) von (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|hundert|tausend))\b",
    "proportion": r"\b(?:(?:eine?[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun) von (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwanzig|hundert)"
    r"|jede[rsnm]? (?:zweite|dritte|vierte|fünfte|sechste|zehnte)[nr]?|(?:die|der) Hälfte|(?:ein|zwei|drei|vier|einem) (?:Drittel|Viertel|Fünftel|Zehntel)n?)\b",
    "ongoing": r"\b(?:(?:wird|werden) (?:[\w-]+ ){0,8}(?:(?:ab|an|auf|aus|ein|fort|um|vor|weiter|zu|zurück)?ge(?!biet|gend|gner|halt|hen\b|ben\b|meind|nera|rät|richt|samt|schäft|schlecht|setz|sicht|tränk|walt|wicht)\w{2,20}(?:t|en)"
    r"|erneuert|ersetzt|erweitert|repariert|saniert|betrieben|bezahlt|verkauft|verlegt|verteilt|erhoben|finanziert)(?=[.,;:!?]|$| und\b| oder\b)"
    r"|ist dabei|sind dabei|(?:ist|sind) im (?:Bau|Gange|Aufbau))",
    "comparison": r"\b(?:(?:mehr|weniger|höher|niedriger|größer|kleiner|schneller|langsamer|länger|kürzer|besser|schlechter|billiger|teurer|günstiger"
    r"|älter|jünger|ärmer|reicher|stärker|schwächer|häufiger|seltener|öfter|früher|später|eher|nützlicher|wahrscheinlicher) als"
    r"|(?:mehr|weniger|bessere?|schlechtere?|höhere|niedrigere|größere|kleinere) \w+ als|(?:so|ebenso|genauso) \w+ wie(?! möglich)|(?:doppelt|halb|\w{2,12}mal) so \w+"
    r"|im (?:Vergleich|Gegensatz) z\w+|verglichen mit|im Durchschnitt|im Schnitt|durchschnittlich\w*|übertr(?:ifft|af|afen|effen)|übersteig(?:t|en)|überstieg(?:en)?"
    r"|gegenüber (?:\d|de[mnr] (?:\w+ )?(?:Vor\w+|Jahr\w*|Durchschnitt\w*|Stand\w*)))",
    "superlative": r"\b(?:am (?!osten|westen|kasten|posten|pfosten)\w{2,20}sten|(?:größte|kleinste|höchste|niedrigste|längste|kürzeste|älteste|jüngste|neu[e]?ste|beste|schlechteste"
    r"|schnellste|langsamste|ärmste|reichste|teuerste|billigste|günstigste|wichtigste|stärkste|schwächste|häufigste|seltenste|meiste|wenigste|erste)[nrsm]?"
    r"|erstmals|zum ersten Mal|zuletzt genannt\w*|einzige[nrsm]?|noch nie|beispiellos\w*|Rekord\w*)\b",
    "trend": r"\b(?:stieg(?:en|e)?|gestiegen\w*|steig(?:t|en|end\w*)|sank(?:en)?|gesunken\w*|sink(?:t|en|end\w*)|fiel(?:en)?|gefallen\w*|wuchs(?:en)?|gewachsen\w*|wächst|wachsen(?:d\w*)?"
    r"|zugenommen|abgenommen|nimmt (?:[\w-]+ ){0,3}(?:zu|ab)(?=[.,;:!?]|$)|nahm (?:[\w-]+ ){0,3}(?:zu|ab)(?=[.,;:!?]|$)|zunehmend\w*|verdoppel\w+|verdreifach\w+|halbier\w+|schrumpf\w+"
    r"|ging (?:[\w-]+ ){0,3}zurück|zurückgegangen|verlangsam\w+|beschleunig\w+|nicht mehr|noch immer|immer noch|nach wie vor|weiterhin|bleib(?:t|en)|blieb(?:en)?)\b",
    "cause": r"\b(?:weil|(?:führ(?:t|te|ten|en)|beigetragen|trägt|tragen|trug|trugen) (?:[\w-]+ ){0,4}?zu[rm]?|verursach\w+|aufgrund|wegen (?:de[rs]|eine[rs]|\w{3,}e[rs])|infolge|dadurch|deshalb|deswegen|daher|folglich"
    r"|dank (?=de[rsm]|eine[rsm]|ihre[rsm]|seine[rsm])|bewirk\w+|beruh(?:t|en|te|ten) auf|lieg(?:t|en) daran|lag daran|verhinder(?:t|te|ten|n)|erschwer(?:t|te|ten|en)|erleichter(?:t|te|ten|n)"
    r"|ermöglich(?:t|te|ten|en)|sodass|so dass|zwang|zwingt|zwingen|erklär(?:t|en) sich)\b",
    "attribution": r"\b(?:sag(?:t|te|ten|en)|laut (?!und\b|genug\b|zu\b|wird\b|ist\b)(?=\w)|erklär(?:te|ten)|erklär(?:t|en)(?! sich)|behaupte(?:t|te|ten|n)|bericht(?:et|ete|eten|en)|zufolge|nach Angaben|nach Ansicht|warn(?:t|te|ten|en)"
    r"|schätz(?:t|te|ten|en)|kritisier(?:t|te|ten|en)|beton(?:t|te|ten|en)|versprach(?:en)?|verspricht|bestätig(?:t|te|ten|en)|bestreite[nt]|bestritt(?:en)?|räum(?:t|te|ten) (?:[\w-]+ ){0,5}ein|schrieb(?:en)?|schreib(?:t|en)(?= (?:in|von|dass)\b|,)|nann(?:te|ten)|nennt|bezeichn(?:et|ete|eten)(?= (?:[\w-]+ ){0,8}als\b)|nach (?:den )?Worten (?:der|des|von)"
    r"|teil(?:t|te|ten) (?:[\w-]+ ){0,5}mit|stell(?:t|te|ten) (?:[\w-]+ ){0,4}fest|geh(?:t|en) davon aus|ging(?:en)? davon aus|kündig(?:t|te|ten) (?:[\w-]+ ){0,6}an|forder(?:te|ten))\b",
    "vague-source": r"\b(?:(?:einige|viele|manche|mehrere|andere|zahlreiche|die meisten|unabhängige|neuere|frühere|verschiedene|bisherige|vorliegende) ){0,3}"
    r"(?:Studien?|Expert(?:en|innen)|Fachleute|Forscher(?:innen)?|Kritiker(?:innen)?|Beobachter(?:innen)?|Ökonom(?:en|innen)|Wissenschaftler(?:innen)?|Umfragen?|Untersuchungen|Berichte|Befürworter|Gegner|Forschung|Erhebungen|Daten)"
    r" (?:(?:auch|oft|immer wieder|seit langem|inzwischen|nun|zudem|meist|häufig) ){0,2}(?:zeig(?:t|te|en|ten)|beleg(?:t|te|en|ten)|leg(?:t|en) nahe|deute[nt] (?:darauf|auf)|warn(?:t|en|ten)|kritisier(?:en|ten)|schätz(?:en|ten)|sag(?:en|ten)|mein(?:en|ten)"
    r"|glauben|behaupten|bezweifeln|bestätig(?:t|en|ten)|geh(?:t|en) davon aus|sind sich (?:\w+ )?einig|streiten|halten|fürchten|fanden|kommen zu)\b"
    r"|\b(?:zeigen|belegen|warnen|schätzen|bestätigen|kritisieren|bezweifeln|meinen|behaupten) (?:(?:einige|viele|mehrere|zahlreiche|unabhängige|neuere) ){0,2}(?:Studien|Expert(?:en|innen)|Fachleute|Forscher(?:innen)?|Kritiker(?:innen)?|Beobachter|Ökonom(?:en|innen)|Umfragen|Untersuchungen)\b"
    r"|\b(?:laut|nach ansicht (?:von|vieler|einiger)) (?:(?:einige[rn]?|viele[rn]?|mehrere[rn]?|unabhängige[rn]?) ){0,2}(?:Expert\w+|Fachleuten?|Forschern?|Studien|Kritikern?|Beobachtern?|Schätzungen|Medienberichten|Umfragen)\b"
    r"|\b(?:Expert(?:en|innen)|Fachleuten|Kritikern|Beobachtern|Schätzungen|Studien|Medienberichten) zufolge\b"
    r"|\bes (?:ist (?:allgemein |weithin |gut |längst )?bekannt|heißt(?=,)|gilt als (?:sicher|gesichert|erwiesen))|\bbekanntlich\b|\bgilt allgemein als\b"
    r"|\b(?:es gibt|gibt es) (?:\w+ ){0,2}(?:Belege|Hinweise|Studien|Forschung|Anzeichen|Untersuchungen)\b",
    "evidence-word": r"\b(?:Studien?|Expert(?:e|en|in|innen)|Forscher(?:n|in|innen)?|Forschung|Fachleuten?|Umfragen?|Belege?|Belegen|Daten|Befunden?|Statistik(?:en)?|Fachliteratur|Untersuchung(?:en)?|Erhebung(?:en)?)\b",
    "law": r"(?:\b(?:\w{0,30}[Gg]esetz(?:e|es|en|s|buch\w{0,4}|gebung|lich\w{0,2})?|\w{0,30}[Vv]erordnung(?:en)?|\w{0,30}[Rr]ichtlinien?|\w{0,20}[Vv]erträge?n?|\w{0,20}[Vv]ertrag(?:s|es)?|vertraglich\w{0,2}|Artikels? \d+|Art\. ?\d+"
    r"|\w{0,20}[Aa]bkommens?|Übereinkommens?|\w{0,20}[Ss]atzung(?:en)?|Verfassung|Charta|Konvention(?:en)?|verboten|rechtswidrig\w{0,2}|illegal\w{0,2})\b|§{1,2}\s?\d+)",
    "provision": r"\b(?:schreib(?:t|en) (?:[\w-]+ ){0,8}vor|vorgeschrieben\w*|verpflicht(?:et|en|ete)|verlang(?:t|en)|erlaub(?:t|en)|gestatte[nt]|verbiete[nt]|untersag(?:t|en)|regel(?:t|n)|gilt für|gelten für|in Kraft"
    r"|berechtigt\w*|zuständig|sieh(?:t) (?:[\w-]+ ){0,8}vor|sehen (?:[\w-]+ ){0,8}vor|leg(?:t|en) (?:[\w-]+ ){0,8}fest|haftet|haften|unterlieg(?:t|en)|nach (?:dem|diesem|der|dieser) (?:neuen )?(?:\w{0,20}gesetz|\w{0,20}verordnung|abkommen|vertrag|richtlinie|satzung))\b",
    "programme": r"\b(?:ziel(?:t|en) (?:[\w-]+ ){0,3}?(?:auf|darauf)|hat (?:\w+ )?zum Ziel|biete[nt]|unterstütz(?:t|en)|arbeite[nt] (?:[\w-]+ ){0,4}?mit|betreib(?:t|en)|finanzier(?:t|en)|hilft|helfen|versorg(?:t|en)|förder(?:t|n)|liefer(?:t|n)|richte[nt] sich an)\b",
    "universal": r"\b(?:alle[rnms]?|jede[rnms]?|sämtliche[rn]?|niemand\w*|nie|niemals|(?<!noch )immer(?! (?:mehr|wieder|weniger|noch)\b)|kein(?:e[rnms]?)?|nirgends|überall|stets|ausnahmslos|nichts|beide[nrs]?)\b",
    "frequency": r"\b(?:oft|meist(?:ens)?|häufig|selten|in der Regel|viele[nr]?|wenigen?|einige[nr]?|mehrere[nr]?|manche[nr]?|größtenteils|überwiegend|gewöhnlich|üblicherweise|die (?:Mehrheit|Mehrzahl)|eine (?:Mehrheit|Minderheit)|fast|beinahe|kaum|vor allem|hauptsächlich)\b",
    "event": r"\b(?:beschloss(?:en)?|verabschiedete[n]?|tr(?:at|aten) (?:[\w-]+ ){0,4}in Kraft|unterzeichnete[n]?|wurden?|begann(?:en)?|endete[n]?|kostete?[nt]?|eröffnete[n]?|schloss(?:en)?|gründete[n]?|baute[n]?|kaufte[n]?|verkaufte[n]?"
    r"|zahlte[n]?|kürzte[n]?|strich(?:en)?|erhielt(?:en)?|verlor(?:en)?|gewann(?:en)?|scheiterte[n]?|führte[n]? (?:[\w-]+ ){0,6}ein(?=[.,;:!?]|$)|lehnte[n]? (?:[\w-]+ ){0,6}ab|hob(?:en)? (?:[\w-]+ ){0,6}auf(?=[.,;:!?]|$)"
    r"|starb(?:en)?|kam(?:en)?|ging(?:en)?|gab(?:en)?|nahm(?:en)?|brach(?:en)?|verließ(?:en)?|veröffentlichte[n]?)\b",
    "perfect": r"\b(?:hat|haben|hatte[n]?|ist|sind|wurden?) (?:[\w-]+ ){0,10}?(?:(?:ab|an|auf|aus|ein|fort|um|vor|weiter|zu|zurück|nach)?ge(?!biet|gend|gner|halt|hen\b|ben\b|meind|nera|rät|richt|samt|schäft|schlecht|setz|sicht|tränk|walt|wicht|eignet|fährlich|recht)\w{2,20}(?:t|en)"
    r"|beschlossen|begonnen|bewilligt|bezahlt|verkauft|verloren|verbessert|verschlechtert|verdoppelt|halbiert|verändert|verabschiedet|verboten|veröffentlicht|versprochen|erhöht|erhalten|erreicht|eröffnet|ersetzt|erneuert"
    r"|entschieden|entwickelt|übernommen|unterzeichnet|\w{2,20}iert|verursacht|verschwunden|entstanden|untersucht|überprüft|unterstützt|(?!bereit|bekannt|bericht|bewusst|beliebt|berühmt|beruf|bett|verlust|verzicht|verdienst|verwandt|entfernt|erst|vernunft|verbot)(?:be|ver|er|ent|zer)\w{3,20}t|worden)(?=[.,;:!?]|$| und\b| oder\b| worden\b)",
    "was": r"\b(?:war|waren|hatte|hatten|lag|lagen|stand|standen|gab es)\b",
    "hedge": r"\b(?:könnten?|würden?|möglicherweise|womöglich|vielleicht|vermutlich|wahrscheinlich|eventuell|scheint|scheinen|anscheinend|offenbar|dürften?|wären?|hätten?"
    r"|(?<!das )(?<!zum )(?<!dem )wohl(?! (?:der|des|von)\b))\b",
    "obligation": r"\b(?:muss|müssen|(?:hat|haben) (?:[\w-]+ ){0,5}?zu \w{3,}en(?=[.,;:!?]|$)|(?:ist|sind) (?:[\w-]+ ){0,5}?zu \w{3,}en(?=[.,;:!?]|$))",
    "normative": r"\b(?:sollte[nst]?|müssten?|(?:unser|das) Ziel (?:ist|muss|sollte)|es (?:ist|wäre|wird) (?:höchste )?(?:Zeit|an der Zeit)|es gilt,|verdien(?:t|en) (?:es|mehr|eine|einen|besseres?|keine|aufmerksamkeit)"
    r"|wäre (?:es )?(?:besser|klug|klüger|falsch|fair|fairer|gerecht|gerechter|ein fehler)|gehör(?:t|en) abgeschafft|täte[n]? gut daran)\b",
    "evaluation": r"\b(?:gut(?! (?:\d|ein\b|die hälfte|zwei|drei|hundert|tausend))|(?:gute|schlecht|falsch|richtig|klug|unklug|fair|unfair|gerecht|ungerecht|sinnvoll|sinnlos|nutzlos|gefährlich|bedauerlich|wünschenswert|vernünftig|unvernünftig|absurd|fatal|enttäuschend"
    r"|beunruhigend|alarmierend|erfreulich|fragwürdig|unzumutbar|schwach|einfach|schwierig)(?:e[rnsm]?|[rnsm])?|leider|genug|zum glück|lohnt sich|lohnen sich)\b",
    "imperative": r"^(?:(?:beachten|vergleichen|sehen|lesen|betrachten|denken|nehmen|stellen|veröffentlichen|prüfen|fragen|besuchen|schreiben|geben|lassen|bauen|senken|schaffen|setzen|machen|halten|streichen|messen|testen|rufen|melden) (?:sie|wir)\b"
    r"|(?:siehe|vgl\.|vergleiche|beachte|bedenke|man (?:beachte|bedenke|nehme|stelle|vergleiche|denke))(?!\w))",
    "opinion": r"\b(?:wir (?:glauben|meinen|finden (?:das|es|den|diesen|diese)|empfehlen|schlagen (?:[\w-]+ ){0,8}?vor|halten (?:[\w-]+ ){0,6}?für|befürchten|hoffen|bedauern|fordern|raten|plädieren|zweifeln|bezweifeln|sind (?:überzeugt|der ansicht|der meinung|skeptisch|sicher))"
    r"|(?:glauben|meinen|empfehlen|hoffen|befürchten|fordern) wir|ich (?:glaube|meine|finde|hoffe|fürchte|denke|bezweifle|zweifle|halte|bin (?:überzeugt|sicher|der meinung))|(?:unserer|meiner) (?:Ansicht|Meinung|Auffassung)|(?:meines|unseres) Erachtens|aus (?:unserer|meiner) Sicht"
    r"|(?:unser|unsere|mein|meine) (?:Vorschlag|Empfehlung|Rat|Forderung|Meinung|Haltung|Sorge))\b",
    "own-result": r"\b(?:wir (?:(?:auch|zudem|dann|zuerst|nur|daher) ){0,2}(?:zeigen|zeigten|finden(?! (?:das|es|den|diesen|diese)\b)|fanden|schätzen|schätzten|berechnen|berechneten|messen|maßen|vergleichen|verglichen|untersuchen|untersuchten|analysieren|analysierten|befragten|werteten|nutzen|nutzten"
    r"|verwenden|verwendeten|beobachten|beobachteten|zählten|lasen)|(?:wir haben|haben wir) (?:[\w-]+ ){0,10}?(?:berechnet|gemessen|verglichen|befragt|untersucht|ausgewertet|geschätzt|analysiert|erhoben|gefunden|gezählt|beobachtet|gelesen|getestet|gebaut|genutzt)"
    r"|unser(?:e[rnms]?)? (?:Modell|Analysen?|Ergebniss?e?n?|Berechnung(?:en)?|Umfrage|Stichprobe|Studie|Daten|Schätzung(?:en)?|Auswertung|Untersuchung|Zahlen|Bericht|Befragung|Pilotprojekt|Projekt|Team|Datensatz)"
    r"|(?:Tabelle|Abbildung|Grafik|Karte|Kasten|Anhang|Schaubild) \d+\w* (?:zeigt|gibt|vergleicht|enthält|fasst|stellt|nennt|listet)|(?:diese|die vorliegende) (?:Studie|Untersuchung|Analyse|Arbeit|Erhebung) (?:zeigt|findet|untersucht|schätzt|vergleicht|nutzt|analysiert))\b",
    "signpost": r"^(?:(?:dieser|der vorliegende) (?:Bericht|Abschnitt|Beitrag|Artikel)|dieses (?:Papier|Kapitel)|diese notiz|der (?:nächste|folgende) Abschnitt|das (?:nächste|folgende) Kapitel|die (?:nächsten|folgenden) (?:Abschnitte|Kapitel)|(?:Abschnitt|Kapitel|Teil|Anhang) \w+ (?:beschreibt|vergleicht|erklärt|enthält|behandelt)"
    r"|im Folgenden|nachfolgend|zunächst \w{3,}en wir|hier (?:ist|sind|folgt|folgen)|(?:zwei|drei|vier|fünf) (?:Punkte|Gründe|Fragen|Optionen|Wege|Dinge) (?:folgen|sprechen|stehen|bieten)|wie (?:oben|unten) (?:gezeigt|beschrieben|erwähnt)|wir (?:beginnen|kommen nun|wenden uns|(?:stellen|legen) (?:[\w-]+ ){1,8}?(?:vor|dar)))\b",
    "study-talk": r"\b(?:Befragte[nr]?|Teilnehm(?:er|ern|erinnen|ende|enden)|Stichproben?|Kontrollgruppen?|Fragebogen|Fragebögen|Fokusgruppen?|Szenari(?:o|os|en)|simulier\w+|Simulation(?:en)?|kalibrier\w+|das Modell|Datensatz|Datensätze|Methodik|Pilot(?:projekt|phase|studie|versuch)\w*|Ausgangswerte?"
    r"|die (?:Umfrage|Auswertung|Studie|Analyse|Tabelle|Abbildung|Grafik|Karte|Ergebnisse) (?:oben|unten|zeig(?:t|en)|ergab|ergeben|fand))\b",
    "existence": r"\b(?:es (?:gibt|gab|besteht|bestehen|existier(?:t|en)|bleib(?:t|en))|(?:gibt|gab|besteht|bestehen|bleib(?:t|en)) es|existier(?:t|en|te|ten))\b",
    "absence": r"\b(?:fehl(?:t|en|te|ten|end\w*)|mangel\w*|mangels|ohne|(?:kann|können|konnte|konnten) (?:[\w-]+ ){0,3}?nicht|nicht (?:mehr|genug|genügend|ausreichend|in der lage)|unzureichend\w*|ungenügend\w*|versäum(?:t|te|ten|en)|scheiter(?:t|te|ten|n)|keine (?:Daten|Belege|Zahlen|Angaben|Statistik)"
    r"|kaum (?:Daten|Belege|Zahlen)|nicht bekannt|unbekannt)\b",
    "ability": r"\b(?:kann|können|in der Lage|imstande|fähig)\b",
    "importance": r"\b(?:ist|sind|bleibt|bleiben|war|waren|wird|besonders|ebenso) (?:auch |sehr |so |besonders |hier |dabei )?(?:wichtig|entscheidend|zentral|nötig|notwendig|unerlässlich|unverzichtbar|klar|möglich|sinnvoll|nützlich|hilfreich|dringend|wesentlich)\b",
    "purpose": r"\b(?:um (?!\d|(?:rund|etwa|fast|mehr|über|ein|zwei|drei|vier) (?:drittel|viertel|fünftel|\w+ prozent|\d)|die hälfte|das (?:doppelte|dreifache))(?:[\w-]+ ){1,8}?(?:zu \w{3,20}en|\w{2,8}zu\w{3,12}en)|(?<=, )damit|mit dem Ziel|zu diesem Zweck|hierfür|(?:das Ziel|der Zweck|ziel) (?:ist|war) (?:es,|die|der))\b",
    "reader": r"\b(?:du|dir|dich|dein(?:e[rnms]?)?|euch|euer|eure[rnms]?|klicken sie|lesen sie|erfahren sie|wenden sie sich|melden sie sich|abonnieren sie|besuchen sie|mehr erfahren|weiterlesen)\b",
    "example": r"\b(?:zum Beispiel|beispielsweise|unter anderem|insbesondere|namentlich|darunter|wie etwa|z\. ?b\.)(?!\w)",
    "recent": r"\b(?:derzeit|gegenwärtig|aktuell(?:e[rnms]?)?|heute|heutzutage|jetzt|bisher|bislang|bereits|kürzlich|jüngst|zuletzt|inzwischen|mittlerweile|seither|seitdem|damals|früher(?! als)|vor (?:\w+ )?(?:Jahren|Jahrzehnten|Monaten|Wochen)|in den (?:letzten|vergangenen|nächsten|kommenden) (?:\w+ )?(?:Jahren|Jahrzehnten|Monaten|Wochen)"
    r"|(?:letzte|vergangene|vorige|diese|nächste|kommende)[nrsm]? (?:Jahr|Jahres|Jahrzehnt|Monat|Woche)|seit (?:langem|Jahren|Jahrzehnten|Monaten)|historisch)\b",
    "size": r"\b(?:(?:groß|klein|erheblich|deutlich|beträchtlich|stark|niedrig|gering|rasch|schnell|langsam|massiv|selten|drastisch|enorm|wachsend|steigend|sinkend|wesentlich)(?:e[rnsm]?|er(?:e[rnsm]?)?)?|größere?[nrsm]?|stärkere?[nrsm]?|hoch|hohe[rnsm]?|höhere?[nrsm]?|weit verbreitet\w*)\b",
    "effect": r"\b(?:(?:Aus)?wirkung(?:en)?|(?:die |schwere |ernste )Folgen|Folge|Einfluss|Einflüsse|Effekte?n?s?|beeinfluss\w+|wirk(?:t|en|te|ten)(?! als)|betr(?:ifft|af|afen|effen)|häng(?:t|en) (?:[\w-]+ ){0,6}ab|erhöh(?:t|te|en|ten)|verringer(?:t|te|ten|n)|senk(?:t|te|en|ten)|verbesser(?:t|te|ten|n)|verschlechter(?:t|te|ten|n)"
    r"|gefährde(?:t|n|te|ten)|bedroh(?:t|en|te|ten)|schütz(?:t|en|te|ten)|präg(?:t|en|te|ten)|schaff(?:t|en)|Zusammenhang)\b",
    "thought": r"\b(?:ich|mich|mir|mein(?:e|er|es|em)?)\b",
    "promise": r"\b(?:plan(?:t|en|te|ten)|geplant\w*|beabsichtig(?:t|en)|will|wollen|zugesagt\w*|angekündigt\w*|vorgesehen\w*|soll|sollen|verpflichtet sich|hat vor|haben vor)\b",
    "first-person": r"\b(?:wir|uns|unser(?:e[mnrs]?)?)\b",
    "bookkeeping": r"\b(?:wird|werden|wurden?) (?:[\w-]+ ){0,6}?(?:berechnet|gewichtet|geschichtet|erhoben|ausgeschlossen|zusammengefasst|anonymisiert|bereinigt|gerundet|gemittelt|beschrieben|aufgeführt|dargestellt|ausgewertet)\b",
    "duty": r"\b(?:muss|müssen|ist verpflichtet|sind verpflichtet|hat|haben) [^.;]{0,120}\b(?:mindestens|höchstens|binnen|innerhalb|spätestens|bis zum|vor dem|bis zu)\b",
    "defining": r"^(?:ein|eine) (?!(?:drittel|viertel|hälfte|studie|umfrage|reihe|mehrheit|neue\w*|weitere\w*)\b)(?:[\w-]+ ){1,3}(?:ist|sind) (?:ein|eine|der|die|das|jede[rs]?)\b",
    "definition": r"\b(?:(?:wird|werden|ist|sind) (?:[\w-]+ ){0,6}?(?:definiert|als (?:[\w-]+ ){1,4}bezeichnet)|bezeichnet (?:eine?n?|jede[ns]?) (?![^.]{0,80}\bals\b)|bedeutet, dass|versteh(?:t|en) (?:man|wir)|nennt man|steht für|ist die abkürzung)",
    "would": r"\b(?:würden?|wären?|hätten?|kämen?|fielen? (?=[^.]{0,60}\b(?:aus|weg)\b)|ließen? sich|ginge|gäbe|brächten?|bräuchten?|übernähmen?)\b",
    "conditional": r"^(?:wenn|falls|sofern|sollte[nst]?)\b|(?:\bfalls|\bsofern|\bes sei denn)\b",
    "future": r"\b(?:(?:wird|werden) (?:[\w-]+ ){0,10}?(?:steigen|sinken|fallen|wachsen|kosten|zahlen|bauen|brauchen|bleiben|sein|haben|müssen|können|führen|zunehmen|abnehmen|öffnen|schließen|senken|erhöhen|kommen|gehen|geben|fehlen|reichen|dauern|beginnen|enden|liefern|sparen|entscheiden|fortsetzen|verschärfen|\w{2,16}ieren)(?=[.,;:!?]|$| und\b| oder\b)|künftig|in zukunft)",
    "rhetoric-case": r"^(?:zum beispiel )?(?:stellen (?:sie|wir) (?:sich|uns)|nehmen wir (?:an|ein|eine|einen|zwei|drei)|angenommen,|man (?:stelle sich|nehme))(?!\w)",
    "metaphor": r"\b(?:natürlich|freilich|zugegeben|gewiss|selbstverständlich|mit anderen worten|kurz gesagt|kurzum|anders gesagt|sozusagen|gleichsam|als ob|letztlich|schließlich(?=,)|zweifellos)\b",
}

FRENCH = {
    "number-word": r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cents?"
    r"|mille|milliers?|millions?|milliards?|moitié|tiers|quarts?|demie?|dizaines?|vingtaines?|trentaines?|centaines?)\b",
    "spelt-figure": r"\b(?:(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cents?"
    r"|quatre-vingts?)(?:-[\w-]+)? (?:pour cent|millions?|milliards?|points de pourcentage)"
    r"|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf) (?:[\w'\u2019-]+ )?sur (?:deux|trois|quatre|cinq|six|dix|vingt|cent)"
    r"|(?:un|le|deux|trois|quatre) (?:tiers|quarts?|cinquièmes?|dixièmes?)(?= d(?:es?|u)\b)|la moitié(?= d(?:es|u|e la)\b))\b",
    "proportion": r"\b(?:(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf) (?:[\w'\u2019-]+ )?sur (?:deux|trois|quatre|cinq|six|dix|vingt|cent)"
    r"|(?:la|une|de) moitié|(?:deux|trois|quatre|neuf) (?:tiers|quarts|cinquièmes|dixièmes)|(?:un|le) (?:tiers|quart|cinquième|dixième) (?:seulement )?d(?:es?|u)?)\b",
    "ongoing": r"\b(?:(?:est|sont) en (?:train d|cours|hausse|baisse)|(?:est|sont) (?:(?:aussi|encore|souvent|déjà|désormais|mal|bien) )?(?!(?:arriv|all|rest|tomb|entr|mont|décéd|n)ée?s?\b)\w{2,}(?:ée?s?)(?! par (?:notre|nos)\b)\b)",
    "comparison": r"\b(?:(?:plus|moins|aussi) (?:\w+ )?qu(?:e\b|['\u2019])|(?:plus|moins) d(?:e\b|['\u2019])|fois (?:plus|moins)|par rapport [àa]u?x?"
    r"|contre (?=\d)|davantage|supérieure?s? (?:à|aux?)|inférieure?s? (?:à|aux?)|comparée?s? (?:à|aux?)|à la différence d|autant qu|meilleure?s? qu|pires? qu"
    r"|en moyenne|dépass\w+)",
    "superlative": r"\b(?:l[ea]s? plus \w+|l[ea]s? moins \w+|l[ea]s? (?:tou(?:t|te)s? )?(?:premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?)"
    r"|pour la première fois|sans précédent|jamais auparavant|records?|inédite?s?)\b",
    "trend": r"\b(?:augment\w+|baiss\w+|diminu\w+|recul\w+|progress(?!i[fv]|ist)\w+|doubl\w+|tripl\w+|chut\w+|hausses?|grimp\w+|stagn\w+"
    r"|accélér\w+|ralenti\w*|accrue?s?|s['\u2019]accroît|s['\u2019]aggrav\w+|a dégradé|cesse(?:nt)? de|passe(?:nt)? de|passée?s? de|restée?s?)\b",
    "cause": r"\b(?:parce qu|en raison d|du fait d|faute d|à cause d|grâce [àa]|si bien qu|de sorte qu|entraîn\w+|caus(?:e|ent|é|ée|és|ées|ait|er)\b|provoqu\w+|pénalis\w+"
    r"|condui(?:t|sent|sait) (?:à|aux?)|empêch\w+|favoris\w+|expliqu\w+|permet(?:tent|tait)?\b|permis|rédui(?:t|te|ts|sent|re)\b|découl\w+|résult(?:e|ent|ait) d)",
    "attribution": r"\b(?:selon(?! (?:nous|moi|les? cas|que)\b)|d['\u2019]après|(?:a|ont|avait) (?:déclaré|annoncé|dit|écrit|promis|rappelé|jugé|reconnu|conclu|constaté|qualifié)|(?:l['\u2019])?écri(?:t|vait|vent)(?=,| (?:la|le|les|l['\u2019]|que|dans|un|une)\b)|aux yeux d(?:e|u|es)|affirm\w+"
    r"|estim\w+|soulign\w+|indiqu\w+|conclu(?:t|ent)|constat\w+|dénonc\w+|rapporte(?:nt)? que|préconis\w+|qualifi(?:e|ent|é|ée|és|ées|ait)(?= (?:de|d['\u2019]|\u00ab)))\b",
    "vague-source": r"\b(?:(?:certain(?:e?s)|plusieurs|de nombreu(?:x|ses)|nombre d(?:e|['\u2019])|quelques|d['\u2019]autres|la plupart des|diverses|divers|récentes) ?){0,2}"
    r"(?:études?|experte?s?|chercheu(?:rs|ses)|critiques|observateurs|spécialistes|économistes|scientifiques|enquêtes?|sondages?|rapports|recherches?|données|travaux|évaluations?|détracteurs|partisans|opposants)"
    r"(?: (?:récente?s?|indépendante?s?|existante?s?|disponibles|publiée?s?|antérieure?s?)){0,2}(?: (?:ont|a|avaient|souvent|aussi|déjà|régulièrement|toutes|tous)){0,3}"
    r" (?:montr(?:e|ent|é|aient)|suggèr(?:e|ent)|suggéré|indiqu(?:e|ent|é)|conclu(?:t|ent)?|estim(?:e|ent|é)|affirm(?:e|ent|é)|dis(?:ent)|dit|averti(?:t|ssent)?|soulign(?:e|ent|é)|dénonc(?:e|ent|é)|doutent|confirm(?:e|ent|é)|révèl(?:e|ent)|révélé"
    r"|établi(?:t|ssent)?|pensent|craignent|contestent|recommandent|attestent|prouv(?:e|ent|é)|démontr(?:e|ent|é)|constat(?:e|ent|é)|jugent|reprochent|s['\u2019]accordent)\b"
    r"|\b(?:selon|d['\u2019]après|de l['\u2019]avis) (?:les|des|de|d['\u2019]|certain(?:e?s)|plusieurs|quelques|la plupart des) ?(?:nombreu(?:x|ses) |autres )?(?:experte?s|spécialistes|observateurs|économistes|chercheu(?:rs|ses)|critiques|scientifiques|études|estimations|sources|analystes|rapports)\b"
    r"|\bil est (?:largement |bien |généralement |souvent )?(?:connu|admis|établi|reconnu|prouvé|démontré|notoire) qu|\b(?:on (?:dit|sait|admet|considère|estime) (?:souvent |généralement )?qu|c['\u2019]est bien connu)"
    r"|\b(?:il existe|il y a|existe-t-il) (?:de nombreuses |plusieurs |peu de |peu d['\u2019]|des )(?:études|preuves|données|recherches|travaux|éléments de preuve)\b",
    "evidence-word": r"\b(?:études?|experte?s?|chercheu(?:r|rs|se|ses)|enquêtes?|preuves?|recherches?|données|littérature|constats?|statistiques?|sondages?|évaluations?)\b",
    "law": r"\b(?:[Ll]ois?|[Dd]écrets?|[Rr]èglements?|[Dd]irectives?|[Tt]raités?|[Cc]onventions?|[Aa]rrêtés?|[Oo]rdonnances?|[Cc]odes? (?:d(?:e|es|u)|civil|pénal)|Constitution"
    r"|[Aa]rt(?:icles?|\.)\s?(?:[LRD]\.?\s?)?\d+|l['\u2019]article|illéga(?:l|le|les|ux|lement)|interdi(?:t|te|ts|tes|sent))\b",
    "provision": r"\b(?:(?:exige(?:nt|ait)?|impose(?:nt)?|oblige(?:nt)?|autorise(?:nt)?|interdi(?:t|sent)|prévoi(?:t|ent)|stipule(?:nt)?|dispose(?:nt)? que|garanti(?:t|ssent)(?! que\b)|régi(?:t|ssent)|fixe(?:nt)? (?:les?|la|une?|des)|définissent|protège(?:nt)?|exonère(?:nt)?|s['\u2019]applique(?:nt)? (?:à|aux?)|en vigueur"
    r"|(?:est|sont) (?:soumise?s? (?:à|aux?)|éligibles?|obligatoires?|exonérée?s?)|donne(?:nt)? droit|ont droit|a droit)\b|(?:en vertu|en application|au titre|(?:est|sont) (?:tenue?s?|chargée?s?|responsables?)) d(?:es?\b|u\b|['\u2019]))",
    "programme": r"\b(?:vise(?:nt)? (?:à|les?|la)|a pour (?:but|objectif|mission)|ont pour (?:but|objectif)|cherche(?:nt)? à|offre(?:nt)?|propose(?:nt)?|soutien(?:t|nent)|fourni(?:t|ssent)|finance(?:nt)?|aide(?:nt)? (?:les?|la|à|des|aux?)|accompagne(?:nt)?|dessert|desservent|(?:est|sont) (?:financée?s?|gérée?s?|dirigée?s?|conçue?s? pour|destinée?s? à)|travaille(?:nt)? avec)\b",
    "universal": r"\b(?:tou(?:s|te|tes)|chaque|aucune?|jamais|toujours|partout|personne n|rien n|nulle?s? \w+ n)\b",
    "frequency": r"\b(?:souvent|parfois|rarement|généralement|la plupart|la majorité|beaucoup|plusieurs|nombreu\w+|quelques|certain\w*|presque|fréquemment|peu d)\b",
    "event": r"\b(?:a été|ont été|fut|furent|entrée?s? en vigueur|a (?:adopté|signé|voté|créé|lancé|imposé|coûté|supprimé|ouvert|fermé|construit|vendu|versé|payé|publié)"
    r"|ont (?:adopté|signé|voté|créé|lancé|imposé|coûté|supprimé|ouvert|fermé|construit|vendu|versé|payé|publié))\b",
    "perfect": r"\b(?:a|ont|avait|avaient)(?: (?:été|déjà|aussi|jamais|toujours|pas|plus|souvent|longtemps|depuis|beaucoup|\w{2,15}ment))*"
    r" (?!(?:trois|depuis|aussi|ainsi|ici|puis|mais|parmi|peu|qui|lui|droit|huit|petite?s?|tous?|plus|point|soit|été)\b)\w+(?:ée?s?|i|is|ise?s?|it|its|u|us|ues?|int|ert)\b"
    r"|\b(?:est|sont) (?:(?:déjà|encore|bien|aussi) )?(?:(?:arriv|all|tomb|entr|décéd)ée?s?|devenue?s?|venue?s?|revenue?s?)\b",
    "was": r"\b(?:était|étaient|fut|furent|avait|avaient)\b",
    "hedge": r"\b(?:pourrai(?:t|ent)|peut-être|semble\w*|paraît|sans doute|probablement|vraisemblablement|éventuellement|aurai(?:t|ent)|\w{2,}erai(?:t|ent))\b",
    "obligation": r"\b(?:doi(?:t|vent))\b",
    "normative": r"\b(?:devrai(?:t|ent)|il faut|il faudrait|convient d|il est temps|il importe|mérite(?:nt|rait)?|nous devons|gagnerai(?:t|ent) à)\b",
    "evaluation": r"\b(?:bonnes?|bons?|mauvaise?s?|injustes?|sages?|inutiles?|utiles?|absurdes?|regrettables?|dangereu\w+|souhaitables?|préférables?|raisonnables?|inacceptables?"
    r"|insuffisante?s?|nécessaires?|inquiétante?s?|hélas)\b",
    "imperative": r"^(?:ne (?:pas|rien|plus) )?(?:(?:nommez|indiquez|décrivez|expliquez|écrivez|voyez|notez|imaginez|imaginons|supposez|supposons|prenez|prenons|considérons|comparez|retenez|rappelons)\b"
    r"|(?!(?:hier|premier|dernier|entre|contre|outre|notre|votre|quatre|autre|moindre|janvier|février)\b)\w{2,}(?:er|ir|dre|ttre|ître|ire|oir)\b"
    r"(?!.*\b(?:est|sont|a|ont|sera|serait|peut|permet|suppose|revient|entraîne|réduit|augmente|coûte|provoque|\w+erai(?:t|ent))\b))",
    "opinion": r"\b(?:nous (?:pensons|croyons|estimons que|recommandons|proposons|jugeons|regrettons|craignons|espérons|préférons|plaidons|doutons)|je (?:pense|crois|juge|regrette|propose)"
    r"|à (?:notre|mon) avis|à nos yeux|selon (?:nous|moi)|notre (?:avis|position|proposition|recommandation|préférence))\b",
    "own-result": r"\b(?:nous (?:montrons|trouvons|calculons|mesurons|comparons|avons (?:calculé|mesuré|comparé|interrogé|estimé|analysé|relevé|exclu|utilisé)|n['\u2019]avons pas)"
    r"|notre (?:modèle|analyse|enquête|calcul|échantillon|étude|équipe|projet|rapport|méthode)|nos (?:résultats|calculs|chiffres|données|estimations|entretiens)"
    r"|(?:figure|tableau|graphique|encadré|annexe|carte) \d+(?: l[ea]s?| en)? (?:montre|donne|compare|présente|résume|indique|illustre|détaille))\b",
    "signpost": r"^(?:cette (?:note|section|partie|étude)|ce (?:rapport|document|texte|chapitre)|cet (?:article|encadré)|la section suivante|les (?:sections|parties) suivantes|les chapitres suivants|dans ce qui suit|ci-dessous|ci-après|voici"
    r"|nous (?:commençons|verrons|reviendrons|présentons|examinons)|(?:deux|trois|quatre) (?:options|pistes|points|raisons) (?:existent|suivent|se dégagent|s['\u2019]offrent))\b",
    "study-talk": r"\b(?:répondante?s?|participante?s?|personnes interrogées|personnes sondées|l['\u2019]échantillon|groupe témoin|groupe de contrôle|questionnaires?|entretiens|groupes de discussion|scénarios?|simul(?:ation|ations|é|ée|és|ées|er|ons)|calibr\w+|le modèle|jeu de données|jeux de données|méthodologie|projet pilote|phase pilote"
    r"|(?:l['\u2019](?:enquête|étude|analyse|évaluation)|le (?:sondage|graphique|tableau)|la (?:figure|carte)|les résultats) (?:ci-dessus|ci-dessous|montr(?:e|ent)|révèl(?:e|ent)|constat(?:e|ent)|indiqu(?:e|ent)))\b",
    "existence": r"\b(?:il (?:y a|y avait|existe|reste|n['\u2019]y a|n['\u2019]existe)|y a-t-il|existe(?:nt)?|subsiste(?:nt)?)\b",
    "absence": r"\b(?:(?:il manqu(?:e|ait)|manqu(?:e|ent|ait|aient|é) (?=d|à|au)|sans|échou(?:e|ent|é)|n['\u2019](?:a|ont|y a) (?:pas|plus|aucune?)|ne (?!sont\b|sera\b|seront\b|serait\b|soit\b)(?:\w+ ){1,2}(?:pas|plus|guère)|peu de (?:données|preuves|recherches)|aucune? (?:donnée|preuve|étude|chiffre)|insuffisante?s?|insuffisamment|inadéquate?s?)\b"
    r"|(?:absence|faute|incapables?|défaut|dépourvue?s?) d(?:e\b|['\u2019]))",
    "ability": r"\b(?:(?:peut|peuvent)\b|(?:capables?|en mesure|susceptibles?) d(?:e\b|['\u2019]))",
    "importance": r"\b(?:est|sont|reste|restent|était|demeure|demeurent|particulièrement|tout aussi) (?:aussi |très |si |donc |particulièrement )?(?:importante?s?|essentiel(?:le)?s?|crucia(?:l|le|les|ux)|primordia(?:l|le|les|ux)|déterminante?s?|nécessaires?|indispensables?|clairs?|claires?|possibles?|utiles?|centra(?:l|le|les|ux)|urgente?s?)\b",
    "purpose": r"^pour (?:\w{2,}(?:er|ir|re|oir)|ce faire|cela|y parvenir)\b|\b(?:afin (?:d|qu)|pour que|de façon à|de manière à|en vue d|dans le but d|(?:l['\u2019]objectif|le but|l['\u2019]idée) (?:est|était) d)",
    "reader": r"\b(?:vous|votre|vos|cliquez|en savoir plus|lire la suite|abonnez|inscrivez|téléchargez|contactez)\b",
    "example": r"\b(?:(?:par exemple|notamment|en particulier|entre autres|y compris)\b|tel(?:le)?s? qu(?:e\b|['\u2019]))",
    "recent": r"\b(?:récents?|récentes?|récemment|actuel(?:le)?s?|actuellement|aujourd['\u2019]hui|désormais|maintenant|à ce jour|jusqu['\u2019](?:ici|à présent)|déjà|ces (?:\w+ )?(?:derni(?:er|ère)s|prochaine?s) (?:années|mois|décennies|semaines)|ces derniers temps"
    r"|cette (?:année|semaine|décennie)|ce mois-ci|l['\u2019](?:an|année) derni(?:er|ère)|le (?:mois|siècle) dernier|depuis (?:lors|longtemps|(?:\w+ )?(?:ans|années|mois|décennies))|historiquement|traditionnellement|autrefois|il y a (?:\w+ )?(?:ans|mois|semaines|longtemps)|à l['\u2019]époque|jadis|naguère|auparavant)\b",
    "size": r"\b(?:grande?s?|petite?s?|fort(?:e?s?|ement)|importante?s|considérab(?:les?|lement)|significati(?:fs?|ves?|vement)|majeure?s?|mineure?s?|énorm(?:es?|ément)|vastes?|faibles?|faiblement|élevée?s?|rapid(?:es?|ement)|lente?s?|lentement|rares?|massi(?:fs?|ves?|vement)|lourd(?:e?s?|ement)|croissante?s?|fréquente?s?|répandue?s?|nette?s?|nettement|largement)\b",
    "effect": r"\b(?:effets?|impacts?|conséquences?|influenc(?:e|ent|é|ée|és|ées)|affect(?:e|ent|é|ée|és|ées|ait)|touche(?:nt)? (?:les|la|le|plus|surtout)|pès(?:e|ent) sur|dépend(?:ent|ait)? (?=d)|détermin(?:e|ent|é|ée|és|ées)|génèr(?:e|ent)|crée(?:nt)?|amélior(?:e|ent|é|ée|és|ées)|dégrad(?:e|ent|é|ée|és|ées)|aggrav(?:e|ent|é|ée|és|ées)|menac(?:e|ent|é|ée|és|ées)|expos(?:e|ent)|abaiss(?:e|ent|é)"
    r"|rend(?:ent)? (?:\w+ ){0,3}(?:plus|moins)|liée?s? (?:à|aux?)|associée?s? (?:à|aux?)|protège(?:nt)?|façonn(?:e|ent|é))\b",
    "thought": r"\b(?:je|j['\u2019](?=\w)|moi|mon|ma|mes|me)\b",
    "promise": r"\b(?:(?:prévoi(?:t|ent)|promet(?:tent)?|projet(?:te|tent)) d(?:e\b|['\u2019])|(?:entend(?:ent)?|compte(?:nt)?) (?=\w{2,}(?:er|ir|re)\b)|s['\u2019](?:est|sont) engagée?s? à|s['\u2019]engage(?:nt)? à|doi(?:t|vent) (?:ouvrir|entrer|commencer|s['\u2019]achever|être (?:achevée?s?|livrée?s?|lancée?s?))\b|prévue?s? (?:pour|en)\b|(?:a|ont|avait) (?:annoncé|promis)\b|annoncée?s?\b)",
    "first-person": r"\b(?:nous|notre|nos|nôtres?)\b",
    "bookkeeping": r"\b(?:est|sont|a été|ont été|était|étaient) (?:\w+ment )?(?:calculé|présenté|exclu|pondéré|estimé|recueilli|décrit|indiqué|arrondi|anonymisé|agrégé|corrigé)e?s?\b",
    "duty": r"\b(?:doi(?:ven)?t|devr(?:a|ont)|est tenue? de|sont tenue?s de) [^.;]{0,120}\b(?:au moins|au plus|au maximum|au minimum|dans un délai|avant le|sous \d|d['\u2019]ici|jusqu['\u2019]à)\b",
    "defining": r"^une? (?!(?:tiers|quart|étude|enquête|rapport|majorité|nouve\w+|autre)\b)(?:[\w'\u2019-]+ ){1,4}est (?:une?|l[ea]|tou(?:t|te))\b",
    "definition": r"\b(?:désigne(?:nt)?|signifie que|se définit comme|définie?s? comme|on entend par|nous entendons|on appelle)\b",
    "would": r"\b(?:\w+erai(?:t|ent)|aurai(?:t|ent)|pourrai(?:t|ent)|(?!(?:(?:at|re|é)?t|adm|as?p|insp|resp|dés|v)irai)\w{2,}irai(?:t|ent)"
    r"|\w{1,8}(?:end|iend|aud|ett|aît)rai(?:t|ent))\b",
    "conditional": r"^(?:si|s['\u2019]ils?|à moins qu|à condition)\b",
    "future": r"\b(?:\w{2,}er(?:a|ont)|sera|seront|aura|auront|fera|feront|ira|iront|pourr(?:a|ont)|devr(?:a|ont)|(?:va|vont) \w+er)\b",
    "rhetoric-case": r"^(?:par exemple, )?(?:imagin(?:ez|ons)|suppos(?:ez|ons)|pren(?:ez|ons)) ",
    "metaphor": r"\b(?:bien sûr|certes|en d['\u2019]autres termes|autrement dit|évidemment|en somme|bref|à vrai dire|il est vrai)\b",
}

SPANISH = {
    "number-word": r"\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|cientos|ciento(?! por)|mil|miles|mill(?:ón|ones)|mitad|tercios?|cuartos?|decenas?|docenas?|doble|triple)\b",
    "spelt-figure": r"\b(?:(?:una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta"
    r"|setenta|ochenta|noventa|cien)(?: y \w+)? (?:por ciento|millón|millones|billones|puntos porcentuales)"
    r"|(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien)"
    r"|(?:un|dos|tres|cuatro) (?:tercios?|cuartos?|quintos?|décimos?)(?= de\b)|la mitad(?= de\b))\b",
    "proportion": r"\b(?:(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien)|la mitad|(?:un|dos|tres|cuatro) (?:tercios?|cuartos?|quintos?|décimos?)|(?:una|dos|tres) (?:terceras?|cuartas?|quintas?|décimas?) partes?)\b",
    "ongoing": r"\b(?:está[n]? \w{2,}(?:ando|iendo|yendo)|(?:es|son|está|están) (?:(?:ya|también|a menudo|muy|mal|bien) )?(?!(?:lado|demasiad|cad|nad|tod|mercado|estado|apartado|resultado|sentido|partido|contenido|significado|sonido|unid|adecuad|debid)[oa]?s?\b)\w{2,}(?:ad|id)[oa]s?)\b",
    "comparison": r"\b(?:(?:más|menos) (?:\w+ ){0,2}que|(?:más|menos) de (?=\d|la mitad|lo |un|una|dos|tres|cuatro|cinco|diez|veinte|cien|mil)|(?:mayor|menor|mejor|peor|superior|inferior)(?:es)? (?:(?:\w+ ){0,5}que|a)|tan \w+ como|tant[oa]s? \w+ como|(?:el doble|el triple|veces) (?:más|menos|de|que)"
    r"|en comparación|comparad[oa]s? con|frente a(?:l)? (?:\d|año|promedio|media)|a diferencia de|en promedio|de media|super(?:a|an|ó|aron)|exced(?:e|en|ió|ieron)|respecto al? (?:año|promedio|media))\b",
    "superlative": r"\b(?:(?:el|la|los|las) (?:\w+ )?(?:más|menos) (?!de\b|que\b)\w+|(?:el|la|los|las) (?:mayor|menor|mejor|peor)(?:es)?|(?:el|la|los|las) (?:primer[oa]?s?|últim[oa]s?|únic[oa]s?)|por primera vez|nunca antes|sin precedentes|récord)\b",
    "trend": r"\b(?:aument\w+|disminu\w+|cay(?:ó|eron|endo)|caen|caíd[oa]s?|crec(?:e|en|ió|ieron|ido|iente|ientes)|baj(?:ó|aron|an|ado)|baja (?=(?:el|la|los|las)\b)|sub(?:ió|ieron|en|ido|e)|duplic\w+|triplic\w+|redu(?:jo|jeron|cido|ciendo)|retroced(?:e|en|ió|ieron)|descend(?:ió|ieron)|desciende[n]?|empeor\w+|mejor(?:ó|aron|ado|an)|se estanc\w+|aceler\w+"
    r"|sigue[n]?|sigui(?:ó|eron)|continúa[n]?|todavía|aún|ya no|se ha[n]? (?:vuelto|convertido))\b",
    "cause": r"\b(?:porque|debido al?|caus(?:a|an|ó|aron|ado|ada)(?! de\b)|a causa de|provoc\w+|gracias al?|conduj(?:o|eron) a|conduce[n]? a|llev(?:ó|aron|a|an) a|por culpa de|a raíz de|por eso|por ello|por lo tanto|como resultado|de modo que|impid(?:e|en|ió|ieron)|impiden|permit(?:e|en|ió|ieron)|gener(?:ó|aron|a|an)|favorec(?:e|en|ió|ieron)"
    r"|oblig(?:a|an|ó|aron) al?|explica(?:n)?|se debe[n]? a|contribuy(?:e|en|ó|eron) al?|ya que|puesto que|dado que)\b",
    "attribution": r"\b(?:según(?! (?:nosotros|el caso|sea|corresponda)\b)|escrib(?:ió|ieron|e|en)(?=,| (?:el|la|los|las|que|en)\b)|calific(?:a|an|ó|aron)(?= (?:[\w-]+ ){0,6}(?:de|como)\b)|en palabras de(?:l)?|dij(?:o|eron)|dice[n]?|afirm(?:a|an|ó|aron|ado)|declar(?:ó|aron|a|an)|señal(?:a|an|ó|aron|ado)|estim(?:a|an|ó|aron|ado)|anunci(?:ó|aron|a|an|ado)|advirti(?:ó|eron)|advierte[n]?|sostien(?:e|en)|sostuv\w+|critic(?:a|an|ó|aron)|conclu(?:yó|yeron|ye|yen)|calcul(?:a|an|ó|aron) que|prometi(?:ó|eron)|reconoci(?:ó|eron)|denunci(?:a|an|ó|aron)|inform(?:ó|aron) (?:de|que)|asegur(?:a|an|ó|aron) que|rechaz(?:a|an|ó|aron)|neg(?:ó|aron)|nieg(?:a|an))\b",
    "vague-source": r"\b(?:(?:algun[oa]s|much[oa]s|vari[oa]s|divers[oa]s|numeros[oa]s|otr[oa]s|la mayoría de l[oa]s|divers[oa]s|recientes) ){0,2}(?:estudios?|expert[oa]s|investigador(?:es|as)|críticos|observador(?:es|as)|analistas|economistas|científicos|encuestas?|sondeos?|informes|investigaciones|datos|especialistas|detractores|partidarios|evaluaciones)"
    r"(?: (?:recientes?|independientes?|existentes|disponibles|anteriores|previos)){0,2}(?: (?:ha|han|también|a menudo|ya|coinciden en que|siempre)){0,3}"
    r" (?:muestr(?:a|an)|mostr(?:ó|aron|ado)|demuestr(?:a|an)|demostrado|sugier(?:e|en)|sugerido|indic(?:a|an|ó|aron|ado)|conclu(?:ye|yen|yó|yeron|ido)|estim(?:a|an|ado)|afirm(?:a|an|ado)|dicen|dicho|adviert(?:e|en)|advertido|señal(?:a|an|ó|aron|ado)|confirm(?:a|an|ado)|revel(?:a|an|ó|aron|ado)|opinan|creen|dudan|sostienen|critican|criticado|denuncian|apunt(?:a|an)|coinciden|recomiendan)\b"
    r"|\b(?:según|a juicio de) (?:(?:l[oa]s|algun[oa]s|much[oa]s|vari[oa]s|divers[oa]s|numeros[oa]s) )?(?:expert[oa]s|analistas|observadores|críticos|estudios|economistas|especialistas|estimaciones|fuentes|investigador(?:es|as)|científicos)\b"
    r"|\b(?:se (?:dice|sabe|cree|considera|estima|suele decir) que|es (?:bien |ampliamente )?(?:sabido|conocido) que|como es sabido|está (?:ampliamente )?(?:demostrado|comprobado|probado))\b"
    r"|\b(?:hay|existen?) (?:(?:poca|pocos|pocas|escasa|abundante|amplia|much[oa]s|vari[oa]s|numeros[oa]s|clara) )?(?:evidencia|pruebas|estudios|investigaciones|indicios)\b",
    "evidence-word": r"\b(?:estudios?|expert[oa]s?|investigador(?:a|as|es)?|encuestas?|sondeos?|evidencias?|investigación|investigaciones|datos|estadísticas?|hallazgos|pruebas|literatura)\b",
    "law": r"\b(?:[Ll]ey(?:es)?|[Dd]ecretos?(?:-ley)?|[Rr]eglamentos?|[Dd]irectivas?|[Tt]ratados?|[Cc]onvenios?|[Cc]onvenci(?:ón|ones)|[Oo]rdenanzas?|[Cc]ódigo (?:Civil|Penal|civil|penal|de)|Constitución|Carta Magna|[Aa]rt(?:ículos?|\.) \d+|ilegal(?:es)?|prohibid[oa]s?)\b",
    "provision": r"\b(?:exig(?:e|en|ía)|obliga(?:n)?|permit(?:e|en)|prohíbe[n]?|autoriza(?:n)?|establece[n]?|dispone[n]? que|prevé[n]?|garantiza(?:n)?|regula(?:n)?|rige[n]?|protege[n]?|exime[n]?|se aplica(?:n)? al?|en vigor|tiene[n]? derecho|da(?:n)? derecho|(?:es|son) obligatori[oa]s?|está[n]? (?:obligad|sujet|exent|autorizad)[oa]s?|en virtud de|al amparo de|corresponde al?)\b",
    "programme": r"\b(?:tiene[n]? (?:como|por) (?:objetivo|objeto|fin|misión)|busca(?:n)? (?=\w{2,}(?:ar|er|ir)\b)|pretende[n]? (?=\w{2,}(?:ar|er|ir)\b)|ofrece[n]?|apoya(?:n)?|proporciona(?:n)?|brinda(?:n)?|financia(?:n)?|atiende[n]?|ayuda(?:n)? al?|trabaja(?:n)? con|está[n]? (?:diseñad|destinad|dirigid|gestionad|financiad)[oa]s?|suministra(?:n)?|abastece[n]?)\b",
    "universal": r"\b(?:tod[oa]s?|cada|ning(?:ún|un[oa])|nunca|jamás|siempre|nadie|nada|amb[oa]s|en todas partes|sin excepción|cualquier(?:a)?)\b",
    "frequency": r"\b(?:a menudo|con frecuencia|frecuentemente|rara vez|raramente|generalmente|en general|por lo general|normalmente|habitualmente|suele[n]?|la mayoría|la mayor parte|una minoría|much[oa]s|vari[oa]s|poc[oa]s|algun[oa]s|numeros[oa]s|casi|apenas|principalmente|a veces)\b",
    "event": r"\b(?:fue|fueron|entr(?:ó|aron) en vigor|(?!qu?ó)\w{2,}ó|\w{3,}aron|\w{2,}ieron|hizo|dio|puso|impuso|propuso|vino|tuvo|estuvo|pudo|quiso|redujo|condujo|produjo|dijo)\b",
    "perfect": r"\b(?:ha|han|había|habían) (?:(?:ya|siempre|nunca|sido|también|aún|vuelto a) ){0,2}(?:\w{2,}(?:ado|ido|ído)|hecho|dicho|visto|puesto|abierto|escrito|roto|muerto|vuelto|cubierto|resuelto|sido)\b",
    "was": r"\b(?:era|eran|fue|fueron|estaba|estaban|había|habían|tenía|tenían)\b",
    "hedge": r"\b(?:podría[n]?|pudiera[n]?|quizás?|tal vez|a lo mejor|probablemente|posiblemente|seguramente|parece[n]?|sería[n]?|habría[n]?|tendría[n]?|haría[n]?|(?!secretaría|comisaría|notaría|varía|fontanería)\w{2,}aría[n]?|(?!enviría)\w{2,}iría[n]?|puede que)\b",
    "obligation": r"\b(?:deb(?:e|en)(?! al?\b)|tiene[n]? que|ha[n]? de (?=\w{2,}(?:ar|er|ir)\b)|deberá[n]?|necesita(?:n)? (?=\w{2,}(?:ar|er|ir)\b))\b",
    "normative": r"\b(?:debería(?:n|mos)?|debiera[n]?|hay que|habría que|habrá que|convien[e]? (?=\w{2,}(?:ar|er|ir)\b)|conviene que|convendría|es hora de|merece[n]? (?:la pena|más|un|una|que)|vale la pena|más valdría|debemos|tenemos que|haría[n]? bien en|nuestr[oa] (?:objetivo|meta) (?:es|debe))\b",
    "evaluation": r"\b(?:buen[oa]?s?|mal[oa]s?|malas|injust[oa]s?|just[oa]s?|sensat[oa]s?|insensat[oa]s?|inútil(?:es)?|útil(?:es)?|absurd[oa]s?|lamentables?|peligros[oa]s?|preferibles?|razonables?|inaceptables?|insuficientes?|preocupantes?|alentador(?:a|as|es)?|decepcionantes?|equivocad[oa]s?|acertad[oa]s?|por desgracia|desgraciadamente|difícil(?:es)?|fácil(?:es)?)\b",
    "imperative": r"^(?:no )?(?:(?:nombre(?= aquí)|indique|describa|explique|escriba|véase|vea|vean|note|nótese|compare|compárese|considere|considérese|consideremos|imagine|imaginen|imaginemos|supongamos|suponga|tome|tomemos|piense|pensemos|recuerde|recordemos|pregunte|consulte|visite|publique|adopte|lea)\b"
    r"|(?:publicar|adoptar|crear|mantener|ampliar|reducir|aumentar|subir|bajar|financiar|revisar|medir|pagar|probar|comprar|mover|compartir|exigir|garantizar|invertir|apoyar|evitar|informar|abrir|cerrar|invitar|poner|fijar|establecer|aprobar|reformar|derogar|sustituir|proteger|priorizar|asignar|desarrollar|reforzar|mejorar|construir|reparar|dejar|eliminar|introducir|destinar|relevar|dar|ofrecer|facilitar|cumplir|extender|nombrar|simplificar|impulsar|fomentar|promover|fortalecer|incluir|instalar|elaborar|diseñar|limitar|aplicar|retirar|ajustar|asegurar|contratar|formar|reconocer|incorporar|vincular)\b"
    r"(?!.*\b(?:es|son|fue|ha|han|sería|puede|pueden|supone|suponen|provoca|causa|genera|reduce|aumenta|cuesta|permite|exige|requiere|lleva|conlleva)\b))",
    "opinion": r"\b(?:creemos|pensamos|opinamos|recomendamos|proponemos|sugerimos|consideramos|lamentamos|tememos|dudamos|esperamos|preferimos|creo|pienso|opino|propongo|dudo|a (?:nuestro|mi) juicio|en (?:nuestra|mi) opinión|a nuestro entender|nuestr[oa] (?:propuesta|recomendación|opinión|consejo|postura))\b",
    "own-result": r"\b(?:mostramos|calculamos|encontramos|hallamos|estimamos|medimos|comparamos|analizamos|examinamos|entrevistamos|encuestamos|observamos|utilizamos|usamos|hemos (?:calculado|medido|comparado|entrevistado|estimado|analizado|encontrado|revisado|excluido|utilizado|examinado|observado|encuestado)"
    r"|nuestr[oa]s? (?:modelos?|análisis|resultados?|cálculos?|encuestas?|muestra|estudios?|datos|estimaci(?:ón|ones)|cifras|entrevistas|equipo|informe|proyecto)|(?:tabla|gráfico|figura|cuadro|mapa|anexo|recuadro) \d+ (?:muestra|presenta|compara|resume|recoge|enumera|ilustra|da)"
    r"|(?:este|el presente) (?:estudio|análisis|trabajo) (?:muestra|examina|analiza|estima|compara|utiliza|encuentra))\b",
    "signpost": r"^(?:este (?:informe|documento|texto|artículo|capítulo|apartado)|esta (?:nota|sección|parte)|la (?:siguiente sección|sección siguiente)|l[ao]s (?:secciones|apartados|capítulos) siguientes|el (?:siguiente|próximo) (?:apartado|capítulo)|(?:la sección|el capítulo|el apartado|el anexo) \w+ (?:describe|compara|explica|presenta|recoge)|a continuación,? (?:se|presentamos|veremos|describimos|comparamos|examinamos)|en lo que sigue|aquí (?:está|están|va|van)|he aquí|(?:dos|tres|cuatro) (?:opciones|puntos|razones|vías) (?:existen|siguen|destacan|se ofrecen)|como (?:se ha|hemos) (?:visto|dicho|señalado))\b",
    "study-talk": r"\b(?:encuestad[oa]s|entrevistad[oa]s|participantes?|la muestra|grupo de control|cuestionarios?|grupos focales|escenarios?|simul(?:ación|aciones|ad[oa]s?|amos)|calibr\w+|el modelo|conjunto de datos|metodología|proyecto piloto|fase piloto|línea de base|(?:la (?:encuesta|evaluación|figura)|el (?:estudio|análisis|gráfico|cuadro|mapa)|los resultados) (?:muestra(?:n)?|revela(?:n)?|anterior|siguiente|indica(?:n)?))\b",
    "existence": r"\b(?:hay(?! que\b)|había(?! \w{2,}[ai]do\b)|hubo|existe[n]?|existía[n]?|queda(?:n)? (?=un|una|dos|tres|poc|much|vari))\b",
    "absence": r"\b(?:falta(?:n)?|faltaba[n]?|carece[n]?|carencia|sin|ausencia de|fracas(?:a|an|ó|aron)|no (?:hay|existen?|se (?:sabe|conoce)|puede[n]?|pudo|pudieron|tiene[n]?|llega(?:n)?|cuenta(?:n)? con|alcanza(?:n)?)|poc[oa]s? (?:datos|evidencia|información)|insuficientes?|inadecuad[oa]s?|incapac(?:es)?|incapaz)\b",
    "ability": r"\b(?:puede[n]?|capaz|capaces|capacidad de)\b",
    "importance": r"\b(?:es|son|era|fue|sigue siendo|resulta(?:n)?|especialmente|igualmente) (?:también |muy |tan |especialmente )?(?:importantes?|esencial(?:es)?|crucial(?:es)?|fundamental(?:es)?|clave|vital(?:es)?|necesari[oa]s?|imprescindibles?|clar[oa]s?|posibles?|útil(?:es)?|urgentes?|central(?:es)?|decisiv[oa]s?)\b",
    "purpose": r"^para (?:\w{2,}(?:ar|er|ir)|ello|eso|esto)\b|\b(?:para que|a fin de|con el (?:fin|objetivo|objeto|propósito) de|con vistas a|(?:el objetivo|la meta|la idea|el propósito) (?:es|era) (?=\w{2,}(?:ar|er|ir)\b))",
    "reader": r"\b(?:usted(?:es)?|tú|tus?|vosotr[oa]s|contigo|haga clic|leer más|lea más|más información|suscríb\w+|descargue|contáctenos)\b",
    "example": r"\b(?:por ejemplo|tal(?:es)? como|como por ejemplo|entre otr[oa]s|en particular|incluid[oa]s?|en especial|p\. ?ej\.)(?!\w)",
    "recent": r"\b(?:recientes?|recientemente|actual(?:es|mente)?|hoy|ahora|hasta (?:ahora|la fecha)|ya|en los (?:últimos|próximos) (?:\w+ )?(?:años|meses|decenios)|en las (?:últimas|próximas) (?:\w+ )?(?:décadas|semanas)|este (?:año|mes|decenio)|esta (?:semana|década)|el (?:año|mes|siglo) pasado|la (?:semana|década) pasada|desde entonces|desde hace|hace (?:\w+ )?(?:años|meses|décadas|semanas|tiempo)|históricamente|tradicionalmente|antes|entonces|anteriormente|últimamente)\b",
    "size": r"\b(?:gran|grandes?|pequeñ[oa]s?|significativ(?:[oa]s?|amente)|sustancial(?:es|mente)?|considerable(?:s|mente)?|importantes|enorme(?:s|mente)?|vast[oa]s?|alt[oa]s?|baja(?! (?:el|la|los|las)\b)|baj(?:o|os|as)|elevad[oa]s?|rápid(?:[oa]s?|amente)|lent(?:[oa]s?|amente)|escas[oa]s?|rar[oa]s|fuerte(?:s|mente)?|drástic(?:[oa]s?|amente)|crecientes?|generalizad[oa]s?|comunes|notable(?:s|mente)?)\b",
    "effect": r"\b(?:efectos?|impactos?|consecuencias?|influ(?:ye|yen|yó|yeron|encia)|afect(?:a|an|ó|aron|ado)|depende[n]? de|determin(?:a|an|ó|aron)|mejor(?:a|an) (?=la|el|los|las)|empeor(?:a|an)|reduce[n]?|aumenta(?:n)?|amenaza(?:n)?|expon(?:e|en) a|encarec(?:e|en|ió|ieron)|abarata(?:n)?|protege[n]?|crea(?:n)?|se asocia(?:n)? con|vinculad[oa]s? (?:a|con)|asociad[oa]s? (?:a|con)|repercut(?:e|en))\b",
    "thought": r"\b(?:yo|me|mí|mis?|conmigo)\b",
    "promise": r"\b(?:prevé[n]? (?=\w{2,}(?:ar|er|ir)\b)|planea(?:n)?|tiene[n]? previsto|se propone[n]? (?=\w{2,}(?:ar|er|ir)\b)|se compromet(?:e|en|ió|ieron) a|compromisos? de|promet(?:e|en|ió|ieron)|anunciad[oa]s?|previst[oa]s? para|está[n]? previst[oa]s?)\b",
    "first-person": r"\b(?:nosotr[oa]s|nuestr[oa]s?|(?!tramos|extremos|máximos|últimos|mismos|supremos|óptimos|mínimos|próximos|legítimos|ramos|reclamos|préstamos|términos|ánimos|millones)\w{2,}(?:amos|emos|imos))\b",
    "bookkeeping": r"\b(?:se (?:han? )?(?:estim(?:ó|aron|ado)|calcul(?:a|an|ó|aron|ado)|exclu(?:ye|yen|yó|yeron|ido)|inclu(?:ye|yen|yó|yeron)|pondera(?:n)?|ponderaron|redondea(?:n)?|recogi(?:ó|eron|do)|describe[n]?|present(?:a|an)|cambiado|anonimiz\w+)|(?:fue|fueron|son|es|está[n]?) (?:calculad|excluid|ponderad|recogid|descrit|estimad|redondead)[oa]s?)\b",
    "duty": r"\b(?:deb(?:e|en|erá|erán)|está[n]? obligad[oa]s? a|tiene[n]? que) [^.;]{0,120}\b(?:al menos|como máximo|como mínimo|en un plazo|antes del?|hasta|por lo menos|dentro de)\b",
    "defining": r"^una? (?!(?:tercio|cuarto|estudio|encuesta|informe|mayoría|nuev\w+|otr\w+)\b)(?:[\w-]+ ){1,4}es (?:una?|el|la|tod[oa])\b",
    "definition": r"\b(?:se (?:define|definen) como|significa que|se entiende por|entendemos por|se denomina(?:n)?|se llama(?:n)? (?!a\b)|llamamos|es la abreviatura)\b",
    "would": r"\b(?:sería[n]?|habría[n]?|tendría[n]?|haría[n]?|podría[n]?|\w{0,5}pondría[n]?|(?:crec|perd|depend|obten|mantendr|reduc)ería[n]?|mantendría[n]?"
    r"|(?!secretaría|comisaría|notaría|fontanería)\w{2,}aría[n]?|(?!enviría)\w{2,}iría[n]?)\b",
    "conditional": r"^(?:si|a menos que|salvo que)\b|(?:\bsi (?:el|la|los|las|no|se)|\bsiempre que|\ba menos que)\b",
    "future": r"\b(?:(?!azafrán|teherán|alacrán|detrás)\w{2,}(?:ará[n]?|erá[n]?|irá[n]?|drá[n]?|brá[n]?)|será[n]?|hará[n]?|dirá[n]?|irá[n]?|dará[n]?|va[n]? a \w{2,}(?:ar|er|ir))\b",
    "rhetoric-case": r"^(?:por ejemplo, )?(?:imagine|imaginen|imaginemos|supongamos|suponga|tomemos|tome|pensemos en|piense en) (?:que|un|una|el|la|dos|tres)\b",
    "metaphor": r"\b(?:por supuesto|desde luego|claro que|en otras palabras|dicho de otro modo|es decir|en resumen|al fin y al cabo|a decir verdad|como si|sin duda|es cierto que|ciertamente|obviamente|evidentemente)\b",
}


CASED = ("law", "own-words")
"""Patterns that tell names by their capitals; all others are searched in small letters, which is three times as fast."""


TABLES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}

OWN_WORDS: Mapping[str, str] = {
    "en": r"\b(?:[Ww][Ee]|[Oo][Uu][Rr]s?|us"
    r"|[Tt]his (?:report|study|survey|paper|analysis|brief|research|project|index))\b"
}
"""How authors speak of themselves and of their work."""

OPTIONS: Mapping[str, str] = {
    "en": r"(?:(?:under|with|in) )?(?:the )?(?:option|variant|alternative|choice|scenario|package) (?:[A-H]|\d{1,2})\b"
    r"|(?:one|another|an?(?: \w+)?|the (?:first|second|third|fourth|other|last)) (?:option|alternative|variant)"
    r" (?:is|would|could|might)\b",
    "de": r"(?:(?:unter|bei|mit|in) )?(?:(?:der|dem|das|die) )?(?:option|variante|alternative|szenario|vorschlag)"
    r" (?:[A-H]|\d{1,2})\b|eine? (?:\w+ )?(?:option|variante|alternative|möglichkeit) (?:ist|wäre|besteht|bestünde)\b",
    "fr": r"(?:(?:avec|dans|selon) )?(?:l['\u2019]|la |le )?(?:option|variante|alternative|scénario|piste)"
    r" (?:[A-H]|\d{1,2})\b|une (?:\w+ )?(?:option|variante|alternative|piste) (?:est|serait|consiste\w*)\b",
    "es": r"(?:(?:con|en|bajo) )?(?:la |el )?(?:opción|variante|alternativa|escenario) (?:[A-H]|\d{1,2})\b"
    r"|una (?:\w+ )?(?:opción|variante|alternativa) (?:es|sería|consist\w+)\b",
    "pt": r"(?:(?:com|n[ao]) )?(?:a |o )?(?:opção|variante|alternativa|cenário) (?:[A-H]|\d{1,2})\b"
    r"|uma (?:\w+ )?(?:opção|variante|alternativa) (?:é|seria|consist\w+)\b",
}
"""How a sentence opens that tells of an option: by its letter or number, or as one of several."""

IN_UNITS: Mapping[str, str] = {
    "en": r"(?:all )?(?:the )?(?:costs?|prices|money|figures|amounts|sums|values|numbers|shares|estimates|years"
    r"|data)(?: here| below"
    r"| above| in this \w+)? (?:is|are)(?: all| given| stated| shown| expressed| reported)?"
    r" (?:(?:in|at) (?:constant |current |real |nominal |\d{4} )?(?:prices|euros|dollars|pounds|francs|millions"
    r"|thousands|terms)|rounded)\b",
    "de": r"(?:alle )?(?:die )?(?:kosten|preise|zahlen|beträge|werte|anteile|angaben|schätzungen) (?:sind|stehen"
    r"|gelten)"
    r"(?: alle)?(?: in (?:festen |laufenden |konstanten )?(?:preisen|euro|franken|millionen|tausend)| gerundet"
    r"| zu preisen)\b",
    "fr": r"(?:tous )?(?:les |ces )?(?:coûts?|prix|chiffres|montants|valeurs|parts|estimations) sont(?: tous"
    r"| donnés| exprimés"
    r"| indiqués)?(?: toutes)? (?:(?:en|aux) (?:prix|euros|francs|dollars|millions|milliers)|arrondi\w*)\b",
    "es": r"(?:todos )?(?:los |las )?(?:costes?|costos?|precios|cifras|importes|valores|estimaciones) (?:son|están"
    r"|se dan|se expresan)"
    r"(?: expresad[oa]s)? (?:(?:en|a) (?:precios|euros|pesos|dólares|millones|miles)|redondead[oa]s)\b",
    "pt": r"(?:todos )?(?:os |as )?(?:custos?|preços|números|montantes|valores|estimativas) (?:são|estão"
    r"|são dados)(?: expressos)?"
    r" (?:(?:em|a) (?:preços|euros|reais|milhões|milhares)|arredondad[oa]s)\b",
}
"""How a brief says in what its figures are."""

CALLED_FOR: Mapping[str, str] = {
    "en": r"(?:governments?|policy ?-?makers|parliaments?|congress|ministers|ministry|industry|leaders|donors|nations|europe"
    r"|we|the (?:country|city|state|region|sector|union|council|commission))(?: \w+){0,3} (?:must|needs? to|has to|have to)\b",
    "de": r"(?:regierung(?:en)?|politik|parlament|bundestag|minister(?:ium|in)?|bund|länder|kommunen|wirtschaft|europa|wir)"
    r"(?: \w+){0,2} (?:muss|müssen)\b",
    "fr": r"(?:gouvernements?|état|parlement|ministres?|ministère|pouvoirs publics|décideurs|france|europe|union|nous)"
    r" (?:doit|doivent|devons)\b",
    "es": r"(?:gobiernos?|estado|parlamento|congreso|ministr[oa]s?|ministerio|autoridades|europa|unión)"
    r" (?:debe|deben|tiene que|tienen que)\b",
    "pt": r"(?:governos?|estado|parlamento|congresso|ministr[oa]s?|ministério|autoridades|europa|união)"
    r" (?:deve|devem|tem de|têm de|tem que|têm que)\b",
}
"""Whom an author calls on, and what it must do."""

MADE: Mapping[str, str] = {
    "en": r"(?:(?:this|the present) (?:work|research|project|report|study|publication|paper|brief|article|document|series"
    r"|post|piece) (?:was|is|has been) (?:also )?(?:funded|supported|paid for|made possible|financed|part of|prepared (?:by|for)"
    r"|commissioned|written|edited|published|updated|licensed|peer[- ]reviewed|produced by|issued)"
    r"|(?:funding|support) for this (?:work|research|project|report|study|paper) (?:was|is|came)|research conducted by(?! [^.;]{2,80}\b(?:shows?|showed|suggests?|suggested|found|finds|indicates?|estimates?)\b)"
    r"|(?:suggested citation|how to cite|correction|editor['\u2019]s note)(?=:)|for (?:more|further) information,? (?:see|contact|please|visit|write)"
    r"|(?:we|the authors?) (?:would like to thank|thank|are grateful to|gratefully acknowledge)|all rights reserved"
    r"|(?:the|all) (?:views|opinions)(?: and (?:opinions|conclusions))? (?:expressed|are those|presented|in this)"
    r"|any (?:remaining )?errors (?:are|remain))\b",
    "de": r"(?:die(?:se[rs]?|ses) (?:arbeit|bericht|studie|papier|publikation|projekt) (?:wurde|ist) (?:\w+ ){0,6}(?:gefördert|finanziert"
    r"|unterstützt|erstellt|verfasst|veröffentlicht)|wir danken|die autor(?:innen|en) danken|zitiervorschlag|alle rechte vorbehalten)\b",
    "fr": r"(?:(?:ce|cette|cet) (?:travail|rapport|étude|note|publication|projet|article) a (?:été|bénéficié) (?:\w+ )?(?:financée?"
    r"|soutenue?|réalisée?|rédigée?|publiée?|d['\u2019]un financement)|nous remercions|les auteur\w* remercient|tous droits réservés)\b",
    "es": r"(?:est[ea] (?:trabajo|informe|estudio|publicación|proyecto|artículo|nota) (?:ha sido|fue) (?:financiad|apoyad|realizad|elaborad"
    r"|redactad|publicad)[oa]|agradecemos|l[oa]s autor(?:es|as) agradecen|todos los derechos reservados)\b",
    "pt": r"(?:est[ea] (?:trabalho|relatório|estudo|publicação|projet?o|artigo|nota) foi (?:financiad|apoiad|realizad|elaborad|redigid|publicad)[oa]"
    r"|agradecemos|[oa]s autor(?:es|as) agradecem|todos os direitos reservados)\b",
}
"""How a sentence opens that says who made or paid for the text."""

BENEATH: Mapping[str, str] = {
    "en": r"(?:(?:data )?sources?|sources? and notes?)(?=:)",
    "de": r"(?:quellen?|datenquellen?)(?=:)",
    "fr": r"sources?(?= ?[\u00a0\u202f]?:)",
    "es": r"fuentes?(?=:)",
    "pt": r"fontes?(?=:)",
}
"""What stands before the sources of a figure or table, where they are typed."""

SHOWN: Mapping[str, str] = {
    "en": r"(?:(?:figure|table|chart|map|exhibit|panel|graph|box) (?:[a-z]\.?)?\d[\d.]*[:. ](?!(?:of|in|from|and|to)\b)|(?:figure|table|chart|map|graph):)",
    "de": r"(?:abbildung|abb\.|tabelle|tab\.|karte|grafik|schaubild) \d[\d.]*[:. ]",
    "fr": r"(?:figure|tableau|graphique|carte|encadré) \d[\d.]*[ \u00a0\u202f]?[:. ]",
    "es": r"(?:figura|tabla|cuadro|gráfico|mapa|recuadro) \d[\d.]*[:. ]",
    "pt": r"(?:figura|tabela|quadro|gráfico|mapa|caixa) \d[\d.]*[:. ]",
}
"""How a caption opens that is typed as text."""

OTHERS: Mapping[str, Mapping[str, str]] = {
    "own-words": OWN_WORDS,
    "option": {lang: f"^(?:{words})" for lang, words in OPTIONS.items()},
    "units": {lang: f"^(?:{words})" for lang, words in IN_UNITS.items()},
    "called-for": {lang: rf"\b{words}" for lang, words in CALLED_FOR.items()},
    "made": {lang: f"^{words}" for lang, words in MADE.items()},
    "beneath": {lang: f"^{words}" for lang, words in BENEATH.items()},
    "shown": {lang: f"^{words}" for lang, words in SHOWN.items()},
}
"""Patterns that are no signs, by name and language: a language that has one need not have the tables above."""

WORD = regex(r"\w+\W*")
"""A word with what parts it from the next."""

NAMED, IN_FRONT = r"(?:[A-Z]\w+ )?", r"[A-Z]\w+ "
"""What may and what must stand before the word that a pattern looks for: a name, as in Clean Air Act and Swedish law."""


Match = Callable[[str, int], re.Match[str] | None]


class _Tries(NamedTuple):
    """The patterns to be tried at a word, by name: on the text in small letters, or as it was typed; when `named`,
    from the word before as well.
    """

    small: tuple[tuple[str, Match], ...] = ()
    typed: tuple[tuple[str, Match, bool], ...] = ()


class _Lexicon:
    """The compiled patterns of a language, and which of them can match where a word begins in a certain way."""

    def __init__(self, table: Mapping[str, str]) -> None:
        patterns = {name: regex(p if name in CASED else p.lower()) for name, p in table.items()}
        without = {name: p.pattern.replace(NAMED, "").replace(IN_FRONT, "") for name, p in patterns.items()}
        openings = {name: pattern_openings(pattern) for name, pattern in without.items()}
        named = {name for name, p in patterns.items() if without[name] != p.pattern}
        anchored = {name for name in patterns if is_anchored(without[name])}
        self.anywhere = [
            (name, pattern.match if name in anchored else pattern.search)
            for name, pattern in patterns.items()
            if "" in openings[name]
        ]
        self.first = _ByBeginning(openings, patterns, named)  # only the first word can begin what is anchored there
        self.inside = _ByBeginning({n: o for n, o in openings.items() if n not in anchored}, patterns, named)
        self.begins = _Beginnings(self.first.by_opening).__getitem__

    def find(self, text: str) -> Mapping[str, str]:
        """The first words in a text that each pattern finds, by its name."""
        small = in_small_letters(text)
        found: dict[str, str] = {}
        for name, search in self.anywhere:
            if match := search(text if name in CASED else small):
                found[name] = text[match.start() : match.end()]
        words = WORD.findall(small)
        starts = [*accumulate(map(len, words), initial=len(small) - sum(map(len, words)))]
        for place in compress(range(len(words)), map(self.begins, words)):
            at = starts[place]
            tries, cased = (self.inside if place else self.first)[small[at : at + SIZE + 1]]
            for name, try_at in tries:
                if name not in found and (match := try_at(small, at)):
                    found[name] = text[at : match.end()]
            for name, try_at, named in cased:
                if name not in found:
                    match = try_at(text, starts[place - 1]) if named and place else None
                    if match or (match := try_at(text, at)):
                        found[name] = text[match.start() : match.end()]
        return found


class _ByBeginning(dict[str, _Tries]):
    """The patterns to try at a word which begins so; kept, there are not many such beginnings."""

    def __init__(
        self, openings: Mapping[str, Collection[str]], patterns: Mapping[str, re.Pattern[str]], named: Collection[str]
    ) -> None:
        super().__init__()
        self.patterns, self.named = patterns, named
        self.by_opening: dict[str, list[str]] = {}
        for name, own in openings.items():
            for opening in own:
                self.by_opening.setdefault(opening, []).append(name)

    def __missing__(self, word: str) -> _Tries:
        """Look a beginning up that has not been met, and keep it."""
        if len(self) >= MOST_BEGINNINGS:
            self.clear()
        by_opening = self.by_opening
        fitting = dict.fromkeys(name for start in beginnings(word) for name in by_opening.get(start, ()))
        small = tuple([(name, self.patterns[name].match) for name in fitting if name not in CASED])
        typed = tuple([(name, self.patterns[name].match, name in self.named) for name in fitting if name in CASED])
        found = self[word] = _Tries(small, typed) if fitting else NOTHING
        return found


NOTHING = _Tries()


class _Beginnings(dict[str, bool]):
    """Whether any pattern can begin at a word, with what parts it from the next, whatever that is; kept as well."""

    def __init__(self, openings: Iterable[str]) -> None:
        super().__init__()
        self.openings = frozenset(openings)
        self.shorter = frozenset(o[:length] for o in self.openings for length in range(1, len(o)))

    def __missing__(self, word: str) -> bool:
        """Look a word up that has not been met, and keep it."""
        if len(self) >= MOST_BEGINNINGS:
            self.clear()
        found = word[:SIZE] in self.shorter or not self.openings.isdisjoint(beginnings(word[: SIZE + 1]))
        self[word] = found
        return found


MOST_BEGINNINGS = 1 << 15


@lru_cache(maxsize=32)
def _lexicon(base: str) -> _Lexicon:
    others = {name: patterns[base] for name, patterns in OTHERS.items() if base in patterns}
    return _Lexicon({**TABLES.get(base, {}), **others})


def has_words(lang: str) -> bool:
    """Whether there are words for a language (`de-AT`)."""
    return primary(lang) in TABLES


@lru_cache(maxsize=4096)
def find_all_words(text: str, lang: str) -> Mapping[str, str]:
    """The first words in a text that each pattern finds, by its name."""
    return _lexicon(primary(lang)).find(text)


def find_words(name: str, text: str, lang: str) -> str:
    """The first words in a text that the pattern of this name finds, or an empty string."""
    return find_all_words(text, lang).get(name, "")


def in_small_letters(text: str) -> str:
    """The text in small letters, each as long as it was, so that what is found can be shown as typed."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
