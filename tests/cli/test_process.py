"""The command as a process: version, pipes, colours, missing extras, exit codes."""

import contextlib
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import geobrief as gb

COMMAND = [sys.executable, "-m", "geobrief"]
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-9](?:;[0-9]+)*m")


def environment(**changes: str) -> dict[str, str]:
    """Give the environment without what decides about colour, and with changes."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"}
    }
    return kept | {"PYTHONPATH": str(Path(gb.__file__).parents[1])} | changes


def run(
    *arguments: str, command: Sequence[str] = COMMAND, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a pipe."""
    words, seen = [*command, *arguments], environment(**changes)
    return subprocess.run(words, capture_output=True, text=True, check=False, env=seen, timeout=60)


def on_a_terminal(*arguments: str, **changes: str) -> str:
    """Run the command on a terminal and give what it wrote there."""
    ours, theirs = pty.openpty()
    words, seen = [*COMMAND, *arguments], environment(TERM="xterm", **changes)
    with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, env=seen) as process:
        os.close(theirs)
        written = b""
        with contextlib.suppress(OSError):  # the other end is closed
            while more := os.read(ours, 65_536):
                written += more
        os.close(ours)
        assert process.wait(60) == 0
    return written.decode()


def test_version() -> None:
    """`--version` names the program and its version."""
    assert run("--version").stdout == f"geobrief {gb.__version__}\n"


def test_help_without_arguments() -> None:
    """Without a command the help is shown, and the command counts as used wrongly."""
    result = run()
    assert result.returncode == 2
    assert "show" in result.stdout + result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", "in-force dprk-russia-partnership"], 0),
        (["ask", "in-force nothing-of-that-name"], 2),
        (["check", "no-such-file.yaml"], 1),
        (["show", "no-such-file.yaml"], 1),
        (["show", "--no-such-option"], 2),
        (["no-such-command"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    """0 is fine, 1 is problems found, 2 is used wrongly; never a traceback."""
    result = run(*arguments)
    assert result.returncode == code
    assert "Traceback" not in result.stderr


def test_pipe_gets_no_colour() -> None:
    """Into a pipe goes text without colour, and standard error stays empty."""
    result = run("show")
    assert result.returncode == 0
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_terminal_gets_colour_unless_unwanted() -> None:
    """A terminal gets colour, and none under NO_COLOR; the words are the same."""
    coloured, plain = on_a_terminal("show", COLUMNS="80"), on_a_terminal("show", COLUMNS="80", NO_COLOR="1")
    assert COLOUR.search(coloured)
    assert not COLOUR.search(plain)
    bare = [re.sub(r"\x1b\[[0-9;]*m", "", text).split() for text in (coloured, plain)]
    assert bare[0] == bare[1]
    assert "FORCE" in bare[0]


def test_closed_pipe_is_quiet() -> None:
    """A reader that stops early, as `head` does, causes no message."""
    with subprocess.Popen(
        [*COMMAND, "show"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_any_encoding_of_the_terminal(encoding: str) -> None:
    """What a terminal cannot show does not stop the page or the answer."""
    for arguments in (["show"], ["ask", "in-force dprk-russia-partnership", "--json"]):
        result = subprocess.run(
            [*COMMAND, *arguments],
            capture_output=True,
            check=False,
            env=environment(PYTHONIOENCODING=encoding),
            timeout=60,
        )
        assert result.returncode == 0
        assert b"have not been" in result.stdout


@pytest.mark.parametrize(("package", "arguments"), [("click", []), ("rich", ["show"])])
def test_missing_extra_is_named(package: str, arguments: list[str]) -> None:
    """Without click, or without rich where a page is to be laid out, one line says what to install."""
    code = f"import sys; sys.modules[{package!r}] = None; from geobrief.cli import main; main()"
    result = run(*arguments, command=[sys.executable, "-c", code])
    assert result.returncode == 2
    assert result.stderr == f"geobrief: this needs {package}; install it with: pip install 'geobrief[cli]'\n"
