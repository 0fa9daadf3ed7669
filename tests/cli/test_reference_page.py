"""What the page on the command line shows is what the command writes."""

import re
import shlex
from pathlib import Path

import pytest

from geobrief.cli.command import geobrief
from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("session", SESSIONS, ids=range(len(SESSIONS)))
def test_sessions(session: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command of a session writes what stands below it, and ends with the exit code that is shown."""
    monkeypatch.chdir(tmp_path)
    written: list[str] = []
    for line in session.splitlines():
        if line.startswith("$ geobrief "):
            result = run(*shlex.split(line)[2:])
            code = f"[exit code {result.exit_code}]\n" if result.exit_code else ""
            written.append(f"{line}\n{result.output}{code}")
    assert "".join(written) == session


def test_the_readme_begins_with_what_the_demonstration_answers(run: Run) -> None:
    """The first example of the README is the answer to the question of `make demo`; gaps in it are shown."""
    asked = re.search(r"^QUESTION := (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    block = re.search(r"(?:^ {4}.+\n)+", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert asked
    assert block
    answered = iter(run("ask", "--explain", asked[1]).output.splitlines())
    shown = [line.removeprefix(" " * 4) for line in block[0].splitlines()]
    assert all(line in answered for line in shown if line.strip() != "…")


def test_every_command_is_listed() -> None:
    """The table names each command, in the order of `geobrief --help`."""
    assert re.findall(r"^\| `geobrief (\w+)", PAGE, re.MULTILINE) == list(geobrief.commands)
