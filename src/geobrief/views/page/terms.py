"""Terms: for how long a treaty runs, and how a party leaves it, in the words of its clauses."""

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from geobrief.closed import for_every
from geobrief.model.duration import Duration
from geobrief.model.treaty import WithdrawalClause, WithdrawalRounding
from geobrief.views.page.reader import day

__all__ = ["term_in_words", "withdrawal_in_words"]

_ROUNDED: Final[Mapping[WithdrawalRounding, str]] = for_every(
    get_args(WithdrawalRounding),
    "the roundings of a withdrawal",
    {
        "first_of_following_month": "from the first of the following month",
        "end_of_year": "from the end of the year",
        "end_of_term": "from the end of the term",
    },
)


def term_in_words(duration: Duration) -> str:
    """Say for how long a treaty runs.

    >>> from geobrief.model.duration import Renewal
    >>> term_in_words(Duration(term="5 years", renewal=Renewal(notice="6 months")))
    '5 years, then renewed for as long, unless a party objects 6 months before'
    >>> term_in_words(Duration(until="2026-02-05", extendable_by="5 years"))
    'until 2026-02-05, extendable by 5 years at most'
    """
    return ", ".join(_term(duration))


def _term(duration: Duration) -> Iterator[str]:
    yield str(duration.term) if duration.term is not None else f"until {day(duration.until)}"
    renewal = duration.renewal
    if renewal is not None:
        each = f"for {renewal.each} each" if renewal.each is not None else "for as long"
        times = f", at most {renewal.times} times" if renewal.times is not None else ""
        objection = f" {renewal.notice} before" if renewal.notice is not None else ""
        yield f"then renewed {each}{times}, unless a party objects{objection}"
    if duration.extendable_by is not None:
        yield f"extendable by {duration.extendable_by} at most"


def withdrawal_in_words(clause: WithdrawalClause) -> str:
    """Say how a party leaves a treaty.

    >>> withdrawal_in_words(WithdrawalClause(notice="1 year", not_before="20 years"))
    '1 year after notice, which may be given 20 years after entry into force at the earliest'
    >>> withdrawal_in_words(WithdrawalClause(allowed=False))
    'not allowed'
    """
    return ", ".join(_withdrawal(clause)) if clause.allowed else "not allowed"


def _withdrawal(clause: WithdrawalClause) -> Iterator[str]:
    yield f"{clause.notice} after notice" if clause.notice is not None else "at once upon notice"
    if clause.not_before is not None:
        whose = " for the party" if clause.not_before_from == "party" else ""
        yield f"which may be given {clause.not_before} after entry into force{whose} at the earliest"
    if clause.rounding is not None:
        yield _ROUNDED[clause.rounding]
    if clause.barred_during_conflict is not None:
        yield "put off while its author is engaged in an armed conflict"
    if clause.minimum_parties is not None:
        yield f"and the treaty ends with fewer than {clause.minimum_parties} parties"
