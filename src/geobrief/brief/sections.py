"""The typed sections of a brief: ``brief.treaties`` is a collection of `Treaty`."""

from typing import TypeVar

from geobrief.brief.records import Records
from geobrief.model.accusation import Accusation
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.record import Record
from geobrief.model.renunciation import Renunciation
from geobrief.model.response import Response
from geobrief.model.signature import Signature
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal

__all__ = ["Sections"]

R = TypeVar("R", bound=Record)


class Sections:
    """One property for each kind of record."""

    __slots__ = ()

    def of_kind(self, kind: type[R]) -> Records[R]:
        """Return the records of a kind, or of all kinds below a base class."""
        raise NotImplementedError

    @property
    def treaties(self) -> Records[Treaty]:
        """The records of this kind."""
        return self.of_kind(Treaty)

    @property
    def signatures(self) -> Records[Signature]:
        """The records of this kind."""
        return self.of_kind(Signature)

    @property
    def ratifications(self) -> Records[Ratification]:
        """The records of this kind."""
        return self.of_kind(Ratification)

    @property
    def instrument_exchanges(self) -> Records[InstrumentExchange]:
        """The records of this kind."""
        return self.of_kind(InstrumentExchange)

    @property
    def note_exchanges(self) -> Records[NoteExchange]:
        """The records of this kind."""
        return self.of_kind(NoteExchange)

    @property
    def provisional_applications(self) -> Records[ProvisionalApplication]:
        """The records of this kind."""
        return self.of_kind(ProvisionalApplication)

    @property
    def objections(self) -> Records[Objection]:
        """The records of this kind."""
        return self.of_kind(Objection)

    @property
    def renunciations(self) -> Records[Renunciation]:
        """The records of this kind."""
        return self.of_kind(Renunciation)

    @property
    def extensions(self) -> Records[Extension]:
        """The records of this kind."""
        return self.of_kind(Extension)

    @property
    def suspensions(self) -> Records[Suspension]:
        """The records of this kind."""
        return self.of_kind(Suspension)

    @property
    def withdrawals(self) -> Records[Withdrawal]:
        """The records of this kind."""
        return self.of_kind(Withdrawal)

    @property
    def terminations(self) -> Records[Termination]:
        """The records of this kind."""
        return self.of_kind(Termination)

    @property
    def deployments(self) -> Records[Deployment]:
        """The records of this kind."""
        return self.of_kind(Deployment)

    @property
    def weapons_tests(self) -> Records[WeaponsTest]:
        """The records of this kind."""
        return self.of_kind(WeaponsTest)

    @property
    def accusations(self) -> Records[Accusation]:
        """The records of this kind."""
        return self.of_kind(Accusation)

    @property
    def responses(self) -> Records[Response]:
        """The records of this kind."""
        return self.of_kind(Response)

    @property
    def findings(self) -> Records[Finding]:
        """The records of this kind."""
        return self.of_kind(Finding)

    @property
    def statements(self) -> Records[Statement]:
        """The records of this kind."""
        return self.of_kind(Statement)

    @property
    def assessments(self) -> Records[Assessment]:
        """The records of this kind."""
        return self.of_kind(Assessment)
