import pytest

from geobrief.errors import InvalidRecord
from geobrief.model.ratification import Deposit, Instrument, Ratification, Reservation, Step
from geobrief.values.when import When


def test_construct() -> None:
    """A ratification holds the domestic steps, the instrument and reservations, with their days."""
    act = Ratification(
        treaty="dprk-russia-partnership",
        by="RUS",
        steps=[Step(kind="lower_house_vote", on="2024-10-24", body="State Duma")],
        instrument=Instrument(executed="2024-11-09"),
        reservations=[Reservation(kind="declaration", articles=["4"])],
        territorial_scope=["the metropolitan territory"],
    )
    assert (act.steps[0].on, act.steps[0].result) == (When("2024-10-24"), "approved")
    assert act.instrument is not None
    assert (act.instrument.executed, act.instrument.deposited) == (When("2024-11-09"), None)
    assert act.reservations[0].articles == ("4",)


def test_an_instrument_may_say_nothing() -> None:
    """That there is an instrument can be known without any of its days."""
    assert Instrument() == Instrument(deposited=None, deposits=())


def test_several_depositaries() -> None:
    """Deposits with several depositaries each have their day."""
    instrument = Instrument(
        deposits=[Deposit(depositary="USA", on="1970-03-05"), Deposit(depositary="GBR", on="1970")]
    )
    assert [deposit.on for deposit in instrument.deposits] == [When("1970-03-05"), When("1970")]


def test_deposits_are_given_once() -> None:
    """One deposit stands under ``deposited``, several under ``deposits``, never both."""
    with pytest.raises(InvalidRecord, match="deposited: give one deposit under deposited, or several"):
        Instrument(deposited="1970-03-05", deposits=[Deposit(depositary="USA", on="1970-03-05")])


def test_faults_of_parts_are_named_at_once() -> None:
    """A step names every field at fault."""
    with pytest.raises(InvalidRecord) as caught:
        Step(kind="vote", on="soon", result="ok", by="The President")  # type: ignore[arg-type]  # wrong on purpose
    faults = [str(each).partition(":")[0] for each in caught.value.problems]
    assert faults == ["kind", "on", "result", "by"]
