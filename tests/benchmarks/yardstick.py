"""The same records in pydantic: its models are made from our declarations, so that both check the same.

What stands as one text (dates, periods, delays) is read by the same functions in both.
The ``x-`` keys are left out, which is to pydantic's advantage.
"""

import functools
import types
import typing
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs
import pydantic
from pydantic import ConfigDict, Discriminator, Field, PlainValidator, StringConstraints, Tag

from geobrief.codec.records.text_forms import TEXT_FORMS
from geobrief.constraint import INTEGER_LIMIT, Between, Constrained, NonEmpty, Pattern, type_hints
from geobrief.model.act import Act
from geobrief.model.condition import CONDITIONS, AllOf, AnyOf, Condition
from geobrief.model.record import Record
from geobrief.values.mapping import FrozenMapping

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
    hints = type_hints(cls)
    fields: dict[str, Any] = {
        _name(field.name): (_type(hints[field.name]), Field(_default(field), alias=field.name))
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
def _type(tp: Any) -> Any:
    """Translate a declared type with its checks."""
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        return _checked(arguments)
    if origin is Literal:
        return tp
    if origin in (typing.Union, types.UnionType):
        return typing.Union[tuple(map(_type, arguments))]  # noqa: UP007 - likewise
    if origin is tuple:
        return tuple[_type(arguments[0]), ...]  # type: ignore[misc]
    if origin is frozenset:
        return frozenset[_type(arguments[0])]  # type: ignore[misc]
    if origin is FrozenMapping:
        return dict[str, _type(arguments[0])]  # type: ignore[misc]
    if tp in _READERS:
        return Annotated[tp, PlainValidator(_READERS[tp])]
    if tp is Condition:
        return _condition()
    if isinstance(tp, type) and issubclass(tp, Constrained):
        return _model(tp)
    return {int: _INTEGER, float: _FLOAT}.get(tp, tp)


def _checked(arguments: tuple[Any, ...]) -> Any:
    """Translate ``Annotated``: a pattern, bounds, or "not empty"."""
    made = _type(arguments[0])
    for mark in arguments[1:]:
        if isinstance(mark, Pattern):
            made = Annotated[made, StringConstraints(pattern=mark.regex.replace(r"\Z", "$"))]
        elif isinstance(mark, Between) and arguments[0] is not Fraction:
            made = Annotated[made, Field(ge=mark.low, le=mark.high)]
        elif isinstance(mark, NonEmpty):
            is_text = arguments[0] is str
            rule = StringConstraints(pattern=_NOT_BLANK) if is_text else Field(min_length=1)
            made = Annotated[made, rule]
    return made


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
    hints = type_hints(cls)
    fields: dict[str, Any] = {
        field.name: (
            _type(hints[field.name]),
            Field(_default(field), alias=cls.key if field.name == cls.primary else None),
        )
        for field in attrs.fields(cls)
    }
    return pydantic.create_model(cls.__name__, __config__=_CONFIG, **fields)
