"""Marks of quotation: which of them open, and which are apostrophes."""

from __future__ import annotations

import pytest

from briefkit.library.quotes import write_quotes


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("An extension of `pump.frame`", "An extension of `pump.frame'"),
        ("What `is a ` pump` and ``that`` is", "What `is a ` pump` and ``that`` is"),
        ("Wells -- the 'dry pump' story", "Wells -- the `dry pump' story"),
        ("The '{{Pump}} of {{Things}}'", "The `{{Pump}} of {{Things}}'"),
        ("({'Dry'} and 'a well')", "({`Dry'} and `a well')"),
        ("the '90s and the pumps' lives", "the '90s and the pumps' lives"),
        ("'t Zand, 's-Graveland and rock 'n' roll", "'t Zand, 's-Graveland and rock 'n' roll"),
        ("'Tis the villages' well", "'Tis the villages' well"),
        ("Don't say 'Don't pump'", "Don't say `Don't pump'"),
        ("d'\\'etat", "d'\\'etat"),
        ("of ``wells'' and wells'", "of ``wells'' and wells'"),
        ('La "{Pompe}" et "{le} puits"', "La ``{Pompe}'' et ``{le} puits''"),
        ('The "F{\\"u}rst" of wells', "The ``F{\\\"u}rst'' of wells"),
        ("{\\dq}Dry{\\dq} and \\dq{}wet\\dq{} wells", "``Dry'' and ``wet'' wells"),
        ('{,,Die Pumpe f{\\"u}r alle``}', '{\u201eDie Pumpe f{\\"u}r alle\u201c}'),
        ("a,,b and one mark 'here", "a,,b and one mark 'here"),
    ],
)
def test_marks_open_where_words_are_quoted(typed: str, written: str) -> None:
    assert write_quotes(typed) == written
