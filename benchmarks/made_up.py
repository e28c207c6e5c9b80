"""Made-up directories of any size, the same for the same number: every name, number and place is drawn by lot.

The data have the form that `benchmarks.convert` and the peers read.
"""

import random

FIRST = "Harbor Elm Cedar Lakeview Riverside Hopewell Juniper Lantern Maple Northgate Orchard Prairie Quincy Redwood Peña Łucja Zoë".split()
KINDS = (
    "Food Pantry|Community Kitchen|Family Shelter|Legal Clinic|Health Center|Dental Clinic|Recovery House|Job Center|"
    "Youth Club|Senior Center|Tenants' Union|Crisis Line|Tool Library|Mobile Clinic|Reentry Project"
).split("|")
CITIES = "Ashford|East Haven|Granada Hills|Huntley|Kingsbury|La Cañada|New Ulm|Oxnard|Upton|Winslow|York Mills".split(
    "|"
)
STREETS = "Main Church Washington Lincoln Franklin Mill Spring Chestnut Willow Orchard Bridge Market".split()
LABELS = ("Main office", "North site", "Annex", "Evening site", "Mobile stop", "Downtown")
HELP = (
    "groceries|hot meals|beds for the night|help with rent|legal advice|primary care|dental cleanings|vaccinations|counseling|"
    "support groups|language classes|childcare|bus passes|winter coats|diapers|tax help"
).split("|")
PEOPLE = (
    "families with young children|older adults|veterans|people without housing|newcomers|teenagers|people who leave prison|"
    "tenants who may lose their home|anyone in the county"
).split("|")
TOPICS = "Food|Shelter|Health|Dental care|Legal help|Work|Schools|Families|Older adults|Transport|Clothing|Money|Recovery".split(
    "|"
)
SECTION = 20  # listings, about


def sentence(lot):
    """One plain sentence."""
    first, second = lot.sample(HELP, 2)
    who, other = lot.sample(PEOPLE, 2)
    return lot.choice(
        (
            f"Offers {first} and {second} to {who}.",
            f"Helps {who} and {other} to find {first} in or near {lot.choice(CITIES)}.",
            f"Call before {lot.randint(8, 11)}:30 in the morning if you need {first} on the same day.",
            f"No appointment is needed for {first}, but call ahead about {second}.",
            f"Bring a letter with your name and address; {who} may be asked for one more paper.",
            f"Nobody is turned away from {first} for lack of money.",
        )
    )


def site(lot, label):
    """An office with an address and a number or two."""

    def number():
        return f"{lot.randint(201, 989)}-555-{lot.randint(0, 9999):04}"

    street = [f"{lot.randint(1, 9999)} {lot.choice(STREETS)} Street"]
    street += [f"Suite {lot.randint(1, 40)}"] * (lot.random() < 0.3)
    phones = [{"label": "Phone", "number": number()}]
    phones += [{"label": lot.choice(("Toll free", "Text", "TTY", "Fax")), "number": number()}] * (
        lot.random() < 0.4
    )
    place = f"{lot.choice(CITIES)}, {lot.choice(('CA', 'MN', 'NY', 'TX'))} {lot.randint(10000, 99999)}"
    return {"label": label, "address": [*street, place], "phones": phones}


def listing(lot, number):
    """A listing with one to three offices."""
    name = f"{lot.choice(FIRST)} {lot.choice(KINDS)} {number}"
    host = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name.lower())
    return {
        "id": f"l{number}",
        "name": name,
        "description": " ".join(sentence(lot) for _ in range(lot.randint(3, 8))),
        "sites": [site(lot, label) for label in lot.sample(LABELS, lot.choice((1, 1, 1, 2, 3)))],
        "email": f"help@{host}.example.org",
        "url": f"https://www.{host}.example.org",
    }


def make_directory(count, section=SECTION):
    """A directory of so many listings as plain data, in sections of so many."""
    lot = random.Random(count)
    sections = []
    for start in range(0, count, section):
        number = start // section
        title = TOPICS[number % len(TOPICS)] + (
            f", part {number // len(TOPICS) + 1}" if count > section * len(TOPICS) else ""
        )
        listings = [listing(lot, each) for each in range(start + 1, min(count, start + section) + 1)]
        sections.append({"id": f"s{number}", "title": title, "intro": sentence(lot), "listings": listings})
    return {
        "title": "Community resource guide",
        "subtitle": "Who helps, and where",
        "publisher": "The county",
        "edition": "Edition 1",
        "lang": "en",
        "sections": sections,
    }
