"""What callers may write in Python where a field holds a tuple."""

import itertools
import os
import subprocess
import sys

import pytest

import geobrief as gb
from geobrief.values.convert import as_tuple

SETS = """
import geobrief as gb
pact = gb.Treaty(id="pact", title="Pact", between={"PRK", "RUS", "CHN", "USA", "KOR"})
print(gb.dumps(gb.Brief(title="Pact", as_of="2024", records={pact})))
"""


@pytest.mark.parametrize("order", list(itertools.permutations(["PRK", "RUS", "CHN"])))
def test_lists_keep_their_order_and_sets_get_one(order: tuple[str, ...]) -> None:
    """What has an order keeps it, keys of a dict too; a set is sorted."""
    assert as_tuple(list(order)) == as_tuple(dict.fromkeys(order).keys()) == as_tuple(iter(order)) == order
    assert as_tuple(set(order)) == as_tuple(frozenset(order)) == ("CHN", "PRK", "RUS")


def test_sets_give_equal_records() -> None:
    """Records made of equal sets are equal, and so are their hashes."""
    one, other = ({"PRK", "RUS"}, frozenset({"RUS", "PRK"}))
    first, second = (gb.Treaty(id="pact", title="Pact", between=each) for each in (one, other))
    assert (first, hash(first)) == (second, hash(second))


def test_bytes_do_not_depend_on_the_process() -> None:
    """Two processes with different seeds of hash() write the same bytes."""
    written = {
        subprocess.run(
            [sys.executable, "-c", SETS],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(written) == 1
