"""The guide in content/ holds the facts that it was made from, exactly; docs/content.md tells how to write more."""

import re
from pathlib import Path

import pytest
from PIL import Image

from guide.content.load import load_guide
from guide.content.records import contact, guide_file, listings, mail
from guide.model import BulletList
from guide.reading.fields import Record

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
CONTENT_DOC = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")

RECORDS = [
    record
    for module in (contact, guide_file, listings, mail)
    for record in vars(module).values()
    if isinstance(record, Record)
]
PNG = bytes.fromhex(  # one black pixel
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef924"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)

SECTIONS = {
    "Harm reduction organizations": [
        "Harm Reduction Coalition",
        "Drug Policy Alliance",
        "The Chicago Recovery Alliance",
        "Insite",
        "North American Syringe Exchange Network",
        "International Harm Reduction Association",
        "Harm Reduction Hawaii",
    ],
    "Drug user unions": [
        "San Francisco Drug Users Union",
        "Vancouver Area Network of Drug Users",
        "VOCAL New York",
    ],
    "Support groups for cutting down or stopping": [
        "Moderation Management",
        "Harm Reduction, Abstinence, Moderation Support",
        "Women for Sobriety",
        "Secular Organizations for Sobriety",
        "LifeRing Secular Recovery",
        "SMART Recovery",
    ],
    "Self-help software": ["Behavioral Self-Control Program for Windows", "Drinker's Check-Up"],
}

SHORT_NAMES = {
    "Harm Reduction Coalition": "HRC",
    "Drug Policy Alliance": "DPA",
    "The Chicago Recovery Alliance": "CRA",
    "North American Syringe Exchange Network": "NASEN",
    "Harm Reduction Hawaii": "HRH",
    "Vancouver Area Network of Drug Users": "VANDU",
    "Moderation Management": "MM",
    "Harm Reduction, Abstinence, Moderation Support": "HAMS",
    "Women for Sobriety": "WFS",
    "Secular Organizations for Sobriety": "SOS",
}

# For each office: label, postal name, c/o, person, street, suite or floor, box, station, city, state, ZIP, country.
OFFICES = {
    "Harm Reduction Coalition": [
        "| | | |22 West 27th Street|5th Floor| | |New York|NY|10001|",
        "California| | | |1440 Broadway|Suite 510| | |Oakland|CA|94612|",
    ],
    "Drug Policy Alliance": [
        "| | | |70 West 36th Street|16th Floor| | |New York|NY|10018|",
        "| | | |131-10th Street| | | |San Francisco|CA|94103|",
    ],
    "The Chicago Recovery Alliance": ["| | |Dan Bigg|3110 West Taylor Street| | | |Chicago|IL|60612|"],
    "Insite": ["| | | | | | | |Vancouver|British Columbia| |CA"],
    "San Francisco Drug Users Union": ["| | | |149 Turk Street| | | |San Francisco|CA|94102|"],
    "Moderation Management": [
        "|Moderation Management Network, Inc.|HRC| |22 West 27th Street|5th Floor| | |New York|NY|10001|",
    ],
    "Harm Reduction, Abstinence, Moderation Support": [
        "|The HAMS Harm Reduction Network, Inc.| | | | |PO Box 498|Prince Street Station|New York|NY|10012|",
    ],
    "Women for Sobriety": ["|Women for Sobriety, Inc.| | | | |PO Box 618| |Quakertown|PA|18951-0618|"],
    "Secular Organizations for Sobriety": [
        "|SOS International Clearinghouse, The Center for Inquiry-West| | |4773 Hollywood Boulevard| | | "
        "|Hollywood|CA|90027|",
    ],
    "LifeRing Secular Recovery": [
        "|LifeRing Service Center| | |1440 Broadway|Suite 312| | |Oakland|CA|94612-2023|"
    ],
    "SMART Recovery": ["| | | |7537 Mentor Avenue|Suite 306| | |Mentor|OH|44060|"],
    "Drinker's Check-Up": [
        "|Behavior Therapy Associates| |Reid Hester, PhD|9426 Indian School Road NE|Suite 1| | "
        "|Albuquerque|NM|87109|",
    ],
}

# Each number as it was found, as it is printed, as it is dialled, and its type.
PHONES = {
    "Drug Policy Alliance": [
        ("415.241.9800", "415-241-9800", "+14152419800", "voice"),
        ("415.901.4018", "415-901-4018", "+14159014018", "fax"),
    ],
    "The Chicago Recovery Alliance": [
        ("773-471-0999", "773-471-0999", "+17734710999", "information line"),
        ("312-953-3797", "312-953-3797", "+13129533797", "voice"),
    ],
    "Harm Reduction, Abstinence, Moderation Support": [
        ("347-678-5671", "347-678-5671", "+13476785671", "voice"),
    ],
}

# Facts that the prose must not lose; each word or number as a reader meets it.
PROSE = {
    "Harm Reduction Coalition": [
        "United States",
        "needle exchange",
        "young people",
        "safer injecting",
        "cost little",
        "Every second year",
        "Outreach workers",
        "families",
    ],
    "Drug Policy Alliance": [
        "Lindesmith Center",
        "Drug Policy Foundation",
        "war on drugs",
        "prison",
        "library",
        "public health",
    ],
    "The Chicago Recovery Alliance": [
        "street outreach",
        "well trained",
        "gay and transgender",
        "hoped to open",
        "drop-in center",
        "leading expert",
    ],
    "Insite": [
        "2003",
        "health staff",
        "primary care",
        "counseling",
        "treatment",
        "first legal",
        "North America",
        "British Columbia Ministry of Health Services",
        "Vancouver Coastal Health",
        "money",
    ],
    "North American Syringe Exchange Network": ["start", "grow", "proven", "blood"],
    "International Harm Reduction Association": [
        "best source",
        "around the world",
        "conference",
        "social work",
        "Indigenous",
    ],
    "Harm Reduction Hawaii": ["agencies", "respect", "Hawaii"],
    "San Francisco Drug Users Union": [
        "criminal penalties",
        "safe place",
        "respect",
        "better and safer drugs",
        "police",
        "overdose prevention",
        "new concerns",
    ],
    "Vancouver Area Network of Drug Users": ["peer support", "education", "every level"],
    "VOCAL New York": [
        "whole state",
        "low incomes",
        "HIV/AIDS",
        "prison",
        "leadership training",
        "research",
        "direct action",
        "race, gender and income",
    ],
    "Moderation Management": [
        "moderate drinking",
        "studies of alcohol",
        "set their own",
        "some online",
        "State of California",
        "DUI",
        "World Health Organization",
        "website",
    ],
    "Harm Reduction, Abstinence, Moderation Support": [
        "Ken Anderson",
        "17 points",
        "risks, goals and strengths",
    ],
    "Women for Sobriety": ["first names", "alcoholic", "six women", "year", "no formal training"],
    "Secular Organizations for Sobriety": [
        "not religious",
        "abstinence",
        "statement",
        "relapse",
        "Alcoholics Anonymous",
    ],
    "LifeRing Secular Recovery": [
        "not religious",
        "relationships",
        "relapse",
        "hour",
        "first name",
        "no steps",
        "no sponsors",
    ],
    "SMART Recovery": [
        "skills",
        "Coordinators",
        "year",
        "encouraged",
        "Courts",
        "no sponsors",
        "removed",
        "come and go",
    ],
    "Behavioral Self-Control Program for Windows": [
        "eight sessions",
        "personal feedback",
        "chances of success",
        "rewards",
        "triggers",
    ],
    "Drinker's Check-Up": ["decide", "information on drugs"],
}


@pytest.fixture(scope="module")
def guide():
    loaded, problems = load_guide(CONTENT)
    assert list(map(str, problems)) == []
    return loaded


@pytest.fixture(scope="module")
def listings(guide):
    return {listing.name: listing for listing in guide.listings}


def office_line(location):
    address = location.address
    return "|".join(
        [
            location.name,
            location.postal_name,
            location.care_of,
            location.attention,
            address.address_1,
            address.address_2,
            address.po_box,
            address.station,
            address.city,
            address.state_province,
            address.postal_code,
            address.country,
        ]
    )


def words(prose):
    """Prose as text, its mentions as their ids in brackets."""
    spans = [
        span
        for block in prose
        for spans in (block.items if isinstance(block, BulletList) else [block.spans])
        for span in [*spans, None]
    ]
    text = "".join("\n" if span is None else span.text or f"[[{span.mention}]]" for span in spans)
    return re.sub(r"[ \u00a0]+", " ", text)


def test_sections_and_listings_stand_in_their_order(guide):
    printed = {section.title: [listing.name for listing in section.listings] for section in guide.sections}
    assert list(printed.items()) == list(SECTIONS.items())
    assert len(guide.listings) == 18


def test_the_cover(guide):
    assert guide.title == "Harm reduction and recovery support"
    assert (guide.edition.number, guide.edition.colour) == (1, "blue")
    assert guide.publisher.name == ""
    assert guide.help_now == ()
    assert guide.closing_notes


def test_names(listings):
    assert {
        name: listing.short_name for name, listing in listings.items() if listing.short_name
    } == SHORT_NAMES
    assert listings["Drug Policy Alliance"].former_names == ("Lindesmith Center", "Drug Policy Foundation")
    assert listings["Insite"].name_note == "supervised injection site"
    assert listings["VOCAL New York"].name_note == "Voices Of Community Activists & Leaders"
    assert listings["VOCAL New York"].alternate_names == ("Voices Of Community Activists & Leaders",)
    assert listings["Drinker's Check-Up"].name_note == "works for drugs too"


def test_every_office(listings):
    found = {
        name: list(map(office_line, listing.locations))
        for name, listing in listings.items()
        if listing.locations
    }
    wanted = {name: [re.sub(r"\| (?=\|)", "|", line) for line in lines] for name, lines in OFFICES.items()}
    assert found == wanted


def test_every_phone_number(listings):
    found = {
        name: [(phone.number, phone.printed, phone.e164, phone.type) for phone in listing.all_phones]
        for name, listing in listings.items()
        if listing.all_phones
    }
    assert found == PHONES


def test_the_phones_belong_to_their_office(listings):
    new_york, san_francisco = listings["Drug Policy Alliance"].locations
    assert (len(new_york.phones), len(san_francisco.phones)) == (0, 2)


def test_the_one_web_address(listings):
    found = {name: listing.website for name, listing in listings.items() if listing.website}
    assert {name: re.sub("^https?://", "", address) for name, address in found.items()} == {
        "Behavioral Self-Control Program for Windows": "www.unm.edu/~cosap/behavioral_self.htm"
    }


def test_places_served_without_an_address(listings):
    found = {
        name: [(area.city, area.state_province, area.country) for area in listing.service_areas]
        for name, listing in listings.items()
        if listing.service_areas
    }
    assert found == {
        "Harm Reduction Hawaii": [("", "HI", "")],
        "Vancouver Area Network of Drug Users": [("Vancouver", "British Columbia", "CA")],
        "VOCAL New York": [("", "NY", "")],
    }


def test_nothing_is_invented(guide):
    for listing in guide.listings:
        assert listing.verified is None, listing.name
        assert not (listing.email or listing.hours or listing.alert), listing.name
        assert not any(location.email or location.website or location.hours for location in listing.locations)
        assert not (listing.fees_description or listing.required_documents or listing.transportation), (
            listing.name
        )


def test_no_file_holds_an_email_address_or_the_words_of_a_hidden_one():
    for path in CONTENT.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert "@" not in text, path
        assert "protected" not in text, path


def test_mentions_of_other_listings(listings):
    assert "[[insite]]" in words(listings["Vancouver Area Network of Drug Users"].description)
    assert "[[harm-reduction-coalition]]" in words(listings["Moderation Management"].description)


@pytest.mark.parametrize("name", PROSE)
def test_the_prose_keeps_the_facts(listings, name):
    text = words(listings[name].description)
    assert [fact for fact in PROSE[name] if fact not in text] == []


def test_the_unions_have_an_introduction(guide):
    text = words(guide.sections[1].introduction)
    for fact in (
        "run by and for",
        "ACT UP",
        "Breast Cancer Action",
        "many countries",
        "three in the United States",
    ):
        assert fact in text


def test_summaries_are_short(guide):
    for listing in guide.listings:
        assert 1 <= len(listing.summary.split()) <= 6, listing.name


def test_synonyms_lead_to_topics_that_there_are(guide):
    topics = {topic for listing in guide.listings for topic in listing.services}
    assert {topic for _, topic in guide.topic_synonyms} <= topics


def test_sentences_are_short(guide):
    for listing in guide.listings:
        for sentence in re.split(r"(?<=[.!?])\s|\n", words(listing.description)):
            assert len(sentence.split()) <= 26, f"{listing.name}: {sentence}"


# --- docs/content.md ------------------------------------------------------------------------------


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_every_key_is_explained(record):
    assert [field.key for field in record.fields if f"`{field.key}`" not in CONTENT_DOC] == []


def test_the_examples_can_be_used(tmp_path):
    guide_file, cover, section, pictograms, listing, office, many, dated, hours, days = re.findall(
        r"```yaml\n(.*?)```", CONTENT_DOC, re.DOTALL
    )
    listing += f"  - id: office\n    name: An office\n{office}{many}"
    listing += f"  - id: dated\n    name: Closed\n{dated}"
    listing += f"  - id: hours\n    name: Open\n{hours}  - id: days\n    name: Open by day\n{days}"
    (tmp_path / "sections").mkdir()
    (tmp_path / "logo.png").write_bytes(PNG)
    Image.new("L", (1400, 900)).save(tmp_path / "street.jpg")
    (tmp_path / "drawings").mkdir()
    (tmp_path / "drawings" / "library.svg").write_text('<svg viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>')
    (tmp_path / "guide.yaml").write_text(guide_file + cover + pictograms, encoding="utf-8")
    (tmp_path / "sections" / "1-organizations.yaml").write_text(
        f"title: One\nlistings:\n{listing}", encoding="utf-8"
    )
    (tmp_path / "sections" / "2-unions.yaml").write_text(section, encoding="utf-8")
    guide, problems = load_guide(tmp_path)
    assert list(map(str, problems)) == []
    assert len(guide.listings) == 7
    assert all(listing.opening for listing in guide.listings if listing.id in ("hours", "days"))
