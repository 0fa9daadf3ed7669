"""The words of an answer: days as imprecise as they are known, and the acts that decide."""

from geobrief.law import TreatyStatus, status
from geobrief.model.act import Contest
from geobrief.model.condition import Consents, Exchange, TreatyInForce
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.treaty import ProvisionalClause, Treaty, WithdrawalClause
from geobrief.values.delay import Months
from tests.law.given import ratified, signed, told, treaty_of, withdrew


def test_an_imprecise_day_is_told_as_it_is_known() -> None:
    """A reason must never name one day where the records name a month."""
    treaty = Treaty(
        id="t", title="T", between=["AUT", "BEL"], entry_into_force=EntryIntoForce(upon=Exchange())
    )
    found = status(treaty, [InstrumentExchange(treaty="t", on="2024-12")], as_of="2025-12-31")
    assert str(found.in_force("2025-02-01")) == (
        "yes: in force since 2024-12: instruments of ratification were exchanged in 2024-12"
    )
    assert found.in_force("2024-12-15").is_unknown
    assert "2024-12-01" not in found.in_force("2024-12-15").explain()
    assert [each.kind for each in found.awaiting("2024-12-15")] == ["exchange"]


def test_what_is_contested_is_not_told_as_settled() -> None:
    """A reason that rests on a contested act must say by whom it is contested, unless a side was taken."""
    given = [ratified("BRA", "2001-01-01"), ratified("ARG", "2001-01-02"), ratified("CHL", "2005-06-01")]
    notice = WithdrawalClause(notice=Months(3))
    left = withdrew("BRA", "2006-01-01", contested=[Contest(by="ARG")])
    found = treaty_of(Consents(2), *given, left, withdrawal=notice)
    running = (
        "yes: with the withdrawal by Brazil contested by Argentina: in force for Brazil until 2006-04-01: "
    )
    answer = found.in_force_for("BRA", "2006-02-01")
    assert str(answer).startswith(f"{running}Brazil gave notice of withdrawal on 2006-01-01; without it: ")
    brazil = treaty_of(Consents(2), *given, left, withdrawal=notice, told={"position_of": "BRA"})
    assert str(brazil.in_force_for("BRA", "2007-01-01")).endswith("took effect on 2006-04-01")
    for answer in (found.in_force("2007-01-01"), found.entered_into_force):
        assert "Brazil" not in answer.explain()  # it is in force whoever of three leaves


LEAVE = {"withdrawal": WithdrawalClause()}


def test_who_is_contested_is_said_once() -> None:
    """A reason that names the dispute must not name it again."""
    notes = InstrumentExchange(treaty="t", on="1992-12-01")
    left = withdrew("AUT", "2006-01-01", contested=[Contest(by="BEL")])
    found = treaty_of(Exchange(), notes, left, between=["AUT", "BEL"], **LEAVE)
    for answer in (found.entered_into_force, found.in_force("2010-01-01")):
        assert "contested by Belgium" in answer.explain()
        assert "contested by Belgium, contested" not in answer.explain()


def test_reasons_do_not_depend_on_the_questions_before() -> None:
    """A treaty that the clause names must change the reasons on the day on which it enters."""
    other = treaty_of(Consents(1), ratified("FIN", "2000-01-01", "q"), id="q", title="the Other")
    acts = [ratified("AUT", "1998-01-01"), withdrew("AUT", "1999-01-01")]

    def protocol() -> TreatyStatus:
        return treaty_of(
            Consents(1), *acts, not_before=TreatyInForce("q"), told={"treaties": {"q": other}}, **LEAVE
        )

    asked_before = protocol()
    asked_before.in_force("1999-06-01")
    assert told(asked_before.in_force("2004-01-01")) == told(protocol().in_force("2004-01-01"))


def test_no_reason_comes_twice() -> None:
    """What an act and the clause say alike must be said once."""
    found = treaty_of(
        Consents(9),
        signed("SYR", "2013-09-14"),
        ProvisionalApplication(treaty="t", by="SYR", since="2013-09-14"),
        provisional_application=ProvisionalClause(since="signature"),
    )
    assert told(found.provisionally_applied("SYR", "2014-01-01")) == [
        "Syria has applied it provisionally since 2013-09-14"
    ]


def test_reasons_do_not_depend_on_the_order_of_questions() -> None:
    """An instrument executed at home must not be told of the days before, whatever was asked first."""
    act = Ratification(treaty="t", by="AUT", instrument=Instrument(executed="2000-02-01"))
    found = treaty_of(Consents(9), act)
    assert told(found.in_force("2000-03-01"))[1:] == [
        (
            "AUT (Austria) has executed its instrument of ratification (2000-02-01): "
            "that is not yet consent to be bound"
        )
    ]
    assert told(found.in_force("2000-01-01"))[1:] == []


def test_a_state_is_called_as_on_the_day_asked() -> None:
    """One person in law must be called by its name of the day, whatever was asked first."""
    found = treaty_of(Consents(1), ratified("SUN", "1955-06-03"))
    words = "has been bound since 1955-06-03: ratification on 1955-06-03"
    russia = f"yes: Russia, which continues the Soviet Union, {words}"
    assert str(found.in_force_for("RUS", "2000-01-01")) == russia
    assert str(found.in_force_for("RUS", "1960-01-01")) == f"yes: the Soviet Union {words}"
