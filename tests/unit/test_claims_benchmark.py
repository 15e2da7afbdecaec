"""How the detector of claims is measured and trained: arithmetic with known answers, and folds that keep their word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import claims
import claims_figures as figures
import claims_learner
import claims_protocols as protocols
import numpy as np
import pytest
import train_claims
from claims_data import POOLED, SLICES, Row, digest, make_row, name_publishers, read_rows
from claims_features import ENGLISH_ONLY, SENSE_PREFIX, WORD_PREFIX, all_features, word_senses, word_vectors
from claims_learner import (
    AIMS,
    GRID,
    MOST_WORDS,
    Settings,
    Table,
    baseline_learner,
    calibrate,
    choose_columns,
    choose_thresholds,
    layer_learner,
    logistic,
    make_table,
    split,
    train,
)
from claims_shipped import measure_shipped, speaks
from claims_tables import interval, short, show_protocol, show_retrained, show_shipped, table
from claims_validation import by_publisher, judge_unseen, leave_out
from sklearn.metrics import average_precision_score, f1_score

ONE_SETTING = (Settings(1.0, 1.0),)


def ints(*values: int) -> figures.Ints:
    return np.array(values, dtype=np.int64)


def floats(*values: float) -> figures.Floats:
    return np.array(values, dtype=np.float64)


# --- generated data ---------------------------------------------------------------------------

PLACES = "Arden Belmont Corwen Dunmore Elsfield Farley".split()
CLAIMS = (
    ("Rents in {place} rose by {n} per cent in 2019.", "S"),
    ("The {place} statistical office counted {n} empty houses.", "A"),
    ("Most tenants in {place} move within three years.", "G"),
)
OTHERS = (
    ("We surveyed {n} households in {place}.", "O"),
    ("The council of {place} should build more houses.", "R"),
    ("What would this mean for {place}?", "U"),
)


def generated(documents: int = 12, publishers: int = 3) -> list[Row]:
    """Twelve rows a document, half of them claims; one row of each document is labelled wrongly."""
    rows = []
    for document in range(documents):
        name = f"p{document % publishers}:d{document}"
        for place in range(12):
            text, code = (CLAIMS if place % 2 else OTHERS)[place // 2 % 3]
            words = text.format(place=PLACES[(document + place) % 6], n=document * 7 + place + 10)
            rows.append(Row(name, f"{document}-{place}", words, int(place % 2 and place != 11), codes=code))
    return rows


def tabulated(rows: Sequence[Row]) -> Table:
    return make_table(all_features(rows), [row.label for row in rows], [row.doc for row in rows])


def written(rows: Sequence[Row], path: Path) -> Path:
    lines = [{"id": r.id, "text": r.text, "label": r.label, "extra": {"doc": r.doc, "codes": r.codes}} for r in rows]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


# --- rows -------------------------------------------------------------------------------------


def test_a_row_says_the_same_with_its_keys_beside_the_text_or_in_extra() -> None:
    more = {"doc": "p:d", "sec": "Findings", "before": "B.", "codes": "OM", "title": "T", "org": "Org"}
    beside = make_row({"id": "1", "text": "A.", "label": True, **more})
    assert make_row({"id": "1", "text": "A.", "label": 1, "extra": more}) == beside
    assert beside == Row("p:d", "1", "A.", 1, "Findings", "B.", "T", "Org", "MO")


@pytest.mark.parametrize(("codes", "read"), [(["O", "M"], "MO"), ("O, M", "MO"), (None, ""), ("", "")])
def test_codes_are_a_text_or_a_list(codes: object, read: str) -> None:
    assert make_row({"id": "1", "text": "A.", "label": 0, "codes": codes}).codes == read


@pytest.mark.parametrize("label", ["maybe", 2, None, 0.5])
def test_a_label_that_is_none_is_told_with_its_line(label: object, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": 1, "text": "A.", "label": label}), "utf-8")
    with pytest.raises(SystemExit, match=r"rows\.jsonl:1 is no labelled row"):
        read_rows([path])


def test_neither_the_order_of_rows_nor_that_of_files_changes_what_is_read(tmp_path: Path) -> None:
    rows = generated(4)
    first, second = written(rows[:20], tmp_path / "a"), written(list(reversed(rows)), tmp_path / "b")
    assert read_rows([first, second]) == read_rows([second, first]) == sorted(rows)
    assert digest(rows) == digest(list(reversed(rows))) != digest(rows[1:])


def test_a_publisher_is_what_stands_before_the_first_colon() -> None:
    assert [Row(doc, "1", "A.", 0).publisher for doc in ("cp:a:b", "Climate", "")] == ["cp", "", ""]


def test_publishers_with_few_rows_are_pooled() -> None:
    rows = [Row(f"{name}:d", str(n), "A.", 0) for name, count in (("a", 3), ("b", 2), ("c", 1)) for n in range(count)]
    assert name_publishers(rows, fewest=3) == ["a"] * 3 + [POOLED] * 3


@pytest.mark.parametrize(
    ("codes", "slices"),
    [
        ("O", {"own result"}),
        ("MO", set()),
        ("PR", {"normative"}),
        ("R", {"normative"}),
        ("OP", set()),
        ("AS", {"attribution"}),
        ("", set()),
    ],
)
def test_codes_decide_the_slice(codes: str, slices: set[str]) -> None:
    row = Row("p:d", "1", "Words only.", 0, codes=codes)
    assert {name for name, holds in SLICES.items() if holds(row)} == {"all", "no digit", *slices}


# --- arithmetic -------------------------------------------------------------------------------


def test_precision_recall_and_f1_of_a_hand_made_table() -> None:
    found = figures.flag(ints(1, 1, 1, 0, 0), np.array([True, True, False, True, False]))
    assert (found.precision, found.recall, found.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_figures_that_are_not_defined_are_zero() -> None:
    found = figures.flag(ints(0, 0), np.array([False, False]))
    assert (found.precision, found.recall, found.f1) == (0, 0, 0)
    assert figures.average_precision(ints(0, 0), floats(0.2, 0.1)) == 0


def test_average_precision_by_hand() -> None:
    # claims at ranks 1, 3 and 4: (1/1 + 2/3 + 3/4) / 3
    assert figures.average_precision(ints(1, 0, 1, 1), floats(0.9, 0.8, 0.7, 0.6)) == pytest.approx(
        (1 + 2 / 3 + 3 / 4) / 3
    )


def test_average_precision_takes_equal_scores_all_at_once() -> None:
    assert figures.average_precision(ints(1, 0, 0, 1), floats(0.5, 0.5, 0.5, 0.5)) == pytest.approx(0.5)


def test_average_precision_and_f1_are_those_of_the_library() -> None:
    dice = np.random.default_rng(1)
    for _ in range(50):
        labels = dice.integers(0, 2, 40)
        labels[0] = 1
        scores = np.round(dice.random(40), 1)
        assert figures.average_precision(labels, scores) == pytest.approx(average_precision_score(labels, scores))
        flags = scores >= 0.5
        assert figures.macro_f1(labels, flags) == pytest.approx(
            f1_score(labels, flags, average="macro", zero_division=0)
        )


def test_the_mean_over_documents_counts_each_document_once_and_one_without_a_claim_as_zero() -> None:
    labels, scores = ints(1, 0, 0, 1, 0, 0), floats(0.9, 0.1, 0.8, 0.2, 0.5, 0.4)
    assert figures.mean_average_precision(labels, scores, list("aabbcc")) == pytest.approx((1 + 1 / 2 + 0) / 3)


def test_macro_f1_by_hand() -> None:
    # claims: 1 right, 1 missed, 0 wrong: 2/3; the rest: 2 right, 1 wrong: 4/5
    assert figures.macro_f1(ints(1, 1, 0, 0), np.array([True, False, False, False])) == pytest.approx(
        (2 / 3 + 4 / 5) / 2
    )


# --- thresholds -------------------------------------------------------------------------------

TWENTY = ints(*[1] * 9, 0, *[1] * 2, *[0] * 8)
SCORES = floats(*(1 - n / 20 for n in range(20)))


def test_strict_is_the_lowest_threshold_with_the_precision() -> None:
    # 11 of the first 12 are claims (.917), 11 of the first 13 (.846)
    assert figures.threshold_for_precision(TWENTY, SCORES, 0.88) == SCORES[11]


def test_where_nothing_is_precise_enough_the_best_is_taken_that_enough_rows_speak_for() -> None:
    labels = ints(0, 0, *[1, 0] * 9)
    assert figures.threshold_for_precision(labels, SCORES, 0.88) == SCORES[18]  # 9 of 19 is the best from 10 rows on


def test_advisory_is_the_highest_threshold_with_the_recall() -> None:
    assert figures.threshold_for_recall(TWENTY, SCORES, 0.9) == SCORES[10]  # 10 of 11
    assert figures.threshold_for_recall(TWENTY, SCORES, 0.95) == SCORES[11]


def test_the_threshold_of_the_best_f1() -> None:
    assert figures.threshold_for_f1(TWENTY, SCORES) == SCORES[11]


def test_rows_of_equal_score_are_flagged_together() -> None:
    assert figures.threshold_for_recall(ints(1, 0, 1, 0), floats(0.5, 0.5, 0.5, 0.1), 0.4) == 0.5
    assert list(figures.curve(ints(1, 0, 1, 0), floats(0.5, 0.5, 0.5, 0.1)).flagged) == [3, 4]


def test_strict_is_never_below_advisory() -> None:
    easy = choose_thresholds(ints(*[1] * 20, *[0] * 20), np.linspace(1, 0, 40))
    assert easy.strict >= easy.advisory


def test_sure_rows_have_a_strict_threshold_of_their_own_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims_learner, "FEWEST_SURE", 20)
    labels, scores = np.concatenate([TWENTY, 1 - TWENTY]), np.concatenate([SCORES, SCORES])
    many = choose_thresholds(labels, scores, np.arange(40) < 20)
    assert many.sure == max(figures.threshold_for_precision(TWENTY, SCORES, AIMS.sure), many.advisory)
    few = choose_thresholds(labels, scores, np.arange(40) < 19)
    assert few.sure == few.strict


# --- intervals and reliability ----------------------------------------------------------------


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    values = np.random.default_rng(2).random(60)
    groups = [str(n // 3) for n in range(60)]
    found = figures.bootstrap(lambda at: float(values[at].mean()), groups)
    assert found == figures.bootstrap(lambda at: float(values[at].mean()), groups)
    assert found.value == pytest.approx(values.mean())
    assert found.low < found.value < found.high


def test_an_interval_has_the_width_that_theory_gives() -> None:
    labels = np.array([1, 0] * 200)
    found = figures.bootstrap(lambda at: float(labels[at].mean()), [str(n) for n in range(400)], draws=2000)
    assert (found.low, found.high) == pytest.approx((0.5 - 0.049, 0.5 + 0.049), abs=0.006)


def test_rows_of_a_document_are_drawn_together() -> None:
    values = np.array([0.0] * 50 + [1.0] * 50)
    together = figures.bootstrap(lambda at: float(values[at].mean()), ["a"] * 50 + ["b"] * 50)
    assert (together.low, together.high) == (0.0, 1.0)


def test_reliability_counts_each_row_once_and_a_score_of_one_in_the_last_bin() -> None:
    bins = figures.reliability(ints(1, 0, 1, 1), floats(0.05, 0.05, 0.95, 1.0))
    assert [part.rows for part in bins] == [2, *[0] * 8, 2]
    assert (bins[0].share, bins[-1].share, bins[-1].score) == pytest.approx((0.5, 1.0, 0.975))
    assert figures.calibration_error(ints(1, 0, 1, 1), floats(0.05, 0.05, 0.95, 1.0)) == pytest.approx(
        (2 * 0.45 + 2 * 0.025) / 4
    )


def test_calibration_finds_the_curve_that_made_the_labels() -> None:
    dice = np.random.default_rng(3)
    raw = dice.normal(size=20_000) * 2
    labels = (dice.random(20_000) < logistic(0.7 * raw - 0.4)).astype(np.int64)
    assert calibrate(labels, raw) == pytest.approx((0.7, -0.4), abs=0.05)


# --- learning ---------------------------------------------------------------------------------


def test_folds_keep_documents_together_and_score_each_row_once() -> None:
    rows = generated()
    documents = [row.doc for row in rows]
    splits = split(tabulated(rows).labels, documents, 0)
    assert sorted(np.concatenate([score for _, score in splits])) == list(range(len(rows)))
    for learn, score in splits:
        assert {documents[n] for n in learn} & {documents[n] for n in score} == set()


def test_rows_without_documents_are_split_one_by_one() -> None:
    splits = split(ints(*[0, 1] * 10), [str(n) for n in range(20)], 0)
    assert [len(score) for _, score in splits] == [4] * 5


def test_words_are_chosen_from_the_rows_at_hand_only() -> None:
    rows = generated()
    table = tabulated(rows)
    at = np.array([n for n, row in enumerate(rows) if "houses" not in row.text])
    chosen = {table.names[n] for n in choose_columns(table, at)}
    everything = {table.names[n] for n in choose_columns(table, np.arange(len(rows)))}
    assert "word:houses" in everything
    assert "word:houses" not in chosen
    assert "word:rents" in chosen


def test_a_word_of_one_document_is_no_word() -> None:
    features = [{"word:rare": 1.0, "sign:rare": 1.0}] * 5 + [{"word:common": 1.0}] * 5
    table = make_table(features, [1, 0] * 5, ["a"] * 5 + ["b", "c", "d", "e", "f"])
    assert [table.names[n] for n in choose_columns(table, np.arange(10))] == ["sign:rare", "word:common"]


def test_the_vocabulary_is_bounded_and_what_has_another_name_is_kept() -> None:
    many = {f"word:{n}": 1.0 for n in range(MOST_WORDS + 50)}
    features = [many | {"sign:one": 1.0} if n % 2 else {"word:telling": 1.0} | many for n in range(12)]
    table = make_table(features, [n % 2 for n in range(12)], list("abcabcabcabc"))
    chosen = [table.names[n] for n in choose_columns(table, np.arange(12))]
    assert len(chosen) == MOST_WORDS + 1
    assert {"word:telling", "sign:one"} <= set(chosen)


def test_a_layer_scores_as_its_weights_say() -> None:
    table = tabulated(generated())
    trained = train(table, np.arange(len(table.labels)), 0, ONE_SETTING)
    weights = dict(zip((table.names[n] for n in trained.layer.columns), trained.layer.weights, strict=True))
    row = all_features(generated())[5]
    raw = trained.layer.bias + sum(weights.get(name, 0) * value for name, value in row.items())
    assert trained.score(table.features[5:6])[0] == pytest.approx(
        1 / (1 + np.exp(-trained.slope * raw - trained.offset))
    )


def test_both_learners_tell_easy_rows_apart_in_documents_they_have_not_seen() -> None:
    rows = generated()
    table = tabulated(rows)
    documents = [row.doc for row in rows]
    for learner in (
        layer_learner(table, ONE_SETTING),
        baseline_learner([r.text for r in rows], table.labels, documents),
    ):
        unseen = judge_unseen(learner, split(table.labels, documents, 0), len(rows), 0)
        assert figures.average_precision(table.labels, unseen.score) > 0.75  # one label in twelve is wrong
        assert figures.flag(table.labels, unseen.best).f1 > 0.85
        assert not (unseen.strict & ~unseen.advisory).any()


def test_labels_that_words_do_not_tell_are_not_learnt() -> None:
    rows = generated(20)
    dice = np.random.default_rng(4)
    labels = dice.integers(0, 2, len(rows)).tolist()
    table = make_table(all_features(rows), labels, [row.doc for row in rows])
    unseen = judge_unseen(layer_learner(table, GRID[:2]), split(table.labels, table.groups, 0), len(rows), 0)
    assert abs(figures.average_precision(table.labels, unseen.score) - np.mean(labels)) < 0.15


def test_a_publisher_left_out_is_not_learnt_from_and_the_pooled_ones_neither() -> None:
    names = ["a"] * 3 + [POOLED] * 4
    own = ["a"] * 3 + ["b", "b", "c", "d"]
    for learn, score in leave_out(names, own, count=2):
        assert {own[n] for n in learn} & {own[n] for n in score} == set()
    assert sorted(np.concatenate([score for _, score in leave_out(names, own)])) == list(range(7))


def test_each_publisher_has_its_line() -> None:
    rows = generated(18)
    table = tabulated(rows)
    learner = layer_learner(table, ONE_SETTING)
    found = by_publisher(rows, table, learner, learner)
    assert [(one.name, one.rows) for one in found] == [("p0", 72), ("p1", 72), ("p2", 72)]
    assert all(one.ours == one.baseline > 0.75 for one in found)


# --- the shipped detector ---------------------------------------------------------------------


def test_each_sign_is_counted_once_a_row_with_its_claims() -> None:
    rows = [Row("d", str(n), "A.", label) for n, label in enumerate((1, 0, 1))]
    found = speaks(rows, [["x", "x"], ["x", "y"], ["x"]])
    assert [(one.name, one.rows, one.claims) for one in found] == [("x", 3, 2), ("y", 1, 0)]


def test_the_shipped_detector_is_measured_in_slices_that_add_up() -> None:
    rows = generated()
    found = measure_shipped(rows)
    whole, digit, plain, own, *_ = found.slices
    assert (whole.rows, whole.claims) == (144, 60)
    assert digit.rows + plain.rows == whole.rows
    assert own.claims == 0
    assert sum(part.rows for part in found.reliability) == 144
    assert all(strict.flagged <= advisory.flagged for strict, advisory in (part.levels for part in found.slices))
    wrong = [(part.levels[0].flagged, part.levels[0].false_alarms) for part in found.slices if not part.claims]
    assert all((flagged == 0) == (alarms == 0) for flagged, alarms in wrong)
    assert "question" in {gate.name for gate in found.gates}


# --- protocols --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(protocols.PROTOCOLS))
def test_a_protocol_gives_ours_beside_the_baseline(name: str) -> None:
    found = protocols.PROTOCOLS[name](generated(), ())
    compared = {key: value for key, value in found.items() if isinstance(value, dict)}
    assert compared
    assert all(set(value) == {"ours", "baseline"} for value in compared.values())
    assert all(0.5 < figure <= 1 for value in compared.values() for figure in value.values())
    assert all(len(line) <= 100 for line in show_protocol(found))


def test_other_rows_than_the_protocol_has_are_told() -> None:
    assert any(
        line.startswith("NOT the protocol's rows: 144") for line in show_protocol(protocols.checkthat(generated()))
    )


def test_rows_to_train_on_never_hold_a_sentence_that_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = protocols.learners

    def watched(rows: Sequence[Row], grid: Sequence[Settings]) -> object:
        seen.append(len(rows))
        return real(rows, grid)

    monkeypatch.setattr(protocols, "learners", watched)
    rows = generated()
    protocols.checkthat(rows[:60], rows)
    texts = {row.text for row in rows[:60]}
    assert seen == [60 + sum(row.text not in texts for row in rows)]


def test_the_threshold_of_a_fold_is_chosen_on_the_others() -> None:
    labels, scores = ints(1, 0, 1, 0), floats(0.9, 0.8, 0.4, 0.3)
    first, second = ints(0, 1), ints(2, 3)
    # best for the second half is .4, which flags both of the first; best for the first is .9, which flags none
    assert list(protocols.flags_by_folds(labels, scores, [(second, first), (first, second)])) == [
        True,
        True,
        False,
        False,
    ]


# --- the model and the command line -----------------------------------------------------------


def test_the_same_rows_give_the_same_bytes_in_whatever_order_and_files_they_come(tmp_path: Path) -> None:
    rows = generated()
    one = written(rows, tmp_path / "one.jsonl")
    parts = [written(rows[80:], tmp_path / "b.jsonl"), written(list(reversed(rows[:80])), tmp_path / "a.jsonl")]
    for data, out in (([one], "1.py"), (parts, "2.py")):
        train_claims.main(["--data", *map(str, data), "--out", str(tmp_path / out)])
    assert (tmp_path / "1.py").read_bytes() == (tmp_path / "2.py").read_bytes()


def test_the_model_says_what_it_was_learnt_from() -> None:
    rows = generated()
    model = train_claims.make_model(sorted(rows))
    assert (model["format"], model["rows"], model["claims"], model["documents"]) == (1, 144, 60, 12)
    assert model["sha256"] == digest(rows)
    assert set(model["layers"]) == {"en", "other"}
    for layer in model["layers"].values():
        assert layer["thresholds"]["strict"] >= layer["thresholds"]["advisory"]
        assert all(value == float(f"{value:.4g}") != 0 for value in layer["weights"].values())
        assert not any(name.startswith(SENSE_PREFIX) for name in layer["weights"])
    assert not any(name.startswith(ENGLISH_ONLY) for name in model["layers"]["other"]["weights"])
    assert not model["layers"]["other"]["senses"]
    assert any(name.startswith(WORD_PREFIX) for name in model["layers"]["en"]["weights"])


def test_what_is_written_is_the_model_read_by_python() -> None:
    model = train_claims.make_model(sorted(generated(6)))
    module: dict[str, object] = {}
    exec(train_claims.encode(model), module)
    assert module["TRAINED"] == model


def test_a_word_weighs_what_its_meaning_weighs() -> None:
    word, vector = next(iter(word_vectors().items()))
    assert word_senses({"sense:00": 2.0, "sense:03": -1.0})[word] == pytest.approx(2 * vector[0] - vector[3])


def test_numbers_are_rounded_to_a_few_digits_and_dust_to_nothing() -> None:
    found = [train_claims.rounded(n) for n in (1.23456, -0.000123456, 12345.6)]
    assert found == [float(f"{n:.{train_claims.DIGITS}g}") for n in (1.23456, -0.000123456, 12345.6)]
    assert found == pytest.approx([1.23456, -0.000123456, 12345.6], rel=0.01)
    assert train_claims.rounded(1e-9) == 0.0


@pytest.mark.parametrize(
    "more", [[], ["--model", "retrain", "--seeds", "1"], ["--protocol", "checkthat"]], ids=" ".join
)
def test_the_command_prints_tables_of_a_hundred_columns_and_writes_the_figures(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures.bootstrap, "__defaults__", (0, 20))
    data = written(generated(), tmp_path / "rows.jsonl")
    claims.main(["--data", str(data), "--json", str(tmp_path / "out.json"), *more])
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "144 rows, 60 claims, 12 documents"
    assert max(map(len, lines)) <= 100
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))


def test_rows_of_one_label_are_refused(tmp_path: Path) -> None:
    data = written([row for row in generated() if row.label], tmp_path / "rows.jsonl")
    with pytest.raises(SystemExit, match="label 0 and rows with label 1"):
        claims.main(["--data", str(data)])


def test_figures_are_printed_without_their_first_zero() -> None:
    assert [short(n) for n in (0.8123, -0.01, 1.0, 0.0, 10.0)] == [".812", "-.010", "1.000", ".000", "10.000"]
    assert interval({"value": 0.5, "low": 0.25, "high": 0.75}) == ".500 [.250 .750]"


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert list(table(("a", "b"), [("long", "1")])) == ["a     b", "-------", "long  1"]


def test_the_widest_lines_of_both_tables_fit() -> None:
    wide = {"value": 1.0, "low": 1.0, "high": 1.0}
    level = dict.fromkeys(("precision", "recall", "f1"), wide) | {"share": 1.0, "false_alarms": 99.0}
    part = {"name": "attribution", "rows": 99_999, "claims": 9_999, "levels": [level] * 2, "average_precision": wide}
    shipped = {
        "slices": [part],
        "reliability": [],
        "calibration_error": 0.1,
        "signs": [],
        "gates": [],
        "speed": {"seconds": 1.0, "ratio": 2.0},
    }
    publisher = {"name": "x" * 80, "rows": 99_999, "share": 0.5} | dict.fromkeys(
        ("ours", "baseline", "ours_f1", "baseline_f1"), 0.5
    )
    compared = dict.fromkeys(("ours", "baseline", "gain"), wide)
    retrained = {"cross-validation": {"strict: own results flagged": compared}, "publishers": [publisher], "seeds": 5}
    for lines in (show_shipped(shipped), show_retrained(retrained)):
        assert max(map(len, lines)) <= 100
