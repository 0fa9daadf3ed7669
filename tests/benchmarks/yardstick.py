"""The same records in pydantic: its models are made from our declarations, so that both check the same.

What stands as one text (dates, periods, delays) is read by the same functions in both.
The ``x-`` keys are left out, which is to pydantic's advantage.
"""

import functools
import typing
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal, assert_never

import attrs
import pydantic
from pydantic import ConfigDict, Discriminator, Field, PlainValidator, StringConstraints, Tag

from geobrief.codec.records.text_forms import TEXT_FORMS
from geobrief.constraint import INTEGER_LIMIT, Between, Constrained, NonEmpty, Pattern
from geobrief.constraint.shape import (
    AnyNumber,
    AnyText,
    Boolean,
    ListOf,
    MappingOf,
    ObjectOf,
    OptionalOf,
    ReferenceTo,
    SetOf,
    Shape,
    UnionOf,
    WholeNumber,
    WordOf,
    fields_of,
)
from geobrief.model.act import Act
from geobrief.model.condition import CONDITIONS, AllOf, AnyOf, Condition
from geobrief.model.record import Record

__all__ = ["adapter"]

_READERS: dict[type, Callable[[Any], Any]] = {cls: read for cls, read, _ in TEXT_FORMS}
_NO_CONTROLS = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{fffe}\x{ffff}]"
_NOT_BLANK = rf"^{_NO_CONTROLS}*[^\s\x00-\x08\x0e-\x1f\x7f]{_NO_CONTROLS}*$"
_INTEGER = Annotated[int, Field(ge=-INTEGER_LIMIT, lt=INTEGER_LIMIT)]
_FLOAT = Annotated[float, Field(allow_inf_nan=False)]
_CONFIG = ConfigDict(extra="forbid", frozen=True, strict=True)


def adapter(kinds: Iterable[type[Record]]) -> pydantic.TypeAdapter[Any]:
    """Return what reads a line of JSONL as one of the kinds, told apart by its ``type``."""
    models = tuple(_model(kind, type=(Literal[kind.kind_name], ...)) for kind in kinds)
    told_apart: Any = Annotated[typing.Union[models], Field(discriminator="type")]  # noqa: UP007 - made of parts
    return pydantic.TypeAdapter(told_apart)


def _model(cls: type[Constrained], **more: Any) -> type[pydantic.BaseModel]:
    """Make the model of a class: each field translated, and its rules about several fields."""
    shapes = fields_of(cls)
    fields: dict[str, Any] = {
        _name(field.name): (_type(shapes[field.name]), Field(_default(field), alias=field.name))
        for field in attrs.fields(cls)
        if field.init and field.name != "extra"
    }
    validators: dict[str, Any] = {}
    if cls._invariants is not Constrained._invariants:
        validators["rules"] = pydantic.model_validator(mode="after")(_keeps_rules(cls))
    if issubclass(cls, Act):
        validators["name"] = pydantic.model_validator(mode="after")(_named(cls))
    return pydantic.create_model(
        cls.__name__, __config__=_CONFIG, __validators__=validators, **fields, **more
    )


def _name(name: str) -> str:
    """Step aside where pydantic has a method of that name."""
    return f"{name}_" if hasattr(pydantic.BaseModel, name) else name


def _default(field: "attrs.Attribute[Any]") -> Any:
    if field.default is attrs.NOTHING:
        return ...
    factory = getattr(field.default, "factory", None)
    return field.default if factory is None else factory()


def _keeps_rules(cls: type[Constrained]) -> Callable[[Any], Any]:
    invariants = cls._invariants

    def rules(model: Any) -> Any:
        for problem in invariants(model):
            raise ValueError(problem.message)
        return model

    return rules


def _named(cls: type[Act]) -> Callable[[Any], Any]:
    kind = cls.kind_name.replace("_", "-")

    def name(model: Any) -> Any:
        if not model.id:
            object.__setattr__(model, "id", f"{kind}-{model.treaty}-{model.by}".lower())
        return model

    return name


@functools.cache
def _type(shape: Shape) -> Any:
    """Translate a shape with its checks."""
    made = _unchecked(shape)
    for mark in shape.checks:
        if isinstance(mark, Pattern):
            made = Annotated[made, StringConstraints(pattern=mark.regex.replace(r"\Z", "$"))]
        elif isinstance(mark, Between) and not (isinstance(shape, ObjectOf) and shape.of is Fraction):
            made = Annotated[made, Field(ge=mark.low, le=mark.high)]
        elif isinstance(mark, NonEmpty):
            is_text = isinstance(shape, AnyText)
            rule = StringConstraints(pattern=_NOT_BLANK) if is_text else Field(min_length=1)
            made = Annotated[made, rule]
    return made


def _unchecked(shape: Shape) -> Any:  # noqa: C901 - a case for each kind
    match shape:
        case AnyText() | ReferenceTo():
            return str
        case Boolean():
            return bool
        case WholeNumber():
            return _INTEGER
        case AnyNumber():
            return _INTEGER | _FLOAT
        case WordOf(words):
            return Literal[words]
        case ListOf(member):
            return tuple[_type(member), ...]  # type: ignore[misc]  # made of parts
        case SetOf(member):
            return frozenset[_type(member)]  # type: ignore[misc]  # likewise
        case MappingOf((member, _)):
            return dict[str, _type(member)]  # type: ignore[misc]  # likewise
        case OptionalOf(given):
            return _type(given) | None
        case UnionOf(options):
            return typing.Union[tuple(map(_type, options))]  # noqa: UP007 - likewise
        case ObjectOf(cls):
            return _class(cls)
        case _:
            assert_never(shape)


def _class(cls: type) -> Any:
    if cls in _READERS:
        return Annotated[cls, PlainValidator(_READERS[cls])]
    if cls is Condition:
        return _condition()
    return _model(cls) if issubclass(cls, Constrained) else cls


def _condition() -> Any:
    """Translate the conditions that are written as one key with its parameters."""
    options = tuple(
        Annotated[_model_of_condition(cls), Tag(cls.key)]
        for cls in CONDITIONS
        if cls.primary is not None and cls not in {AllOf, AnyOf}
    )
    keys = {cls.key for cls in CONDITIONS}

    def key(plain: dict[str, Any]) -> str | None:
        return next((name for name in plain if name in keys), None)

    return Annotated[typing.Union[options], Discriminator(key)]  # noqa: UP007 - likewise


def _model_of_condition(cls: type[Condition]) -> type[pydantic.BaseModel]:
    shapes = fields_of(cls)
    fields: dict[str, Any] = {
        field.name: (
            _type(shapes[field.name]),
            Field(_default(field), alias=cls.key if field.name == cls.primary else None),
        )
        for field in attrs.fields(cls)
    }
    return pydantic.create_model(cls.__name__, __config__=_CONFIG, **fields)
