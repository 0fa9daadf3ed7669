"""Sentences: what a record of each kind says, in one line and without its hedges.

An allegation is told as the words of whoever makes it.
"""

from geobrief.brief.telling.teller import Teller
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act, JointAct, StateAct
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.model.response import Response
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal
from geobrief.words import listed, worded

__all__ = [
    "accusation",
    "act_of_one",
    "act_of_several",
    "assessment",
    "deployment",
    "finding",
    "objection",
    "ratification",
    "response",
    "statement",
    "suspension",
    "treaty",
    "weapons_test",
    "withdrawal",
]


def treaty(record: Treaty, teller: Teller) -> str:
    """Tell a treaty."""
    between = f" between {teller.names(record.between)}" if record.between else ""
    return f"{worded(record.kind or 'treaty')} “{record.name}”{between}"


def act_of_one(record: StateAct, teller: Teller) -> str:
    """Tell an act of one state by the name of its kind."""
    return _act(worded(record.kind_name), record, teller, "by")


def act_of_several(record: JointAct, teller: Teller) -> str:
    """Tell an act of several states by the name of its kind."""
    return _act(worded(record.kind_name), record, teller, "between")


def ratification(record: Ratification, teller: Teller) -> str:
    """Tell a consent to be bound by its means."""
    return _act(worded(record.means), record, teller, "by")


def _act(noun: str, record: Act, teller: Teller, joint: str) -> str:
    who = f" {joint} {teller.names(record.actors)}" if record.actors else ""
    return f"{noun} of {teller.name(record.treaty)}{who}"


def objection(record: Objection, teller: Teller) -> str:
    """Tell an objection to a reservation."""
    return (
        f"objection of {teller.name(record.by)} to the reservation of {teller.name(record.to)}"
        f" to {teller.name(record.treaty)}"
    )


def withdrawal(record: Withdrawal, teller: Teller) -> str:
    """Tell a withdrawal from a treaty, or of what was done about it."""
    what = "" if record.withdraws == "treaty" else f"its {record.withdraws} of "
    return f"withdrawal of {teller.name(record.by)} from {what}{teller.name(record.treaty)}"


def suspension(record: Suspension, teller: Teller) -> str:
    """Tell a suspension, and towards whom."""
    towards = f" towards {teller.names(record.towards)}" if record.towards else ""
    return f"suspension of {teller.name(record.treaty)} by {teller.name(record.by)}{towards}"


def deployment(record: Deployment, teller: Teller) -> str:
    """Tell whose forces are where."""
    place = record.territory or (teller.name(record.host) if record.host else None)
    where = f" in {place}" if place else ""
    action = "" if record.action in {None, "deploy"} else f", {record.action}"
    return f"forces of {teller.names(record.senders) or 'nobody named'}{where}{action}"


def weapons_test(record: WeaponsTest, teller: Teller) -> str:
    """Tell who tested what."""
    weapon = record.weapon
    what = (weapon.name or weapon.raw or weapon.range_class) if weapon else None
    return f"{worded(record.kind)} test by {teller.name(record.tester)}{f': {what}' if what else ''}"


def accusation(record: Accusation, teller: Teller) -> str:
    """Tell who accuses whom of what."""
    noun = {"allege": "accusation", "disapprove": "disapproval", "investigate": "investigation"}[record.mode]
    against = f" against {teller.names(record.accused)}" if record.accused else ""
    what = record.alleges or listed(sorted(map(worded, record.subjects)))
    return f"{noun} by {teller.names(record.accusers)}{against}{f': {what}' if what else ''}"


def response(record: Response, teller: Teller) -> str:
    """Tell how an accused answers."""
    speaker = f", by {teller.name(record.speaker)}," if record.speaker else ""
    quote = f": “{record.quote}”" if record.quote else ""
    kinds = listed(sorted(map(worded, record.kinds)))
    return f"response of {teller.name(record.by)}{speaker} to {record.to}: {kinds}{quote}"


def finding(record: Finding, teller: Teller) -> str:
    """Tell what somebody found."""
    text = f": {record.text}" if record.text else ""
    return f"finding of {teller.name(record.by)} on {teller.name(record.about)}: {record.verdict}{text}"


def statement(record: Statement, teller: Teller) -> str:
    """Tell what somebody said."""
    words = record.text or f"“{record.quote}”"
    return f"{worded(record.kind or 'statement')} of {teller.name(record.speaker)}: {words}"


def assessment(record: Assessment, teller: Teller) -> str:
    """Tell what somebody judges, and how likely."""
    words = worded(record.likelihood) if record.likelihood else record.verbatim
    hedge = f" ({words})" if words else ""
    return f"judgement of {teller.names(record.holders)}{hedge}: {record.proposition}"
