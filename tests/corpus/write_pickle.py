"""Write what a release pickles: ``python -m tests.corpus.write_pickle``, once for each release."""

import pickle
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geobrief as gb

FOLDER = Path(__file__).parent / "pickles"
EVERY_KIND = FOLDER / "every-kind.yaml"


def everything() -> dict[str, Any]:
    """Make a brief with a record of every kind, one that ships, both asked; and what answers are made of."""
    every, shipped = gb.load(EVERY_KIND), gb.example("new-start")
    for brief in (every, shipped):
        brief.timeline()
        brief.treaties_in_force()
    status = shipped.status("new-start")
    return {
        "every kind": every,
        "records": {record.kind_name: record for record in every.records},
        "shipped": shipped,
        "answer": status.operative_between("USA", "RUS", "2024-01-01"),
        "parties": status.parties("2024-01-01"),
        "stretches": status.timeline(),
        "strength": every.strength("troops"),
        "standing": every.standing("accused"),
        "issues": gb.check(every),
        "refused": _refused(),
    }


def _refused() -> gb.InvalidRecord:
    try:
        gb.Signature(treaty="A B", by="PRK")
    except gb.InvalidRecord as error:
        return error
    raise AssertionError("a blank in an id is refused")


if __name__ == "__main__":
    FOLDER.joinpath(f"{version('geobrief')}.pickle").write_bytes(pickle.dumps(everything(), protocol=4))
