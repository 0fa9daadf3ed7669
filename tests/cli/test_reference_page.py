"""What the page on the command line shows is what the command writes."""

import re
import shlex
from pathlib import Path

import pytest

from geobrief.cli.command import geobrief
from tests.cli.conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
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


def test_every_command_is_listed() -> None:
    """The table names each command, in the order of `geobrief --help`."""
    assert re.findall(r"^\| `geobrief (\w+)", PAGE, re.MULTILINE) == list(geobrief.commands)
