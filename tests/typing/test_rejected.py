"""Type checkers reject wrong code, exactly where it is wrong.

The files in ``cases`` are wrong on purpose: a line that ends in ``# expect: CODE`` must be
rejected by mypy with that code, and by pyright with any; every other line must pass both.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

pytest.importorskip("mypy", reason="needs mypy")
ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((Path(__file__).parent / "cases").glob("*.py"))
EXPECTED = re.compile(r"# expect: (?P<code>[a-z-]+)$")
REPORTED = re.compile(r"^(?P<path>.+?):(?P<line>\d+): error: .*\[(?P<code>[a-z-]+)\]$", re.MULTILINE)


def _name(path: Path) -> str:
    return path.stem


def _expected(path: Path) -> dict[int, str]:
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    return {number: match["code"] for number, line in lines if (match := EXPECTED.search(line))}


@pytest.fixture(scope="module")
def mypy() -> dict[str, dict[int, str]]:
    """What mypy says about all cases: file to line to code."""
    # No exclude: the project's own settings leave the cases out.
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--exclude", "^$", *map(str, CASES)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for match in REPORTED.finditer(run.stdout):
        found[Path(match["path"]).name][int(match["line"])] = match["code"]
    return found


@pytest.fixture(scope="module")
def pyright(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[int]]:
    """What pyright says about all cases: file to lines."""
    pytest.importorskip("pyright", reason="needs pyright")
    # Elsewhere, since the project's own settings leave the cases out.
    project = tmp_path_factory.mktemp("pyright")
    shutil.copytree(CASES[0].parent, project, dirs_exist_ok=True)
    settings = {"extraPaths": [str(ROOT / "src")], "pythonVersion": "3.11", "typeCheckingMode": "standard"}
    (project / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    run = subprocess.run([*command, "-p", str(project)], capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    found: dict[str, set[int]] = defaultdict(set)
    for diagnostic in json.loads(run.stdout)["generalDiagnostics"]:
        if diagnostic["severity"] == "error":
            found[Path(diagnostic["file"]).name].add(diagnostic["range"]["start"]["line"] + 1)
    return found


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_mypy_rejects(path: Path, mypy: dict[str, dict[int, str]]) -> None:
    """Mypy rejects the marked lines, for the marked reason, and no other line."""
    assert mypy[path.name] == _expected(path)


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_pyright_rejects(path: Path, pyright: dict[str, set[int]]) -> None:
    """Pyright rejects the marked lines and no other line."""
    assert pyright[path.name] == _expected(path).keys()
