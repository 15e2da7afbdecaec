"""A brief in, why each of its waived sentences needs no source out: by its mark, or by a comment in the brief."""

from __future__ import annotations

from briefkit.lookup import Holding
from briefkit.model import Account, Brief


class Waivers:
    """Says of a waived sentence what its authors gave as the reason."""

    def __init__(self, brief: Brief) -> None:
        self.allowed = [allowance for allowance in brief.allowances if allowance.reason]
        self.allowing = Holding(allowance.scope for allowance in self.allowed)

    def reason(self, account: Account) -> str:
        """The reason, or the name of the mark; nothing where the sentence is not waived."""
        if account.status != "waived":
            return ""
        marks = (mark.reason or mark.name.replace("-", " ") for mark in account.sentence.marks)
        allowed = (self.allowed[index].reason for index in self.allowing(account.sentence.place))
        return next((reason for reason in (*marks, *allowed) if reason), "")
