"""Fields that a class gained since an object of it was pickled: they hold their default."""

from typing import TYPE_CHECKING

import attrs

__all__ = ["GainsFields"]


class GainsFields:
    """Base of attrs classes whose older pickles must load, although they lack newer fields."""

    __slots__ = ()

    if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

        def __getattr__(self, name: str) -> object:
            """Give the default of a field that was never set; Python asks for nothing else that exists."""
            field = attrs.fields_dict(type(self)).get(name)
            default = attrs.NOTHING if field is None else field.default
            if default is attrs.NOTHING:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self
                )
            factory = getattr(default, "factory", None)
            return default if factory is None else factory()
