"""Every issue code, once: what it means and how serious it is.

The first digit tells the room: 0 file, 1 shape, 2 references and actors, 3 dates,
4 sources, 5 numbers and places, 6 law, 7 claims, 9 expectations.
"""

from typing import Final

import attrs

from geobrief.issue import Severity

__all__ = ["CODES", "Code"]


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
    Code("GB201", "reference to nothing", "correct the id, or add the record"),
    Code("GB202", "source not listed", "add it under sources, or correct the id"),
    Code("GB203", "actor not known", "use an ISO 3166-1 alpha-3 code, or declare the actor under actors"),
    Code("GB204", "state did not exist then", "use the code of that day", "warning"),
    Code("GB205", "reference to the wrong kind of record", "refer to a record of the kind expected"),
    Code("GB206", "circular references", "remove one of the references"),
    Code("GB301", "not an EDTF date", "write 2024-06-19, 2024-06, 2024, or an interval a/b"),
    Code("GB302", "no such day", "correct the date"),
    Code("GB303", "end before start", "swap or correct the dates"),
    Code("GB304", "after the day up to which the brief is complete", "raise as_of, correct the date, or mark it planned", "warning"),
    Code("GB305", "published before it happened", "correct one of the two dates", "warning"),
    Code("GB306", "step out of order", "check the days of the steps: which comes first", "warning"),
    Code("GB401", "no citation", "cite the source", "warning"),
    Code("GB402", "circular reporting", "correct derived_from"),
    Code("GB403", "stated as fact what its sources only allege", "mark it alleged, or cite what confirms it", "warning"),
    Code("GB501", "best estimate outside its own range", "check low, best and high", "warning"),
    Code("GB502", "low above high", "swap low and high"),
    Code("GB503", "coordinates 0, 0", "leave unknown coordinates out"),
    Code("GB505", "parts do not add up to the total", "check the parts, or the total", "warning"),
    Code("GB506", "flight that no trajectory has", "check apogee and range"),
    Code("GB601", "act of a state that is not bound to act here", "check the actor against `between`", "warning"),
    Code("GB602", "clause needs what the treaty does not give", "add the group, weights or named states"),
    Code("GB603", "reported entry into force differs from the computed day", "check the acts, the clause and the report", "warning"),
    Code("GB604", "extension after expiry", "an extension must take effect by the day of expiry", "warning"),
    Code("GB605", "withdrawal that the treaty does not allow", "check the clause; without one, article 56 applies", "warning"),
    Code("GB606", "one person named twice", "name each state once, by the code of the day", "warning"),
    Code("GB701", "response by somebody who was not accused", "check `by` against the accused", "warning"),
    Code("GB702", "accuser confirms its own accusation", "a finding must come from neither side", "warning"),
    Code("GB901", "expectation not met", "correct the records or the expected answer"),
    Code("GB902", "question not understood", "use one of the questions that `geobrief ask --help` lists"),
)  # fmt: skip

CODES: Final[dict[str, Code]] = {entry.code: entry for entry in _TABLE}
