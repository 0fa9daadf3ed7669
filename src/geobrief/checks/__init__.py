"""Checks: rules over a whole brief, each a plain function with its codes."""

from geobrief.checks.rule import RULES, problems

__all__ = ["RULES", "problems"]
