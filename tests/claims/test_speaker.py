"""Who speaks for whom, and under what name."""

from geobrief.claims.speaker import introduced, named, principal, principals
from geobrief.model.declared_actor import DeclaredActor

ACTORS = {
    "nis": DeclaredActor(kind="agency", name="National Intelligence Service", of="KOR"),
    "spokesman": DeclaredActor(kind="person", name="A spokesman", of="nis"),
    "pair": DeclaredActor(kind="coalition", name="The two", members=["USA", "nis"]),
    "joint-staff": DeclaredActor(kind="coalition", name="Joint Staff", of="JPN", members=["USA"]),
    "one": DeclaredActor(kind="other", name="One", of="two"),
    "two": DeclaredActor(kind="other", name="Two", of="one"),
}


def test_who_belongs_to_a_state_speaks_for_it() -> None:
    """A spokesman of an agency speaks for the state, and a former state is the same one."""
    assert principal("spokesman", ACTORS) == "KOR"
    assert principal("SUN", ACTORS) == "RUS"
    assert principal("wagner", ACTORS) == "wagner"


def test_circles_end() -> None:
    """Two that are each said to be part of the other do not stall."""
    assert principal("one", ACTORS) == "two"


def test_a_coalition_speaks_for_its_members() -> None:
    """Members count, those of a coalition that is part of a state too."""
    assert principals(["pair"], ACTORS) == {"pair", "USA", "KOR"}
    assert principals(["joint-staff"], ACTORS) == {"JPN", "USA"}


def test_names() -> None:
    """An agency is shown with its state unless its name tells; an unknown code stays as it is."""
    assert named("nis", ACTORS) == "National Intelligence Service"
    assert introduced("nis", ACTORS) == "National Intelligence Service (South Korea)"
    assert introduced("spokesman", ACTORS) == "A spokesman (National Intelligence Service)"
    assert introduced("PRK", ACTORS) == "North Korea"
    assert introduced("nobody-knows", ACTORS) == "nobody-knows"
    whole = {"us-navy": DeclaredActor(kind="armed_force", name="United States Navy", of="USA")}
    assert introduced("us-navy", whole) == "United States Navy"
