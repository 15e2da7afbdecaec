"""A run of text becomes sentences; each citation goes to the sentence it speaks for."""

from __future__ import annotations

import pytest

from briefkit.model import Citation, Sentence
from briefkit.pandoc import Worker
from briefkit.parse.locators import split_locator
from briefkit.parse.splitting import split
from tests.building import make_brief


def sentences(text: str, pandoc: Worker, lang: str = "") -> list[Sentence]:
    head = f"---\ntitle: T\nlang: {lang}\n---\n\n" if lang else ""
    return list(make_brief(head + text + "\n", pandoc).sentences)


def plain(text: str, pandoc: Worker, lang: str = "") -> list[str]:
    return [s.plain for s in sentences(text, pandoc, lang)]


def cited(text: str, pandoc: Worker) -> list[list[str]]:
    """For each sentence the keys it cites."""
    return [[c.key for c in s.citations] for s in sentences(text, pandoc)]


def citation(text: str, pandoc: Worker) -> Citation:
    (only,) = [c for s in sentences(text, pandoc) for c in s.citations]
    return only


def parts(text: str, lang: str = "en") -> list[str]:
    return [text[a:b] for a, b in split(text, lang)]


# --- where a sentence ends -------------------------------------------------------------------

WHOLE = [
    "Table 1. Wells stood in each district.",
    "Congress passed Pub. L. No. 110-369 in 2008.",
    "It is codified at 50 U.S.C. 1701 et seq. and still applies.",
    "The U.S. Treasury said so.",
    "The U.S. government agreed.",
    "Smith et al. found otherwise.",
    "Dr. Smith agreed with Mr. Jones.",
    "Gov. Brown and Sen. White signed.",
    "A. Q. Khan left the country.",
    "J. First, a lawyer, agreed.",
    "Option B. Districts decide.",
    "It was written by a group led by B. Old.",
    "It cost 3.5 million.",
    "It cost 1,200.50 euros.",
    "The rule is in Sec. 5 and Art. 3 of the act.",
    "The order is 70 Fed. Reg. 38567 of 2005.",
    "Smith v. Jones was decided in 1999.",
    "It was approx. 3 m. long.",
    "See Fig. 3 and Figs. 4 and 5.",
    "See p. 4 and pp. 5-6.",
    "It costs more, e.g. in Kenya, i.e. abroad.",
    "Acme Inc. and Wells Ltd. merged.",
    "It rose … and fell.",
    "It rose (see p. 4) again.",
    "It rose (by 3.5 per cent!) again.",
    "It means, cf. Art. 5, that it fell.",
    "Version 2.0.1 was released.",
    "The No. 1 cause is rust.",
    "It is resolution no. A/RES/62 of 2008.",
    "It is shown in fig. S2 and art. II of the act.",
    "It is shown in fig.2 Of the act.",
    "See section 3.1 Of the act.",
    "Pump no.2 Works.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_with_abbreviations_ends_where_the_next_one_starts(text: str) -> None:
    assert parts(f"{text} Then it fell.") == [text, "Then it fell."]


PAIRS = [
    ("It rose.", "It fell."),
    ("Why did it rise?", "Nobody knows."),
    ("It rose!", "It fell."),
    ("It rose in the U.S.", "It fell in France."),
    ("It rose, etc.", "Then it fell."),
    ("The act is 50 U.S.C. 1701 et seq.", "The order is another."),
    ("It was sold by Acme Inc.", "The buyer left."),
    ("It rose in 2020.", "In 2021 it fell."),
    ("It rose by 12%.", "It fell by 3%."),
    ("It rose to 5.", "4 of them fell."),
    ("It rose...", "It fell."),
    ("It rose…", "It fell."),
    ("“It rose.”", "It fell."),
    ('"It rose."', "It fell."),
    ("‘It rose.’", "It fell."),
    ("He said: “It rose.”", "It fell."),
    ("(It rose.)", "It fell."),
    ("(It rose. It fell!)", "Then it rose."),
    ("It rose (in May).", "It fell."),
    ("It rose at 5 p.m.", "Then it fell."),
    ("This is plan A.", "The other is plan B."),
    ("A wide gap is the price of option B.", "Old districts receive less."),
    ("We prefer options A and C.", "Districts may choose between them."),
    ("Das ist der Preis der Variante B.", "Alte Bezirke erhalten weniger."),
    ("She moved to Washington, D.C.", "There it rose."),
    ("Ten children were fed.", "Local purchase helps farmers."),
    ("Half of them were ill.", "The others worked."),
    ("The answer was no.", "The council voted."),
    ("It buys works of art.", "Visitors pay for them."),
    ("The tower is 12 m.", "It is high."),
    ("Each gets 30 g.", "Nobody gets more."),
    ("It takes 25 min.", "Teachers spend less."),
    ("It rose by 9%.1", "Then it fell."),
    ("Prices rose.12", "“It fell,” he said."),
    ("It rose by 9%.¹", "Then it fell."),
    ("Prices rose.¹²", "In 2020 it fell."),
]


@pytest.mark.parametrize("pair", PAIRS)
def test_two_sentences_are_two(pair: tuple[str, str]) -> None:
    assert parts(" ".join(pair)) == list(pair)


def test_brackets_one_after_another_are_a_sentence_each() -> None:
    assert parts("(It rose.) (It fell.) Then.") == ["(It rose.)", "(It fell.)", "Then."]


def test_a_bracket_in_the_middle_of_a_sentence_ends_none() -> None:
    assert parts("The bank (formerly Acme Inc.) Holdings fell.") == ["The bank (formerly Acme Inc.) Holdings fell."]


def test_nothing_has_no_sentences() -> None:
    assert parts("") == []


def test_blanks_have_no_sentences() -> None:
    assert parts("  \n ") == []


def test_signs_without_a_word_are_no_sentence_of_their_own() -> None:
    assert parts("It rose. ...") == ["It rose. ..."]


def test_every_word_is_in_some_sentence() -> None:
    text = "It rose. (It fell.) “Why?” he asked. Pub. L. No. 5 etc. applies … So."
    assert "".join(parts(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("quote", ["\u201c", "\u2018", "\u00ab", "\u00bb", "\u2039", "\u201e"])
def test_quotation_marks_without_end_do_not_hold_up_the_split(quote: str) -> None:
    assert len(parts(f"{quote}We go. {quote}They stay. " * 10_000)) > 10_000


def test_an_unknown_language_is_split_all_the_same() -> None:
    assert parts("Unu. Du.", "eo") == ["Unu.", "Du."]


@pytest.mark.parametrize(
    "text",
    [
        "Das gilt z. B. in Wien.",
        "Das gilt z.B. in Wien.",
        "Am 3. Mai 2024 kam er.",
        "Nach § 5 Abs. 2 und Art. 3 gilt es.",
        "Es kostete 4,5 Mio. Euro.",
        "Es kostete ca. 3 Mrd. Euro.",
        "Dr. Müller kam, d. h. er war da.",
        "Vgl. S. 3 und Nr. 5.",
    ],
)
def test_german_abbreviations_end_no_sentence(text: str) -> None:
    assert parts(f"{text} Dann ging er.", "de") == [text, "Dann ging er."]


@pytest.mark.parametrize(
    "text",
    [
        "M. Dupont a signé.",
        "Selon l’art. 5 de la loi, il faut agir.",
        "Mme. Durand et al. le disent.",
        "Voir p. 4 et vol. 2.",
    ],
)
def test_french_abbreviations_end_no_sentence(text: str) -> None:
    assert parts(f"{text} Puis il est parti.", "fr") == [text, "Puis il est parti."]


@pytest.mark.parametrize(
    "text",
    [
        "Les impôts, p. ex. la taxe, montent.",
        "Il date d’env. 1990.",
        "Rome fut fondée en 753 av. J.-C.",
        "Il faut payer les vannes, les pompes, etc.",
        "Les vannes, etc., sont usées.",
        "La loi du 1er janv. 2019 et celle du 3 sept. 2020.",
        "L’O.N.U. a voté.",
        "L’abbé J.-P. Martin écrit.",
        "L’art. L. 210-1 du code le dit.",
        "Voir t. 2, chap. 3 et art. 5, al. 2.",
        "C.-à-d. que rien ne change.",
        "Il a payé 3 M€…",
    ],
)
def test_french_short_forms_end_a_sentence_only_at_its_end(text: str) -> None:
    assert parts(f"{text} Les autres suivent.", "fr") == [text, "Les autres suivent."]


@pytest.mark.parametrize("sign", ["12\u00a0€", "12\u202f%", "12 %", "vraiment\u202f?", "«\u00a0vraiment\u202f!\u00a0»"])
def test_a_sentence_reaches_over_the_sign_that_stands_apart(sign: str, pandoc: Worker) -> None:
    first, *_ = sentences(f"Cela vaut {sign}[^1]. Bon.\n\n[^1]: Une note.", pandoc, "fr")
    assert first.source == f"Cela vaut {sign}[^1]."


def test_a_picture_behind_a_sentence_is_none_of_it(pandoc: Worker) -> None:
    first, *_ = sentences("It rose ![A well.](w.png)", pandoc)
    assert first.source == "It rose"


def test_a_citation_at_the_head_of_a_note_leaves_no_full_stop(pandoc: Worker) -> None:
    text = "It rose.[^1]\n\n[^1]: [@a2020]. See also the annex [@b2021]."
    assert plain(text, pandoc) == ["It rose.", "See also the annex."]


def test_each_citation_that_was_cut_out_says_where_it_stood(pandoc: Worker) -> None:
    (only,) = sentences("[@a] shows it [@b], and @c says so [@d].", pandoc)
    assert [(c.key, c.at, only.plain[c.at :] if c.at >= 0 else "") for c in only.citations] == [
        ("a", 0, "shows it, and Author says so."),
        ("b", 8, ", and Author says so."),
        ("c", -1, ""),
        ("d", 28, "."),
    ]


def test_an_abbreviation_before_a_citation_has_one_full_stop(pandoc: Worker) -> None:
    text = (
        "The ring is full by 6 p.m. [@a2020, p. 12]. It is built by Pumps Ltd. [@b2021]. It holds shops, etc.[^1].\n\n"
    )
    text += "[^1]: A note."
    expected = ["The ring is full by 6 p.m.", "It is built by Pumps Ltd.", "It holds shops, etc.", "A note."]
    assert plain(text, pandoc) == expected


def test_a_french_quotation_ends_with_its_mark() -> None:
    assert parts("« C’est fini. » Puis il est parti.", "fr") == ["« C’est fini. »", "Puis il est parti."]


@pytest.mark.parametrize(
    "text",
    ["La Sra. López firmó.", "EE. UU. firmó el tratado.", "Véase el art. 5 y la pág. 3.", "El Dr. Ruiz y el Sr. Gil."],
)
def test_spanish_abbreviations_end_no_sentence(text: str) -> None:
    assert parts(f"{text} Después cayó.", "es") == [text, "Después cayó."]


def test_spanish_questions_are_sentences() -> None:
    assert parts("¿Por qué? Nadie lo sabe. ¡Basta!", "es") == ["¿Por qué?", "Nadie lo sabe.", "¡Basta!"]


@pytest.mark.parametrize(
    "text",
    [
        "O Sr. Silva e a Dra. Lima assinaram.",
        "Ver o art. 5 e a pág. 3.",
        "Foi no séc. XX, cf. Silva.",
        "Lei n.º 3 de 2020.",
    ],
)
def test_portuguese_abbreviations_end_no_sentence(text: str) -> None:
    assert parts(f"{text} Depois caiu.", "pt-BR") == [text, "Depois caiu."]


def test_arabic_sentences_end_as_arabic_has_it() -> None:
    whole = ["هل تراجعت؟", "نعم!", "قال د. أحمد ذلك؛ وانتهى الأمر.", "بلغ 3.5% في 2020.", "نوصي بالخيار د.", "انتهى."]
    assert parts(" ".join(whole), "ar") == whole


def test_the_language_of_the_brief_decides(pandoc: Worker) -> None:
    assert plain("Am 3. Mai kam er. Dann ging er.", pandoc, "de-AT") == ["Am 3. Mai kam er.", "Dann ging er."]


def test_no_sentence_crosses_a_block(pandoc: Worker) -> None:
    assert plain("It rose\n\nand fell.", pandoc) == ["It rose", "and fell."]


def test_a_hard_break_ends_no_sentence(pandoc: Worker) -> None:
    assert plain("It rose\\\nand fell.", pandoc) == ["It rose and fell."]


def test_a_full_stop_without_a_blank_after_it_ends_no_sentence(pandoc: Worker) -> None:
    assert plain("Use pip.conf for it.", pandoc) == ["Use pip.conf for it."]


# --- what is printed -------------------------------------------------------------------------


def test_a_citation_is_cut_out_with_the_blank_before_it(pandoc: Worker) -> None:
    assert plain("It rose [@a2020, p. 3].", pandoc) == ["It rose."]


def test_a_citation_in_the_middle_leaves_one_blank(pandoc: Worker) -> None:
    assert plain("It rose [@a2020] and fell.", pandoc) == ["It rose and fell."]


def test_a_citation_in_the_text_becomes_a_word(pandoc: Worker) -> None:
    assert plain("@a2020 argues that it rose.", pandoc) == ["Author argues that it rose."]


def test_a_note_call_is_cut_out(pandoc: Worker) -> None:
    assert plain("It rose.^[A note.] It fell.", pandoc)[:2] == ["It rose.", "It fell."]


def test_a_comment_is_cut_out(pandoc: Worker) -> None:
    assert plain("It rose <!-- c --> and fell.", pandoc) == ["It rose and fell."]


def test_markup_is_taken_off(pandoc: Worker) -> None:
    assert plain("It **rose** in [May](https://example.org).", pandoc) == ["It rose in May."]


def test_a_source_is_kept_as_typed(pandoc: Worker) -> None:
    (sentence,) = sentences("It **rose** [@a2020, p. 3].", pandoc)
    assert sentence.source == "It **rose** [@a2020, p. 3]."


@pytest.mark.parametrize("text", ["« Rien à faire », dit-il.", "«\u00a0Rien.\u00a0»", "¿Por qué?", "“It rose.”"])
def test_the_source_holds_the_signs_around_the_words(text: str, pandoc: Worker) -> None:
    assert [s.source for s in sentences(text, pandoc)] == [text]


def test_each_sentence_knows_its_block(pandoc: Worker) -> None:
    brief = make_brief("One.\n\n- Two. Three.\n", pandoc)
    assert [(s.plain, brief.blocks[s.block].kind) for s in brief.sentences] == [
        ("One.", "paragraph"),
        ("Two.", "item"),
        ("Three.", "item"),
    ]


# --- whose citation --------------------------------------------------------------------------


def test_a_citation_before_the_full_stop_belongs_to_its_sentence(pandoc: Worker) -> None:
    assert cited("It rose [@a2020]. It fell.", pandoc) == [["a2020"], []]


def test_a_citation_after_the_full_stop_belongs_to_the_sentence_before(pandoc: Worker) -> None:
    assert cited("It rose. [@a2020] It fell.", pandoc) == [["a2020"], []]


def test_a_citation_after_the_last_full_stop_belongs_to_the_last_sentence(pandoc: Worker) -> None:
    assert cited("It rose. It fell. [@a2020]", pandoc) == [[], ["a2020"]]


def test_a_citation_at_the_start_belongs_to_the_first_sentence(pandoc: Worker) -> None:
    assert cited("[@a2020] It rose. It fell.", pandoc) == [["a2020"], []]


def test_a_citation_after_a_quotation_belongs_to_it(pandoc: Worker) -> None:
    assert cited("He said “it rose.” [@a2020] It fell.", pandoc) == [["a2020"], []]


def test_a_citation_after_an_abbreviation_belongs_to_its_sentence(pandoc: Worker) -> None:
    assert cited("It rose in the U.S. [@a2020]. It fell.", pandoc) == [["a2020"], []]


def test_a_citation_in_the_text_belongs_to_the_sentence_it_stands_in(pandoc: Worker) -> None:
    assert cited("It rose. As @a2020 says, it fell.", pandoc) == [[], ["a2020"]]


def test_a_citation_that_starts_a_sentence_belongs_to_that_sentence(pandoc: Worker) -> None:
    assert cited("It rose. @a2020 says that it fell.", pandoc) == [[], ["a2020"]]


def test_every_key_of_a_group_belongs_to_the_sentence(pandoc: Worker) -> None:
    assert cited("It rose [@a2020; @b2021; see @c2022]. It fell.", pandoc) == [["a2020", "b2021", "c2022"], []]


def test_two_groups_in_a_sentence_are_kept_in_order(pandoc: Worker) -> None:
    assert cited("It rose [@b2021] and fell [@a2020].", pandoc) == [["b2021", "a2020"]]


def test_a_citation_alone_in_a_paragraph_is_kept(pandoc: Worker) -> None:
    assert cited("[@a2020]", pandoc) == [["a2020"]]


def test_a_citation_in_a_link_belongs_to_its_sentence(pandoc: Worker) -> None:
    assert cited("It [rose @a2020](https://example.org). It fell.", pandoc) == [["a2020"], []]


def test_a_citation_in_a_note_covers_the_sentence_that_calls_it(pandoc: Worker) -> None:
    assert cited("It rose.[^1] It fell.\n\n[^1]: See [@a2020].", pandoc) == [["a2020"], [], ["a2020"]]


def test_a_citation_in_an_inline_note_covers_the_sentence_around_it(pandoc: Worker) -> None:
    assert cited("It rose^[See @a2020.]. It fell.", pandoc)[0] == ["a2020"]


def test_a_note_called_after_a_comma_covers_its_sentence(pandoc: Worker) -> None:
    assert cited("It rose,[^1] then fell.\n\n[^1]: See @a2020.", pandoc)[0] == ["a2020"]


def test_a_note_called_twice_covers_both_sentences(pandoc: Worker) -> None:
    assert cited("It rose.[^1] It fell.[^1]\n\n[^1]: See [@a2020].", pandoc)[:2] == [["a2020"], ["a2020"]]


def test_a_citation_taken_from_a_note_says_so(pandoc: Worker) -> None:
    first = sentences("It rose.[^1]\n\n[^1]: See [@a2020].", pandoc)[0]
    assert [c.in_note for c in first.citations] == [True]


def test_a_citation_in_a_note_is_counted_once(pandoc: Worker) -> None:
    brief = make_brief("It rose.[^1]\n\n[^1]: See [@a2020].\n", pandoc)
    assert [c.key for c in brief.citations] == ["a2020"]


def test_an_address_is_not_a_citation(pandoc: Worker) -> None:
    assert cited("Write to office@example.org now.", pandoc) == [[]]


def test_a_key_in_code_is_not_a_citation(pandoc: Worker) -> None:
    assert cited("Write `[@a2020]` here.", pandoc) == [[]]


def test_an_escaped_sign_is_not_a_citation(pandoc: Worker) -> None:
    assert cited("Follow \\@somebody there.", pandoc) == [[]]


def test_a_cell_keeps_its_citation(pandoc: Worker) -> None:
    assert cited("| A |\n|---|\n| It rose [@a2020]. |", pandoc)[-1] == ["a2020"]


# --- locators --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("suffix", "locator", "rest"),
    [
        (", annexe 2", "annexe 2", ""),
        (", tableau 4", "tableau 4", ""),
        (", art. 12, al. 2", "art. 12, al. 2", ""),
        (", art. L. 210-1", "art. L. 210-1", ""),
        (", n° 4", "n° 4", ""),
        (", p. 12", "p. 12", ""),
        (", pp. 12-15", "pp. 12-15", ""),
        (", ch. 2", "ch. 2", ""),
        (", chapter 2", "chapter 2", ""),
        (", § 5", "§ 5", ""),
        (", §§ 5-7", "§§ 5-7", ""),
        (", para. 12", "para. 12", ""),
        (", art. 3", "art. 3", ""),
        (", table 4", "table 4", ""),
        (", fig. 2", "fig. 2", ""),
        (", 33", "33", ""),
        (", annex B2", "annex B2", ""),
        (", 122 Stat. 4028", "122 Stat. 4028", ""),
        (", S. 3 f.", "S. 3 f.", ""),
        (", abstract", "abstract", ""),
        (", p.\u00a012", "p. 12", ""),
        (", emphasis added", "", "emphasis added"),
        ("", "", ""),
    ],
)
def test_a_suffix_is_a_locator_and_a_rest(suffix: str, locator: str, rest: str) -> None:
    assert split_locator(suffix) == (locator, rest)


def test_a_locator_is_taken_from_a_citation(pandoc: Worker) -> None:
    assert citation("It rose [@a2020, p. 12].", pandoc).locator == "p. 12"


def test_a_prefix_is_taken_from_a_citation(pandoc: Worker) -> None:
    assert citation("It rose [see also @a2020].", pandoc).prefix == "see also"


def test_a_locator_behind_a_citation_in_the_text_is_taken(pandoc: Worker) -> None:
    assert citation("As @a2020 [p. 3] says, it rose.", pandoc).locator == "p. 3"


def test_a_locator_in_braces_is_taken(pandoc: Worker) -> None:
    assert "12" in citation("It rose [@a2020{p. 12}].", pandoc).locator


# --- marks -----------------------------------------------------------------------------------


def marked(text: str, pandoc: Worker) -> list[list[str]]:
    return [[m.name for m in s.marks] for s in sentences(text, pandoc)]


def test_a_sentence_in_a_span_is_marked(pandoc: Worker) -> None:
    assert marked("[It rose.]{.opinion} It fell.", pandoc) == [["opinion"], []]


def test_a_mark_over_two_sentences_marks_both(pandoc: Worker) -> None:
    assert marked("[It rose. It fell.]{.opinion} Then.", pandoc) == [["opinion"], ["opinion"], []]


def test_a_mark_on_most_words_of_a_sentence_marks_it(pandoc: Worker) -> None:
    assert marked("[It rose by]{.opinion} two.", pandoc) == [["opinion"]]


def test_a_mark_on_few_words_of_a_sentence_does_not_mark_it(pandoc: Worker) -> None:
    assert marked("It rose by [two]{.opinion}.", pandoc) == [[]]


def test_a_mark_on_half_of_the_words_does_not_mark_the_sentence(pandoc: Worker) -> None:
    assert marked("[It rose]{.opinion} by two.", pandoc) == [[]]


def test_a_marked_box_marks_its_sentences(pandoc: Worker) -> None:
    assert marked("::: {.opinion}\nIt rose. It fell.\n:::", pandoc) == [["opinion"], ["opinion"]]


def test_the_reason_of_a_waiver_is_kept(pandoc: Worker) -> None:
    (sentence,) = sentences('[It rose.]{.waived reason="we know"}', pandoc)
    assert [(m.name, m.reason) for m in sentence.marks] == [("waived", "we know")]


# --- what counts -----------------------------------------------------------------------------


def counted(text: str, pandoc: Worker) -> list[str]:
    brief = make_brief(text + "\n", pandoc)
    return [s.plain for b in brief.blocks if b.counts for s in b.sentences]


def test_headings_and_terms_do_not_count(pandoc: Worker) -> None:
    assert counted("# It rose\n\nIt fell\n:   It did.\n", pandoc) == ["It did."]


def test_a_cell_without_a_verb_does_not_count(pandoc: Worker) -> None:
    assert counted("| It rose here now. |\n|---|\n| 12 of 20 wells |", pandoc) == []


def test_a_cell_with_a_verb_counts(pandoc: Worker) -> None:
    assert counted("| A |\n|---|\n| The well was shut. |", pandoc) == ["The well was shut."]


def test_captions_and_notes_count(pandoc: Worker) -> None:
    assert counted("![It rose.](a.png)\n\nIt fell.^[It did.]", pandoc) == ["It rose.", "It fell.", "It did."]


def test_the_list_of_references_does_not_count(pandoc: Worker) -> None:
    assert counted("It rose.\n\n# References\n\nSmith, J. 2020.", pandoc) == ["It rose."]


def test_a_note_called_in_the_references_counts(pandoc: Worker) -> None:
    assert counted("# References\n\nSmith.^[It rose.]", pandoc) == ["It rose."]


def test_key_messages_of_the_front_matter_count(pandoc: Worker) -> None:
    text = "---\ntitle: It rose.\nsummary: It fell.\nkey-messages: [It did.]\ndisclaimer: It may.\n---\n"
    assert counted(text, pandoc) == ["It fell.", "It did."]


def test_a_cell_is_read_in_the_language_of_the_brief(pandoc: Worker) -> None:
    text = "---\ntitle: T\nlang: de\n---\n\n| A |\n|---|\n| Der Brunnen wurde geschlossen. |"
    assert counted(text, pandoc) == ["Der Brunnen wurde geschlossen."]


@pytest.mark.parametrize("text", ["Is it so? No. It is not.", "He loves Art. She does not."])
def test_an_abbreviation_that_stands_before_numbers_ends_a_sentence_before_words(text: str) -> None:
    assert len(split(text, "en")) == text.count(".") + text.count("?")


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009", "\u3000"])
def test_a_wide_blank_before_a_full_stop_splits_like_any_other(blank: str) -> None:
    assert split(f"It holds vitamin A{blank}. The rest is water.", "en") == split(
        "It holds vitamin A . The rest is water.", "en"
    )


# --- math ------------------------------------------------------------------------------------


def test_a_formula_is_no_text_of_its_sentence(pandoc: Worker) -> None:
    assert plain(r"The energy is $E = \frac{1}{8}$ and it rose.", pandoc) == ["The energy is \u2025 and it rose."]


def test_a_sentence_may_begin_and_end_with_a_formula(pandoc: Worker) -> None:
    text = "The height is $H$. $x_1 + y_2$ is the energy. So we see."
    assert [s.source for s in sentences(text, pandoc)] == [
        "The height is $H$.",
        "$x_1 + y_2$ is the energy.",
        "So we see.",
    ]


def test_a_formula_with_its_full_stop_is_no_sentence(pandoc: Worker) -> None:
    assert sentences("$$x = 12.$$", pandoc) == []


def test_a_formula_alone_that_cites_keeps_its_citation(pandoc: Worker) -> None:
    assert cited("$$x = 12$$ [@smith2021]", pandoc) == [["smith2021"]]


def test_a_formula_weighs_nothing_against_a_mark(pandoc: Worker) -> None:
    (sentence,) = sentences("[We think]{.opinion} $a + b + c + d + e$", pandoc)
    assert [mark.name for mark in sentence.marks] == ["opinion"]
