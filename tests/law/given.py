"""Acts and treaties in short, for tests that read sentences."""

from typing import Any

from geobrief.answer import Answer
from geobrief.law import TreatyStatus, status
from geobrief.model.condition import Condition, Consents
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty
from geobrief.model.withdrawal import Withdrawal

CLAUSE = ("after", "rounding", "not_before", "on_date_if_met_by", "then", "organisations", "deposits")


def ratified(by: str, on: str, treaty: str = "t", **more: Any) -> Ratification:
    """Make a ratification by deposit."""
    return Ratification(treaty=treaty, by=by, instrument=Instrument(deposited=on), **more)


def notified(by: str, on: str) -> Ratification:
    """Make a ratification by notification."""
    return Ratification(treaty="t", by=by, instrument=Instrument(received=on))


def signed(by: str, on: str, **more: Any) -> Signature:
    """Make a signature."""
    return Signature(treaty="t", by=by, on=on, **more)


def withdrew(by: str, on: str, treaty: str = "t", **more: Any) -> Withdrawal:
    """Make a notice of withdrawal."""
    return Withdrawal(treaty=treaty, by=by, received=on, **more)


def treaty_of(upon: Condition, *acts: Any, told: Any = None, **fields: Any) -> TreatyStatus:
    """Work out the status of a treaty under a condition."""
    clause = EntryIntoForce(upon=upon, **{name: fields.pop(name) for name in CLAUSE if name in fields})
    name = fields.pop("id", "t")
    treaty = Treaty(id=name, title=fields.pop("title", "the treaty"), entry_into_force=clause, **fields)
    options: dict[str, Any] = {"as_of": "2025-12-31", **(told or {})}
    return status(treaty, acts, **options)


def parent(*acts: Any, **fields: Any) -> dict[str, Any]:
    """Make the options that give a treaty a parent called the Parent."""
    return {"treaties": {"p": treaty_of(Consents(1), *acts, id="p", title="the Parent", **fields)}}


def told(answer: Answer) -> list[str]:
    """List the reasons of an answer in words."""
    return [reason.text for reason in answer.reasons]
