import subprocess
import sys

import pytest

from geobrief.closed import for_every

ROWS: dict[type, str] = {int: "blue", str: "red"}


def test_a_complete_table_is_returned() -> None:
    """A table with a row for every kind is what was given, in its order, and cannot be changed."""
    table = for_every([str, int], "colours", ROWS)
    assert list(table.items()) == list(ROWS.items())
    assert not hasattr(table, "__setitem__")


def test_missing_rows_are_named() -> None:
    """The error names the table and every kind that has no row in it."""
    with pytest.raises(TypeError, match=r"^colours: no row for bool, list$"):
        for_every([int, bool, str, list], "colours", ROWS)


def test_rows_too_many_are_named() -> None:
    """A row for a kind that no list knows is an error as well."""
    with pytest.raises(TypeError, match=r"^colours: a row for 'nothing', which is not listed$"):
        for_every(["blue"], "colours", {"blue": 1, "nothing": 2})


def test_tables_are_checked_without_assertions_too() -> None:
    """An interpreter that leaves assertions out refuses a table that forgot a kind all the same."""
    code = "from geobrief.closed import for_every; for_every([int], 'colours', {})"
    run = subprocess.run([sys.executable, "-O", "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.endswith("TypeError: colours: no row for int\n")
