"""Calling a class with a keyword that it does not have: what was probably meant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from geobrief.words import did_you_mean, listed, nearest

__all__ = ["SaysWhatWasMeant"]

_OTHER_WORDS = {
    **dict.fromkeys(("condition", "trigger"), ("upon",)),
    **dict.fromkeys(("delay", "wait", "after"), ("after", "notice", "within", "each")),
    **dict.fromkeys(("period", "length", "years", "term"), ("each", "term", "notice", "within")),
    **dict.fromkeys(("end", "expires", "expiry"), ("until", "ended")),
    **dict.fromkeys(("n", "number", "minimum", "count", "fraction"), ("count", "at_least", "best")),
    **dict.fromkeys(("organisation", "organization", "members", "group"), ("group", "of")),
    **dict.fromkeys(("state", "party", "actor", "country", "parties", "between"), ("by", "states")),
    **dict.fromkeys(("date", "day", "when"), ("on", "published", "until", "upon")),
    **dict.fromkeys(("notified", "given"), ("received", "sent", "deposited", "on")),
    **dict.fromkeys(("name", "label"), ("title", "publisher")),
    **dict.fromkeys(("page", "pages"), ("locator",)),
    **dict.fromkeys(("kinds", "complete"), ("acts", "kind", "covered")),
    "question": ("ask",),
}
"""What fields are called elsewhere: each word with those that it may mean, the likeliest first."""


class SaysWhatWasMeant(type):
    """The class of classes whose constructors say what was probably meant by a wrong keyword.

    Such a class may know better than the likeness of words: it gives ``meant_by(name)``.
    """

    if not TYPE_CHECKING:  # a checker reads the constructor itself

        def __call__(cls, *args: object, **given: object) -> object:
            """Make an object; of a wrong keyword say what was probably meant."""
            try:
                return super().__call__(*args, **given)
            except TypeError:
                known = [field.alias for field in attrs.fields(cls) if field.init]
                unknown = [name for name in given if name not in known]
                if not unknown:
                    raise
                texts = [_told(cls, name, known) for name in unknown]
            raise TypeError("; ".join(texts))

        @property
        def __signature__(cls) -> object:
            import inspect  # noqa: PLC0415 - only who asks needs it

            signature = inspect.signature(cls.__init__)
            return signature.replace(parameters=list(signature.parameters.values())[1:])

    def meant_by(cls, name: str) -> tuple[str, ...]:
        """Name the fields that a wrong keyword means; none where only the likeness of words tells.

        A field of a value that the class holds is named with a dot, as ``instrument.deposited``.
        """
        made: Any = cls
        fields = {field.alias for field in attrs.fields(made)}
        return tuple(each for each in _OTHER_WORDS.get(name, ()) if each in fields)


def _told(cls: SaysWhatWasMeant, name: str, known: Iterable[str]) -> str:
    fields = cls.meant_by(name)
    asked = f"; {_given(fields)}" if fields else did_you_mean(nearest(name, known, most=2))
    return f"{cls.__name__} has no field {name!r}{asked}"


def _given(fields: Iterable[str]) -> str:
    first, *others = fields
    holder, _, inner = first.partition(".")
    if inner:
        return f"write {holder}={holder.capitalize()}({inner}=…)"
    return f"give {listed(map(repr, (first, *(each for each in others if '.' not in each))), 'or')}"
