"""``geobrief check``: every problem at once, each at its place, and an exit code that tells."""

import json
import re
from pathlib import Path

import pytest

import geobrief as gb
from tests.cli.conftest import Run

LINE = re.compile(r"(?P<file>.+?):(?P<line>[0-9]+):(?P<column>[0-9]+): GB[0-9]{3} (?:error|warning): .+")


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A file with a warning and no error."""
    path = tmp_path / "doubtful.brief.yaml"
    path.write_text(
        "geobrief: 1\ntitle: Doubtful\nas_of: 2024-11-12\n"
        "treaties:\n  pact: {title: A pact, between: [PRK, RUS]}\n",
        encoding="utf-8",
    )
    return path


def test_good_file(run: Run, shipped: Path) -> None:
    """A file without problems gives no line on standard output, and exit code 0."""
    result = run("check", shipped)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no problems" in result.stderr


def test_every_problem_at_its_place(run: Run, broken: Path) -> None:
    """Each problem is one line with file, line, column, code, message and hint; exit code 1."""
    result = run("check", broken)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines == [str(issue) for issue in gb.check(broken)]
    found = [match for line in lines if (match := LINE.fullmatch(line))]
    assert len(found) == len(lines) >= 3
    assert {"3", "5", "6"} <= {match["line"] for match in found}
    assert "did you mean 'title'" in result.stdout


def test_summary_counts(run: Run, broken: Path) -> None:
    """The summary counts errors and stands on standard error, so that it does not disturb a pipe."""
    report = gb.check(broken)
    assert f"{len(report.errors)} errors" in run("check", broken).stderr


def test_warnings_alone_are_fine(run: Run, doubtful: Path) -> None:
    """Warnings alone leave exit code 0, and with --strict they are errors."""
    relaxed, strict = run("check", doubtful), run("check", doubtful, "--strict")
    assert (relaxed.exit_code, strict.exit_code) == (0, 1)
    assert "warning:" in relaxed.stdout
    assert "warning:" not in strict.stdout
    assert "error:" in strict.stdout


def test_folder_checks_each_file_by_itself(run: Run, broken: Path, doubtful: Path) -> None:
    """A folder gives the problems of all its files, sorted by file."""
    lines = run("check", broken.parent).stdout.splitlines()
    files = [Path(match["file"]).name for line in lines if (match := LINE.fullmatch(line))]
    assert set(files) == {broken.name, doubtful.name}
    assert files == sorted(files)


def test_sequel_is_checked_with_what_it_extends(run: Run, shipped: Path) -> None:
    """A sequel is checked together with the brief that it extends, beside it in the folder."""
    assert run("check", shipped.with_name("dprk-russia-2025.brief.yaml")).exit_code == 0


def test_json(run: Run, broken: Path) -> None:
    """With --json the same issues come as plain data, with numbers for the places."""
    result = run("check", broken, "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["ok"] is False
    assert found["errors"] == len(gb.check(broken).errors)
    assert [(each["code"], each["line"]) for each in found["issues"]] == [
        (issue.code, issue.location.line) for issue in gb.check(broken) if issue.location
    ]


def test_json_of_a_good_file(run: Run, shipped: Path) -> None:
    """Without problems the JSON says so."""
    assert json.loads(run("check", shipped, "--json").stdout)["ok"] is True


def test_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """A file that cannot be read is a problem like any other."""
    result = run("check", tmp_path / "nothing.yaml")
    assert result.exit_code == 1
    assert "GB001" in result.stdout


def test_standard_input(run: Run, broken: Path) -> None:
    """Standard input is checked where its format is named."""
    result = run("check", "-", "--from", "yaml", stdin=broken.read_text("utf-8"))
    assert result.exit_code == 1
    assert "<stdin>:3:" in result.stdout


def test_no_path_is_misuse(run: Run) -> None:
    """Without a path the command was used wrongly."""
    assert run("check").exit_code == 2


def test_text_of_a_file_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    """A control character from a file is shown escaped, whatever stands around it."""
    path = tmp_path / "hostile.json"
    path.write_text(
        '{"geobrief": 1, "title": "x", "as_of": "2024", "\\u001b[31mred": "\\u001b]0;x\\u0007"}',
        encoding="utf-8",
    )
    result = run("check", path)
    assert result.exit_code == 1
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", result.stdout)
    assert "\\x1b[31mred" in result.stdout
