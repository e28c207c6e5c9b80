"""A small guide with some of everything, and what is shown of it on a screen."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from guide.content.choose.languages import choose_in_languages
from guide.language.words import words_in
from guide.model import Edition
from guide.project import open_project, words_of
from guide.web.guides import Shown
from guide.web.tree import Element, text_of, walk

TODAY = date(2026, 11, 23)
GUIDE = """
title: Help near <you> & yours
subtitle: Food and beds
language: en
country: US
website: https://www.example.org/guide
edition: {number: 3, colour: teal, date: 2026-11-23}
publisher: {name: "Harbor Clinic", email: guide@example.org, website: www.harbor.example, phone: 217-555-0100}
help_now:
  - {text: "In danger? Call", phone: 911}
  - {text: A bed for tonight, phone: 217-555-0101 ext. 4}
closing_notes: Groups move. See [[pantry]].
language_help: {phone: 217-555-0102, languages: [es, ar]}
topic_synonyms: {Narcan: Naloxone}
freshness: {warn_after: 5 years}
checks_off: [{name: placeholder, reason: a test}, {name: never-verified, reason: a test}, {name: address-incomplete, reason: a test}]
"""
FOOD = """
title: Food
icon: food
introduction: Come as you are, or see [[shelter]].
listings:
  - id: pantry
    name: Elm <Pantry>
    short_name: EP
    alternate_names: The Elm
    former_names: Old Pantry
    description: |
      Bags & boxes. See [[shelter]], or **call** the [council](https://example.org/?a=1&b=2).

      - bread
      - soup
    fees_description: Free; a gift is welcome
    languages: English, Spanish; others by phone
    services: [Food, Naloxone]
    audience: Families
    phones:
      - {number: 217-555-0110, type: call or text}
      - {number: 217-555-0111, type: fax}
      - {number: 217-555-0112, extension: "7", description: ask for Ann}
    email: elm@example.org
    website: www.elm.example/food
    address: {address_1: 12 Elm Street, city: Springfield, state_province: IL, postal_code: "62701"}
    hours: Mo-Fr 09:00-17:00; PH off
    verified: 2026-08-14
  - id: safe-house
    name: Safe House
    alert: "Closed <for> now"
    status: closed for now
    phones: 217-555-0113
    address: {confidential: yes, address_1: 1 Zanzibarstreet, city: Springfield, state_province: IL}
    fees_description: $20
  - id: hidden
    name: Hiddenhouse
    print: no
    print_reason: Hiddenreason
    phones: 217-555-0199
"""
BEDS = """
title: Beds
icon: bed
order: by city
listings:
  - id: shelter
    name: Shelter
    phones: 217-555-0120
    hours: 24/7
    languages: English
    service_areas: {county: Sangamon County, state_province: IL}
    programs:
      - name: Night desk
        phones: 217-555-0121
        hours: Mo-Su 20:00-26:00
        description: Ring the bell.
  - id: offices
    name: Many Offices
    office_table: yes
    services: Beds
    locations:
      - {name: North, address: {address_1: 1 First Street, city: Decatur, state_province: IL}, phones: 217-555-0130}
      - {name: South, address: {address_1: 2 Second Street, city: Decatur, state_province: IL}, phones: 217-555-0131, hours: Sa 10:00-12:00}
  - see: pantry
"""
WELCOME = "---\ntitle: Welcome\n---\nRead this *first*.\n\n## If you are new\n\nAsk.\n"
SPANISH = {
    "guide.yaml": 'title: {text: Ayuda cerca}\nhelp_now-1: {text: "¿Peligro? Llame al"}\n',
    "1-food.yaml": "title: {text: Comida}\nlistings:\n  pantry:\n    description: {text: Bolsas y cajas.}\n",
    "2-beds.yaml": "title: {text: Camas}\n",
}
ARABIC = {"guide.yaml": "title: {text: مساعدة قريبة}\n", "1-food.yaml": "title: {text: طعام}\n"}
TRANSLATIONS = {"es": SPANISH, "ar": ARABIC}


def write_guide(folder: Path) -> Path:
    """The content folder of the guide."""
    (folder / "sections").mkdir(parents=True)
    (folder / "pages").mkdir()
    (folder / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (folder / "sections" / "1-food.yaml").write_text(FOOD, encoding="utf-8")
    (folder / "sections" / "2-beds.yaml").write_text(BEDS, encoding="utf-8")
    (folder / "pages" / "welcome.md").write_text(WELCOME, encoding="utf-8")
    for language, files in TRANSLATIONS.items():
        (folder / "translations" / language).mkdir(parents=True)
        for name, text in files.items():
            (folder / "translations" / language / name).write_text(text, encoding="utf-8")
    return folder


def shown_of(folder: Path, **asked) -> Shown:
    """What an edition for a screen shows of the guide in a folder."""
    edition = Edition(**{"name": "web", "format": "web", **asked})
    project = open_project(folder, TODAY)
    assert project.guide, [str(each) for each in project.problems]
    chosen, _ = choose_in_languages(project.printed, edition, folder)
    second = (chosen.second, words_of(chosen.second)) if chosen.second else None
    return Shown(guide=chosen.guide, words=words_of(chosen.guide), edition=edition, second=second)


@cache
def shown(**asked) -> Shown:
    """The same of the guide above, read once."""
    with TemporaryDirectory() as folder:
        return shown_of(write_guide(Path(folder) / "content"), **asked)


def shown_as(language: str, **asked) -> Shown:
    """The guide as if it were written in another language: all that is said around the listings is."""
    one = shown(**asked)
    return replace(one, guide=replace(one.guide, language=language), words=words_in(language))


def by_id(root: Element, id: str) -> Element:
    """The element with an id."""
    return next(each for each in walk([root]) if ("id", id) in each.attributes)


def all_of(root: Element, tag: str = "", class_: str = "") -> list[Element]:
    """Elements of a kind, or of a class, in order."""
    return [
        each
        for each in walk([root])
        if (not tag or each.tag == tag)
        and (not class_ or class_ in dict(each.attributes).get("class", "").split())
    ]


def said(root: Element) -> str:
    """The words of an element with spaces as they are written."""
    return " ".join(text_of(root).replace("\u00a0", " ").split())
