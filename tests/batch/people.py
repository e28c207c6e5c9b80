"""A guide and people for tests of batches."""

import yaml

TOWNS = {  # city: (first ZIP, latitude, longitude)
    "Harbor City": ("60601", 41.88, -87.63),
    "Oak Park": ("60301", 41.89, -87.79),
    "Elgin": ("60120", 42.04, -88.28),
    "Peoria": ("61602", 40.69, -89.59),
}
TOPICS = {"food": "Food pantry", "beds": "Shelter"}


def listing(kind, number):
    """A listing in one of the towns, the first of them first."""
    city, (code, latitude, longitude) = list(TOWNS.items())[number % len(TOWNS)]
    place = {
        "address": {"address_1": f"{number + 1} {kind.title()} Street", "city": city, "state_province": "IL"}
    }
    place["address"]["postal_code"] = code
    if number % 3:
        place |= {"latitude": latitude + number / 1000, "longitude": longitude}
    return {
        "id": f"{kind}-{number}",
        "name": f"{kind.title()} {number}",
        "services": [TOPICS[kind]],
        "audience": ["Women"] if number % 5 == 0 else ["Everyone"],
        "phones": [{"number": f"773-471-{(1000 if kind == 'food' else 2000) + number:04}"}],
        "locations": [place],
        "description": "They help whoever comes. Ask at the desk for what you need today.",
    }


def write_guide(folder, each=30, **editions):
    """A content folder with so many listings in each of two sections, and perhaps edition files."""
    for name in ("sections", "editions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    guide = {"title": "Help near here", "edition": {"number": 1, "colour": "teal", "date": "2026-11-23"}}
    (folder / "guide.yaml").write_text(yaml.safe_dump(guide), encoding="utf-8")
    for place, kind in enumerate(TOPICS):
        section = {"title": kind.title(), "listings": [listing(kind, number) for number in range(each)]}
        (folder / "sections" / f"{place}-{kind}.yaml").write_text(yaml.safe_dump(section), encoding="utf-8")
    for name, text in editions.items():
        (folder / "editions" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
