"""Questions, and expectations: a question with the answer that it should have.

One form serves files (``expect:``), tests and the command line.
"""

import shlex
from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

import attrs

from geobrief.closed import for_every
from geobrief.constraint import Constrained, Invariant, Passage, Problem
from geobrief.errors import InvalidArgument
from geobrief.model.record import Record
from geobrief.values.convert import as_optional_when
from geobrief.values.estimate import Policy
from geobrief.values.identifier import ActorCode, Subject
from geobrief.values.plain import Plain, as_plain
from geobrief.values.when import When
from geobrief.words import hyphenated

__all__ = ["QUESTIONS", "Ask", "Expectation", "Question"]

Ask = Literal[
    "in-force",
    "entered-into-force",
    "operative",
    "provisionally-applied",
    "interim-obligation",
    "stage",
    "parties",
    "contracting-states",
    "signatories",
    "awaiting",
    "treaties-in-force",
    "obligations",
    "allies",
    "standing",
    "strength",
    "timeline",
    "flight",
    "related",
]
"""What can be asked of a brief."""

QUESTIONS: Final[Mapping[Ask, tuple[str, str]]] = for_every(
    get_args(Ask),
    "the meanings of questions",
    {
        "in-force": (
            "TREATY",
            "Is it in force? With --by: for that state; with --towards too: between the two.",
        ),
        "entered-into-force": ("TREATY", "Has it entered into force, and when?"),
        "operative": (
            "TREATY --by --towards",
            "Is it performed between the two: in force and not suspended?",
        ),
        "provisionally-applied": ("TREATY --by", "Does the state apply it before it is in force (VCLT 25)?"),
        "interim-obligation": ("TREATY --by", "Must the state not defeat its object and purpose (VCLT 18)?"),
        "stage": ("TREATY --by", "How far has the state come on the way to being bound?"),
        "parties": ("TREATY", "Who is bound by it?"),
        "contracting-states": ("TREATY", "Who has consented to be bound, whether or not it is in force?"),
        "signatories": ("TREATY", "Who has signed it?"),
        "awaiting": ("TREATY", "What is still to happen before it enters into force?"),
        "treaties-in-force": ("", "Which treaties of the brief are in force?"),
        "obligations": (
            "STATE [--towards]",
            "What does the state owe the other, or everybody, under the treaties in force?",
        ),
        "allies": ("STATE", "With whom is the state bound to mutual defence?"),
        "standing": ("ACCUSATION", "How is it answered and supported, and what has been found?"),
        "strength": (
            "DEPLOYMENT",
            "How strong is it, and who says so? --policy tells how figures are joined.",
        ),
        "timeline": ("[ACTOR]", "What happened, was said and was published, until the day?"),
        "flight": ("TEST", "What does the flight say about the missile?"),
        "related": ("RECORD", "Which records speak of it, and which treaties bear on it?"),
    },
)
"""Every question: what it is asked of, and what it means."""


def _as_subject(value: Record | str | None) -> str | None:
    return value.id if isinstance(value, Record) else value


@attrs.frozen(kw_only=True, repr=False)
class Question(Constrained):
    """A question to a brief.

    Raises `InvalidRecord` where what is asked about is needed and left out.

    >>> print(Question(ask="in-force", of="dprk-russia-partnership", on="2024-11-12"))
    in-force dprk-russia-partnership --on 2024-11-12

    Attributes:
        ask: what is asked.
        of: the record or actor that is asked about, by its id or the record itself.
        by: the state for which it is asked (in force *for* whom).
        towards: the other state, where two are meant.
        on: the day; left out, the day up to which the brief is complete.
        as_known: use only what had been published by this day.
        policy: how estimates are reconciled.
        position_of: whose reading of contested acts is taken.
    """

    ask: Ask
    of: Subject | None = attrs.field(default=None, converter=_as_subject)
    by: ActorCode | None = None
    towards: ActorCode | None = None
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    as_known: When | None = attrs.field(default=None, converter=as_optional_when)
    policy: Policy | None = None
    position_of: ActorCode | None = None

    @staticmethod
    def parse(text: str) -> "Question":
        """Read a question as it is typed: ``in-force <id> --on 2024-11-12``.

        >>> Question.parse("in-force dprk-russia-partnership --on 2024-11-12").on
        When('2024-11-12')
        """
        ask, options = _split(text)
        return Question(ask=ask, **options)  # type: ignore[arg-type]  # checked by the constructor

    def __str__(self) -> str:
        options = ((name, getattr(self, name)) for name in _OPTIONS)
        given = [f"--{hyphenated(name)} {value}" for name, value in options if value is not None]
        return " ".join([self.ask, *([self.of] if self.of else []), *given])

    def _invariants(self) -> Iterable[Problem]:
        if self.of is None and self.ask not in {"timeline", "treaties-in-force"}:
            yield Invariant("of", f"{self.ask} needs the record or actor that is asked about")


_OPTIONS = ("by", "towards", "on", "as_known", "policy", "position_of")


def _split(text: str) -> tuple[str, dict[str, str]]:
    try:
        words = shlex.split(text)
    except ValueError as error:
        raise InvalidArgument(f"cannot read the question {text!r}: {error}") from None
    if not words:
        raise InvalidArgument(
            f"expected a question such as 'in-force <id> --on 2024-11-12'; one of {', '.join(get_args(Ask))}"
        )
    ask, *rest = words
    options: dict[str, str] = {}
    while rest:
        word, *rest = rest
        word, _, value = word.partition("=")
        name = word.removeprefix("--").replace("-", "_")
        if not word.startswith("--"):
            name, value = "of", word
        elif name not in _OPTIONS:
            known = ", ".join(f"--{hyphenated(each)}" for each in _OPTIONS)
            raise InvalidArgument(f"unknown option {word!r}; expected one of {known}")
        elif not value:
            if not rest:
                raise InvalidArgument(f"{word} needs a value")
            value, *rest = rest
        if name in options:
            raise InvalidArgument(f"{word!r} is one too many: {name} is already {options[name]!r}")
        options[name] = value
    return ask, options


@attrs.frozen(kw_only=True, repr=False)
class Expectation(Question):
    """A question and the answer that the records should give; `geobrief check` runs it.

    >>> wanted = Expectation(ask="parties", of="ctbt", on="2024-12-31", answer=[],
    ...                      note="a treaty that is not in force has none")
    >>> print(wanted)
    parties ctbt --on 2024-12-31

    Attributes:
        answer: yes, no or unknown; a list for sets; some of the fields for estimates and standings.
        note: a remark.
    """

    answer: Plain = attrs.field(converter=as_plain)
    note: Passage | None = None
