"""``geobrief ask``: every question has an answer, and every misunderstanding a way out."""

import json
from pathlib import Path
from typing import get_args

import pytest

import geobrief as gb
from geobrief.ask import answer
from geobrief.model.question import QUESTIONS, Ask
from tests.cli.conftest import Run

PACT = "in-force dprk-russia-partnership --on 2024-11-12"

ASKED = (
    PACT,
    "in-force dprk-russia-partnership --by PRK --towards RUS",
    "entered-into-force dprk-russia-partnership",
    "operative dprk-russia-partnership --by PRK --towards RUS",
    "provisionally-applied dprk-russia-partnership --by PRK",
    "interim-obligation dprk-russia-partnership --by PRK",
    "stage dprk-russia-partnership --by RUS",
    "parties dprk-russia-partnership",
    "contracting-states dprk-russia-partnership",
    "signatories dprk-russia-partnership",
    "awaiting dprk-russia-partnership",
    "treaties-in-force",
    "obligations PRK --towards RUS",
    "allies PRK",
    "standing kor-accuses-prk-deployment --on 2024-11-12",
    "strength prk-troops-in-russia --on 2024-11 --policy median",
    "timeline PRK",
    "flight hwasong-19-2024-10-31",
    "related prk-troops-in-russia",
)


def test_every_question_is_tried_here() -> None:
    """The questions of this file are all that there are."""
    assert {question.split()[0] for question in ASKED} == set(get_args(Ask))


def test_every_question_is_explained() -> None:
    """Every question has its line in the help."""
    assert set(QUESTIONS) == set(get_args(Ask))


def test_help_lists_every_question(run: Run) -> None:
    """The help names every question."""
    told = run("ask", "--help").stdout
    assert [word for word in QUESTIONS if f"\n  {word}" not in told] == []


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("form", ["plain", "--explain", "--json"])
def test_every_question_is_answered(run: Run, question: str, form: str) -> None:
    """Every question is answered as a sentence, with its reasons, and as plain data; exit code 0."""
    result = run("ask", question, *([] if form == "plain" else [form]))
    assert result.exit_code == 0
    assert result.stdout.strip()
    assert "\x1b" not in result.stdout
    if form == "--json":
        expected = answer(gb.example("dprk-russia-2024"), gb.Question.parse(question)).to_dict()
        assert json.loads(result.stdout) == json.loads(json.dumps(expected))


def test_sentence(run: Run) -> None:
    """The answer is the sentence that the library gives."""
    assert run("ask", PACT).stdout == "no: instruments of ratification have not been exchanged\n"


def test_quotes_are_not_needed(run: Run, shipped: Path) -> None:
    """The question is the same with quotes and without, and options stand inside or outside."""
    quoted = run("ask", shipped, PACT, "--explain").stdout
    bare = run("ask", shipped, *PACT.split(), "--explain").stdout
    mixed = run("ask", shipped, "in-force dprk-russia-partnership", "--on", "2024-11-12", "--explain").stdout
    first = run("ask", "--explain", "--on=2024-11-12", shipped, "in-force", "dprk-russia-partnership").stdout
    assert quoted == bare == mixed == first
    assert len(quoted.splitlines()) > 3


def test_several_files_are_one_brief(run: Run, shipped: Path) -> None:
    """Given with its sequel, the brief knows what came after."""
    sequel = shipped.with_name("dprk-russia-2025.brief.yaml")
    asked = "in-force dprk-russia-partnership --on 2024-12-25"
    assert run("ask", shipped, asked).stdout.startswith("unknown")
    assert run("ask", shipped, sequel, asked).stdout.startswith("yes: in force since 2024-12-04")
    both = ["--example", "dprk-russia-2024", "--example", "dprk-russia-2025"]
    assert run("ask", *both, asked).stdout == run("ask", shipped, sequel, asked).stdout


def test_folder_is_one_brief(
    run: Run, shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is one brief, also where its name alone does not tell that it is one."""
    folder = tmp_path / "my briefs"
    folder.mkdir()
    for name in ("dprk-russia-2024.brief.yaml", "dprk-russia-2025.brief.yaml"):
        (folder / name).write_text(shipped.with_name(name).read_text("utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path in (folder, "my briefs"):
        assert run("ask", path, "in-force dprk-russia-partnership --on 2024-12-25").stdout.startswith("yes")


def test_question_with_a_span_is_no_path(run: Run) -> None:
    """A question is told from a file by its first word, whatever signs it holds."""
    told = run("ask", "in-force dprk-russia-partnership --on 2024-09/2024-10")
    assert told.stdout.startswith("no")


def test_as_known(run: Run) -> None:
    """--as-known uses only what had been published: no ratification was, on 30 October."""
    asked = ("ask", "stage dprk-russia-partnership --by PRK")
    assert run(*asked).stdout == "instrument_executed\n"
    assert run(*asked, "--as-known", "2024-10-30").stdout == "signed\n"


def test_sets_of_states_print_names(run: Run) -> None:
    """Sets are printed with names beside the codes."""
    told = run("ask", "signatories dprk-russia-partnership").stdout
    assert told == "North Korea (PRK), Russia (RUS)\n"


def test_standard_input(run: Run, shipped: Path) -> None:
    """A brief is asked from standard input where its format is named."""
    result = run("ask", "-", PACT, "--from", "yaml", stdin=shipped.read_text("utf-8"))
    assert result.stdout.startswith("no")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["in-fore dprk-russia-partnership"], "did you mean 'in-force'?"),
        (["in-force dprk-russia-partnersip"], "did you mean 'dprk-russia-partnership'"),
        (["standing dprk-russia-partnership"], "is a Treaty"),
        (["in-force"], "needs the record or actor"),
        (["stage dprk-russia-partnership"], "--by"),
        (["operative dprk-russia-partnership --by PRK"], "--towards"),
        (["in-force dprk-russia-partnership --on yesterday"], "'yesterday'"),
        (["in-force dprk-russia-partnership --on 2024", "--on", "2025"], "one too many"),
        (["in-force dprk-russia-partnership --no 2024"], "'--no'"),
        (["in-force a b"], "one too many"),
        (["strength prk-troops-in-russia --policy mean"], "'mean'"),
        (['in-force "dprk'], "cannot read the question"),
        ([""], "no question is called ''"),
        (["briefs/x.yaml"], "no question was asked"),
        (["x" * 5000], "no question is called"),
        (["--example", "dprk", "treaties-in-force"], "dprk-russia-2024"),
    ],
)
def test_what_is_not_understood(run: Run, words: list[str], told: str) -> None:
    """What is not understood or not known is said in a line that shows a way out; exit code 2."""
    result = run("ask", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 2


def test_files_or_an_example(run: Run, shipped: Path) -> None:
    """Files and an example exclude each other."""
    assert run("ask", "--example", "ctbt", shipped, "treaties-in-force").exit_code == 2


def test_broken_file_lists_its_problems(run: Run, broken: Path) -> None:
    """A file that cannot be read as a brief lists its problems; exit code 1."""
    result = run("ask", broken, "treaties-in-force")
    assert result.exit_code == 1
    assert result.stderr.count("GB") >= 3
