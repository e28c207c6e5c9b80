"""A guide with everything that data may say, and with what may be in no file that leaves the house."""

import random
from datetime import date

from guide.content.load import load_guide
from guide.errors import ERROR
from guide.project import open_project

TODAY = date(2026, 4, 2)
MAIN = """\
title: Help near you
edition: {number: 1, colour: blue, date: 2026-04-01}
help_now: [{text: In danger, phone: "911"}]
"""
FOOD = r"""
title: Food and meals
introduction: Eat here.
listings:
  - id: harbor
    name: Harbor Kitchen
    short_name: HK
    name_note: church hall
    alternate_names: [The Harbor, Soup; and bread]
    former_names: [Old Kitchen]
    summary: hot meals
    alert: {text: New address, from: 2026-04-01, until: 2026-05-01}
    status: {is: closed for now, from: 2026-04-01, until: 2026-04-20}
    phones:
      - 773-471-0999
      - {number: 773-471-0998, extension: "5", type: fax, description: the office}
      - {number: 741741, keyword: HELLO}
      - See website
    email: help@harbor.org
    emails: [{email: night@harbor.org, label: at night}]
    website: https://harbor.org/a?b=1
    websites: [{website: https://harbor.org/menu, label: menu of the week}]
    hours: ["Mo-Fr 09:00-17:00; Sa[1,3] 10:00-12:00; PH off"]
    locations:
      - name: Pier
        care_of: St. Anne
        attention: Ana Ruiz
        postal_name: Harbor Inc.
        address: {address_1: 12 Pier Street, address_2: Suite 5, neighborhood: Docks, city: Larkin, state_province: OR, postal_code: "97401"}
        phones: [{number: 800-555-4357, type: toll-free}]
        hours: [Monday to Friday 9am-noon, Saturday 10am-2pm]
        languages: English, Spanish
        accessibility: Ramp
        transportation: Bus 5
        verified: 2026-03-01
        latitude: 44.05
        longitude: -123.09
      - name: Hill
        address: {po_box: PO Box 498, station: Hill Station, city: Toronto, state_province: "ON", postal_code: M5V 1A1, country: CA}
    service_areas: [{county: Larkin County, state_province: OR}, {postal_codes: ["97401", "97402"]}]
    description: |
      Meals for **all**, see [the menu](https://harbor.org/menu) and [[refuge]].

      - soup
      - bread
    eligibility_description: Anyone
    fees_description: Free
    required_documents: nothing
    how_to_apply: Come
    waiting_time: "=SUM(1+1)"
    languages: English
    accessibility: "- steps"
    transportation: "'=x"
    minimum_age: 18
    maximum_age: 64
    programs:
      - name: Pantry
        location: Pier
        description: Bags of food.
        phones: [773-471-0997]
        hours: ["Tu 10:00-12:00"]
        fees_description: "$2"
        services: [Groceries]
      - name: Zetaprogram
        print: no
        description: Zetawords
    services: [Hot meals]
    audience: [Youth]
    verified: 2026-03-01
    verified_by: Zetaperson
    source: Zetasource
  - id: zetalisting
    name: Zetaname
    print: no
    print_reason: Zetareason
    phones: [773-471-0666]
  - see: group
"""
SAFE = r"""
title: Safe places
listings:
  - id: refuge
    name: Refuge
    phones: [773-471-0111]
    locations:
      - address: {address_1: 990 Zetastreet, city: Larkin, state_province: OR, postal_code: "97999", confidential: yes}
        latitude: 44.123456
        longitude: -123.654321
        care_of: Zetacareof
        phones: [773-471-0112]
  - id: gone
    name: Gone House
    status: closed for good
    description: It has closed.
  - id: group
    name: Night Group
    address: {city: Larkin, state_province: OR}
    meetings:
      - hours: Mo 19:00-20:00
        name: Women's meeting
        formats: [women, hybrid]
        note: Side door
        link: https://meet.larkin.org/a
        meeting_id: 123 456
        passcode: "007"
        dial_in: {number: 773-471-0222, extension: "9"}
"""
SECRETS = (
    "zeta",
    "773-471-0666",
    "17734710666",
    "97999",
    "990 ",
    "44.123",
    "123.654",
)  # in no byte of what is given out


def rich(folder):
    """The guide in a folder; its path."""
    texts = {"guide.yaml": MAIN, "sections/1-food.yaml": FOOD, "sections/2-safe.yaml": SAFE}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def printed(folder):
    """What is printed of the guide in a folder."""
    return open_project(folder, TODAY).printed


def loaded(folder):
    """A guide as it is read, in which nothing is wrong."""
    guide, problems = load_guide(folder)
    assert [str(each) for each in problems if each.level == ERROR] == []
    return guide


def secrets_in(data):
    """What may be in no file, and is in these bytes, however it is written there."""
    low = data.decode("utf-8", "replace").casefold()
    return [each for each in SECRETS if each in low or each.replace("-", "") in low.replace("-", "")]


# --- listings by lot --------------------------------------------------------------------------------

WORDS = "Harbor Larkin Food Clinic legal aid night =SUM(1) +1 -x @b 'tis '=x ''-y 'quoted' a;b a,b \"c\" [x] *y* _z_ #1 café العربية 中文 🍞 | \\ <b> &amp; 1. no yes 0012 1e3".split()
PLAIN_WORDS = "Harbor Larkin Food Clinic legal aid night youth meals".split()
HOURS = (
    ["Mo-Fr 09:00-17:00"],
    ["Monday to Friday 9am-5pm", "Saturday 10am-noon"],
    ["24/7"],
    ["Ring the bell"],
    ["Tu[2] 10:00-12:00; Dec 24 off"],
    ["Mo-Th 22:00-02:00", "by appointment"],
)
PHONES = ("773-471-0999", "800-HELP-NOW", "988", "See website", "+44 20 7946 0123", "212-686-0101")


class Lot:
    """Content by lot, as its files have it."""

    def __init__(self, seed):
        self.lot = random.Random(seed)

    def words(self, most=4, words=WORDS):
        """Some words."""
        return " ".join(self.lot.choices(words, k=self.lot.randint(1, most)))

    def maybe(self, values):
        """Some of the values."""
        return {key: make() for key, make in values.items() if self.lot.random() < 0.4}

    def phone(self):
        """A number."""
        return {"number": self.lot.choice(PHONES)} | self.maybe(
            {
                "extension": lambda: str(self.lot.randint(1, 999)),
                "type": lambda: self.lot.choice(("fax", "tty", "toll-free", "call or text")),
                "description": self.words,
            }
        )

    def address(self):
        """An address."""
        return {"city": "Larkin"} | self.maybe(
            {
                "address_1": lambda: f"{self.lot.randint(1, 99)} {self.words(2, PLAIN_WORDS)} Street",
                "address_2": lambda: "Suite 5",
                "po_box": lambda: "PO Box 9",
                "station": lambda: "Hill Station",
                "neighborhood": lambda: "Docks",
                "state_province": lambda: "OR",
                "postal_code": lambda: "01002",
                "country": lambda: "CA",
            }
        )

    def contact(self):
        """How to reach somebody."""
        return self.maybe(
            {
                "phones": lambda: [self.phone() for _ in range(self.lot.randint(1, 3))],
                "email": lambda: "a@b.org",
                "website": lambda: "https://b.org/x",
                "emails": lambda: [{"email": "c@b.org"}, {"email": "d@b.org", "label": self.words()}],
                "websites": lambda: [{"website": "https://b.org/y", "label": self.words()}],
                "hours": lambda: self.lot.choice(HOURS),
            }
        )

    def facts(self):
        """Facts and a text."""
        return self.maybe(
            {
                "fees_description": self.words,
                "eligibility_description": self.words,
                "required_documents": self.words,
                "cost": lambda: self.lot.choice(
                    ("free", ["sliding scale", "10-40 USD"], ["donation", "2.50 USD"])
                ),
                "languages": lambda: self.lot.choice(("English, Spanish", "es, zh-Hans, others by phone")),
                "minimum_age": lambda: "18",
                "description": lambda: "\n\n".join(
                    ("Hot **meals**.", "- soup\n- bread", "1\\. of May")[: self.lot.randint(1, 3)]
                ),
            }
        )

    def office(self, number):
        """An office."""
        return {"name": f"Office {number}", "address": self.address(), **self.contact()} | self.maybe(
            {
                "attention": lambda: "Ana Ruiz",
                "transportation": self.words,
                "latitude": lambda: "44.05",
                "verified": lambda: "2026-03-01",
            }
        )

    def listing(self, number):
        """A listing."""
        place = self.lot.choice(
            (
                {},
                {"address": self.address()},
                {"locations": [self.office(each) for each in range(self.lot.randint(1, 3))]},
            )
        )
        own = {
            "id": f"l{number}",
            "name": f"{self.words(3)} {number}",
            **place,
            **self.contact(),
            **self.facts(),
        }
        return own | self.maybe(
            {
                "short_name": lambda: "HK",
                "name_note": self.words,
                "alternate_names": lambda: [self.words(), self.words()],
                "former_names": lambda: [self.words()],
                "summary": self.words,
                "alert": lambda: self.lot.choice(
                    (self.words(), {"text": self.words(), "until": "2027-01-01"})
                ),
                "status": lambda: self.lot.choice(
                    ("closed for now", "closed for good", {"is": "closed for now", "from": "2026-04-01"})
                ),
                "service_areas": lambda: [
                    {"county": "Larkin County"},
                    {"postal_codes": ["01002", "01003"], "state_province": "OR"},
                ],
                "programs": lambda: [
                    {"name": f"Program {each}", **self.contact(), **self.facts()} for each in range(2)
                ],
                "services": lambda: ["Food", "Hot; meals"],
                "audience": lambda: ["Youth"],
                "verified": lambda: "2026-03-01",
                "meetings": lambda: [
                    {
                        "hours": "Mo 19:00-20:00",
                        "name": self.words(),
                        "formats": ["women"],
                        "dial_in": {"number": "773-471-0999"},
                    }
                ],
            }
        )
