"""Checks: rules over a whole brief, each a plain function with its codes."""

from geobrief.checks.rule import problems, rules

__all__ = ["problems", "rules"]
