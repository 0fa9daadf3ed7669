"""Unstructuring hooks: how values become plain data, in one order and form."""

import functools
from typing import Any, NamedTuple

import attrs
from cattrs import Converter

from geobrief.codec.plain import HIGHEST, LOWEST
from geobrief.codec.records.clauses import condition_to
from geobrief.codec.records.declared import is_object
from geobrief.codec.records.text_forms import TEXT_FORMS
from geobrief.model.act import Act
from geobrief.model.condition import Condition
from geobrief.model.record import Record
from geobrief.values.mapping import FrozenMapping

__all__ = ["register_writers"]


def register_writers(converter: Converter) -> None:
    """Teach the converter to write every value."""
    write = converter.unstructure
    register, register_class = converter.register_unstructure_hook_func, converter.register_unstructure_hook
    register(is_object, lambda value: _fields(value, converter))
    register(_is_condition, lambda condition: condition_to(condition, write))
    register_class(frozenset, lambda values: sorted(map(write, values)))
    register_class(tuple, lambda values: list(map(write, values)))
    register_class(FrozenMapping, lambda values: {key: write(each) for key, each in values.items()})
    register_class(float, _number)
    for cls, _, written in TEXT_FORMS:
        register_class(cls, written)


def _is_condition(tp: Any) -> bool:
    return isinstance(tp, type) and issubclass(tp, Condition)


def _number(value: float) -> int | float:
    """Write integral floats as int, and -0.0 as 0."""
    return int(value) if value.is_integer() and LOWEST <= value <= HIGHEST else value


def _fields(value: Any, converter: Converter) -> dict[str, Any]:
    """Write what is not at its default; extra keys stand beside the fields."""
    plain: dict[str, Any] = {}
    for field in _written(value.__class__):
        held = getattr(value, field.name)
        if held == field.default:
            continue
        if field.name == "extra":
            plain |= held.value
        elif not (field.name == "id" and isinstance(value, Act) and held == value.natural_id):
            plain[field.name] = converter.unstructure(held)
    return plain


class _Field(NamedTuple):
    name: str
    default: Any


@functools.cache
def _written(cls: Any) -> tuple[_Field, ...]:
    """List the fields as they are written: the id leads, those of every record come last."""
    common = {field.name for field in attrs.fields(Record)} if issubclass(cls, Record) else set()
    fields = [field for field in attrs.fields(cls) if field.init]
    ordered = sorted(fields, key=lambda field: (field.name != "id", field.name in common))
    return tuple(_Field(field.name, _default(field)) for field in ordered)


def _default(field: "attrs.Attribute[Any]") -> Any:
    """Return the default of a field, made where a factory makes it."""
    factory = getattr(field.default, "factory", None)
    return field.default if factory is None else factory()
