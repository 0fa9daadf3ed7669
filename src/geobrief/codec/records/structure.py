"""Structuring hooks: how plain data becomes values, for each shape a field can have."""

import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from geobrief.codec.records.clauses import condition_from
from geobrief.codec.records.declared import is_object, made_of
from geobrief.codec.records.faults import Fault, faults_of
from geobrief.codec.records.hints import with_actor_meant, written_as_list, written_as_mapping
from geobrief.codec.records.text_forms import TEXT_FORMS, need
from geobrief.constraint import Problem, problems_with, type_hints
from geobrief.model.condition import Condition
from geobrief.values.mapping import FrozenMapping

__all__ = ["Structuring"]

Hook = Callable[[Any, Any], Any]

_PRIMITIVES = {str, int, float, bool}


def _as_is(plain: Any, _: Any) -> Any:
    """Leave a scalar as it is; the constructor checks it."""
    return plain


def _is_scalar(tp: Any) -> bool:
    numbers = {int, float, types.NoneType}
    return tp in _PRIMITIVES or get_origin(tp) is Literal or (_is_union(tp) and set(get_args(tp)) <= numbers)


def _is_union(tp: Any) -> bool:
    return get_origin(tp) in (typing.Union, types.UnionType)


class Structuring:
    """The hooks of one converter; the explaining one checks every part where it stands."""

    def __init__(self, converter: Converter, *, explaining: bool) -> None:
        self.converter = converter
        self.explaining = explaining

    def register(self) -> None:
        """Teach the converter every shape that a field can have."""
        register, make = (
            self.converter.register_structure_hook_func,
            self.converter.register_structure_hook_factory,
        )
        for primitive in _PRIMITIVES:
            self.converter.register_structure_hook(primitive, _as_is)  # cattrs would coerce
        register(_is_scalar, _as_is)
        for cls, read, _ in TEXT_FORMS:
            register(_is(cls), _reading(cls, read))
        make(made_of(Annotated), lambda tp: self.hook(get_args(tp)[0]))
        make(made_of(tuple, frozenset), self.listed)
        make(made_of(FrozenMapping), self.mapped)
        make(lambda tp: _is_union(tp) and not _is_scalar(tp), self.either)
        make(is_object, self.object)
        register(_is(Condition), lambda plain, _: condition_from(plain, self.converter.structure))

    def hook(self, tp: Any) -> Hook:
        """Return the hook of a type."""
        hook: Hook = self.converter.get_structure_hook(tp)
        return hook

    def checked(self, hook: Hook, tp: Any) -> Hook:
        """Return a hook that also says what the declared type forbids, where that is asked."""
        return _checking(hook, tp) if self.explaining else hook

    def listed(self, tp: Any) -> Hook:
        """Read a list as a tuple or frozenset."""
        container, member = get_origin(tp), get_args(tp)[0]
        hook = self.hook(member)
        each = self.checked(hook, member)

        def quick(plain: Any, _: Any) -> Any:
            if not isinstance(plain, list):
                need(plain, list, "a list")
            made = container(plain if hook is _as_is else [hook(part, member) for part in plain])
            if len(made) < len(plain):
                raise Fault(_doubles(plain))
            return made

        def explained(plain: Any, _: Any) -> Any:
            need(plain, list, "a list", written_as_list(plain, member))
            made = _collected((index, part, each) for index, part in enumerate(plain))
            if container is frozenset and (found := _doubles(plain)):
                raise Fault(found)
            return container(made)

        return explained if self.explaining else quick

    def mapped(self, tp: Any) -> Hook:
        """Read a mapping from names to values."""
        member = get_args(tp)[0]
        hook = self.hook(member)
        each = self.checked(hook, member)

        def quick(plain: Any, _: Any) -> Any:
            need(plain, dict, "a mapping")
            return FrozenMapping({key: hook(part, member) for key, part in plain.items()})

        def explained(plain: Any, _: Any) -> Any:
            need(plain, dict, "a mapping")
            made = _collected((key, part, each) for key, part in plain.items())
            return FrozenMapping(dict(zip(plain, made, strict=True)))

        return explained if self.explaining else quick

    def either(self, tp: Any) -> Hook:
        """Read a union: None stays, a word stays, a mapping is a class, the rest one other type."""
        options = [each for each in get_args(tp) if each is not types.NoneType]
        optional = len(options) < len(get_args(tp))
        if len(options) == 1:
            return _optional(self.hook(options[0]), options[0])
        words = [word for each in options if get_origin(each) is Literal for word in get_args(each)]
        objects = [each for each in options if is_object(each)]
        others = [each for each in options if get_origin(each) is not Literal and each not in objects]
        as_class = (
            Condition if objects and issubclass(objects[0], Condition) else objects[0] if objects else None
        )
        expected = " or ".join([*words, *("a mapping" for _ in objects)])

        def choose(plain: Any, _: Any) -> Any:
            if (plain is None and optional) or (isinstance(plain, str) and plain in words):
                return plain
            if isinstance(plain, dict) and as_class is not None:
                return self.converter.structure(plain, as_class)
            if others:
                return self.converter.structure(plain, others[0])
            code = "GB104" if isinstance(plain, str) else "GB101"
            message = f"expected {expected}, got {plain!r:.60}"
            hint = written_as_mapping(plain, as_class) if is_object(as_class) else ""
            raise Fault([Problem((), code, message, plain, expected, hint)])

        return choose

    def object(self, cls: Any) -> Hook:
        """Read a class from a mapping of its fields; ``x-`` keys go to its ``extra``."""
        hints = type_hints(cls)
        make = self._explained(cls, hints) if self.explaining else self._made(cls, hints)
        if "extra" not in hints:
            return make
        names = hints.keys() - {"extra"}
        return lambda plain, _: make(
            _gathered(plain) if isinstance(plain, dict) and not plain.keys() <= names else plain, cls
        )

    def _made(self, cls: Any, hints: Mapping[str, Any]) -> Hook:
        """Read only the keys that are there; any other is a KeyError.

        The constructor gets the very names of its fields, not the equal texts of the file:
        Python finds an argument by identity several times faster than by comparison.
        """
        fields = {name: (name, self.hook(hint)) for name, hint in hints.items()}
        for field in attrs.fields(cls):
            if field.default == "" and problems_with("", hints[field.name]):
                # An empty id is the constructor's way to leave it out, and no id for a file.
                fields[field.name] = (field.name, _checking(fields[field.name][1], hints[field.name]))

        def make(plain: Any, _: Any) -> Any:
            made: dict[str, Any] = {}
            for key, part in plain.items():
                name, hook = fields[key]
                made[name] = part if hook is _as_is else hook(part, None)
            return cls(**made)

        return make

    def _explained(self, cls: Any, hints: Mapping[str, Any]) -> Hook:
        hooks = {
            name: override(struct_hook=self.checked(self.hook(hint), hint)) for name, hint in hints.items()
        }
        inner: Hook = make_dict_structure_fn(cls, self.converter, **hooks)  # type: ignore[arg-type]  # fields by name

        def explain(plain: Any, _: Any) -> Any:
            need(plain, dict, f"a mapping with the fields of {cls.__name__}", written_as_mapping(plain, cls))
            return inner(plain, cls)

        return explain


def _checking(hook: Hook, tp: Any) -> Hook:
    def check(plain: Any, _: Any) -> Any:
        made = hook(plain, tp)
        if found := tuple(problems_with(made, tp)):
            raise Fault(map(with_actor_meant, found))
        return made

    return check


def _is(cls: type) -> Callable[[Any], bool]:
    return lambda tp: tp is cls


def _reading(cls: type, read: Callable[[Any], Any]) -> Hook:
    return lambda plain, _: plain if isinstance(plain, cls) else read(plain)


def _optional(hook: Hook, tp: Any) -> Hook:
    if hook is _as_is:
        return _as_is
    return lambda plain, _: None if plain is None else hook(plain, tp)


def _gathered(plain: Mapping[str, Any]) -> dict[str, Any]:
    if "extra" in plain:
        raise Fault([Problem(("extra",), "GB102", "unknown key 'extra'; write the x- keys themselves")])
    extra = {key: value for key, value in plain.items() if key.startswith("x-")}
    return {key: value for key, value in plain.items() if key not in extra} | {"extra": extra}


def _doubles(plain: list[Any]) -> list[Problem]:
    texts = [repr(each) for each in plain]
    return [
        Problem((index,), "GB109", f"{plain[index]!r:.60} is listed twice", plain[index])
        for index, text in enumerate(texts)
        if text in texts[:index]
    ][:1]


def _collected(parts: Iterable[tuple[str | int, Any, Hook]]) -> list[Any]:
    """Read every part; raise all that is wrong with any of them, each below its own place."""
    made: list[Any] = []
    found: list[Problem] = []
    for step, plain, hook in parts:
        try:
            made.append(hook(plain, None))
        except Exception as error:  # noqa: BLE001 - told apart by faults_of
            found.extend(problem.under(step) for problem in faults_of(error))
    if found:
        raise Fault(found)
    return made
