"""Responses and findings come from those who can give them; what is only alleged says so."""

import attrs
import pytest

import geobrief as gb
from tests.checks.found import brief_of, found

ACCUSED = gb.Accusation(
    id="a",
    accusers=["KOR"],
    accused=["RUS"],
    about=["troops"],
    made_on="2024-10-18",
    citations=[gb.Citation(source="nis", credibility=3)],
)
PEOPLE = {
    "putin": gb.DeclaredActor(kind="person", name="Putin", of="RUS"),
    "panel": gb.DeclaredActor(kind="experts", name="Panel"),
    "nis-korea": gb.DeclaredActor(kind="agency", name="NIS", of="KOR"),
}
SOURCES = {
    "nis": gb.Source(publisher="NIS", actor="KOR", reliability="B", published="2024-10-18"),
    "imagery": gb.Source(publisher="Satellite", reliability="B", published="2024-10-20"),
}


@pytest.mark.parametrize(
    ("by", "expected"), [("RUS", False), ("SUN", False), ("putin", False), ("PRK", True), ("nis-korea", True)]
)
def test_only_those_who_are_accused_respond(by: str, expected: bool) -> None:
    """A response by the accused, under any code, or by whoever speaks for it, is one; any other is found."""
    response = gb.Response(id="r", to="a", by=by, kinds=["denied"])
    brief = brief_of(ACCUSED, response, actors=PEOPLE)
    assert found(brief, "GB701") == [("GB701", "responses.r.by")] * expected


def test_an_accusation_of_nobody_can_be_answered_by_anyone() -> None:
    """Where nobody is accused by name, anybody may respond; what answers nothing is another issue."""
    nobody = attrs.evolve(ACCUSED, accused=[])
    response = gb.Response(id="r", to="a", by="PRK", kinds=["denied"])
    assert found(brief_of(nobody, response), "GB701") == []
    assert found(brief_of(response), "GB701") == []


@pytest.mark.parametrize(
    ("by", "expected"),
    [("panel", False), ("un", False), ("KOR", True), ("nis-korea", True), ("RUS", True), ("putin", True)],
)
def test_a_finding_comes_from_neither_side(by: str, expected: bool) -> None:
    """Neither the accuser nor the accused, nor whoever speaks for them, can settle the accusation."""
    finding = gb.Finding(id="f", about="a", by=by, verdict="confirmed")
    brief = brief_of(ACCUSED, finding, actors=PEOPLE)
    assert found(brief, "GB702") == [("GB702", "findings.f.by")] * expected


def troops(*sources: str, alleged: bool = False) -> gb.Deployment:
    """The deployment that the accusation is about."""
    citations = [gb.Citation(source=name, credibility=2) for name in sources]
    return gb.Deployment(id="troops", senders=["RUS"], alleged=alleged, citations=citations)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (troops("nis"), True),
        (troops("nis", alleged=True), False),
        (troops("nis", "imagery"), False),
        (troops(), False),
    ],
    ids=["only the accuser", "alleged", "somebody else too", "no source"],
)
def test_what_only_the_accuser_says_is_no_fact(record: gb.Deployment, expected: bool) -> None:
    """An event that nobody but its accuser reports is marked alleged, or found."""
    brief = brief_of(ACCUSED, record, sources=SOURCES, actors=PEOPLE)
    assert found(brief, "GB403") == [("GB403", "deployments.troops")] * expected
