"""The command line, run inside the test: what it writes, and how it ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import geobrief as gb
from geobrief.cli.command import geobrief

Run = Callable[..., Result]

PLAIN = {"COLUMNS": "80", "NO_COLOR": None, "FORCE_COLOR": None, "TTY_COMPATIBLE": None}


@pytest.fixture
def run() -> Run:
    """Run the command with arguments, as in a pipe; other keywords change the environment.

    An exception that is no exit fails the test.
    """

    def run(*arguments: object, stdin: str | None = None, **changes: str) -> Result:
        runner = CliRunner(env=PLAIN | changes)
        return runner.invoke(geobrief, [str(each) for each in arguments], input=stdin, catch_exceptions=False)

    return run


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The file of the brief that ships with geobrief."""
    return Path(next(iter(gb.__path__))) / "examples" / "dprk-russia-2024.brief.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file with three mistakes, each of its own sort."""
    path = tmp_path / "broken.brief.yaml"
    path.write_text(
        "geobrief: 1\n"
        "title: Broken\n"
        "as_of: 2024-13-01\n"
        "treaties:\n"
        "  pact: {titel: A pact, between: [PRK, RUS]}\n"
        "  peace: {title: A peace, between: PRK}\n",
        encoding="utf-8",
    )
    return path
