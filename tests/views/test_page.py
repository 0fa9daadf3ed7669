"""The page, part by part: what the example does not have, and how things are called."""

import pytest
from rich.console import Console

import geobrief as gb
from geobrief.views.page import page
from geobrief.views.page.names import Names
from geobrief.views.page.reader import day, few, stretch
from geobrief.views.text.layout import laid_out

DAY = "2024-11-12"
CITED = [gb.Citation(source="paper", credibility=2)]


def shown(*records: gb.Record, width: int = 400, **header: object) -> str:
    """Give the page of a brief with these records, in one line."""
    given = {"sources": {"paper": gb.Source(publisher="Paper", published=DAY, reliability="B")}} | header
    brief = gb.Brief(title="A brief", as_of=DAY, records=records, **given)  # type: ignore[arg-type]  # of headers
    return flat(brief, width)


def flat(brief: gb.Brief, width: int = 400) -> str:
    """Give the page of a brief in one line."""
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        for part in laid_out(page(brief)):
            console.print(part)
    return " ".join(captured.get().split())


def test_empty_brief() -> None:
    """A brief without records has its title and the legend, and no empty section."""
    told = flat(gb.Brief(title="Nothing yet", as_of=DAY))
    assert told.startswith("─")
    assert "Nothing yet complete up to 2024-11-12 · 0 records · 0 sources" in told
    for section in ("Treaties", "Accusations", "Deployments", "Weapons tests", "Timeline", "Sources"):
        assert f"{section} ──" not in told


def test_likelihood_is_told_in_words_and_numbers() -> None:
    """A judgement with a likelihood shows the word and its range, apart from the confidence."""
    told = shown(
        gb.Assessment(
            id="guess",
            holders=["nato"],
            proposition="it will rain",
            likelihood="very_unlikely",
            confidence="low",
        )
    )
    assert "VERY UNLIKELY" in told
    assert "5–20 %" in told
    assert "NATO · no date · low confidence" in told


def test_nuclear_test() -> None:
    """A nuclear test shows each yield with its voice, and what is doubtful about it."""
    told = shown(
        gb.WeaponsTest(
            id="blast",
            tester="PRK",
            kind="nuclear",
            attribution="disputed",
            alleged=True,
            explosive_yield=[gb.Estimate(low=100, high=200, unit="kt", by="JPN")],
            outcomes=[gb.Outcome(result="failure", phase="ignition", citations=CITED)],
        )
    )
    assert "nuclear test by North Korea" in told
    assert "nuclear · alleged · attribution disputed" in told
    assert "100–200 kt, says Japan" in told
    assert "failure in the phase ignition, says Paper" in told


def test_flight_in_a_unit_that_is_no_length() -> None:
    """A measurement that says nothing about the flight does not stop the page."""
    told = shown(
        gb.WeaponsTest(
            id="odd",
            tester="PRK",
            kind="missile",
            measurements=[gb.Measurement(quantity="apogee", best=3, unit="storeys")],
        )
    )
    assert "3 storeys" in told
    assert "shows nothing: no apogee and no ground range is recorded" in told


def test_figures_that_cannot_be_compared() -> None:
    """Figures of things that cannot be compared stand side by side, and that is said."""
    mixed = gb.Deployment(
        id="fleet",
        senders=["RUS"],
        place=gb.Place(name="Black Sea"),
        strength=[
            gb.Estimate(best=3, unit="ships", by="TUR"),
            gb.Estimate(best=40, unit="aircraft", by="UKR", alleged=True),
        ],
    )
    told = shown(mixed)
    assert "REPORTED Forces of Russia in Black Sea fleet" in told
    assert "no date 3 ships Türkiye" in told
    assert "40 aircraft Ukraine, alleged" in told
    assert "median no estimate by 2024-11-12, which is not zero" in told
    assert "aircraft and ships" in told


def test_legal_basis_that_is_no_treaty() -> None:
    """A basis that is no treaty of the brief is named, and whether it is only claimed."""
    claimed = gb.LegalBasis(instrument="resolution 1", by=["RUS"])
    settled = gb.LegalBasis(instrument="resolution 2", claimed=False)
    told = shown(gb.Deployment(id="troops", legal_basis=[claimed, settled], host="SYR"))
    assert "Forces in Syria" in told
    assert "resolution 1, as is claimed by Russia" in told
    assert "resolution 2 " in told
    assert "resolution 2, as" not in told


def test_detail_that_is_not_alleged() -> None:
    """A detail that is established does not carry the hedge."""
    detail = gb.Attribute(name="equipment", text="tanks", citations=CITED)
    assert "equipment tanks (Paper)" in shown(gb.Deployment(id="troops", attributes=[detail]))


@pytest.mark.parametrize(
    ("accusers", "mode", "headline"),
    [
        (["KOR"], "allege", "South Korea accuses"),
        (["KOR", "USA"], "allege", "South Korea and United States accuse"),
        (["KOR"], "investigate", "South Korea investigates"),
        (["west"], "disapprove", "the West disapprove of"),
    ],
)
def test_verb_of_an_accusation(accusers: list[str], mode: str, headline: str) -> None:
    """The headline of an accusation agrees with who accuses, one or many."""
    accusation = gb.Accusation(
        id="claim",
        accusers=accusers,
        accused=["PRK"],
        mode=mode,  # type: ignore[arg-type]  # one of the words, as listed above
        subjects=["cyber", "crime"],
        quote="we know",
    )
    west = {"west": gb.DeclaredActor(kind="coalition", name="the West")}
    told = shown(accusation, actors=west)
    assert f"{headline} North Korea" in told
    assert "of crime and cyber" in told
    assert "in words “we know”" in told


def test_accusation_of_nobody() -> None:
    """An accusation without an accused, and of nothing that is recorded, says so."""
    told = shown(gb.Accusation(id="claim", accusers=["KOR"]))
    assert "South Korea accuses somebody who is not named" in told
    assert "of something that is not recorded" in told


def test_provision_of_one_for_another() -> None:
    """A duty names who owes it, unless each owes it to the other or every party does."""
    treaty = gb.Treaty(
        id="pact",
        title="A pact",
        between=["PRK", "RUS"],
        provisions=[
            gb.Provision(kind="basing", duty_of=["PRK"]),
            gb.Provision(kind="consultation", article="2"),
        ],
    )
    told = shown(treaty)
    assert "duty basing, owed by North Korea" in told
    assert "article 2 consultation, owed by every party" in told


def test_term_of_a_treaty() -> None:
    """A treaty in force for a term says until when."""
    told = flat(gb.example("new-start").complete_to("2024-01-01"))
    assert "IN FORCE New START" in told


def test_records_that_cannot_be_placed() -> None:
    """What may have been published later is left out of what was known, and the page says so."""
    undated = gb.Brief(
        title="A brief",
        as_of=DAY,
        sources={"letter": gb.Source(publisher="Archive")},
        records=[
            gb.Statement(id="words", speaker="PRK", text="hear", citations=[gb.Citation(source="letter")])
        ],
    )
    told = flat(undated.as_known("2024-01-01"))
    assert "not known whether they had been published: words" in told


def test_source_that_is_not_listed() -> None:
    """A citation of a source that the brief lacks shows its id."""
    told = shown(gb.Statement(id="words", speaker="PRK", text="hear", citations=[gb.Citation(source="lost")]))
    assert "lost" in told


def test_many_reasons_are_counted() -> None:
    """Long lists are cut, and how much is cut is said."""
    lines = [f"reason {number}" for number in range(20)]
    (label, fact), *rest = few("why", lines)
    console = Console(width=80, color_system=None)
    with console.capture() as captured:
        console.print(fact)
    told = captured.get()
    assert (label, rest) == ("why", [])
    assert "reason 7" in told
    assert "reason 8" not in told
    assert "and 12 more" in told


def test_nothing_gives_no_fact() -> None:
    """A label without anything under it is left out."""
    assert list(few("why", [])) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-11-12", "2024-11-12"),
        ("2024-11", "2024-11"),
        ("../2024-11-12", "by 2024-11-12"),
        ("2024-11-12/..", "from 2024-11-12"),
        ("2024-10/2024-11", "2024-10 to 2024-11"),
        ("2024?", "2024?"),
    ],
)
def test_days_are_told_as_they_are_known(text: str, told: str) -> None:
    """A day is never completed: it is told as far as it is known."""
    assert day(gb.When(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2024-10/..", "since 2024-10, ongoing"),
        ("2024-10/", "since 2024-10, end unknown"),
        ("/2024", "until 2024, start unknown"),
        ("../2024", "until 2024"),
        ("2024-10/2024-11", "2024-10 to 2024-11"),
        ("2024", "2024"),
    ],
)
def test_stretches(text: str, told: str) -> None:
    """A stretch tells an open end from an unknown one."""
    assert stretch(gb.Period(text)) == told


def test_names() -> None:
    """Actors and records go by names; an actor of a state tells which one, unless its name does."""
    names = Names(gb.example("dprk-russia-2024"))
    assert names.actor("putin") == "Vladimir Putin (Russia)"
    assert names.actor("us-intelligence") == "United States intelligence sources"
    assert names.actor("nobody-knows") == "nobody-knows"
    assert names.subject("hwasong-19-2024-10-31") == "Hwasong-19 test by North Korea"
    assert names.subject("kor-accuses-prk-deployment") == "the accusation by South Korea and United States"
    assert names.subject("putin-evades-2024-10-24") == "putin-evades-2024-10-24"
    assert names.members(gb.Members(frozenset({"PRK"}), frozenset({"RUS"}))) == (
        "North Korea (PRK); possibly Russia (RUS)"
    )
    assert names.members(gb.Members()) == "none"
