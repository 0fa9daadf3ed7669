"""The means by which a state consents to be bound by a treaty."""

from typing import Literal

__all__ = ["Means"]

Means = Literal[
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal_confirmation",
    "consent_to_be_bound",
    "simplified_procedure",
    "ratification_ad_referendum",
]
"""How a state consents to be bound (VCLT 2(1)(b), 11, 14–16; VCSS 17, 22; VCLT-IO 14)."""
