"""Nothing that a file holds can forge a line, steer a terminal, or turn what stands beside it."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geobrief as gb
from tests.cli.conftest import Run

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
ESCAPES = ["\x9b31m", "\x1b[31m", "\r", "\x85", "\u2028", "\u202e", "\u2066", "\u2069"]


def _brief(**more: Any) -> dict[str, Any]:
    return {"geobrief": 1, "title": "A pact", "as_of": "2024-11-12", **more}


@pytest.mark.parametrize("bad", ["\n", "\t", *ESCAPES])
@pytest.mark.parametrize(
    "make",
    [
        lambda text: gb.Brief(title=text, as_of="2024"),
        lambda text: gb.Treaty(id="pact", title=text),
        lambda text: gb.Treaty(id="pact", title="A", short_title=text),
        lambda text: gb.Source(publisher=text),
        lambda text: gb.Source(publisher="KCNA", title=text),
        lambda text: gb.Citation(source="kcna", locator=text),
        lambda text: gb.Place(name=text),
        lambda text: gb.DeclaredActor(kind="person", name=text),
        lambda text: gb.Assessment(id="a", holders=["USA"], proposition=text),
    ],
)
def test_a_text_of_one_line_is_one_line(make: Callable[[str], object], bad: str) -> None:
    """Titles and names refuse line ends, control characters, and signs that turn the direction of writing."""
    with pytest.raises(gb.InvalidRecord):
        make(f"a{bad}b")


@pytest.mark.parametrize("title", ["معاهدة \u200fحلف\u200e", "ह\u200dिन्दी", "Traité n\u00b0 1 — l’Est"])
def test_every_writing_is_welcome(title: str) -> None:
    """Right-to-left titles, their marks, and joiners are text like any other."""
    treaty = gb.Treaty(id="pact", title=title)
    assert gb.loads_record(gb.dumps(treaty)).title == title  # type: ignore[attr-defined]


def test_quotes_and_notes_have_lines() -> None:
    """What is quoted keeps its lines, without control characters."""
    said = gb.Statement(id="said", speaker="RUS", quote="one\n\ttwo", note="a\nb", text="c\nd")
    assert gb.loads_record(gb.dumps(said)) == said
    with pytest.raises(gb.InvalidRecord, match="control character"):
        gb.Statement(id="said", speaker="RUS", quote="a\x9bb")


@pytest.mark.parametrize("bad", ["\n", *ESCAPES])
def test_each_issue_is_one_line(run: Run, tmp_path: Path, bad: str) -> None:
    """A key or value with a line end cannot add a line to the report, nor can the name of a file."""
    path = tmp_path / f"pact{bad if bad != chr(0) else ''}.json"
    forged = f"x{bad}{path}:1:1: GB999 error: forged"
    path.write_text(json.dumps(_brief(**{forged: 1}, treaties={forged: {"title": forged, forged: forged}})))
    result = run("check", path)
    assert result.exit_code == 1
    out, err = result.stdout, result.stderr
    report = gb.check(path)
    assert len(report) >= 3
    assert out.count("\n") == len(report)
    assert not re.search(r"(?m)^\S*:1:1: GB999", out)
    assert not STEERING.search(out + err)
    assert str(report).count("\n") == len(report) - 1


@pytest.mark.parametrize("bad", ["\u202e", "\u2066"])
@pytest.mark.parametrize("command", [["show"], ["ask", "in-force pact", "--explain"], ["check", "--json"]])
def test_what_is_shown_turns_nothing(run: Run, tmp_path: Path, command: list[str], bad: str) -> None:
    """A quote may hold signs of direction; on a terminal they are written out."""
    path = tmp_path / "pact.json"
    text = f"a{bad}b"
    statement = {"speaker": "RUS", "on": "2024-11-01", "quote": text, "note": text}
    treaty = {"title": "A pact", "note": text, "provisions": [{"kind": "defense", "text": text}]}
    path.write_text(json.dumps(_brief(statements={"said": statement}, treaties={"pact": treaty})))
    result = run(command[0], path, *command[1:])
    assert not STEERING.search(result.output)


def test_a_question_that_is_not_understood_forges_nothing(run: Run) -> None:
    """What was typed is repeated in a message without steering the terminal."""
    for word in ("\x1b[31m", "\x9b31m", "\u202e"):
        result = run("ask", f"{word} pact")
        assert result.exit_code == 2
        assert not STEERING.search(result.output)


def test_a_citation_is_whole_lines() -> None:
    """A title cannot add a field to an entry for a bibliography."""
    with pytest.raises(gb.InvalidBrief, match="GB016"):
        gb.load(
            io.StringIO(json.dumps(_brief(sources={"a": {"publisher": "A}\n  year = {1}"}}))), format="json"
        )
