"""``geobrief convert``: any format to any other, nothing lost, no comment lost unasked."""

import json
from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec.formats import NAMES
from tests.cli.conftest import Run


@pytest.mark.parametrize("source", NAMES)
@pytest.mark.parametrize("target", NAMES)
def test_nothing_is_lost(run: Run, shipped: Path, tmp_path: Path, source: str, target: str) -> None:
    """The example brief survives every format to every format unchanged."""
    first, second = tmp_path / f"first.{source}", tmp_path / f"second.{target}"
    assert run("convert", shipped, first).exit_code == 0
    assert run("convert", first, second).exit_code == 0
    assert gb.load(second) == gb.load(shipped)


def test_comments_are_not_lost_unasked(run: Run, shipped: Path, tmp_path: Path) -> None:
    """A file with comments is only written over with --overwrite."""
    target = tmp_path / "notes.yaml"
    target.write_text("# mine\n", encoding="utf-8")
    result = run("convert", shipped, target)
    assert result.exit_code == 2
    assert "--overwrite" in result.stderr
    assert target.read_text("utf-8") == "# mine\n"
    assert run("convert", shipped, target, "--overwrite").exit_code == 0
    assert gb.load(target) == gb.load(shipped)


def test_standard_output_needs_its_format(run: Run, shipped: Path) -> None:
    """To standard output the format is named; without it the command was used wrongly."""
    assert run("convert", shipped, "-").exit_code == 2
    result = run("convert", shipped, "-", "--to", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "dprk-russia-2024"


def test_standard_input(run: Run, shipped: Path, tmp_path: Path) -> None:
    """A brief is read from standard input where its format is named."""
    target = tmp_path / "out.json"
    text = shipped.read_text("utf-8")
    assert run("convert", "-", target, "--from", "yaml", stdin=text).exit_code == 0
    assert gb.load(target) == gb.load(shipped)


def test_unknown_format_is_misuse(run: Run, shipped: Path, tmp_path: Path) -> None:
    """A suffix that no format has is said in one line, with those that there are."""
    result = run("convert", shipped, tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert "yaml" in result.stderr
    assert not (tmp_path / "out.xlsx").exists()


def test_broken_input_lists_its_problems(run: Run, broken: Path, tmp_path: Path) -> None:
    """A file that cannot be read as a brief lists every problem, and nothing is written."""
    result = run("convert", broken, tmp_path / "out.json")
    assert result.exit_code == 1
    assert result.stderr.count("broken.brief.yaml:") == len(gb.check(broken).errors) >= 3
    assert not (tmp_path / "out.json").exists()
