"""The group: its table of commands, and what it loads."""

import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest

import geobrief as gb
from geobrief.cli.command import COMMANDS, geobrief
from tests.cli.conftest import Run

SOURCE = Path(next(iter(gb.__path__)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_module_of_its_name(name: str) -> None:
    """What the table lists is a command of that name, in a module of that name."""
    command = getattr(importlib.import_module(f"geobrief.cli.{name}"), name)
    assert isinstance(command, click.Command)
    assert command.name == name


def test_every_command_of_the_room_is_listed() -> None:
    """A module that has a command of its name stands in the table."""
    names = {path.stem for path in (SOURCE / "cli").glob("*.py") if path.stem not in {"__init__", "command"}}
    modules = {name: importlib.import_module(f"geobrief.cli.{name}") for name in names}
    assert {name for name, module in modules.items() if hasattr(module, name)} == set(COMMANDS)


def test_help_lists_every_command_with_its_line(run: Run) -> None:
    """The help names each command and what it does, from the table alone."""
    told = run("--help").stdout
    assert all(f"  {name}" in told and line in told for name, line in COMMANDS.items())


def test_a_command_that_does_not_exist_is_refused(run: Run) -> None:
    """A name that is nearly right is answered with the right one."""
    result = run("shwo")
    assert result.exit_code == 2
    assert "show" in result.stderr


def test_help_loads_no_room_below_the_command() -> None:
    """`geobrief --help` loads click and the group: no record, no codec, no law, no layout."""
    code = (
        f"import sys; sys.path.insert(0, {str(SOURCE.parent)!r}); sys.argv = ['geobrief', '--help']\n"
        "from geobrief.cli import main\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stderr.split() if name.partition(".")[0] in {"geobrief", "rich", "attrs"}}
    cli = {"geobrief.cli", "geobrief.cli.command", "geobrief.cli.failure"}
    assert loaded == {"geobrief", "geobrief.errors", "geobrief.words", *cli}


def test_only_what_is_named_is_loaded() -> None:
    """Names that help lists are no commands yet; the one that is run is the one of its module."""
    context = click.Context(geobrief)
    name, command, rest = geobrief.resolve_command(context, ["new", "-"])
    assert (name, rest) == ("new", ["-"])
    assert command is importlib.import_module("geobrief.cli.new").new
