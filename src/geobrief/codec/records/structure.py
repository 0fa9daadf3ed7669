"""Structuring: how plain data becomes values, for each shape a field can have."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, assert_never

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from geobrief.codec.records.clauses import condition_from
from geobrief.codec.records.declared import is_object
from geobrief.codec.records.faults import Fault, faults_of
from geobrief.codec.records.meant import with_actor_meant, written_as_list, written_as_mapping
from geobrief.codec.records.text_forms import TEXT_FORMS, need
from geobrief.constraint import Problem
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
    shape_of,
)
from geobrief.constraint.validator import validator_of
from geobrief.model.condition import Condition
from geobrief.values.mapping import FrozenMapping

__all__ = ["Structuring"]

Read = Callable[[Any], Any]
"""Makes a value of plain data."""


def _as_is(plain: Any) -> Any:
    """Leave a scalar as it is; the constructor checks it."""
    return plain


def _yes_or_no(plain: Any) -> Any:
    """Read yes and no, which are texts in YAML, beside true and false."""
    return {"yes": True, "no": False}.get(plain, plain) if isinstance(plain, str) else plain


class Structuring:
    """What one converter reads; the explaining one checks every part where it stands."""

    def __init__(self, converter: Converter, *, explaining: bool) -> None:
        self.converter = converter
        self.explaining = explaining

    def register(self) -> None:
        """Teach the converter every class that stands in a file."""
        self.converter.register_structure_hook_factory(
            lambda tp: isinstance(tp, type), lambda tp: _hook(self.read(shape_of(tp)))
        )

    def read(self, shape: Shape) -> Read:
        """Return what makes values of a shape."""
        match shape:
            case AnyText() | ReferenceTo() | WordOf() | WholeNumber() | AnyNumber():
                return _as_is
            case Boolean():
                return _yes_or_no
            case ListOf(member):
                return self.listed(tuple, member)
            case SetOf(member):
                return self.listed(frozenset, member)
            case MappingOf((member, _)):
                return self.mapped(member)
            case ObjectOf(cls):
                return self.object(cls)
            case OptionalOf(given):
                return _optional(self.read(given))
            case UnionOf(options):
                return self.either(options)
            case _:
                assert_never(shape)

    def checked(self, read: Read, shape: Shape) -> Read:
        """Return what also says what the shape forbids, where that is asked."""
        return _checking(read, shape) if self.explaining else read

    def listed(self, container: type[tuple[Any, ...] | frozenset[Any]], member: Shape) -> Read:
        """Read a list as a tuple or frozenset."""
        read = self.read(member)
        each = self.checked(read, member)

        def quick(plain: Any) -> Any:
            if not isinstance(plain, list):
                need(plain, list, "a list")
            made = container(plain if read is _as_is else map(read, plain))
            if len(made) < len(plain):
                raise Fault(_doubles(plain))
            return made

        def explained(plain: Any) -> Any:
            need(plain, list, "a list", written_as_list(plain, member))
            made = _collected((index, part, each) for index, part in enumerate(plain))
            if container is frozenset and (found := _doubles(plain)):
                raise Fault(found)
            return container(made)

        return explained if self.explaining else quick

    def mapped(self, member: Shape) -> Read:
        """Read a mapping from names to values."""
        read = self.read(member)
        each = self.checked(read, member)

        def quick(plain: Any) -> Any:
            need(plain, dict, "a mapping")
            return FrozenMapping({key: read(part) for key, part in plain.items()})

        def explained(plain: Any) -> Any:
            need(plain, dict, "a mapping")
            made = _collected((key, part, each) for key, part in plain.items())
            return FrozenMapping(dict(zip(plain, made, strict=True)))

        return explained if self.explaining else quick

    def either(self, options: tuple[Shape, ...]) -> Read:
        """Read a union: a word stays, a mapping is a class, the rest one other shape."""
        words = [word for each in options if isinstance(each, WordOf) for word in each.of]
        objects = [each.of for each in options if isinstance(each, ObjectOf) and is_object(each.of)]
        others = [
            self.read(each)
            for each in options
            if not isinstance(each, WordOf) and not (isinstance(each, ObjectOf) and each.of in objects)
        ]
        as_class = Condition if objects and issubclass(objects[0], Condition) else next(iter(objects), None)
        read_object = None if as_class is None else self.object(as_class)
        expected = " or ".join([*words, *("a mapping" for _ in objects)])

        def choose(plain: Any) -> Any:
            if isinstance(plain, str) and plain in words:
                return plain
            if isinstance(plain, dict) and read_object is not None:
                return read_object(plain)
            if others:
                return others[0](plain)
            code = "GB104" if isinstance(plain, str) else "GB101"
            message = f"expected {expected}, got {plain!r:.60}"
            hint = written_as_mapping(plain, as_class) if is_object(as_class) else ""
            raise Fault([Problem((), code, message, plain, expected, hint)])

        return choose

    def object(self, cls: Any) -> Read:
        """Read a class from its one text, from its clause, or from a mapping of its fields."""
        if cls in _TEXTS:
            return _TEXTS[cls]
        if cls is Condition:
            return lambda plain: condition_from(plain, self.converter.structure)
        if not is_object(cls):
            raise TypeError(f"a {cls.__name__} has no form in a file")
        make = self._explained(cls) if self.explaining else self._made(cls)
        names = fields_of(cls).keys() - {"extra"}
        if len(names) == len(fields_of(cls)):
            return make
        return lambda plain: make(
            _gathered(plain) if isinstance(plain, dict) and not plain.keys() <= names else plain
        )

    def _made(self, cls: Any) -> Read:
        """Read only the keys that are there; any other is a KeyError.

        The constructor gets the very names of its fields, not the equal texts of the file:
        Python finds an argument by identity several times faster than by comparison.
        """
        shapes = fields_of(cls)
        fields = {name: (name, self.read(shape)) for name, shape in shapes.items()}
        for field in attrs.fields(cls):
            if field.default == "" and validator_of(shapes[field.name]).faults_of(""):
                # An empty id is the constructor's way to leave it out, and no id for a file.
                fields[field.name] = (field.name, _checking(fields[field.name][1], shapes[field.name]))

        def make(plain: Any) -> Any:
            made: dict[str, Any] = {}
            for key, part in plain.items():
                name, read = fields[key]
                made[name] = part if read is _as_is else read(part)
            return type.__call__(cls, **made)  # every key is a field's: nothing else can have been meant

        return make

    def _explained(self, cls: Any) -> Read:
        hooks = {
            name: override(struct_hook=_hook(self.checked(self.read(shape), shape)))
            for name, shape in fields_of(cls).items()
        }
        inner = make_dict_structure_fn(cls, self.converter, **hooks)  # type: ignore[arg-type]  # fields by name

        def explain(plain: Any) -> Any:
            need(plain, dict, f"a mapping with the fields of {cls.__name__}", written_as_mapping(plain, cls))
            return inner(plain, cls)

        return explain


def _hook(read: Read) -> Callable[[Any, Any], Any]:
    """Give a reader the form of cattrs, which hands the type in as well."""
    return lambda plain, _: read(plain)


def _checking(read: Read, shape: Shape) -> Read:
    validator = validator_of(shape)

    def check(plain: Any) -> Any:
        made = read(plain)
        if found := validator.faults_of(made):
            raise Fault(map(with_actor_meant, found))
        return made

    return check


def _reading(cls: type, read: Read) -> Read:
    return lambda plain: plain if isinstance(plain, cls) else read(plain)


_TEXTS = {cls: _reading(cls, read) for cls, read, _ in TEXT_FORMS}


def _optional(read: Read) -> Read:
    if read is _as_is:
        return _as_is
    return lambda plain: None if plain is None else read(plain)


def _gathered(plain: Mapping[str, Any]) -> dict[str, Any]:
    if "extra" in plain:
        raise Fault([Problem(("extra",), "GB102", "unknown key 'extra'; write the x- keys themselves")])
    extra = {key: value for key, value in plain.items() if str(key).startswith("x-")}
    return {key: value for key, value in plain.items() if key not in extra} | {"extra": extra}


def _doubles(plain: list[Any]) -> list[Problem]:
    texts = [repr(each) for each in plain]
    return [
        Problem((index,), "GB109", f"{plain[index]!r:.60} is listed twice", plain[index])
        for index, text in enumerate(texts)
        if text in texts[:index]
    ][:1]


def _collected(parts: Iterable[tuple[str | int, object, Read]]) -> list[Any]:
    """Read every part; raise all that is wrong with any of them, each below its own place."""
    made: list[Any] = []
    found: list[Problem] = []
    for step, plain, read in parts:
        try:
            made.append(read(plain))
        except Exception as error:  # noqa: BLE001 - told apart by faults_of
            found.extend(problem.under(step) for problem in faults_of(error))
    if found:
        raise Fault(found)
    return made
