"""Constructors called with keywords that they do not have."""

import inspect
import pickle
from collections.abc import Callable

import attrs
import pytest

import geobrief as gb

CALLS: list[tuple[Callable[[], object], str]] = [
    (lambda: gb.Termination(treaty="a", by="USA"), "Termination has no field 'by'; give 'between'"),  # type: ignore[call-arg]
    (lambda: gb.Signature(treaty="a", by="USA", date="2024"), "Signature has no field 'date'; give 'on'"),  # type: ignore[call-arg]
    (
        lambda: gb.Ratification(treaty="a", by="USA", deposited="2024"),  # type: ignore[call-arg]
        "Ratification has no field 'deposited'; write instrument=Instrument(deposited=…)",
    ),
    (
        lambda: gb.Brief(title="A", as_of="2024", treaties=[]),  # type: ignore[call-arg]
        "Brief has no field 'treaties'; give 'records'",
    ),
    (
        lambda: gb.Ratification(treaty="a", by="USA", on="2024"),  # type: ignore[call-arg]
        "Ratification has no field 'on'; write instrument=Instrument(deposited=…)",
    ),
    (
        lambda: gb.WithdrawalClause(period="1 year"),  # type: ignore[call-arg]
        "WithdrawalClause has no field 'period'; give 'notice'",
    ),
    (lambda: gb.Treaty(id="a", name="A"), "Treaty has no field 'name'; give 'title'"),  # type: ignore[call-arg]
    (lambda: gb.Citation(sorce="kcna"), "Citation has no field 'sorce'; did you mean 'source'?"),  # type: ignore[call-arg]
    (
        lambda: gb.Treaty(id="a", title="A", colour="red", titel="A"),  # type: ignore[call-arg]
        "Treaty has no field 'colour'; Treaty has no field 'titel'; did you mean 'title'?",
    ),
]


@pytest.mark.parametrize(("call", "message"), CALLS)
def test_a_wrong_keyword_is_told_with_what_was_meant(call: Callable[[], object], message: str) -> None:
    """The message must name the class, the keyword, and what to write instead where that is known."""
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value) == message


def test_a_missing_keyword_is_told_by_python() -> None:
    """Where every keyword exists, Python's own message must stand."""
    with pytest.raises(TypeError, match=r"missing 1 required keyword-only argument: 'title'"):
        gb.Treaty(id="a")  # type: ignore[call-arg]


def test_constructors_show_their_fields() -> None:
    """What a notebook or a documentation shows of a class must be its fields."""
    assert [*inspect.signature(gb.Citation).parameters][:2] == ["source", "locator"]
    assert str(inspect.signature(gb.MembersOf)).startswith("(group: ")
    assert inspect.signature(gb.Citation).return_annotation is None


def test_copies_and_pickles_do_without_the_constructor() -> None:
    """Objects must be copied and pickled as before."""
    cited = gb.Citation(source="kcna", locator="p. 1")
    assert attrs.evolve(cited, locator=None).locator is None
    assert pickle.loads(pickle.dumps(cited)) == cited
