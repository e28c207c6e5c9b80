"""Write the content files of a guide from the JSON of a synthetic directory: python -m benchmarks.convert DATA.json FOLDER

The JSON holds {"title", "subtitle", "publisher", "sections": [{"id", "title", "intro", "listings": [{"id", "name",
"description", "sites": [{"label", "address": [line, ...], "phones": [{"label", "number"}]}], "email", "url"}]}]}.
"""

import json
import re
import sys
from pathlib import Path

PHONE_TYPES = {"Phone": "voice", "Toll free": "toll-free", "TTY": "tty", "Text": "text", "Fax": "fax"}
PLACE = re.compile(r"(.+), ([A-Z]{2}) (\d{5})$")

# Names, numbers and places are drawn by lot, so these checks would complain of nearly every listing.
MADE_UP = (
    "placeholder",
    "phone-impossible",
    "phone-area",
    "phone-said",
    "address-code",
    "address-state",
    "never-verified",
    "reading-level",
    "repeated-text",
    "web-long",
    "same-phone",
    "same-address",
    "same-name",
)


def quoted(text):
    """A text as a YAML scalar: JSON's double quotes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def site_lines(site):
    """A site as the lines of a location."""
    *street, place = site["address"]
    city, state, postal_code = PLACE.match(place).groups()
    values = {
        "address_1": street[0],
        "address_2": ", ".join(street[1:]),
        "city": city,
        "state_province": state,
        "postal_code": postal_code,
    }
    yield f"      - name: {quoted(site['label'])}"
    yield "        address:"
    for key, value in values.items():
        if value:
            yield f"          {key}: {quoted(value)}"
    yield "        phones:"
    for phone in site["phones"]:
        yield f"          - number: {quoted(phone['number'])}"
        yield f"            type: {PHONE_TYPES[phone['label']]}"


def listing_lines(listing):
    yield f"  - id: {listing['id']}"
    yield f"    name: {quoted(listing['name'])}"
    yield f"    email: {quoted(listing['email'])}"
    yield f"    website: {quoted(listing['url'])}"
    yield f"    description: {quoted(listing['description'])}"
    yield "    locations:"
    for site in listing["sites"]:
        yield from site_lines(site)


def section_lines(section):
    yield f"id: {section['id']}"
    yield f"title: {quoted(section['title'])}"
    yield f"introduction: {quoted(section['intro'])}"
    yield "page: flows on"
    yield "listings:"
    for listing in section["listings"]:
        yield from listing_lines(listing)


def guide_lines(data):
    yield f"title: {quoted(data['title'])}"
    yield f"subtitle: {quoted(data['subtitle'])}"
    yield f"language: {data['lang']}"
    yield f"publisher:\n  name: {quoted(data['publisher'])}"
    yield "edition:\n  number: 1\n  colour: blue\n  date: 2026-01-15"
    yield "checks_off:"
    for name in MADE_UP:
        yield f"  - name: {name}\n    reason: The data are made up."
    yield "sections:"
    for number, section in enumerate(data["sections"], 1):
        yield f"  - sections/{number:04}-{section['id']}.yaml"


def convert(data, folder):
    """Write guide.yaml and a file for each section into a folder."""
    sections = folder / "sections"
    sections.mkdir(parents=True, exist_ok=True)
    (folder / "guide.yaml").write_text("\n".join(guide_lines(data)) + "\n", encoding="utf-8")
    for number, section in enumerate(data["sections"], 1):
        path = sections / f"{number:04}-{section['id']}.yaml"
        path.write_text("\n".join(section_lines(section)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
