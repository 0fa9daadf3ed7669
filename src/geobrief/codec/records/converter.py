"""The converter: plain data <-> records, built on cattrs.

Two converters share one set of hooks.  The quick one turns texts into values and leaves
checking to the constructors; it stops at the first fault.  Only where it fails does the
explaining one run, which checks each field where it stands, so that every fault of a
record is found at once.  Both accept exactly the same data.
"""

import functools
from typing import Any, TypeVar

from cattrs import Converter

from geobrief.codec.records.faults import Fault, faults_of
from geobrief.codec.records.structure import Structuring
from geobrief.codec.records.unstructure import register_writers

__all__ = ["converter_of", "structure", "unstructure"]

T = TypeVar("T")


def structure(plain: object, cls: type[T]) -> T:
    """Make a value or record out of plain data; `Fault` carries every problem found.

    >>> from geobrief import Citation
    >>> structure({"source": "kcna-1112", "credibility": 2}, Citation).credibility
    2
    """
    try:
        return converter_of(explaining=False).structure(plain, cls)
    except Exception:  # noqa: BLE001, S110 - whatever it was, the explaining converter says it
        pass
    try:
        return converter_of(explaining=True).structure(plain, cls)
    except Exception as error:  # noqa: BLE001 - told apart by faults_of
        raise Fault(faults_of(error)) from None


def unstructure(value: object) -> Any:
    """Turn a value or record into plain data, leaving out what is at its default."""
    return converter_of(explaining=False).unstructure(value)


@functools.cache
def converter_of(*, explaining: bool) -> Converter:
    """Return the quick converter, or the one that finds every fault; each is built once."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=explaining)
    Structuring(converter, explaining=explaining).register()
    register_writers(converter)
    return converter
