"""Extra keys: what an author keeps beside the fields that geobrief knows.

Keys begin with ``x-``.  The values are any JSON; they are held as canonical JSON text,
because frozen conversions lose the difference between ``1``, ``1.0`` and ``true``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from geobrief.errors import InvalidRecord
from geobrief.values.convert import read
from geobrief.values.plain import Plain

__all__ = ["NO_EXTRA", "Extra", "as_extra"]


class Extra(Plain, Mapping[str, Any]):
    """A read-only, hashable mapping of ``x-`` keys to JSON values.

    >>> extra = Extra({"x-desk": {"shift": 2}})
    >>> extra["x-desk"]["shift"], extra == Extra({"x-desk": {"shift": 2.0}})
    (2, False)
    """

    __slots__ = ()

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        values = {} if values is None else values
        wrong = [
            key
            for key in values
            if not (isinstance(key, str) and key.startswith("x-") and len(key) > len("x-"))
        ]
        if wrong:
            raise InvalidRecord(
                "Extra", [f"expected a key that begins with 'x-', got {key!r}" for key in wrong]
            )
        super().__init__(dict(values))

    def __getitem__(self, key: str) -> Any:
        return self.value[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.value)

    def __len__(self) -> int:
        return 0 if self.text == "{}" else len(self.value)

    __eq__ = Plain.__eq__
    __hash__ = Plain.__hash__


NO_EXTRA = Extra()


def as_extra(value: Mapping[str, Any]) -> Extra:
    """Freeze a mapping of extra keys given by a caller."""
    if isinstance(value, Extra) or not isinstance(value, Mapping):
        return value  # the check of the field rejects what is no mapping
    return read(Extra, value)
