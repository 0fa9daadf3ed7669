"""Selection: by who acts, against whom, and when; certain matches unless asked otherwise."""

from typing import Any

import attrs
import pytest

import geobrief as gb
from geobrief.brief.select import day_of, values_at
from geobrief.model.registry import KINDS
from geobrief.values.period import Period

INF = gb.Treaty(id="inf", title="INF Treaty", between=["SUN", "USA"], adopted="1987-12-08")
SIGNED = gb.Signature(treaty="inf", by="SUN", on="1987-12-08")
LEFT = gb.Withdrawal(treaty="inf", by="RUS", notified="2019-03-04")


def launches(**days: str | None) -> gb.Brief:
    """A brief of weapons tests, each with its day."""
    return gb.Brief(
        title="Tests",
        as_of="2025-01-01",
        records=[gb.WeaponsTest(id=name, tester="PRK", kind="missile", on=day) for name, day in days.items()],
    )


def ids(records: tuple[gb.Record, ...]) -> list[str]:
    """The ids of records."""
    return [record.id for record in records]


# -- roles -----------------------------------------------------------------------------


def test_by_and_against_are_roles_of_the_kind() -> None:
    """Accusations are found by who accuses and who is accused."""
    brief = gb.example("dprk-russia-2024")
    assert ids(brief.select(gb.Accusation, by="KOR", against="PRK")) == ["kor-accuses-prk-deployment"]
    assert brief.select(gb.Accusation, by="PRK") == ()
    assert ids(brief.select(gb.Accusation, against="RUS")) == ["kor-accuses-prk-deployment"]
    assert ids(brief.select(gb.Deployment, by="PRK")) == ["prk-troops-in-russia"]


def test_without_conditions_all_of_the_kind_are_selected() -> None:
    """Selecting a kind gives all of it, in order of ids."""
    brief = launches(b="2024", a=None)
    assert ids(brief.select(gb.WeaponsTest)) == ["a", "b"]
    assert brief.select(gb.Treaty) == ()


@pytest.mark.parametrize(
    ("kind", "role"),
    [(gb.WeaponsTest, "against"), (gb.Statement, "against"), (gb.Treaty, "against"), (gb.Record, "by")],
)
def test_a_role_that_the_kind_lacks_is_a_type_error(kind: type[gb.Record], role: str) -> None:
    """Asking for a role that a kind does not have is a mistake of the caller, even in an empty brief."""
    with pytest.raises(TypeError, match=f"{kind.__name__} has no '{role}'"):
        launches().select(kind, **{role: "PRK"})  # type: ignore[arg-type]


def test_the_name_of_a_kind_is_no_kind() -> None:
    """Whoever gives the name that a kind has in files is told its class."""
    name: Any = "withdrawal"
    with pytest.raises(TypeError, match=r"^expected a class of records such as Withdrawal, got 'withdrawal'"):
        launches().select(name, by="PRK")


def test_a_day_of_a_kind_without_days_is_a_type_error() -> None:
    """Records in general have no day to ask for."""
    with pytest.raises(TypeError, match="Record has no 'day'; it has no roles"):
        launches().select(gb.Record, since="2024")


def test_roles_name_fields_that_exist() -> None:
    """Every path that a kind declares as a role can be followed in its records."""
    for kind in KINDS.values():
        for path in (each for paths in kind.roles.values() for each in paths):
            assert path.partition(".")[0] in {field.name for field in attrs.fields(kind)}, (kind, path)


@pytest.mark.parametrize("code", ["SUN", "RUS"])
def test_continuing_states_match_under_either_code(code: str) -> None:
    """Russia continues the Soviet Union: the acts of the one are found under the code of the other."""
    brief = gb.Brief(title="INF", as_of="2020", records=[INF, SIGNED, LEFT])
    assert brief.select(gb.Signature, by=code) == (SIGNED,)
    assert brief.select(gb.Withdrawal, by=code) == (LEFT,)
    assert brief.select(gb.Treaty, by=code) == (INF,)


def test_successors_do_not_match() -> None:
    """A successor state is another person: its acts are not those of its predecessor."""
    brief = gb.Brief(title="CSK", as_of="2020", records=[gb.Signature(treaty="t", by="CSK", on="1968-07-01")])
    assert brief.select(gb.Signature, by="CZE") == ()
    assert len(brief.select(gb.Signature, by="CSK")) == 1


# -- days ------------------------------------------------------------------------------


def test_since_and_until_are_included() -> None:
    """The first and the last day asked for belong to what is asked."""
    brief = launches(before="2024-10-30", first="2024-10-31", last="2024-11-05", after="2024-11-06")
    assert ids(brief.select(gb.WeaponsTest, since="2024-10-31", until="2024-11-05")) == ["first", "last"]
    assert ids(brief.select(gb.WeaponsTest, since="2024-11-05")) == ["after", "last"]
    assert ids(brief.select(gb.WeaponsTest, until="2024-10-31")) == ["before", "first"]


def test_a_month_means_its_first_day_since_and_its_last_until() -> None:
    """Imprecise bounds include every day that they may mean."""
    brief = launches(start="2024-10-01", end="2024-10-31", outside="2024-11-01")
    assert ids(brief.select(gb.WeaponsTest, since="2024-10", until="2024-10")) == ["end", "start"]


def test_only_certain_matches_unless_possible_ones_are_asked_for() -> None:
    """A test of some day of October may be one of mid-October; it is selected only on request."""
    brief = launches(certain="2024-10-20", vague="2024-10", undated=None, later="2024-11")
    asked = {"since": "2024-10-15", "until": "2024-10-31"}
    assert ids(brief.select(gb.WeaponsTest, **asked)) == ["certain"]  # type: ignore[arg-type]
    assert ids(brief.select(gb.WeaponsTest, **asked, possible=True)) == ["certain", "undated", "vague"]


def test_periods_match_where_they_overlap() -> None:
    """A deployment matches every stretch that it certainly shares a day with."""
    troops = gb.Deployment(id="troops", senders=["PRK"], period="2024-10/..")
    brief = gb.Brief(title="Troops", as_of="2025", records=[troops])
    assert brief.select(gb.Deployment, since="2024-11-12", until="2024-11-12") == (troops,)
    assert brief.select(gb.Deployment, until="2024-10-15") == ()
    assert brief.select(gb.Deployment, until="2024-10-15", possible=True) == (troops,)
    assert brief.select(gb.Deployment, until="2024-09", possible=True) == ()


def test_bounds_in_the_wrong_order_select_nothing() -> None:
    """Nothing lies after the end and before the beginning, not even possibly."""
    assert launches(vague="2024").select(gb.WeaponsTest, since="2025", until="2023", possible=True) == ()


# -- paths -----------------------------------------------------------------------------


def test_the_day_of_a_record_is_the_first_that_is_given() -> None:
    """Consent is dated by its deposit where there is one, else by the steps that lead to it."""
    step = gb.Step(kind="decree", on="2024-11-11")
    executed = gb.Instrument(executed="2024-11-12")
    assert day_of(gb.Ratification(treaty="t", by="PRK", steps=[step])) == gb.When("2024-11-11")
    assert day_of(gb.Ratification(treaty="t", by="PRK", steps=[step], instrument=executed)) == gb.When(
        "2024-11-12"
    )
    assert day_of(gb.Deployment(id="d", period="2024/..")) == Period("2024/..")
    assert day_of(gb.Ratification(treaty="t", by="PRK")) is None


def test_values_are_found_through_tuples() -> None:
    """A dotted path leads through lists and leaves out what is missing."""
    act = gb.Ratification(
        treaty="t", by="PRK", steps=[gb.Step(kind="decree"), gb.Step(kind="decree", on="2024")]
    )
    assert list(values_at(act, "steps.on")) == [gb.When("2024")]
    assert list(values_at(act, "instrument.executed")) == []


@pytest.mark.parametrize(("by", "against"), [("KRO", None), (None, "KRO")])
def test_a_code_that_nothing_knows_is_no_empty_result(by: str | None, against: str | None) -> None:
    """A slip in a code raises, and the message names what is near."""
    brief = gb.example("dprk-russia-2024")
    with pytest.raises(gb.NotFound, match="KOR"):
        brief.select(gb.Accusation, by=by, against=against)


def test_an_actor_that_only_records_name_is_known() -> None:
    """An actor that neither the tables nor the brief declare, but a record names, can be asked for."""
    record = gb.Statement(id="said", speaker="spokesman", text="so")
    brief = gb.Brief(title="A brief", as_of="2024-01-01", records=[record])
    assert brief.select(gb.Statement, by="spokesman") == (record,)
