"""Results: whatever answers a question prints as a sentence, explains itself, and becomes plain data.

How a result looks as plain data is declared with its class, a word for each key; the one place
that writes it is here.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, ClassVar, Final, TypeAlias

import attrs

from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate
from geobrief.values.possible import Possible

__all__ = ["Form", "PlainDict", "Result", "as_plain"]

PlainDict: TypeAlias = dict[str, Any]
"""A mapping as JSON has it; what its values are, only its reader knows."""

Shown: TypeAlias = Callable[[Any], object]
"""What a key shows of a result of the class that declares it."""


class Form:
    """The keys of a result as plain data, in order.

    A key is a word, or ``key=path`` where what it shows is another attribute, or the attribute of
    one; ``sentence`` is how the result prints.  Where a key shows what is no attribute, a function of
    the result is given for it.

    >>> cited = Form("source page=locator short", without=(None,), short=lambda each: each.source[:2])
    >>> cited.of(Citation(source="kcna"))
    {'source': 'kcna', 'short': 'kc'}
    """

    def __init__(
        self,
        keys: str,
        *,
        version: int | None = None,
        without: tuple[object, ...] = (),
        **computed: Shown,
    ) -> None:
        """Read the keys; ``without`` are the values that are left out together with their key."""
        paths = {key: path for key, _, path in (each.partition("=") for each in keys.split())}
        known: dict[str, Shown] = {"sentence": str, **computed}
        computed = {key: known[key] for key, path in paths.items() if key in known and not path}
        self.attributes = [path or key for key, path in paths.items() if key not in computed]
        self.shown = {key: computed.get(key) or attrgetter(path or key) for key, path in paths.items()}
        self.version = version
        self.without = [(type(each), each) for each in without]

    def of(self, result: object) -> PlainDict:
        """Write a result as plain data."""
        plain: PlainDict = {} if self.version is None else {"version": self.version}
        for key, shown in self.shown.items():
            value = as_plain(shown(result))
            if (type(value), value) not in self.without:
                plain[key] = value
        return plain


class Result:
    """The base of what answers a question."""

    __slots__ = ()

    form: ClassVar[Form]
    """How it looks as plain data."""

    def told(self) -> Iterator[str]:
        """Yield the lines below the sentence: the tree of reasons."""
        for reason in getattr(self, "reasons", ()):
            yield from reason.lines(1)

    def explain(self) -> str:
        """Return the sentence, and below it why it is so."""
        return "\n".join([str(self), *self.told()])

    def to_dict(self) -> dict[str, Any]:
        """Return plain data: words, numbers, lists and mappings, as JSON has them."""
        return self.form.of(self)


ESTIMATE: Final = Form(
    "low best high unit bound method verbatim by alleged on citations", without=(None, False)
)


def as_plain(value: object) -> Any:
    """Write a value as plain data; what has no form of its own, as it prints.

    >>> from geobrief.truth import Truth
    >>> as_plain({"made": Truth.YES, "by": frozenset({"RUS", "PRK"})})
    {'made': 'yes', 'by': ['PRK', 'RUS']}
    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Result():
            return value.to_dict()
        case Citation():
            return attrs.asdict(value, filter=lambda _, each: each is not None)
        case Estimate():
            return ESTIMATE.of(value)
        case Mapping():
            return {key: as_plain(each) for key, each in value.items()}
        case frozenset():
            return sorted(map(as_plain, value))
        case tuple() | list() | Possible():
            return list(map(as_plain, value))
        case _:
            return str(value)
