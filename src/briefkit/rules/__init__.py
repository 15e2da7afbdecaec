"""The rules in the order of their codes. No rule registers itself: what is not listed here does not run.

RULES look at a brief; META are the rules about allowances, which `check` applies after the others.
"""

from __future__ import annotations

from types import ModuleType

from briefkit.rules import (
    access_date_without_url,
    allowance_without_reason,
    bare_url,
    blanket_allowance,
    block_in_note,
    broken_entry,
    citation_too_far,
    dangling_reference,
    duplicate_field,
    duplicate_key,
    faulty_front_matter,
    glued_field,
    heading_jump,
    hidden_character,
    inheritance_cycle,
    invalid_key,
    key_case_mismatch,
    language_without_signs,
    look_alike_keys,
    malformed_citation,
    malformed_doi,
    malformed_identifier,
    malformed_isbn,
    malformed_issn,
    malformed_url,
    markup_problem,
    missing_alt_text,
    missing_glyph,
    missing_parent,
    missing_required_field,
    missing_sources,
    outside_resource,
    parenthesised_entry,
    raw_markup,
    stray_entry,
    undefined_string,
    unfit_picture,
    unknown_rule_name,
    unresolved_key,
    unsafe_link,
    unsourced_figure_or_table,
    unsupported_attribution,
    unsupported_causal,
    unsupported_claim,
    unsupported_comparison,
    unsupported_quotation,
    unsupported_statistic,
    unused_allowance,
    url_in_title,
    vague_quantity_or_date,
    wrong_encoding,
)
from briefkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    broken_entry,
    invalid_key,
    duplicate_key,
    look_alike_keys,
    parenthesised_entry,
    wrong_encoding,
    undefined_string,
    duplicate_field,
    missing_required_field,
    malformed_doi,
    malformed_isbn,
    malformed_issn,
    malformed_identifier,
    malformed_url,
    access_date_without_url,
    url_in_title,
    missing_parent,
    inheritance_cycle,
    glued_field,
    stray_entry,
    unresolved_key,
    key_case_mismatch,
    malformed_citation,
    bare_url,
    missing_sources,
    unsupported_claim,
    unsupported_statistic,
    unsupported_quotation,
    unsupported_causal,
    unsupported_comparison,
    unsupported_attribution,
    citation_too_far,
    unsourced_figure_or_table,
    vague_quantity_or_date,
    faulty_front_matter,
    heading_jump,
    missing_alt_text,
    raw_markup,
    unsafe_link,
    outside_resource,
    hidden_character,
    block_in_note,
    markup_problem,
    dangling_reference,
    language_without_signs,
    missing_glyph,
    unfit_picture,
)

META: tuple[ModuleType, ...] = (
    unused_allowance,
    allowance_without_reason,
    unknown_rule_name,
    blanket_allowance,
)


def rule_name(rule: Rule | ModuleType) -> str:
    """The name of a rule: its module's, with hyphens."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def all_rules() -> dict[str, Rule | ModuleType]:
    """Every rule by its name, in the order of codes."""
    everything: list[Rule | ModuleType] = [*RULES, *META]
    return {rule_name(rule): rule for rule in sorted(everything, key=lambda r: str(r.CODE))}
