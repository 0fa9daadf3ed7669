"""``geobrief new``: the starter is a valid brief, and nothing is ever overwritten."""

from pathlib import Path

import geobrief as gb
from tests.cli.conftest import Run


def test_starter_has_no_problem_at_all(run: Run, tmp_path: Path) -> None:
    """What `new` writes passes `check --strict`: no error, no warning, every expectation met."""
    starter = tmp_path / "mine.brief.yaml"
    assert run("new", starter).exit_code == 0
    assert gb.check(starter).issues == ()
    assert gb.load(starter).expect


def test_starter_teaches_with_comments(run: Run, tmp_path: Path) -> None:
    """Every section of the starter is introduced by a comment."""
    starter = tmp_path / "mine.brief.yaml"
    run("new", starter)
    lines = starter.read_text("utf-8").splitlines()
    sections = [index for index, line in enumerate(lines) if line[:1].isalpha() and line.endswith(":")]
    assert len(sections) >= 6
    for index in sections:
        near = lines[max(index - 3, 0) : index + 1]
        assert any("#" in line for line in near) or "responses" in lines[index]


def test_starter_goes_to_standard_output(run: Run, tmp_path: Path) -> None:
    """Without a file, and with -, the same text is written to standard output."""
    starter = tmp_path / "mine.brief.yaml"
    run("new", starter)
    assert run("new").stdout == run("new", "-").stdout == starter.read_text("utf-8")


def test_existing_file_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    """A file that exists is refused, in one line, and keeps its content."""
    mine = tmp_path / "mine.brief.yaml"
    mine.write_text("my work", encoding="utf-8")
    result = run("new", mine)
    assert result.exit_code == 2
    assert "exists" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert mine.read_text("utf-8") == "my work"


def test_other_formats_are_refused_with_a_name(run: Run, tmp_path: Path) -> None:
    """Comments need YAML: another suffix is refused, and a name that would do is given."""
    result = run("new", tmp_path / "mine.json")
    assert result.exit_code == 2
    assert "'mine.brief.yaml'" in result.stderr
    assert not (tmp_path / "mine.json").exists()


def test_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """A folder that does not exist is said in one line."""
    result = run("new", tmp_path / "nowhere" / "mine.yaml")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
