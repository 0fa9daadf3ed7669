"""What an import loads: the front nothing, a record its own fields, and neither of them the machinery."""

import subprocess
import sys

import pytest

ATTRS = {"attr", "attrs"}
MACHINERY = {"cattr", "cattrs", "click", "json", "msgspec", "pydantic", "rich", "tomllib", "tomli_w", "yaml"}
HIGHER_ROOMS = {"actors", "answer", "ask", "brief", "checks", "claims", "cli", "codec", "examples", "law"}
OF_A_TREATY = {
    "geobrief",
    "geobrief.constraint",
    "geobrief.constraint.added_fields",
    "geobrief.constraint.check",
    "geobrief.constraint.constrained",
    "geobrief.constraint.meant",
    "geobrief.constraint.problem",
    "geobrief.constraint.shape",
    "geobrief.constraint.validator",
    "geobrief.errors",
    "geobrief.model",
    "geobrief.model.algebra",
    "geobrief.model.coverage",
    "geobrief.model.duration",
    "geobrief.model.entry_into_force",
    "geobrief.model.means",
    "geobrief.model.provision",
    "geobrief.model.record",
    "geobrief.model.treaty",
    "geobrief.model.treaty_in_force",
    "geobrief.model.wording",
    "geobrief.truth",
    "geobrief.values",
    "geobrief.values.calendar",
    "geobrief.values.convert",
    "geobrief.values.delay",
    "geobrief.values.edtf",
    "geobrief.values.exact",
    "geobrief.values.extra",
    "geobrief.values.identifier",
    "geobrief.values.likelihood",
    "geobrief.values.mapping",
    "geobrief.values.period",
    "geobrief.values.place",
    "geobrief.values.plain",
    "geobrief.values.citation",
    "geobrief.values.when",
    "geobrief.words",
}


def loaded_by(statement: str) -> set[str]:
    """Return the modules that a statement loads in a fresh interpreter."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def third_party(modules: set[str]) -> set[str]:
    """Return the packages that are neither ours nor of the standard library."""
    packages = {name.partition(".")[0] for name in modules}
    return packages - sys.stdlib_module_names - {"geobrief"}


def test_the_front_loads_only_itself() -> None:
    """``import geobrief`` loads one module, whatever it could give."""
    assert loaded_by("import geobrief") == {"geobrief"}


def test_a_treaty_loads_what_it_is_made_of() -> None:
    """``from geobrief import Treaty`` loads attrs and exactly the modules that its fields name."""
    modules = loaded_by("from geobrief import Treaty")
    assert third_party(modules) == ATTRS
    assert {name for name in modules if name.partition(".")[0] == "geobrief"} == OF_A_TREATY


@pytest.mark.parametrize(
    "name", ["Treaty", "Ratification", "Deployment", "Accusation", "WeaponsTest", "Consents"]
)
def test_records_load_no_machinery(name: str) -> None:
    """A record loads no parser, no converter, and no room above its own."""
    modules = loaded_by(f"from geobrief import {name}")
    assert not MACHINERY & {module.partition(".")[0] for module in modules}
    assert not HIGHER_ROOMS & {module.split(".")[1] for module in modules if module.startswith("geobrief.")}


def test_the_front_names_without_loading() -> None:
    """Listing the names of the front, or asking for one that it lacks, loads none of them."""
    assert loaded_by("import geobrief; dir(geobrief); hasattr(geobrief, 'Treatise')") == {"geobrief"}
