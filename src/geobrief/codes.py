"""Every issue code, once: what it means and how serious it is.

What may be wrong with a file or a single value stands here; what a rule finds stands with the
rule, in `geobrief.checks`, and is looked up there.

The first digit tells the room: 0 file, 1 shape, 2 references and actors, 3 dates,
4 sources, 5 numbers and places, 6 law, 7 claims, 9 expectations.
"""

import functools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from geobrief.issue import Severity
from geobrief.ways_up import way_up

__all__ = ["CODES", "OF_FILES", "Code"]


@attrs.frozen
class Code:
    """What an issue code stands for."""

    code: str
    title: str
    remedy: str
    severity: Severity = "error"


_TABLE = (
    Code("GB001", "file cannot be read", "check the path and its permissions"),
    Code("GB002", "not valid UTF-8", "save the file as UTF-8"),
    Code("GB003", "syntax error", "mend the text at the place shown"),
    Code("GB004", "duplicate key", "keep one of the two"),
    Code("GB005", "file too large", "split it, or raise max_bytes"),
    Code("GB006", "nested too deeply", "a brief needs fewer than 100 levels"),
    Code("GB007", "too many aliases", "write the repeated part out, or repeat it less"),
    Code("GB008", "feature not allowed in a brief", "write the value plainly, without tags, merge keys or complex keys"),
    Code("GB009", "control character", "remove it"),
    Code("GB011", "schema version missing or unknown", "begin the file with: geobrief: 1"),
    Code("GB012", "folder cannot be read as a brief", "name a folder that holds brief files"),
    Code("GB013", "number not representable", "write a finite number within ±2⁶³"),
    Code("GB014", "extended brief not found", "put the brief that is extended beside this file, or pass both"),
    Code("GB015", "circular extends", "remove one of the extends entries"),
    Code("GB016", "not on one line", "write it on one line, and remove what turns the direction of writing"),
    Code("GB101", "wrong type", "write a value of the type expected"),
    Code("GB102", "unknown key", "correct the key, or begin it with x- to keep it as your own"),
    Code("GB103", "required key missing", "add the key"),
    Code("GB104", "word not in the vocabulary", "use one of the words expected"),
    Code("GB105", "text of the wrong form", "write it in the form expected"),
    Code("GB106", "empty", "give at least one value, or leave the key out"),
    Code("GB107", "number out of range", "write a number in the range expected"),
    Code("GB108", "unknown kind of record", "use one of the kinds expected"),
    Code("GB109", "fields contradict each other", "correct one of the fields named"),
    Code("GB110", "one id for two different records", "give one of them another id"),
    Code("GB111", "id needed", "give the record an id of its own"),
    Code("GB112", "clause not understood", "write exactly one condition and its parameters"),
    Code("GB301", "not an EDTF date", "write 2024-06-19, 2024-06, 2024, or an interval a/b"),
    Code("GB302", "no such day", "correct the date"),
    Code("GB303", "end before start", "swap or correct the dates"),
    Code("GB502", "low above high", "swap low and high"),
    Code("GB503", "coordinates 0, 0", "leave unknown coordinates out"),
)  # fmt: skip

OF_FILES: Final[dict[str, Code]] = {entry.code: entry for entry in _TABLE}
"""The codes of what may be wrong with a file, or with a value by itself."""


class Codes(Mapping[str, Code]):
    """All codes in order.  The rules are loaded where a code is asked for that only they can know."""

    @functools.cached_property
    def _all(self) -> dict[str, Code]:
        of_rules = (rule.code for rule in way_up("geobrief.codes.CODES")())
        return {each.code: each for each in sorted((*_TABLE, *of_rules), key=lambda each: each.code)}

    def __getitem__(self, code: str) -> Code:
        return OF_FILES[code] if code in OF_FILES else self._all[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __repr__(self) -> str:
        return repr(self._all)


CODES: Final = Codes()
