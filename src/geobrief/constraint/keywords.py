"""Calling a class with a keyword that it does not have: what was probably meant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from geobrief.words import did_you_mean, nearest

__all__ = ["SaysWhatWasMeant"]


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

    def meant_by(cls, name: str) -> str:
        """Say how to give what a wrong keyword names; nothing where only the likeness of words tells."""
        del name
        return ""


def _told(cls: SaysWhatWasMeant, name: str, known: Iterable[str]) -> str:
    meant = cls.meant_by(name)
    asked = f"; {meant}" if meant else did_you_mean(nearest(name, known, most=2))
    return f"{cls.__name__} has no field {name!r}{asked}"
