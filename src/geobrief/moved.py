"""What has moved: modules and names that can still be imported as they were, and warn with the new place.

Only what the reference named, or whose classes stand in pickles, is listed; a row goes when the
time that `docs/stability.md` promises is over.
"""

import importlib
import warnings
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from operator import attrgetter
from types import ModuleType
from typing import Any, Final

__all__ = ["MOVED", "MOVED_NAMES", "RENAMED", "OldName", "old_name"]

MOVED: Final[dict[str, str]] = {
    "geobrief.brief.diff": "geobrief.brief.compare",
    "geobrief.brief.part": "geobrief.brief.parts",
    "geobrief.codec.json_format": "geobrief.codec.formats.json",
    "geobrief.codec.jsonl_format": "geobrief.codec.formats.jsonl",
    "geobrief.codec.toml_format": "geobrief.codec.formats.toml",
    "geobrief.codec.yaml_format": "geobrief.codec.formats.yaml",
    "geobrief.law.asked": "geobrief.law.status",
}
"""The new name of each module by its old one; a package stands before what was in it."""

RENAMED: Final[dict[str, dict[str, str]]] = {
    "geobrief.law.asked": {"AskedTreaty": "TreatyStatus"},
}
"""By the old name of a module: the names in it that are called otherwise in the new one."""

MOVED_NAMES: Final[dict[str, dict[str, str]]] = {
    "geobrief.brief.timeline": {
        "Recorded": "geobrief.brief.brief:Brief",
        "timeline": "geobrief.brief.brief:Brief.timeline",
    },
    "geobrief.constraint.constrained": {"type_hints": "geobrief.constraint.shape:type_hints"},
    "geobrief.constraint.shape": {
        "problems_with": "geobrief.constraint.validator:problems_with",
        "shape": "geobrief.constraint.validator:validator_for",
    },
    "geobrief.model.deployment": {"Shape": "geobrief.model.deployment:DeploymentShape"},
    "geobrief.values.source": {
        "CREDIBILITY": "geobrief.values.citation:CREDIBILITY",
        "Credibility": "geobrief.values.citation:Credibility",
        "as_citations": "geobrief.values.citation:as_citations",
    },
}
"""By a module that is still there: the names that have left it, and where each is now."""


def old_name(module: str, name: str) -> Any:
    """Give what a module held under a name; its own ``__getattr__`` asks for it."""
    if name not in MOVED_NAMES[module]:
        raise AttributeError(f"module {module!r} has no attribute {name!r}")
    new, _, found = MOVED_NAMES[module][name].partition(":")
    warnings.warn(f"{module}.{name} has moved: import {found} from {new}", DeprecationWarning, stacklevel=3)
    return attrgetter(found)(importlib.import_module(new))


class OldName(Loader):
    """Loads a module under the name that it had."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Make a module whose names are looked up in the new one."""
        new, renamed = MOVED[spec.name], RENAMED.get(spec.name, {})
        warnings.warn(f"{spec.name} has moved: import {new}", DeprecationWarning, stacklevel=2)
        found = importlib.import_module(new)
        module = ModuleType(spec.name, found.__doc__)

        def get(name: str) -> Any:
            return getattr(found, renamed.get(name, name))

        module.__dict__["__getattr__"] = get
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave the module as it was made."""
