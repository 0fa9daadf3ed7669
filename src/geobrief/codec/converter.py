"""The converter: plain data <-> records, the only place that knows cattrs.

Two converters share one set of hooks.  The quick one turns texts into values and leaves
checking to the constructors; it stops at the first fault.  Only where it fails does the
explaining one run, which checks each field where it stands, so that every fault of a
record is found at once.  Both accept exactly the same data.
"""

import functools
import types
import typing
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from geobrief.codec.clauses import condition_from, condition_to
from geobrief.codec.explain import Fault, faults_of
from geobrief.constraint import Constrained, Problem, problems_with, type_hints
from geobrief.model.act import Act
from geobrief.model.condition import Condition
from geobrief.model.record import Record
from geobrief.values.delay import Delay
from geobrief.values.exact import exact_from, exact_number
from geobrief.values.extra import Extra
from geobrief.values.mapping import FrozenMapping
from geobrief.values.period import Period
from geobrief.values.plain import Plain
from geobrief.values.when import When

__all__ = ["structure", "unstructure"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]


def structure(plain: object, cls: type[T]) -> T:
    """Make a value or record out of plain data; `Fault` carries every problem found."""
    try:
        made: T = _quick().structure(plain, cls)
    except Exception:  # noqa: BLE001 - whatever it was, the explaining converter says it
        return _explained(plain, cls)
    return made


def _explained(plain: object, cls: type[T]) -> T:
    try:
        made: T = _explaining().structure(plain, cls)
    except Exception as error:  # noqa: BLE001 - told apart by faults_of
        raise Fault(faults_of(error)) from None
    return made


def unstructure(value: object) -> Any:
    """Turn a value or record into plain data, leaving out what is at its default."""
    return _quick().unstructure(value)


@functools.cache
def _quick() -> Converter:
    return _converter(explaining=False)


@functools.cache
def _explaining() -> Converter:
    return _converter(explaining=True)


def _converter(*, explaining: bool) -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=explaining, omit_if_default=True)
    for primitive in (str, int, float, bool):
        converter.register_structure_hook_func(lambda tp, want=primitive: tp is want, _as_is)
    converter.register_structure_hook_func(lambda tp: get_origin(tp) is Literal, _as_is)
    converter.register_structure_hook_func(_is_number, _as_is)
    for cls, read, write in _TEXT_FORMS:
        converter.register_structure_hook_func(lambda tp, cls=cls: tp is cls, _reading(cls, read))
        converter.register_unstructure_hook(cls, write)
    converter.register_structure_hook_factory(_is_annotated, lambda tp: converter.get_structure_hook(get_args(tp)[0]))
    converter.register_structure_hook_factory(_is_tuple, lambda tp: _listed(tp, converter, explaining))
    converter.register_structure_hook_factory(_is_frozenset, lambda tp: _listed(tp, converter, explaining))
    converter.register_structure_hook_factory(_is_mapping, lambda tp: _mapped(tp, converter, explaining))
    converter.register_structure_hook_factory(_is_union, lambda tp: _either(tp, converter))
    converter.register_structure_hook_factory(_is_record, lambda cls: _object(cls, converter, explaining))
    converter.register_structure_hook_func(
        lambda tp: tp is Condition, lambda plain, _: condition_from(plain, converter.structure)
    )
    _register_writers(converter)
    return converter


# -- predicates ------------------------------------------------------------------------


def _is_annotated(tp: Any) -> bool:
    return get_origin(tp) is Annotated


def _is_tuple(tp: Any) -> bool:
    return get_origin(tp) is tuple


def _is_frozenset(tp: Any) -> bool:
    return get_origin(tp) is frozenset


def _is_mapping(tp: Any) -> bool:
    return get_origin(tp) is FrozenMapping


def _is_union(tp: Any) -> bool:
    return get_origin(tp) in (typing.Union, types.UnionType)


def _is_number(tp: Any) -> bool:
    return _is_union(tp) and set(get_args(tp)) <= {int, float, types.NoneType}


def _is_record(tp: Any) -> bool:
    return isinstance(tp, type) and issubclass(tp, Constrained) and tp is not Condition and not issubclass(tp, Delay)


# -- reading ---------------------------------------------------------------------------


def _as_is(plain: Any, _: Any) -> Any:
    return plain


def _reading(cls: type, read: Callable[[Any], Any]) -> Hook:
    def hook(plain: Any, _: Any) -> Any:
        return plain if isinstance(plain, cls) else read(plain)

    return hook


def _when(plain: Any) -> When:
    if isinstance(plain, int) and not isinstance(plain, bool) and 1 <= plain <= 9999:  # noqa: PLR2004 - years
        return When.from_year(plain)
    _need(plain, str, "a date such as 2024-06-19, 2024-06 or 2024")
    return When.of(plain)


def _period(plain: Any) -> Period:
    if isinstance(plain, int) and not isinstance(plain, bool) and 1 <= plain <= 9999:  # noqa: PLR2004 - years
        plain = f"{plain:04}"
    _need(plain, str, "a period such as 2024-10/.. or 2024")
    return Period.of(plain)


def _delay(plain: Any) -> Delay:
    _need(plain, str, "a delay such as '30 days' or '6 months'")
    return Delay.parse(plain)


def _exact(plain: Any) -> Fraction:
    if isinstance(plain, bool) or not isinstance(plain, str | int | float):
        _need(plain, str, "a share such as 0.55 or 2/3")
    return exact_from(plain)


def _need(plain: Any, kind: type, expected: str) -> None:
    if not isinstance(plain, kind):
        raise Fault([Problem((), "GB101", f"expected {expected}, got {plain!r:.60}", plain, expected)])


_TEXT_FORMS: tuple[tuple[type, Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    (When, _when, str),
    (Period, _period, str),
    (Delay, _delay, str),
    (Fraction, _exact, exact_number),
    (Plain, Plain, lambda plain: plain.value),
    (Extra, Extra, lambda extra: extra.value),
)


def _listed(tp: Any, converter: Converter, explaining: bool) -> Hook:  # noqa: FBT001 - internal
    container, (member, *_) = get_origin(tp), get_args(tp)
    hook = converter.get_structure_hook(member)
    noun = "a list"

    def quick(plain: Any, _: Any) -> Any:
        _need(plain, list, noun)
        return container(plain) if hook is _as_is else container([hook(each, member) for each in plain])

    def explained(plain: Any, _: Any) -> Any:
        _need(plain, list, noun)
        found: list[Problem] = []
        made: list[Any] = []
        for index, each in enumerate(plain):
            with_path(found, made, index, lambda each=each: _checked(hook, each, member))
        if container is frozenset and len(set(map(repr, made))) < len(made):
            found.append(Problem((), "GB109", "a value is listed twice", plain))
        if found:
            raise Fault(found)
        return container(made)

    return explained if explaining else quick


def with_path(found: list[Problem], made: list[Any], step: str | int, make: Callable[[], Any]) -> None:
    """Make one part; on failure collect its problems below its own path."""
    try:
        made.append(make())
    except Exception as error:  # noqa: BLE001 - told apart by faults_of
        found.extend(problem.under(step) for problem in faults_of(error))


def _checked(hook: Hook, plain: Any, tp: Any) -> Any:
    made = hook(plain, tp)
    found = list(problems_with(made, tp))
    if found:
        raise Fault(found)
    return made


def _mapped(tp: Any, converter: Converter, explaining: bool) -> Hook:  # noqa: FBT001 - internal
    member = get_args(tp)[0]
    hook = converter.get_structure_hook(member)

    def quick(plain: Any, _: Any) -> Any:
        _need(plain, dict, "a mapping")
        return FrozenMapping({key: hook(each, member) for key, each in plain.items()})

    def explained(plain: Any, _: Any) -> Any:
        _need(plain, dict, "a mapping")
        found: list[Problem] = []
        values: list[Any] = []
        for key, each in plain.items():
            with_path(found, values, key, lambda each=each: _checked(hook, each, member))
        if found:
            raise Fault(found)
        return FrozenMapping(dict(zip(plain, values, strict=True)))

    return explained if explaining else quick


def _either(tp: Any, converter: Converter) -> Hook:
    """Read a union: None stays; a mapping goes to a class, a text to a word or a text form."""
    options = [each for each in get_args(tp) if each is not types.NoneType]
    optional = len(options) < len(get_args(tp))
    if len(options) == 1:
        only = options[0]
        hook = converter.get_structure_hook(only)
        if hook is _as_is:
            return _as_is
        return lambda plain, _: None if plain is None and optional else hook(plain, only)
    words = {word for each in options if get_origin(each) is Literal for word in get_args(each)}
    classes = [each for each in options if _is_record(each)]
    others = [each for each in options if get_origin(each) is not Literal and each not in classes]

    def choose(plain: Any, _: Any) -> Any:
        if plain is None and optional:
            return None
        if isinstance(plain, str) and plain in words:
            return plain
        if isinstance(plain, dict) and classes:
            cls = classes[0]
            made = converter.structure(plain, Condition if issubclass(cls, Condition) else cls)
            return made
        for other in others:
            return converter.structure(plain, other)
        expected = " or ".join([*sorted(words), *(cls.__name__ for cls in classes)])
        raise Fault([Problem((), "GB104" if words else "GB101", f"expected {expected}, got {plain!r:.60}", plain, expected)])

    return choose


def _object(cls: Any, converter: Converter, explaining: bool) -> Hook:  # noqa: FBT001 - internal
    """Read a class from a mapping; ``x-`` keys go to its ``extra``."""
    hints = type_hints(cls)
    overrides = {name: override(struct_hook=_field(hint, converter, explaining)) for name, hint in hints.items()}
    inner = make_dict_structure_fn(cls, converter, **overrides)  # type: ignore[arg-type]  # keyword overrides
    keeps_extra = "extra" in hints

    def hook(plain: Any, _: Any) -> Any:
        if not isinstance(plain, dict):
            _need(plain, dict, f"a mapping with the fields of {cls.__name__}")
        if keeps_extra:
            if "extra" in plain:
                raise Fault([Problem(("extra",), "GB102", "unknown key 'extra'; write the x- keys themselves")])
            for key in plain:
                if key[:2] == "x-":
                    return inner(_gathered(plain), cls)
        return inner(plain, cls)

    return hook


def _gathered(plain: Mapping[str, Any]) -> dict[str, Any]:
    extra = {key: value for key, value in plain.items() if key.startswith("x-")}
    return {key: value for key, value in plain.items() if key not in extra} | {"extra": extra}


def _field(hint: Any, converter: Converter, explaining: bool) -> Hook | None:  # noqa: FBT001 - internal
    hook = converter.get_structure_hook(hint) if not _is_forward(hint) else None
    if hook is None:
        return None
    if explaining:
        return lambda plain, _: _checked(hook, plain, hint)
    return hook


def _is_forward(hint: Any) -> bool:
    return isinstance(hint, str)


# -- writing ---------------------------------------------------------------------------


def _register_writers(converter: Converter) -> None:
    converter.register_unstructure_hook_func(_is_record, lambda value: _written(value, converter))
    converter.register_unstructure_hook(float, _plain_number)
    converter.register_unstructure_hook_func(_is_frozenset, lambda values: sorted(map(converter.unstructure, values)))
    converter.register_unstructure_hook_func(_is_tuple, lambda values: [converter.unstructure(each) for each in values])
    converter.register_unstructure_hook_func(
        lambda tp: tp is FrozenMapping or _is_mapping(tp),
        lambda values: {key: converter.unstructure(each) for key, each in values.items()},
    )
    converter.register_unstructure_hook(tuple, lambda values: [converter.unstructure(each) for each in values])
    converter.register_unstructure_hook(frozenset, lambda values: sorted(map(converter.unstructure, values)))
    converter.register_unstructure_hook_func(
        lambda tp: isinstance(tp, type) and issubclass(tp, Condition),
        lambda condition: condition_to(condition, converter.unstructure),
    )


def _plain_number(value: float) -> int | float:
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _written(value: Any, converter: Converter) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, default, is_factory in _written_order(type(value)):
        held = getattr(value, name)
        if held == (default() if is_factory else default):
            continue
        if name == "extra":
            plain |= held.value
        elif not (name == "id" and isinstance(value, Act) and held == value.natural_id):
            plain[name] = converter.unstructure(held)
    return plain


@functools.cache
def _written_order(cls: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Own fields first, then those that every record has; the id leads."""
    common = {field.name for field in attrs.fields(Record)} if issubclass(cls, Record) else set()
    fields = [field for field in attrs.fields(cls) if field.init]
    ordered = sorted(fields, key=lambda field: (field.name != "id", field.name in common))
    return tuple(
        (field.name, *((field.default.factory, True) if isinstance(field.default, attrs.Factory) else (field.default, False)))  # type: ignore[arg-type]
        for field in ordered
    )
