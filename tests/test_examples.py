"""Every example in docstrings, in the README and in the documentation runs and prints what it says.

In Markdown, fenced blocks of ``pycon`` are sessions; those of one page share their names.
"""

import doctest
import importlib
import re
from pathlib import Path

import pytest

import geobrief

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(next(iter(geobrief.__path__)))
MODULES = sorted(
    ".".join(("geobrief", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if path.stem != "__main__"
)
PAGES = [
    path for path in (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md"))) if "_build" not in path.parts
]
SESSION = re.compile(r"^(?P<fence>`{3,})pycon\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS
NAMES = [name for name in geobrief.__all__ if callable(getattr(geobrief, name))]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The examples of a module give the results that stand below them."""
    failed = doctest.testmod(importlib.import_module(name), optionflags=FLAGS).failed
    assert not failed, capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_public_names(name: str) -> None:
    """Every public class and function shows in its docstring how it is used."""
    assert doctest.DocTestParser().get_examples(getattr(geobrief, name).__doc__ or "")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The sessions of a page, run from its top, give the results that stand below them."""
    monkeypatch.chdir(tmp_path)
    page = path.read_text("utf-8")
    # Blank lines instead of prose keep the line numbers of failures right.
    sessions = list("\n" * page.count("\n"))
    for block in SESSION.finditer(page):
        first = page.count("\n", 0, block.start("text"))
        for number, line in enumerate(block["text"].splitlines(keepends=True), first):
            sessions[number] = line
    example = doctest.DocTestParser().get_doctest("".join(sessions), {}, path.name, str(path), 0)
    failed = doctest.DocTestRunner(optionflags=FLAGS).run(example).failed
    assert not failed, capsys.readouterr().out
