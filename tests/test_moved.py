"""Old names of modules."""

import importlib
import sys
from importlib.util import find_spec
from operator import attrgetter

import pytest

import geobrief.answer
from geobrief import moved


def test_a_module_that_moved_answers_under_its_old_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """It must warn with the new name, and its names must be the same objects, also those renamed."""
    monkeypatch.setitem(moved.MOVED, "geobrief.old_answer", "geobrief.answer")
    monkeypatch.setitem(moved.RENAMED, "geobrief.old_answer", {"Reply": "Answer"})
    with pytest.warns(DeprecationWarning, match=r"geobrief\.old_answer has moved: import geobrief\.answer"):
        old = importlib.import_module("geobrief.old_answer")
    monkeypatch.delitem(sys.modules, "geobrief.old_answer")
    assert old.Answer is geobrief.answer.Answer
    assert old.Reply is geobrief.answer.Answer


@pytest.mark.parametrize(("old", "new"), moved.MOVED.items())
def test_every_row_leads_from_a_name_that_is_gone_to_one_that_is_there(old: str, new: str) -> None:
    """No module may stand under a name that is listed as old, and each new name must be importable."""
    spec = find_spec(old)
    assert spec is not None
    assert isinstance(spec.loader, moved.OldName)
    assert find_spec(new) is not None


@pytest.mark.parametrize(
    ("old", "name", "new"),
    [(old, name, new) for old, names in moved.RENAMED.items() for name, new in names.items()],
)
def test_every_renamed_name_is_there(old: str, name: str, new: str) -> None:
    """What a row promises under an old name must exist under the new one, and not under the old."""
    found = importlib.import_module(moved.MOVED[old])
    assert hasattr(found, new)
    assert not hasattr(found, name)


@pytest.mark.parametrize(
    ("module", "name"), [(module, name) for module, names in moved.MOVED_NAMES.items() for name in names]
)
def test_a_name_that_left_its_module_answers_there(module: str, name: str) -> None:
    """It must be what now stands elsewhere, and say where."""
    new, _, found = moved.MOVED_NAMES[module][name].partition(":")
    with pytest.warns(DeprecationWarning, match=f"import {found} from {new}"):
        assert getattr(importlib.import_module(module), name) is attrgetter(found)(
            importlib.import_module(new)
        )


def test_a_name_that_never_was_in_such_a_module_is_still_missing() -> None:
    """A misspelt name must raise as it does everywhere."""
    with pytest.raises(AttributeError, match="has no attribute 'shapes'"):
        getattr(importlib.import_module("geobrief.constraint.shape"), "shapes")  # noqa: B009 - it is not there


def test_a_module_that_never_was_is_still_not_found() -> None:
    """A misspelt module must raise as it does everywhere."""
    with pytest.raises(ModuleNotFoundError, match=r"geobrief\.lawn"):
        importlib.import_module("geobrief.lawn")
