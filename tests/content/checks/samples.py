"""A guide of one listing, for tests of checks."""

from datetime import date

GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"


FOOD = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"


TODAY = date(2026, 11, 23)


def two(first, second, name="Meals on the Hill"):
    """Two listings with these lines."""
    return (
        FOOD
        + "".join(f"    {line}\n" for line in first)
        + f"  - id: meals\n    name: {name}\n"
        + "".join(f"    {line}\n" for line in second)
    )
