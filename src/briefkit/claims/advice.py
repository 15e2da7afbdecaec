"""A sentence of a recommendation in, whether it tells what to do out: told by how it opens, in five languages.

Advice opens with a verb that nobody is the subject of (`Limit the grant`, `Den Zuschuss begrenzen`, `Limiter`), or has
one that asks (`should`, `ist ... zu`) or says what somebody will do (`will publish`). Any other subject opens what
states something: `Repairs cost 40 euros`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefkit.claims.lexicon import find_all_words, find_words
from briefkit.claims.subjects import APART, FINITE, opens_subject
from briefkit.parse.cells import says_something
from briefkit.patterns import compiled, regex
from briefkit.text import primary

LONGEST = 600
"""How much of a sentence is looked at."""

LEAD = regex(r"[^.:;!?,]{2,60}:\s+")
BEFORE = regex(
    r"(?i)(?:(?:then|also|first|second|third|next|finally|immediately|please|and|but|only|further|instead"
    r"|dann|auch|erstens|zweitens|drittens|zudem|außerdem|puis|ensuite|enfin|aussi|luego|además|también|depois|também"
    r"|além disso|por fin|por último),? )?"
    r"(?:(?:by|from|in|within|until|before|after|during|for|at|on|with|where|when|if|to|as"
    r"|dès|d['\u2019]ici|avant|après|pour|à partir|en|pendant|si|dans|a partir|antes|hasta|desde|para|até|em|no|na"
    r"|durante)\b[^,;:.]{1,80}, )?"
    r"(?:[a-z]{3,20}ly )?(?:(?:ne|n['\u2019]) ?(?:pas|plus|jamais|point)? ?|no |não |do not |don['\u2019]t |never )?"
)
"""What may stand before the verb: a word of order, a phrase of time or purpose with its comma, a negation."""

LATER = regex(
    r"(?i),? \b(?:which|who|whose|that|because|since|when|while|where|whereas|if|so|as|after|until|although"
    r"|qui|que|qu['\u2019]|dont|où|lorsque|quand|parce|afin|pour|si|quien(?:es)?|cuando|donde|porque|para|si"
    r"|quem|quando|onde|caso)\b"
)
"""Where a clause begins that is not the main one."""

TELLS_TOO = regex(
    r"(?i); |, for\b(?=[^,;.]{1,60} (?:is|are|was|were|has|have|had|can|do|does|did|will|would|may|costs?|needs?)\b)"
    r"|, (?:which|who|where|as|since|when|after|while|although|but|qui|ce qui|dont|où|car|mais"
    r"|der|die|das|denn|aber|que|lo que|pero|o que|mas)\b|\b(?:because|given that|parce que|puisque|weil|da|nachdem"
    r"|obwohl|porque|ya que|puesto que|já que|uma vez que)\b"
)
"""Where advice goes on to say something else, of which it may be asked how anybody knows."""

ASKS: Mapping[str, str] = {
    "en": r"should|must|shall|ought to|needs? to|(?:is|are) (?:urged |asked |called on |invited )?to",
    "de": r"soll(?:te)?n?|muss|müssen|müsste[n]?|(?:ist|sind)(?= (?:[\w.,%-]+ ){1,25}?zu \w+e?[lr]?n\b)"
    r"|(?:ist|sind)(?= (?:[\w.,%-]+ ){0,25}?(?:an|auf|aus|ein|ab|vor|her|hin|zurück|um|bei|mit|fest|nach|weiter)"
    r"zu\w+n\b)",
    "fr": r"devrai(?:en)?t|doi(?:ven)?t|devr(?:a|ont)|(?:est|sont) à|il faut|il faudrait|il convient",
    "es": r"deberían?|deben?|deberán?|ha de|han de|tienen? que|hay que|convendría|conviene",
    "pt": r"deveriam?|devem?|deverão|deverá|têm? de|têm? que|há que|convém",
}
TOLD_BEFORE = regex(
    r"(?i)\b(?:was|were|had|has|have|war|waren|hatten?|était|étaient|avait|era|eran|fue|fueron|eram|foi|foram)\b"
)

# --- English ---------------------------------------------------------------------------------

VERBS = frozenset(
    "abandon abolish accelerate accept adapt add address adjust adopt advance advise agree align allocate allow"
    " amend announce appoint apply approve arrange ask assess assign assist attach audit authorise authorize avoid"
    " ban bar base begin block boost bring build buy call cancel cap carry cease change charge check clarify clear"
    " close collect combine commission commit compel compensate complete concentrate conclude conduct confine"
    " connect consider consolidate consult continue convene convert cool coordinate correct count cover create cut"
    " deal decide declare decline deduct defer define delay delegate delete deliver demand deny deploy design"
    " designate develop devote direct disclose discontinue distribute divert divide double draft draw drop earmark"
    " ease educate eliminate employ enable encourage end enforce engage enhance enlarge ensure enter equip establish"
    " evaluate examine exclude exempt expand expect extend face facilitate fence fill finalise finance find fit fix"
    " focus follow forbid force found free freeze fulfil fund gather give grant guarantee guard halt halve hand"
    " harmonise help hire hold house identify impose improve include increase inform insist inspect install instruct"
    " insulate insure integrate introduce invest investigate invite issue join keep launch lay lead lease leave"
    " legislate lend let levy license lift limit link list locate lower maintain make manage mandate map match"
    " measure meet merge modernise monitor move name negotiate offer oblige open operate oppose order organise"
    " oversee pass pay penalise permit phase pilot place plan plant pledge pool postpone prefer prepare prevent"
    " print prioritise prioritize procure prohibit promote propose protect provide publish purchase put qualify quit"
    " raise ratify reach reallocate rebuild recognise recommend recover recruit redirect reduce reform refund refuse"
    " regulate reimburse reinstate reject relax release relieve remove renew renovate repair repeal replace report"
    " require rescind reserve restore restrict retain retire retrain return review revise reward roll run save scale"
    " schedule scrap secure seek sell send separate serve set share shift shorten show shut sign simplify speed"
    " spend split standardise start step stop streamline strengthen strike submit subsidise supply support suspend"
    " take target task tax teach tell terminate test tie tighten track trade train transfer treat treble triple turn"
    " update upgrade use vary verify waive widen withdraw withhold work write".split()
)
"""Verbs that proposals open with, for where the word behind does not tell: `cap rents`, and not `cap and trade`."""

BEHIND = regex(
    r"(?:the|an?|its|their|our|your|his|her|no|all|every|each|any|both|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|at least|at most|up to|not more|no more|more than|half|these|those|it|them|\d[\d.,]*)(?!\w)"
)
"""What follows a verb at once, and a subject hardly ever."""

NO_VERB = regex(r"s |s$|ly |ing |^[A-Z]\w*[A-Z]|[^\w]*\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)$")
"""Ends of a word that is no verb unless it is known as one, and numbers behind it: Apollo 8, Peru 340."""

PAST = regex(r"\b[a-z]{3,}ed\b(?! to\b)")
TOLD_SOON = regex(r"(?:and|or|of)\b|(?:[\w-]+ ){0,2}(?:also|still|\w{2,}ed)\b")
"""What follows a subject, and no verb that tells what to do."""

PARTICLE = regex(r"(?:up|down|out|off|back|forward|over|together) ")
SORT = regex(r"(?:\w+ly )?(?P<state>[a-z][\w-]+ed) (?:and \w+ed )?(?P<thing>[a-z][\w-]*)")
"""A participle that says of what sort the thing behind it is: certified filters, but not `declined in`."""
HAPPENED = frozenset(
    "allowed angered boosted enabled ended failed followed helped moved prompted proved raised remained required"
    " retained revealed saved seemed showed stalled suggested turned worked".split()
)
"""What looks like one, and is what happened behind a word that may be a noun: trade boosted incomes."""


def _english(text: str) -> bool:
    match = compiled(r"([A-Za-z]+(?:-[a-z]+)?)(?: ([\w'\u2019-]+|[^\w\s]+))?").match(text)
    word = match[1].lower() if match else ""
    if not match or (word in APART and word != "have"):
        return False
    known = word in VERBS or word.partition("-")[2] in VERBS or word == "have" or _again(word)
    rest = text[match.end(1) + 1 :]
    behind = PARTICLE.sub("", rest, count=1) if PARTICLE.match(rest) else rest
    if BEHIND.match(behind.lower()) and (known or not NO_VERB.search(match[0])):
        return known or not compiled(FINITE).search(_main(behind))
    if compiled(FINITE).search(_main(behind)):
        return False
    return known and (_is_of_sort(behind, word if behind == rest else "") or not TOLD_SOON.match(behind))


def _is_of_sort(behind: str, noun: str) -> bool:
    """Whether a participle only says of what sort a thing is: publish audited accounts. Behind a word that may be a
    noun it is what happened if it tells of an effect: support reduced poverty.
    """
    match = SORT.match(behind)
    if not match or match["thing"] in APART or match["thing"].endswith("ly"):
        return False
    told = match["state"] in HAPPENED or any(find_words(sign, behind, "en") for sign in ("trend", "cause", "effect"))
    return noun not in NOUNS or not told


def _again(word: str) -> bool:
    """Whether a word is a known verb that does it again: renegotiate, relocate; those that are nouns too are not."""
    return word.startswith("re") and word[2:] in VERBS and word[2:] not in NOUNS


NOUNS = frozenset(
    "use support fund share test plant pay call name measure state report review plan offer increase drop move run"
    " set start stop end place design target tax trade trust transfer train treat look talk visit contact cost change"
    " charge demand supply lead need hold work aid help process progress protest contract document mandate project"
    " permit release ban finance issue lift raise cut shift spread limit subject judge".split()
)
"""Verbs that as often are nouns at the start of a sentence: use of food banks, share prices."""

NOUN_BEHIND = regex(r" (?:of|for|in|from|among|after|across|within|between)\b")
TOLD_BEHIND = ("perfect", "was", "trend", "event", "cause", "frequency", "ability")


def instruction(text: str, lang: str) -> str:
    """The words with which a sentence tells its reader what to do, or an empty string.

    In English a word that may be a noun opens a statement where a preposition or what happened follows.
    """
    found = find_words("imperative", text, lang)
    if not found or not lang.startswith("en"):
        return found
    behind = text[len(found) :]
    if opens_subject(found.lower().rpartition(" ")[2], behind):
        return ""
    if found.lower() not in NOUNS:
        return found
    asks = BEHIND.match(behind.lstrip().lower()) is not None
    return "" if NOUN_BEHIND.match(behind) or not (asks or _asks(behind)) else found


def _asks(behind: str) -> bool:
    """Whether nothing behind a verb says what happened; what follows a `before` or `to` does not count."""
    main = compiled(r"\b(?:before|to)\b").split(_main(behind), maxsplit=1)[0]
    told = find_all_words(main, "en")
    return not any(name in told for name in TOLD_BEHIND) and PAST.search(main) is None


# --- German ----------------------------------------------------------------------------------

MODALS = regex(
    r"(?i)\b(?:ist|sind|war|waren|wird|werden|wurden?|würden?|hat|haben|hatten?|kann|können|konnten?|könnten?|muss|müssen"
    r"|mussten?|will|wollen|wollten?|darf|dürfen|durften?|mag|mögen|lässt|ließen|gibt|bleibt|kostet|liegt|steht)\b"
)
NO_OBJECT = frozenset(
    "steigen stiegen sinken sanken fallen fielen wachsen wuchsen fehlen fehlten sterben starben leiden litten"
    " leben lebten arbeiten arbeiteten wohnen wohnten bleiben blieben bestehen bestanden existieren dauern dauerten"
    " kosten kosteten lagen liegen standen stehen gingen gehen kamen kommen verloren schlossen machten hatten waren"
    " reichen reichten gegen zwischen neben wegen dagegen deswegen oben unten außen innen ihnen denen morgen"
    " gestern".split()
)
"""What ends in -en at the end of a statement: verbs without an object, pasts, and words that are no verbs."""


def _german(text: str) -> bool:
    if compiled(r"(?:[A-ZÄÖÜ]|bitte |Bitte )[\w-]+e?n Sie\b|Seien Sie\b").match(text):
        return True
    clause = compiled(r"[,;:](?: |$)").split(text, maxsplit=1)[0].rstrip(" .!)\u201c\u201d")
    if MODALS.search(clause):
        return False
    return any(
        match[1] not in NO_OBJECT
        for match in compiled(r" ([a-zäöüß]{3,}(?:en|ern|eln))(?=$| und | oder | sowie )").finditer(clause)
    )


# --- French, Spanish, Portuguese -------------------------------------------------------------

NO_VERBS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        "loyer papier chantier métier hiver mer fer quartier premier dernier cher février janvier dossier pouvoir"
        " avenir maire ministère chambre centre lettre nombre cadre offre salaire entre contre autre notre votre"
        " leur outre quatre octobre novembre décembre septembre titre livre membre guerre terre affaire territoire"
        " mémoire histoire rapport chez assez nez hier espoir soir devoir plaisir désir".split()
    ),
    "es": frozenset("lugar mujer taller hogar poder placer ayer pilar mar bar par azúcar alquiler porvenir".split()),
    "pt": frozenset("lugar mulher poder prazer par mar lar bar qualquer aluguer".split()),
}
INFINITIVE: Mapping[str, str] = {
    "fr": r"(?i)([a-zà-öø-ÿœ]{2,}(?:er|ir|re))\b(?! (?:de |d['\u2019])(?:la|l['\u2019]|soins))",
    "es": r"(?i)([a-zñáéíóúü]{2,}(?:[aeií]r))(?:se|l[aeo]s?)?\b",
    "pt": r"(?i)([a-zãõáéíóúâêôç]{2,}(?:[aei]r)|(?:pro|com|re|im|dis)?p[oô]r)(?:-(?:se|l?[ao]s?))?\b(?!,)",
}
INDICATIVE: Mapping[str, str] = {
    "fr": r"(?i)\b(?:est|sont|était|étaient|a|ont|sera|serait|seront|peut|peuvent|fait|font|coûte(?:nt)?"
    r"|entraîne(?:nt)?|provoque(?:nt)?|permet(?:tent|trait)?|réduit|réduisent|augmente(?:nt)?|exige|suppose|représente|reste)\b",
    "es": r"(?i)\b(?:es|son|fue|era|ha|han|sería|puede|pueden|supone|suponen|provocan?|causan?|generan?|reducen?"
    r"|aumentan?|cuestan?|permiten?|exigen?|requieren?|llevan?|conllevan?|evita(?:ría)?)\b",
    "pt": r"(?i)\b(?:é|são|foi|era|tem|têm|há|seria|pode|podem|custam?|provocam?|causam?|geram?|reduz|reduzem|aumentam?"
    r"|permitem?|exigem?|leva|levam)\b",
}
COMMANDS: Mapping[str, str] = {
    "fr": r"(?i)[a-zà-öø-ÿœ]{2,}ez\b(?! [a-z]+(?:ent|ait)\b)|[a-zà-öø-ÿœ]{2,}ons "
    r"(?:l[ae']|les|une?|des|nos|leurs?|pas|plus|\d)",
    "es": r"(?i)(?:(?:re|pro|intro)?du[zc]can?|establezcan?|exijan?|ofrezcan?|permitan?|inviertan?|suban?"
    r"|(?:in|ex)cluyan?|construyan?|(?:man|ob)?tengan?|(?:pro|dis|im)?pongan?|hagan?|cumplan?|abran?|fortalezcan?|protejan?|den?)\b",
    "pt": r"(?i)(?:(?:re|pro|intro)duzam?|estabele[çc]am?|exijam?|ofereçam?|permitam?|invistam?|subam?|incluam?"
    r"|construam?|(?:man|ob)tenham?|(?:pro|im)?ponham?|façam?|cumpram?|abram?|garantam?|protejam?|deem?)\b",
}
STEMS = frozenset(
    "ampli aplic aprob aprov aument adapt adopt acab asegur assegur asign autoriz baj baix busc cambi cre cri"
    " complet contrat control convoc dej deix desarroll desenvolv destin dobl dobr duplic elabor elimin envi equip"
    " evit evalu avali facilit finan financi fij fix form foment garantiz gast habilit impuls implant implement"
    " inform instal integr invit limit llev lanc mejor melhor moderniz negoci nombr nome obrig oblig organiz orden"
    " pag plante prohib prioriz program prorrog public reform reforz reforç regul renov repar reserv respet retir"
    " revis simplific sustituy tom trat trein us vigil vincul".split()
)
"""The stems of verbs in -ar whose command (limite, limiten, publique) looks like nothing else."""


def _romance(text: str, lang: str) -> bool:
    verb = compiled(INFINITIVE[lang]).match(text)
    if verb and verb[1].lower() not in NO_VERBS[lang]:
        return not compiled(INDICATIVE[lang]).search(_main(text[verb.end() :]))
    if compiled(COMMANDS[lang]).match(text) and text.split()[0].lower() not in NO_VERBS[lang]:
        return True
    word = compiled(
        r"(?i)([a-zñç\u00e0-\u00fc]{2,})e[nm]? (?:el|l[ao]s?|un[ao]?s?|[ao]s?|uma?|à|ao?|cada|\d|em|en|hasta|até)\b"
    )
    match = word.match(text) if lang != "fr" else None
    return bool(match) and _stem(match[1].lower()) in STEMS if match else False


def _stem(typed: str) -> str:
    """The stem of a verb in -ar as its infinitive has it: publiqu(e) is of publicar."""
    plain = typed.replace("í", "i").replace("ú", "u")
    if plain in STEMS:
        return plain
    for ending, whole in (("qu", "c"), ("gu", "g"), ("c", "z"), ("c", "ç")):
        if plain.endswith(ending) and plain.removesuffix(ending) + whole in STEMS:
            return plain.removesuffix(ending) + whole
    return plain


ACT: Mapping[str, str] = {
    "en": r"(?i)(?:an? )?(?:[\w-]+ )?\w{2,40}(?:tion|sion|ment) of\b(?!.* \w+[^s]s (?:the|an?|\d))",
    "fr": r"(?i)(?:l['\u2019]|la |le |une? )?\w{2,40}(?:tion|sion|ment) (?:d['\u2019]|d[eu]s?\b)",
    "es": r"(?i)(?:la |el |una? )?\w{2,40}(?:ción|sión|miento) del?\b",
    "pt": r"(?i)(?:a |o |uma? )?\w{2,40}(?:ção|são|mento) d[aeo]s?\b",
}
"""Beginnings that name an act: where no verb follows, it is asked for."""


def _names_act(text: str, lang: str) -> bool:
    """Whether a text only names what is to be done: a limitation of the grant to 60,000 euros."""
    if lang not in ACT or not compiled(ACT[lang]).match(text):
        return False
    main = _main(text)
    told = compiled(FINITE if lang == "en" else INDICATIVE[lang]).search(main)
    return not told and not says_something(main, lang)


# --- what somebody will do -------------------------------------------------------------------

ACTS: Mapping[str, str] = {
    "en": "adopt allocate amend announce appoint assign audit authorise authorize ban commission consult convene"
    " designate enact establish evaluate extend finance fund hire inform inspect introduce invite issue launch"
    " legislate mandate monitor negotiate oblige pilot prohibit propose publish ratify recruit register renew"
    " repeal report review revise subsidise subsidize submit suspend test withdraw",
    "de": "ändern anordnen auflegen aufnehmen ausschreiben beauftragen beschließen bereitstellen bewilligen einberufen"
    " einführen einrichten einsetzen einstellen ernennen erlassen erstatten evaluieren festlegen finanzieren"
    " fördern genehmigen gewähren gründen informieren prüfen schulen testen untersagen überprüfen verabschieden"
    " verankern verbieten veröffentlichen verpflichten vorlegen vorschreiben zuweisen übernehmen",
    "fr": "adopter allouer amender annoncer attribuer autoriser charger confier consulter convoquer créer désigner"
    " édicter élaborer établir évaluer financer former imposer informer inscrire instaurer instituer interdire"
    " inviter lancer mandater modifier nommer obliger octroyer organiser présenter prolonger promulguer proposer"
    " publier ratifier recruter rédiger réexaminer réformer réviser soumettre subventionner suspendre tester"
    " transmettre",
    "es": "adoptar anunciar aprobar asignar autorizar capacitar contratar convocar crear derogar designar elaborar"
    " encargar establecer evaluar fijar financiar formar fundar implantar imponer informar instaurar lanzar"
    " modificar nombrar obligar organizar otorgar presentar prohibir promulgar proponer publicar ratificar"
    " reformar remitir revisar subvencionar suspender",
    "pt": "adotar adoptar anunciar aprovar atribuir autorizar capacitar contratar convocar criar designar elaborar"
    " encarregar estabelecer avaliar financiar fixar formar fundar implantar impor informar lançar modificar"
    " nomear obrigar organizar conceder apresentar proibir promulgar propor publicar ratificar reformar remeter"
    " rever subsidiar suspender revogar",
}
"""Verbs of what ministries, councils and firms do on purpose; what merely comes about is no act: costs will fall."""


HELPS = regex(r"(?i)\b(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatten?)\b")
"""What makes a German verb behind it a participle: wird finanziert."""


def promises(text: str, lang: str) -> bool:
    """Whether a text says that somebody will do something on purpose: a verb of ACTS in the future.

    Futures are regular: the infinitive with an ending (publiera, publicará). In German the present serves as well.
    """
    if lang not in ACTS:
        return False
    if compiled(_future(lang)).search(text):
        return True
    present = compiled(_present()).search(text) if lang == "de" else None
    return present is not None and not HELPS.search(text[: present.start()])


@lru_cache(maxsize=8)
def _future(lang: str) -> str:
    verbs = ACTS[lang].split()
    match lang:
        case "en":
            return rf"(?i)\b(?:will|shall) (?:also |then |\w{{3,20}}ly )?(?:{'|'.join(verbs)}|set up)\b"
        case "de":
            return rf"(?i)\b(?:wird|werden)\b[^,;:.]{{1,200}} (?:{'|'.join(verbs)})(?=$|[.,;)]| und )"
        case "fr":
            return rf"(?i)\b(?:{'|'.join(verb.removesuffix('e') for verb in verbs)})(?:a|ont)\b"
        case "es":
            return rf"(?i)\b(?:{'|'.join(_future_stem(verb) for verb in verbs)})(?:á|án)\b"
        case _:
            return rf"(?i)\b(?:{'|'.join(verbs)})(?:á|ão)\b"


@lru_cache(maxsize=1)
def _present() -> str:
    stems = "|".join(verb.removesuffix("en") for verb in ACTS["de"].split() if verb.endswith("en"))
    return rf"(?i)\b(?:{stems})e?t(?= \w)"


def _future_stem(verb: str) -> str:
    """The stem of the future of a Spanish verb: impondrá is of imponer."""
    return verb.removesuffix("er") + "dr" if verb.endswith("poner") else verb


# --- all -------------------------------------------------------------------------------------


def _main(text: str) -> str:
    """What stands before the first clause that is not the main one."""
    return LATER.split(text, maxsplit=1)[0]


@lru_cache(maxsize=256)
def advises(text: str, lang: str) -> bool:
    """Whether a sentence of a recommendation tells what to do, and nothing besides; false where no words are known."""
    own = primary(lang)
    text = text[:LONGEST].lstrip(" \u201c\"'(\u00ab\u2022-")
    if own not in ASKS or TELLS_TOO.search(text):
        return False
    asks = compiled(rf"(?i)\b(?:{ASKS[own]})(?!\w)").search(text)
    if asks and not TOLD_BEFORE.search(text[: asks.start()]):
        return True
    if promises(_main(text), own):
        return True
    lead = LEAD.match(text)
    return any(_opens(part, own) for part in ((text[lead.end() :], text) if lead else (text,)))


def _opens(text: str, lang: str) -> bool:
    """Whether a text opens with a verb that tells what to do, at once or after what may stand before it."""
    if _names_act(text, lang):
        return True
    before = BEFORE.match(text)
    starts = {0, before.end() if before else 0}
    if lang == "de":
        return _german(text)
    return any(_english(text[at:]) if lang == "en" else _romance(text[at:], lang) for at in starts)
