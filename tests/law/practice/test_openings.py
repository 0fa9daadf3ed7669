"""By which means, and in which window, a treaty is open (VCLT 11, 15, 83)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, signed, treaty_of
from tests.law.practice.said import brief_of, value

OPEN = [
    gb.Opening(to=["all_states"], means=["signature"], since="1968-07-01", until="1970-03-04"),
    gb.Opening(to=["all_states"], means=["accession"], since="1968-07-01"),
]
EARLY = [signed("AUT", "1968-07-01"), ratified("AUT", "1969-06-27")]


def party(*acts: gb.Record) -> str:
    """Tell whether Belgium is a party in 1990."""
    found = treaty_of(gb.Consents(1), *EARLY, *acts, open_to=OPEN)
    assert value(found.in_force_for("AUT", "1990-01-01")) == "yes"
    return value(found.in_force_for("BEL", "1990-01-01"))


def test_signed_in_the_window_and_ratified_after_it() -> None:
    """A signature in the window can be ratified at any time (14)."""
    assert party(signed("BEL", "1968-08-20"), ratified("BEL", "1975-05-02")) == "yes"


def test_signed_after_the_window() -> None:
    """A signature after the window, although ratified, may have been let in: unknown (15(c))."""
    assert party(signed("BEL", "1972-01-01"), ratified("BEL", "1975-05-02")) == "unknown"


def test_ratified_without_a_signature() -> None:
    """A ratification of what was never signed fits no opening: unknown (14, 15)."""
    assert party(ratified("BEL", "1975-05-02")) == "unknown"


def test_accession() -> None:
    """Accession stays open to all states (15(a))."""
    assert party(ratified("BEL", "1975-05-02", means="accession")) == "yes"


def test_accession_before_it_is_open() -> None:
    """Accession before it is open is unknown (15)."""
    found = treaty_of(
        gb.Consents(1),
        *EARLY,
        ratified("BEL", "1969-01-01", means="accession"),
        open_to=[OPEN[0], gb.Opening(to=["all_states"], means=["accession"], since="1970-03-05")],
    )
    assert value(found.in_force_for("BEL", "1969-12-01")) == "unknown"


def test_it_is_an_issue() -> None:
    """A consent that fits no opening is an issue at that act (15)."""
    treaty = gb.Treaty(
        id="t", title="T", open_to=OPEN, entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1))
    )
    brief = brief_of(treaty, *EARLY, ratified("BEL", "1975-05-02"))
    assert "GB607" in [issue.code for issue in gb.check(brief)]
    assert "GB607" not in [issue.code for issue in gb.check(brief_of(treaty, *EARLY))]


@pytest.mark.parametrize(
    "written", ["[all_states]", "[{to: [all_states], means: [accession], since: 1970-03-05}]"]
)
def test_in_files(written: str) -> None:
    """Codes and openings are read and written back."""
    treaty = f"{{title: T, open_to: {written}}}"
    brief = gb.loads(f"{{geobrief: 1, title: A, as_of: 2000-01-01, treaties: {{t: {treaty}}}}}")
    assert gb.loads(gb.dumps(brief)) == brief
