"""Answers: yes, no or unknown, with the reasons, and what is missing.

An answer to a question of law or fact is never a bare bool: it names the records, their
sources and the rule it rests on, and what would change it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs

from geobrief.errors import Undetermined
from geobrief.result import Form, Result
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.when import When

__all__ = ["Answer", "Members", "Missing", "MissingKind", "Reason", "Why"]

MissingKind = Literal[
    "signature",
    "consent",
    "exchange",
    "notification",
    "day",
    "treaty",
    "agreement",
    "records",
    "legal_effect",
    "publication",
    "one_of",
    "all_of",
]
"""What sort of thing would change an answer."""


@attrs.frozen(kw_only=True)
class Missing(Result):
    """Something whose happening, or whose recording, would change an answer.

    >>> print(Missing(kind="consent", text="13 more consents", count=13))
    13 more consents

    Attributes:
        kind: what sort of thing it is.
        text: the thing, in words.
        count: how many are missing, where that is countable.
        by: the actors whose act is missing.
        treaty: the treaty concerned.
        parts: the things joined by ``one_of`` or ``all_of``.
    """

    form: ClassVar[Form] = Form("kind text count by treaty parts", without=(None, []))

    kind: MissingKind
    text: str
    count: int | None = None
    by: tuple[str, ...] = ()
    treaty: str | None = None
    parts: tuple["Missing", ...] = ()

    def explain(self) -> str:
        """Return the thing with the parts of which it is made."""
        return "\n".join(self.lines())

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Yield the thing and its parts as indented lines."""
        yield "  " * depth + self.text
        for part in self.parts:
            yield from part.lines(depth + 1)

    def __str__(self) -> str:
        return self.text


@attrs.frozen(kw_only=True)
class Reason(Result):
    """One step of the reasoning, with what it rests on.

    >>> why = Reason(text="instruments of ratification have not been exchanged", rule="VCLT 16(a), 24(1)")
    >>> print(*why.lines())
    - instruments of ratification have not been exchanged [VCLT 16(a), 24(1)]

    Attributes:
        text: the step, as a clause that can follow "because".
        rule: the rule that is applied, such as ``VCLT 24(1)``.
        records: ids of the records it rests on.
        citations: where those are said.
        because: the steps that it rests on.
    """

    form: ClassVar[Form] = Form("text rule records citations because", without=("", []))

    text: str
    rule: str = ""
    records: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    because: tuple["Reason", ...] = ()

    def walk(self) -> Iterator["Reason"]:
        """Yield this reason and all below it, depth first."""
        yield self
        for reason in self.because:
            yield from reason.walk()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """Yield the tree as indented lines."""
        notes = [self.rule] if self.rule else []
        notes += [f"record {', '.join(self.records)}"] if self.records else []
        sources = dict.fromkeys(citation.source for citation in self.citations)
        notes += [f"source {', '.join(sources)}"] if sources else []
        yield "  " * depth + "- " + self.text + (f" [{'; '.join(notes)}]" if notes else "")
        for reason in self.because:
            yield from reason.lines(depth + 1)

    def __str__(self) -> str:
        return self.text


Why = tuple[tuple[Reason, ...], tuple[Missing, ...]]
"""The reasons for an answer, and what would change it."""


class _Explained(Result):
    """The part of an answer that is worked out when it is first read."""

    __slots__ = ("_tell",)

    _tell: "Callable[[Answer], Why]"

    if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

        def __getattr__(self, name: str) -> object:
            if name not in {"reasons", "missing"}:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
                )
            reasons, missing = self._tell(self)
            object.__setattr__(self, "reasons", reasons)
            object.__setattr__(self, "missing", missing)
            return getattr(self, name)


@attrs.frozen(kw_only=True)
class Answer(_Explained):
    """What the records say to a question of yes or no.

    ``bool()`` of an unknown answer raises `Undetermined`, whose message is the explanation.

    >>> answer = Answer(value=Truth.NO, question="is it in force?",
    ...                 reasons=(Reason(text="instruments of ratification have not been exchanged"),))
    >>> print(answer)
    no: instruments of ratification have not been exchanged
    >>> bool(answer), answer.is_no
    (False, True)

    Attributes:
        value: yes, no or unknown.
        question: the question, in words.
        on: the day that was asked about.
        as_of: the day up to which the records claim to be complete.
        assumed_day: whether ``on`` was left out, so that ``as_of`` was taken.
        reasons: the reasons, the deciding one first.
        missing: what would change the answer.
        since: from when it has been so.
        until: the first day on which it is no longer so.
    """

    form: ClassVar[Form] = Form(
        "answer=value question on as_of since until sentence reasons missing",
        version=1,
        without=(None, ""),
    )

    value: Truth
    question: str = ""
    on: When | None = None
    as_of: When | None = None
    assumed_day: bool = False
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()
    since: When | None = None
    until: When | None = None

    @classmethod
    def told_later(
        cls,
        tell: "Callable[[Answer], Why]",
        *,
        value: Truth,
        question: str,
        as_of: When | None,
        on: When | None = None,
        assumed_day: bool = False,
        since: When | None = None,
        until: When | None = None,
    ) -> "Answer":
        """Make an answer whose reasons, and what is missing, are worked out when they are first read.

        >>> answer = Answer.told_later(lambda _: ((Reason(text="it was signed"),), ()), value=Truth.YES,
        ...     question="is it in force?", as_of=When("2024-06-19"))
        >>> answer.is_yes, str(answer)
        (True, 'yes: it was signed')
        """
        made = cls.__new__(cls)
        fill = object.__setattr__.__get__(made)
        fill("_tell", tell)
        fill("value", value)
        fill("question", question)
        fill("on", on)
        fill("as_of", as_of)
        fill("assumed_day", assumed_day)
        fill("since", since)
        fill("until", until)
        return made

    @property
    def is_yes(self) -> bool:
        """Whether the records decide for yes."""
        return self.value.is_yes

    @property
    def is_no(self) -> bool:
        """Whether the records decide for no."""
        return self.value.is_no

    @property
    def is_unknown(self) -> bool:
        """Whether the records leave the question open."""
        return self.value.is_unknown

    def __bool__(self) -> bool:
        if self.value is Truth.UNKNOWN:
            raise Undetermined(self.explain())
        return self.value is Truth.YES

    def _asked(self) -> str:
        return self.question if self.on is None else f"{self.question.removesuffix('?')} on {self.on}?"

    def told(self) -> Iterator[str]:
        """Yield the tree of reasons, and what is missing."""
        yield from super().told()
        if self.missing:
            yield "  missing:"
            yield from (f"    - {each}" for each in self.missing)

    def explain(self) -> str:
        """Return the question, the answer, the whole tree of reasons, and what is missing."""
        asked = [self._asked()] if self.question else []
        return "\n".join([*asked, str(self), *self.told()])

    def __str__(self) -> str:
        why = f": {self.reasons[0].text}" if self.reasons else ""
        day = f" (as of {self.on})" if self.assumed_day and self.on is not None else ""
        return f"{self.value}{day}{why}"


class _NoSize(Undetermined, TypeError):
    """A size that the records leave open; a TypeError as well, so that ``list()`` does without it."""


@attrs.frozen
class Members(Result):
    """A set of actors or records of which some members may be uncertain.

    Iteration yields the certain ones in order; ``possible`` holds those that the records
    leave open.  Where the records do not cover everybody, ``is_open`` says that others may
    belong who are not named.  ``len`` and ``in`` raise `Undetermined` where they would have
    to guess.

    >>> members = Members(frozenset({"FIN", "SWE"}))
    >>> sorted(members), len(members), "SWE" in members
    (['FIN', 'SWE'], 2, True)
    >>> print(Members(frozenset({"FIN"}), is_open=True))
    FIN; possibly others

    Attributes:
        certain: who surely belongs.
        possible: who may belong beside them.
        is_open: whether others may belong of whom nothing is recorded.
        reasons: why those are open that are.
    """

    form: ClassVar[Form] = Form(
        "certain possible others",
        version=1,
        without=(None,),
        others=lambda members: "unknown" if members.is_open else None,
    )

    certain: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    is_open: bool = attrs.field(default=False, kw_only=True)
    reasons: tuple[Reason, ...] = attrs.field(default=(), eq=False, kw_only=True)

    @classmethod
    def of(
        cls, truths: Mapping[str, Truth], *, is_open: bool = False, reasons: Iterable[Reason] = ()
    ) -> "Members":
        """Make the set of those of whom something is true, or may be.

        >>> print(Members.of({"FIN": Truth.YES, "SWE": Truth.UNKNOWN, "AUT": Truth.NO}))
        FIN; possibly SWE
        """
        certain = frozenset(who for who, truth in truths.items() if truth.is_yes)
        possible = frozenset(who for who, truth in truths.items() if truth.is_unknown)
        return cls(certain, possible, is_open=is_open, reasons=tuple(reasons))

    def holds(self, member: str) -> Truth:
        """Whether the set has a member: yes, no, or unknown."""
        if member in self.certain:
            return Truth.YES
        return Truth.UNKNOWN if member in self.possible or self.is_open else Truth.NO

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.certain))

    def __contains__(self, member: object) -> bool:
        return bool(self.holds(member)) if isinstance(member, str) else False

    def __len__(self) -> int:
        few, open_ones = len(self.certain), sorted(self.possible - self.certain)
        if self.is_open:
            raise _NoSize(f"at least {few}: the records do not cover who else may belong")
        if open_ones:
            raise _NoSize(f"between {few} and {few + len(open_ones)}: uncertain for {', '.join(open_ones)}")
        return few

    def __bool__(self) -> bool:
        return bool(self.certain) or bool(len(self))

    def __str__(self) -> str:
        certain = ", ".join(self)
        possible = [*sorted(self.possible), *(["others"] if self.is_open else [])]
        if not possible:
            return certain or "none"
        return f"{certain or ('not recorded' if self.is_open else 'none')}; possibly {', '.join(possible)}"
