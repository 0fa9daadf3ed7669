"""Pages that are written from the code."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("script", ["write_field_table.py", "write_code_table.py", "write_rule_pages.py"])
def test_the_page_is_current(script: str) -> None:
    """A generated page equals what its script writes now."""
    command = [sys.executable, str(DOCS / script), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
