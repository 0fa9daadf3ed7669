"""Fields that a class gained since an object of it was pickled: they hold their default."""

from typing import Any

import attrs

__all__ = ["GainsFields"]


class GainsFields:
    """Base of attrs classes whose older pickles must load, although they lack newer fields."""

    __slots__ = ()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        """Fill what a pickle lacks when it is read; to look for it later would slow down every attribute."""
        kind: Any = cls
        read = kind.__setstate__

        def filled(self: object, state: object) -> None:
            read(self, state)
            for field in attrs.fields(kind):
                if field.default is not attrs.NOTHING and not hasattr(self, field.name):
                    factory = getattr(field.default, "factory", None)
                    object.__setattr__(self, field.name, field.default if factory is None else factory())

        kind.__setstate__ = filled
