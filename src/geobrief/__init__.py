"""geobrief: typed, sourced records about treaties, troops, accusations and weapons tests.

The names below are loaded when they are first used; ``import geobrief`` loads nothing.

>>> import geobrief as gb
>>> brief = gb.example("dprk-russia-2024")
>>> print(brief.in_force("dprk-russia-partnership", on="2024-11-12"))
no: instruments of ratification have not been exchanged
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from geobrief.answer import Answer as Answer
    from geobrief.answer import Members as Members
    from geobrief.answer import Missing as Missing
    from geobrief.answer import Reason as Reason
    from geobrief.brief import Brief as Brief
    from geobrief.codec.append import append as append
    from geobrief.codec.check import check as check
    from geobrief.codec.dump import dump as dump
    from geobrief.codec.dump import dumps as dumps
    from geobrief.codec.load import example as example
    from geobrief.codec.load import load as load
    from geobrief.codec.load import loads as loads
    from geobrief.codec.load import stream as stream
    from geobrief.codec.record import from_dict as from_dict
    from geobrief.codec.record import loads_record as loads_record
    from geobrief.codec.record import to_dict as to_dict
    from geobrief.errors import FileBusy as FileBusy
    from geobrief.errors import GeobriefError as GeobriefError
    from geobrief.errors import InvalidArgument as InvalidArgument
    from geobrief.errors import InvalidBrief as InvalidBrief
    from geobrief.errors import InvalidRecord as InvalidRecord
    from geobrief.errors import MissingExtra as MissingExtra
    from geobrief.errors import NotFound as NotFound
    from geobrief.errors import Undetermined as Undetermined
    from geobrief.errors import UnknownFormat as UnknownFormat
    from geobrief.errors import WouldLoseComments as WouldLoseComments
    from geobrief.issue import Issue as Issue
    from geobrief.issue import Location as Location
    from geobrief.issue import Report as Report
    from geobrief.law.status import TreatyStatus as TreatyStatus
    from geobrief.law.status import status as status
    from geobrief.model.accusation import Accusation as Accusation
    from geobrief.model.act import Contest as Contest
    from geobrief.model.assessment import Assessment as Assessment
    from geobrief.model.condition import Agreed as Agreed
    from geobrief.model.condition import AllOf as AllOf
    from geobrief.model.condition import AnyOf as AnyOf
    from geobrief.model.condition import Consents as Consents
    from geobrief.model.condition import Exchange as Exchange
    from geobrief.model.condition import FractionOf as FractionOf
    from geobrief.model.condition import MembersOf as MembersOf
    from geobrief.model.condition import Named as Named
    from geobrief.model.condition import NoObjections as NoObjections
    from geobrief.model.condition import Notifications as Notifications
    from geobrief.model.condition import OnDate as OnDate
    from geobrief.model.condition import Share as Share
    from geobrief.model.condition import Signed as Signed
    from geobrief.model.condition import TreatyInForce as TreatyInForce
    from geobrief.model.coverage import Coverage as Coverage
    from geobrief.model.declared_actor import DeclaredActor as DeclaredActor
    from geobrief.model.deployment import Attribute as Attribute
    from geobrief.model.deployment import Component as Component
    from geobrief.model.deployment import Deployment as Deployment
    from geobrief.model.deployment import LegalBasis as LegalBasis
    from geobrief.model.entry_into_force import SAME as SAME
    from geobrief.model.entry_into_force import EntryIntoForce as EntryIntoForce
    from geobrief.model.entry_into_force import LaterParties as LaterParties
    from geobrief.model.exchange import InstrumentExchange as InstrumentExchange
    from geobrief.model.exchange import Note as Note
    from geobrief.model.exchange import NoteExchange as NoteExchange
    from geobrief.model.extension import Extension as Extension
    from geobrief.model.finding import Finding as Finding
    from geobrief.model.means import Opening as Opening
    from geobrief.model.objection import Objection as Objection
    from geobrief.model.provisional_application import ProvisionalApplication as ProvisionalApplication
    from geobrief.model.question import Expectation as Expectation
    from geobrief.model.question import Question as Question
    from geobrief.model.ratification import Deposit as Deposit
    from geobrief.model.ratification import Instrument as Instrument
    from geobrief.model.ratification import Ratification as Ratification
    from geobrief.model.ratification import Reservation as Reservation
    from geobrief.model.ratification import Step as Step
    from geobrief.model.record import Ignore as Ignore
    from geobrief.model.record import Origin as Origin
    from geobrief.model.record import Record as Record
    from geobrief.model.renunciation import Renunciation as Renunciation
    from geobrief.model.response import Response as Response
    from geobrief.model.signature import Signature as Signature
    from geobrief.model.statement import Statement as Statement
    from geobrief.model.suspension import Suspension as Suspension
    from geobrief.model.termination import Termination as Termination
    from geobrief.model.treaty import BindingView as BindingView
    from geobrief.model.treaty import Duration as Duration
    from geobrief.model.treaty import Provision as Provision
    from geobrief.model.treaty import ProvisionalClause as ProvisionalClause
    from geobrief.model.treaty import Registration as Registration
    from geobrief.model.treaty import Renewal as Renewal
    from geobrief.model.treaty import ReportedEnd as ReportedEnd
    from geobrief.model.treaty import ReportedEntry as ReportedEntry
    from geobrief.model.treaty import ReportedMembership as ReportedMembership
    from geobrief.model.treaty import Treaty as Treaty
    from geobrief.model.treaty import WeightTable as WeightTable
    from geobrief.model.treaty import WithdrawalClause as WithdrawalClause
    from geobrief.model.weapons_test import Measurement as Measurement
    from geobrief.model.weapons_test import Outcome as Outcome
    from geobrief.model.weapons_test import Weapon as Weapon
    from geobrief.model.weapons_test import WeaponsTest as WeaponsTest
    from geobrief.model.withdrawal import Withdrawal as Withdrawal
    from geobrief.truth import Truth as Truth
    from geobrief.values.citation import Citation as Citation
    from geobrief.values.delay import Days as Days
    from geobrief.values.delay import Delay as Delay
    from geobrief.values.delay import Months as Months
    from geobrief.values.delay import Years as Years
    from geobrief.values.estimate import Estimate as Estimate
    from geobrief.values.mapping import FrozenMapping as FrozenMapping
    from geobrief.values.period import Period as Period
    from geobrief.values.place import Place as Place
    from geobrief.values.reconcile import reconcile as reconcile
    from geobrief.values.source import Source as Source
    from geobrief.values.when import When as When

    __version__: str

_HOMES = {
    "Answer": "answer",
    "Members": "answer",
    "Missing": "answer",
    "Reason": "answer",
    "Brief": "brief",
    "append": "codec.append",
    "check": "codec.check",
    "dump": "codec.dump",
    "dumps": "codec.dump",
    "example": "codec.load",
    "load": "codec.load",
    "loads": "codec.load",
    "stream": "codec.load",
    "from_dict": "codec.record",
    "loads_record": "codec.record",
    "to_dict": "codec.record",
    "FileBusy": "errors",
    "GeobriefError": "errors",
    "InvalidArgument": "errors",
    "InvalidBrief": "errors",
    "InvalidRecord": "errors",
    "MissingExtra": "errors",
    "NotFound": "errors",
    "Undetermined": "errors",
    "UnknownFormat": "errors",
    "WouldLoseComments": "errors",
    "Issue": "issue",
    "Location": "issue",
    "Report": "issue",
    "TreatyStatus": "law.status",
    "status": "law.status",
    "Accusation": "model.accusation",
    "Contest": "model.act",
    "Assessment": "model.assessment",
    "Agreed": "model.condition",
    "AllOf": "model.condition",
    "AnyOf": "model.condition",
    "Consents": "model.condition",
    "Exchange": "model.condition",
    "FractionOf": "model.condition",
    "MembersOf": "model.condition",
    "Named": "model.condition",
    "NoObjections": "model.condition",
    "Notifications": "model.condition",
    "OnDate": "model.condition",
    "Share": "model.condition",
    "Signed": "model.condition",
    "TreatyInForce": "model.condition",
    "Coverage": "model.coverage",
    "DeclaredActor": "model.declared_actor",
    "Attribute": "model.deployment",
    "Component": "model.deployment",
    "Deployment": "model.deployment",
    "LegalBasis": "model.deployment",
    "SAME": "model.entry_into_force",
    "EntryIntoForce": "model.entry_into_force",
    "LaterParties": "model.entry_into_force",
    "InstrumentExchange": "model.exchange",
    "Note": "model.exchange",
    "NoteExchange": "model.exchange",
    "Extension": "model.extension",
    "Finding": "model.finding",
    "Opening": "model.means",
    "Objection": "model.objection",
    "ProvisionalApplication": "model.provisional_application",
    "Expectation": "model.question",
    "Question": "model.question",
    "Deposit": "model.ratification",
    "Instrument": "model.ratification",
    "Ratification": "model.ratification",
    "Reservation": "model.ratification",
    "Step": "model.ratification",
    "Ignore": "model.record",
    "Origin": "model.record",
    "Record": "model.record",
    "Renunciation": "model.renunciation",
    "Response": "model.response",
    "Signature": "model.signature",
    "Statement": "model.statement",
    "Suspension": "model.suspension",
    "Termination": "model.termination",
    "BindingView": "model.treaty",
    "Duration": "model.treaty",
    "Provision": "model.treaty",
    "ProvisionalClause": "model.treaty",
    "Registration": "model.treaty",
    "Renewal": "model.treaty",
    "ReportedEnd": "model.treaty",
    "ReportedEntry": "model.treaty",
    "ReportedMembership": "model.treaty",
    "Treaty": "model.treaty",
    "WeightTable": "model.treaty",
    "WithdrawalClause": "model.treaty",
    "Measurement": "model.weapons_test",
    "Outcome": "model.weapons_test",
    "Weapon": "model.weapons_test",
    "WeaponsTest": "model.weapons_test",
    "Withdrawal": "model.withdrawal",
    "Truth": "truth",
    "Days": "values.delay",
    "Delay": "values.delay",
    "Months": "values.delay",
    "Years": "values.delay",
    "Estimate": "values.estimate",
    "reconcile": "values.reconcile",
    "FrozenMapping": "values.mapping",
    "Period": "values.period",
    "Place": "values.place",
    "Citation": "values.citation",
    "Source": "values.source",
    "When": "values.when",
}

__all__ = [
    "SAME",
    "Accusation",
    "Agreed",
    "AllOf",
    "Answer",
    "AnyOf",
    "Assessment",
    "Attribute",
    "BindingView",
    "Brief",
    "Citation",
    "Component",
    "Consents",
    "Contest",
    "Coverage",
    "Days",
    "DeclaredActor",
    "Delay",
    "Deployment",
    "Deposit",
    "Duration",
    "EntryIntoForce",
    "Estimate",
    "Exchange",
    "Expectation",
    "Extension",
    "FileBusy",
    "Finding",
    "FractionOf",
    "FrozenMapping",
    "GeobriefError",
    "Ignore",
    "Instrument",
    "InstrumentExchange",
    "InvalidArgument",
    "InvalidBrief",
    "InvalidRecord",
    "Issue",
    "LaterParties",
    "LegalBasis",
    "Location",
    "Measurement",
    "Members",
    "MembersOf",
    "Missing",
    "MissingExtra",
    "Months",
    "Named",
    "NoObjections",
    "NotFound",
    "Note",
    "NoteExchange",
    "Notifications",
    "Objection",
    "OnDate",
    "Opening",
    "Origin",
    "Outcome",
    "Period",
    "Place",
    "Provision",
    "ProvisionalApplication",
    "ProvisionalClause",
    "Question",
    "Ratification",
    "Reason",
    "Record",
    "Registration",
    "Renewal",
    "Renunciation",
    "Report",
    "ReportedEnd",
    "ReportedEntry",
    "ReportedMembership",
    "Reservation",
    "Response",
    "Share",
    "Signature",
    "Signed",
    "Source",
    "Statement",
    "Step",
    "Suspension",
    "Termination",
    "Treaty",
    "TreatyInForce",
    "TreatyStatus",
    "Truth",
    "Undetermined",
    "UnknownFormat",
    "Weapon",
    "WeaponsTest",
    "WeightTable",
    "When",
    "Withdrawal",
    "WithdrawalClause",
    "WouldLoseComments",
    "Years",
    "append",
    "check",
    "dump",
    "dumps",
    "example",
    "from_dict",
    "load",
    "loads",
    "loads_record",
    "reconcile",
    "status",
    "stream",
    "to_dict",
]


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version  # noqa: PLC0415 - the package loads nothing on import

            return version("geobrief")
        if name not in _HOMES:
            raise AttributeError(f"module 'geobrief' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - likewise

        value = getattr(import_module(f"geobrief.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


class _OldNames:
    """The last place where modules are looked for: under names that they had, in `geobrief.moved`."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> object:
        if not name.startswith("geobrief."):
            return None
        from importlib.machinery import ModuleSpec  # noqa: PLC0415 - likewise

        from geobrief.moved import MOVED, OldName  # noqa: PLC0415 - likewise

        return ModuleSpec(name, OldName(), is_package=True) if name in MOVED else None


sys.meta_path.append(_OldNames)  # type: ignore[arg-type]  # typeshed asks for names of parameters


def __dir__() -> "list[str]":
    return [*__all__, "__version__"]
