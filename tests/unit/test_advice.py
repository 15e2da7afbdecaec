"""What a recommendation asks for is told from what it states, by how the sentence opens."""

from __future__ import annotations

import pytest

from briefkit.claims import judge
from briefkit.claims.advice import advises
from briefkit.model import Utterance

ADVICE = {
    "en": (
        "Limit the capital grant of 2027 to one cool room for each care home, with a ceiling of 60,000 euros.",
        "Cap rents at 12% of income, raise the levy to 2%",
        "Spend at least 74 million euros on cool rooms by 2027.",
        "Train one nurse in every home.",
        "Double the number of cool rooms by 2028.",
        "Close no more rooms.",
        "Change the law.",
        "Do not close the 47 rooms.",
        "By 2027, pay 60,000 euros to each home.",
        "Ministry of Finance: raise the levy to 2%.",
        "The Ministry should increase the levy to 2% by 2027.",
        "The grant must not exceed 60,000 euros.",
        "The grant is to be limited to 60,000 euros.",
        "Ring-fence funds of 74 million euros.",
        "Gradually phase out the 47 oldest rooms by 2030.",
        "Amend section 12 of the Care Act so that homes get 60,000 euros.",
        "Limitation of the grant to 60,000 euros.",
        "Top up the grants to 60,000 euros.",
        "Require landlords to fit 300 meters.",
        "Ring-fence 10% of unclaimed deposits, about 4 million euros a year, for homes in rural areas.",
        "Renegotiate collection contracts in time for the start of the scheme.",
        "Waterproof the 40 roofs of the homes.",
        "Pay 60,000 euros to homes that lack a cool room.",
        "The state will fund half of the 47 rooms by 2030.",
        "Hand out certified filters for six months after each repair.",
        "Publish audited accounts of the 47 homes each spring.",
        "Train retired nurses as visitors of the homes.",
        "Fund insulated roofs in rented homes.",
        "Carry out unannounced inspections of the 47 rooms.",
    ),
    "de": (
        "Begrenzen Sie den Zuschuss auf 60.000 Euro je Heim.",
        "Verdoppeln Sie die Zahl der Kühlräume bis 2028.",
        "Ein Kühlraum je Heim ist ins Gesetz zu schreiben.",
        "Der Zuschuss ist auf 60.000 Euro zu begrenzen.",
        "Die Frist ist bis 2028 einzuhalten.",
        "Fühler in allen 1.240 Heimen vorschreiben.",
        "Den Zuschuss auf 60.000 Euro begrenzen.",
        "Das Ministerium soll 74 Millionen Euro bereitstellen.",
        "Der Bund wird bis 2030 die Hälfte der 47 Räume finanzieren.",
        "Die Gemeinde veröffentlicht bis zum 1. März 2027 die Zahl der Räume.",
    ),
    "fr": (
        "Limiter la subvention à 60 000 euros par maison.",
        "Limitez la subvention à 60 000 euros par maison.",
        "Doublons le nombre des pièces fraîches d’ici 2028.",
        "Ne plus fermer aucune des 47 pièces.",
        "Plafonnement des loyers à 12 % du revenu.",
        "Fixer un plafond de 60 000 euros.",
        "Porter la taxe à 2 % en 2027.",
        "Inscrire la règle dans la loi.",
        "D’ici 2027, plafonner les loyers à 12 % du revenu.",
        "Le ministère doit verser 74 millions d’euros.",
        "L’État financera la moitié des 47 pièces d’ici 2030.",
        "La commune soumettra un plan de 12 pièces avant le 1er mars 2027.",
    ),
    "es": (
        "Limitar la subvención a 60.000 euros por residencia.",
        "Limite la subvención a 60.000 euros por residencia.",
        "Dupliquen el número de salas antes de 2028.",
        "No cerrar ninguna de las 47 salas.",
        "Limitación de la subvención a 60.000 euros.",
        "Elevar al 2 % la tasa en 2027.",
        "Reduzca los alquileres al 12 % de la renta.",
        "El ministerio debe pagar 74 millones de euros.",
        "El Estado financiará la mitad de las 47 salas antes de 2030.",
        "El municipio impondrá un techo de 12 euros.",
    ),
    "pt": (
        "Limitar o subsídio a 60 000 euros por lar.",
        "Limite o subsídio a 60 000 euros por lar.",
        "Duplique o número de salas até 2028.",
        "Não fechar nenhuma das 47 salas.",
        "Limitação do subsídio a 60 000 euros.",
        "Elevar a taxa para 2% em 2027.",
        "Propor um teto de 12% do rendimento.",
        "O ministério deve pagar 74 milhões de euros.",
        "O Estado financiará metade das 47 salas até 2030.",
    ),
}
FACTS = {
    "en": (
        "Repairs cost 40 euros on average.",
        "A room costs 60,000 euros.",
        "Heat killed 74 people in 2025.",
        "Homes closed 47 rooms.",
        "Rent takes 40% of income.",
        "Demand doubled to 12 million.",
        "Care costs 60,000 euros a year.",
        "In 2025, homes closed 47 rooms.",
        "Cap and trade cut emissions by 12%.",
        "Limit the grant, because a room costs 60,000 euros.",
        "Extend the scheme, which restored 40 wells in 2020.",
        "The fund was closed and should have paid 40 homes.",
        "Spending of 74 million euros was cut by 12%.",
        "The closure of 47 rooms cost 12 million euros.",
        "Production of rooms rose by 12%.",
        "Top rents rose by 12%.",
        "Tax revenue also increased from 400 to 700 million euros.",
        "Apollo 8 reached the moon in 1968.",
        "Currently the region has 47 rooms.",
        "Along the way, he beat 5 players.",
        "Approximately 2 million people fled.",
        "Plants use 40% of the water.",
        "Time is short: 47 rooms were closed.",
        "Change came in 2020.",
        "Support has fallen by 12%.",
        "Support for the plan fell by 12%.",
        "Homes will save 60,000 euros by 2030.",
        "Costs will fall by 12%, which the ministry published.",
        "Support reduced deaths in 47 homes.",
        "Trade boosted incomes by 12%.",
        "Support declined in 47 homes.",
        "Hand washing reduced infections by 12%.",
    ),
    "de": (
        "Eine Reparatur kostet im Mittel 40 Euro.",
        "Die Preise für 1.240 Heime steigen.",
        "Die Heime haben 47 Räume geschlossen.",
        "Wegen der Hitze schlossen 47 Räume in den Heimen.",
        "Ein Heim zahlt 60.000 Euro für einen Raum.",
        "Die Kosten sind um 12 % gestiegen.",
        "Zwölf Heime müssen seit 2020 zahlen, weil 47 Räume fehlen.",
        "2025 starben 74 Menschen in den Heimen.",
        "Der Bund hat 47 Räume finanziert.",
        "Bis 2030 werden die Kosten um 12 % steigen.",
        "Bisher wird jeder zweite Raum vom Bund finanziert und von 12 Heimen genutzt.",
    ),
    "fr": (
        "Une réparation coûte 40 euros en moyenne.",
        "Augmenter les tarifs entraîne 40 impayés.",
        "La fermeture de 47 pièces a coûté 12 millions d’euros.",
        "L’augmentation des loyers est de 12 %.",
        "Entre 2020 et 2025, les loyers ont augmenté de 12 %.",
        "Hier, 47 pièces ont fermé.",
        "Loyer et charges coûtent 40 euros.",
        "Les maisons ont fermé 47 pièces.",
        "Les coûts baisseront de 12 % d’ici 2030.",
    ),
    "es": (
        "Una reparación cuesta 40 euros de media.",
        "Subir la tarifa provoca 40 impagos.",
        "Existen 40 pozos.",
        "Cuesta 60.000 euros.",
        "Representa un 12 % del gasto.",
        "Los costes bajarán un 12 % hasta 2030.",
    ),
    "pt": (
        "Uma reparação custa 40 euros em média.",
        "Subir a tarifa provoca 40 dívidas.",
        "Existem 40 poços.",
        "Representa um 12% da despesa.",
    ),
}


def each(texts: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(lang, text) for lang, found in texts.items() for text in found]


@pytest.mark.parametrize(("lang", "text"), each(ADVICE))
@pytest.mark.parametrize("role", ["recommendation", "recommendations"])
def test_what_a_recommendation_asks_for_is_no_claim(lang: str, text: str, role: str) -> None:
    assert judge(Utterance(text, "", role, "", "item"), lang).level == "none"


@pytest.mark.parametrize(("lang", "text"), each(FACTS))
def test_what_a_recommendation_states_is_no_advice(lang: str, text: str) -> None:
    assert not advises(text, lang)


def test_a_fact_with_a_figure_stays_a_claim_among_recommendations() -> None:
    assert judge(Utterance("Repairs cost 40 euros on average.", "", "recommendation"), "en").level != "none"


def test_nothing_is_advice_in_a_language_without_words() -> None:
    assert not advises("Limit the grant to 60,000 euros.", "nl")


def test_a_long_sentence_is_read_at_its_beginning_only() -> None:
    assert not advises("a, " * 100_000 + "should", "en")
