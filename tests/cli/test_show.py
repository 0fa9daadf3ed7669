"""``geobrief show``: everything in the brief is on the page, hedges included, at any width."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from rich.console import Console

import geobrief as gb
from geobrief.codec import examples
from geobrief.testing.strategies import briefs
from geobrief.values.citation import CREDIBILITY
from geobrief.values.likelihood import LIKELIHOOD_RANGES
from geobrief.values.source import RELIABILITY
from geobrief.views.page import page
from geobrief.views.text.layout import laid_out
from tests.cli.conftest import Run

WIDTHS = (40, 64, 80, 119, 120, 140)
BOTH = ("--example", "dprk-russia-2024", "--example", "dprk-russia-2025")


def flat(text: str) -> str:
    """Give the words of a page in one line."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def brief() -> gb.Brief:
    """The brief that ships with geobrief."""
    return gb.example("dprk-russia-2024")


@pytest.fixture
def shown(run: Run) -> str:
    """The page of the example, so wide that hardly a line is broken, in one line."""
    return flat(run("show", "--width", 400).stdout)


def test_treaty_is_not_in_force_and_why(shown: str) -> None:
    """The page says that the treaty is not in force, since the instruments have not been exchanged."""
    assert "NOT IN FORCE DPRK–Russia partnership treaty dprk-russia-partnership" in shown
    assert "2024-11-12 no: instruments of ratification have not been exchanged" in shown
    assert "missing exchange of instruments between PRK (North Korea) and RUS (Russia)" in shown


def test_sequel_puts_it_into_force(run: Run) -> None:
    """With the sequel the page says since when it is in force, and who acknowledged the deployment."""
    told = flat(run("show", *BOTH, "--width", 400).stdout)
    assert "IN FORCE DPRK–Russia partnership treaty" in told
    assert "NOT IN FORCE DPRK" not in told
    assert "in force since 2024-12-04" in told
    assert "ACKNOWLEDGED South Korea and United States accuse" in told
    assert "acknowledged since 2025-04-26" in told


def test_every_accusation_with_its_answers(shown: str, brief: gb.Brief) -> None:
    """Each accusation is on the page with what is alleged, the answer of each accused, and the finding."""
    for accusation in brief.accusations:
        assert f"that {accusation.alleges}" in shown
        standing = brief.standing(accusation.id, on=brief.as_of)
        answers = [reason for facet in standing.response.values() for reason in facet.reasons]
        told = [*answers, standing.support.reasons[0], *standing.finding.reasons]
        assert all(reason.text in shown for reason in told)
    assert shown.count("OPEN ") == len(brief.accusations)


def test_every_figure_keeps_its_voice(shown: str, brief: gb.Brief) -> None:
    """Each estimate is on the page with its words, and every policy with its result."""
    for deployment in brief.deployments:
        for estimate in deployment.strength:
            assert f"“{estimate.verbatim}”" in shown or estimate.verbatim is None
            assert str(estimate) in shown
        for policy in ("envelope", "latest", "most_reliable", "median"):
            assert str(brief.strength(deployment.id, policy=policy).estimate) in shown
    assert "ALLEGED Forces of North Korea in Russia" in shown


def test_every_measurement(shown: str, brief: gb.Brief) -> None:
    """Each weapons test is on the page with all that was measured."""
    for test in brief.weapons_tests:
        assert all(str(each) in shown for each in test.measurements)
        assert all(f"{each.result}, says" in shown for each in test.outcomes)
    assert "could reach any point on Earth" in shown


def test_words_and_judgements_with_their_hedges(shown: str, brief: gb.Brief) -> None:
    """Each statement and each judgement is on the page, with quotes and hedges as they were."""
    for statement in brief.statements:
        assert statement.quote is None or f"“{statement.quote}”" in shown
        assert statement.text is None or statement.text in shown
    for assessment in brief.assessments:
        assert assessment.proposition in shown
        assert assessment.verbatim is None or f"“{assessment.verbatim}”" in shown


def test_every_source(shown: str, brief: gb.Brief) -> None:
    """Each source is on the page with publisher, title and id."""
    for name, source in brief.sources.items():
        assert name in shown
        assert source.publisher in shown
        assert source.title is None or source.title in shown


def test_scales_are_explained(shown: str) -> None:
    """Every grade of the Admiralty system and every word of likelihood is explained."""
    assert all(f"{code} {term}" in shown for code, term in RELIABILITY.items())
    assert all(f"{code} {term}" in shown for code, term in CREDIBILITY.items())
    for term, (low, high) in LIKELIHOOD_RANGES.items():
        assert f"{low}–{high} % {term.replace('_', ' ')}" in shown


def test_names_and_not_only_codes(shown: str) -> None:
    """Actors go by their names, declared ones too."""
    for name in (
        "Vladimir Putin (Russia)",
        "Joint Chiefs of Staff (South Korea)",
        "Western countries",
        "Experts",
    ):
        assert name in shown
    assert "putin," not in shown


@pytest.mark.parametrize("name", examples())
def test_every_example_fits_every_width(name: str) -> None:
    """Every example has a page, no line of which is wider than asked."""
    parts = list(laid_out(page(gb.example(name))))
    for width in WIDTHS:
        console = Console(width=width, color_system=None)
        with console.capture() as captured:
            for part in parts:
                console.print(part)
        assert max(map(cell_len, captured.get().splitlines())) <= width


def test_pipe_gets_plain_lines(run: Run) -> None:
    """Into a pipe go neither colours nor blanks at the ends of lines."""
    told = run("show").stdout
    assert "\x1b" not in told
    assert [line for line in told.splitlines() if line != line.rstrip()] == []


def test_colour_changes_no_word(run: Run) -> None:
    """In colour the page has the same words, and it is no wider than can be read."""
    told = run("show", FORCE_COLOR="1", COLUMNS="300").stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", told)
    assert plain != told
    assert plain.split() == run("show", COLUMNS="300").stdout.split()
    assert max(map(cell_len, plain.splitlines())) == 140


def test_columns_of_the_terminal(run: Run) -> None:
    """Without --width the page takes the columns of the terminal."""
    assert max(map(cell_len, run("show").stdout.splitlines())) == 80


def test_day_and_knowledge(run: Run) -> None:
    """--on moves the day, --as-known takes away what had not been published."""
    early = flat(run("show", "--on", "2024-06-01", "--width", 400).stdout)
    assert "seen on 2024-06-01" in early
    assert "breakthrough document" not in early.partition("Timeline")[2]
    known = flat(run("show", "--as-known", "2024-10-30", "--width", 400).stdout)
    assert "complete up to 2024-10-30" in known
    assert "Hwasong-19" not in known


def test_json_gives_the_same_answers(run: Run, brief: gb.Brief) -> None:
    """With --json the answers of the page come as plain data."""
    found = json.loads(run("show", "--json").stdout)
    assert found["as_of"] == found["on"] == "2024-11-12"
    assert {name: each["answer"] for name, each in found["treaties"].items()} == {
        treaty.id: str(brief.in_force(treaty.id).value) for treaty in brief.treaties
    }
    assert found["accusations"]["kor-accuses-prk-deployment"]["finding"] == "open"
    assert found["deployments"]["prk-troops-in-russia"]["median"]["estimate"]["best"] == 10_000
    assert len(found["timeline"]) == len(brief.timeline())


def test_text_is_no_markup(run: Run, tmp_path: Path) -> None:
    """What a file says is shown as it is, also where it looks like markup of the terminal library."""
    path = tmp_path / "odd.yaml"
    path.write_text(
        "geobrief: 1\ntitle: '[red]x[/red] :smile: [/nothing]'\nas_of: 2024\n"
        "sources: {a: {publisher: '[bold]P[/bold] [link=x]'}}\n",
        encoding="utf-8",
    )
    told = run("show", path).stdout
    assert "[red]x[/red] :smile: [/nothing]" in told
    assert "[bold]P[/bold] [link=x]" in told


@pytest.mark.parametrize(("option", "value"), [("--on", "soon"), ("--as-known", "soon"), ("--width", "3")])
def test_options_that_make_no_sense(run: Run, option: str, value: str) -> None:
    """A day that is none, or a page too narrow, is misuse and no traceback."""
    result = run("show", option, value)
    assert result.exit_code == 2
    assert value in result.stderr


def test_broken_file(run: Run, broken: Path) -> None:
    """A file that cannot be read as a brief lists its problems."""
    result = run("show", broken)
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.search(r"broken\.brief\.yaml:5:\d+: GB102 error", result.stderr)


@settings(max_examples=25)
@given(brief=briefs())
def test_any_brief_has_a_page(brief: gb.Brief) -> None:
    """Whatever a brief holds, its page is made, and fits."""
    console = Console(width=80, color_system=None)
    with console.capture() as captured:
        for part in laid_out(page(brief)):
            console.print(part)
    assert brief.title.split()[0][:20] in captured.get()
    assert all(cell_len(line) <= 80 for line in captured.get().splitlines())
