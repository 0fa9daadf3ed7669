"""The questions that can be asked, each in a line: of what, and what it means."""

from typing import Final

from geobrief.model.question import Ask

__all__ = ["QUESTIONS"]

QUESTIONS: Final[dict[Ask, tuple[str, str]]] = {
    "in-force": ("TREATY", "Is it in force? With --by: for that state; with --towards too: between the two."),
    "entered-into-force": ("TREATY", "Has it entered into force, and when?"),
    "operative": ("TREATY --by --towards", "Is it performed between the two: in force and not suspended?"),
    "provisionally-applied": ("TREATY --by", "Does the state apply it before it is in force (VCLT 25)?"),
    "interim-obligation": ("TREATY --by", "Must the state not defeat its object and purpose (VCLT 18)?"),
    "stage": ("TREATY --by", "How far has the state come on the way to being bound?"),
    "parties": ("TREATY", "Who is bound by it?"),
    "contracting-states": ("TREATY", "Who has consented to be bound, whether or not it is in force?"),
    "signatories": ("TREATY", "Who has signed it?"),
    "awaiting": ("TREATY", "What is still to happen before it enters into force?"),
    "treaties-in-force": ("", "Which treaties of the brief are in force?"),
    "obligations": ("STATE --towards", "What does the state owe the other under the treaties in force?"),
    "allies": ("STATE", "With whom is the state bound to mutual defence?"),
    "standing": ("ACCUSATION", "How is it answered and supported, and what has been found?"),
    "strength": ("DEPLOYMENT", "How strong is it, and who says so? --policy tells how figures are joined."),
    "timeline": ("[ACTOR]", "What happened, was said and was published, until the day?"),
    "flight": ("TEST", "What does the flight say about the missile?"),
    "related": ("RECORD", "Which records speak of it, and which treaties bear on it?"),
}
"""Every question: what it is asked of, and what it means."""
