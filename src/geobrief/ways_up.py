"""Ways up: where a low room leads to a higher one, which it does not import.

What a method, or a table, of a low room needs from above is named here by module and name, and
loaded when it is asked for, as the front does it.
"""

from importlib import import_module
from typing import Any, Final

__all__ = ["WAYS_UP", "way_up"]

WAYS_UP: Final[dict[str, str]] = {
    "geobrief.codes.CODES": "geobrief.checks.rule:rules",
}
"""What leads up, by its own full name, and where it leads."""


def way_up(name: str) -> Any:
    """Load what stands at the upper end of a way.

    >>> way_up("geobrief.codes.CODES")()[0].code.code
    'GB201'
    """
    module, _, found = WAYS_UP[name].partition(":")
    return getattr(import_module(module), found)
