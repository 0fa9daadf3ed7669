"""The recipes of the cookbook."""

import re
from pathlib import Path

import pytest

import geobrief as gb

COOKBOOK = Path(__file__).parent.parent / "docs" / "cookbook.md"
HEADER = "geobrief: 1\ntitle: A recipe\nas_of: 2025-01-01\n"
RECIPE = re.compile(r"^## (.+?)\n.*?```yaml\n(.+?)```", re.DOTALL | re.MULTILINE)
RECIPES = RECIPE.findall(COOKBOOK.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "recipe"), RECIPES, ids=[title for title, _ in RECIPES])
def test_every_recipe_loads_and_is_sound(title: str, recipe: str) -> None:
    """A recipe is a brief in which only sources may be wanting."""
    brief = gb.loads(HEADER + recipe, file=title)
    assert len(brief) > 0
    assert {issue.code for issue in gb.check(brief)} <= {"GB401"}


def test_there_are_recipes() -> None:
    """The page is found and its recipes are recognised."""
    assert len(RECIPES) >= 10
