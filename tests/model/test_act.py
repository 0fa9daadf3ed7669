from typing import Any

import attrs
import pytest
from hypothesis import given

from geobrief.constraint import problems_with
from geobrief.errors import InvalidRecord
from geobrief.model.act import Act, Contest, JointAct, StateAct
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.registry import ACTS
from geobrief.model.renunciation import Renunciation
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.withdrawal import Withdrawal
from geobrief.testing import strategies
from geobrief.values.identifier import Slug
from geobrief.values.period import Period

evolve: Any = attrs.evolve  # untyped, to give it what it must refuse


@pytest.mark.parametrize(
    ("act", "natural_id"),
    [
        (Signature(treaty="pact", by="PRK"), "signature-pact-prk"),
        (Ratification(treaty="pact", by="cow-300"), "ratification-pact-cow-300"),
        (Withdrawal(treaty="ctbt", by="RUS", withdraws="ratification"), "withdrawal-ctbt-rus"),
        (ProvisionalApplication(treaty="att", by="eu"), "provisional-application-att-eu"),
        (Renunciation(treaty="rome-statute", by="USA"), "renunciation-rome-statute-usa"),
        (Suspension(treaty="new-start", by="RUS"), "suspension-new-start-rus"),
        (Objection(treaty="vclt", by="GBR", to="SYR"), "objection-vclt-gbr-syr"),
        (InstrumentExchange(treaty="pact", between=["PRK", "RUS"]), "instrument-exchange-pact"),
        (Extension(treaty="new-start"), "extension-new-start"),
        (Termination(treaty="abm"), "termination-abm"),
    ],
)
def test_natural_ids(act: Act, natural_id: str) -> None:
    """An act without an id is called after its kind, its treaty and who does it."""
    assert act.id == act.natural_id == natural_id


def test_given_ids_are_kept() -> None:
    """An id that is given is used, as for a second act of one state."""
    act = Ratification(id="ratification-paris-usa-2021", treaty="paris", by="USA")
    assert act.id == "ratification-paris-usa-2021"
    assert act.natural_id == "ratification-paris-usa"


def test_an_act_without_id_equals_one_with_its_natural_id() -> None:
    """Leaving the id out and writing the natural one make the same record."""
    assert Signature(treaty="pact", by="PRK") == Signature(id="signature-pact-prk", treaty="pact", by="PRK")


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.kind_name)
def test_natural_ids_are_ids(kind: Any) -> None:
    """Whatever the treaty and the state, the natural id is one that a file may hold."""

    @given(strategies.records(kind))
    def check(act: Act) -> None:
        assert not list(problems_with(act.natural_id, Slug))
        assert act.natural_id.startswith(kind.kind_name.replace("_", "-") + "-" + act.treaty)

    check()


def test_faults_beside_a_missing_id() -> None:
    """Where the treaty is no id, only the treaty is at fault, not the id made from it."""
    with pytest.raises(InvalidRecord) as caught:
        Signature(treaty="The Pact", by="PRK")
    assert [str(each).partition(":")[0] for each in caught.value.problems] == ["treaty"]


@pytest.mark.parametrize(
    "kind", [kind for kind in ACTS if issubclass(kind, StateAct)], ids=lambda kind: kind.kind_name
)
def test_state_acts_have_one_actor(kind: Any) -> None:
    """The actor of a state's act is that state."""

    @given(strategies.records(kind))
    def check(act: StateAct) -> None:
        assert act.actors == (act.by,)

    check()


@pytest.mark.parametrize(
    "kind", [kind for kind in ACTS if issubclass(kind, JointAct)], ids=lambda kind: kind.kind_name
)
def test_joint_acts_need_two(kind: Any) -> None:
    """A joint act names at least two states, or none for all parties."""
    assert kind(treaty="pact").actors == ()
    assert kind(treaty="pact", between=["PRK", "RUS"]).actors == ("PRK", "RUS")
    with pytest.raises(InvalidRecord, match="between: a joint act needs at least two states"):
        kind(treaty="pact", between=["PRK"])


def test_base_acts_know_no_actors() -> None:
    """Who acts is said by the kinds of act."""
    with pytest.raises(NotImplementedError):
        _ = Act(id="one", treaty="pact").actors


def test_contests() -> None:
    """A contested act says who disputes its effect, and why."""
    act = Suspension(treaty="new-start", by="RUS", contested=[Contest(by="USA", ground="no legal basis")])
    assert [(contest.by, contest.ground) for contest in act.contested] == [("USA", "no legal basis")]
    with pytest.raises(InvalidRecord, match="contested"):
        evolve(act, contested=["USA"])
    with pytest.raises(InvalidRecord, match="planned: expected true or false"):
        evolve(act, planned="yes")


def test_extension_says_its_end_once() -> None:
    """An extension lengthens the term or names its new end, not both."""
    assert str(Extension(treaty="new-start", lengthened="5 years").lengthened) == "5 years"
    with pytest.raises(
        InvalidRecord, match="lengthened: give only one of lengthened, until and indefinitely"
    ):
        Extension(treaty="new-start", lengthened="5 years", until="2026-02-05")


@pytest.mark.parametrize(
    ("act", "wrong"),
    [
        (Signature(treaty="pact", by="PRK"), {"effect": "binding"}),
        (Withdrawal(treaty="pact", by="PRK"), {"withdraws": "accession"}),
        (Withdrawal(treaty="pact", by="PRK"), {"conflict": "war"}),
        (Suspension(treaty="pact", by="PRK"), {"basis": "anger"}),
        (Termination(treaty="pact"), {"basis": "anger"}),
        (Objection(treaty="pact", by="PRK", to="RUS"), {"precludes_entry": None}),
        (Ratification(treaty="pact", by="PRK"), {"means": "signature"}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_words_are_closed(act: Act, wrong: dict[str, object]) -> None:
    """Each kind of act knows its own words and refuses others by the name of the field."""
    with pytest.raises(InvalidRecord, match=f"^{type(act).__name__}: {next(iter(wrong))}: "):
        evolve(act, **wrong)


def test_an_act_says_which_of_its_fields_hold_its_day() -> None:
    """A kind of act whose days are not declared, are no fields, or are not selected by, cannot be defined."""
    with pytest.raises(TypeError, match=r"^Protest: done_on is not declared$"):

        @attrs.frozen(kw_only=True)
        class Protest(StateAct):
            kind_name = "protest"

    with pytest.raises(TypeError, match=r"^Outcry: further_days names 'ended', which is no field$"):

        @attrs.frozen(kw_only=True)
        class Outcry(StateAct):
            kind_name = "outcry"
            done_on = ("id",)
            further_days = ("ended",)

    with pytest.raises(TypeError, match=r"^Whisper: done_on names 'id', and roles\['day'\] does not$"):

        @attrs.frozen(kw_only=True)
        class Whisper(StateAct):
            kind_name = "whisper"
            done_on = ("id",)
            further_days = ()


def test_a_conflict_of_a_withdrawal() -> None:
    """It is a stretch of days, or the word that there was none; left out, it is not known."""
    found = [Withdrawal(treaty="t", by="LTU", conflict=given).conflict for given in ("2022/..", "none", None)]
    assert found == [Period("2022/.."), "none", None]
    assert Withdrawal(treaty="t", by="LTU").withdraws is None
