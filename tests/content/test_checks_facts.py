"""What checks find and leave alone, beyond their one example in docs/checks.md."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import phonenumbers
import pytest

from guide.content.checks import CHECKS, check_guide
from guide.content.checks.phones import AREA_CODES
from guide.content.checks.wording import count_syllables, reading_grade, split_sentences
from guide.content.load import load_guide
from guide.content.review import review_guide

ROOT = Path(__file__).resolve().parent.parent.parent
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
FOOD = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
TODAY = date(2026, 11, 23)


@pytest.fixture
def names(load):
    """The names of what is found: names(lines of a listing, guide's lines); or in listings, given as a whole."""

    def check(*lines, guide="", listings=None):
        found = load(guide=GUIDE + guide, food=listings or FOOD + "".join(f"    {line}\n" for line in lines))
        assert not found.lines
        return [problem.name for problem in check_guide(found.guide, TODAY)]

    return check


def two(first, second, name="Meals on the Hill"):
    """Two listings with these lines."""
    return (
        FOOD
        + "".join(f"    {line}\n" for line in first)
        + f"  - id: meals\n    name: {name}\n"
        + "".join(f"    {line}\n" for line in second)
    )


@pytest.mark.parametrize(
    "line",
    [
        "phones: 211",
        "phones: 988",
        "phones: 800-662-4357",
        "phones: 800-662-HELP",
        "phones: 312-744-5000 ext. 204",
        "phones: {number: 741741, type: text}",
        "phones: {number: 312-744-5000, type: call or text, description: call or text}",
        "phones: {number: 312-744-5000, type: tty, description: TTY}",
        "phones: {number: 800-662-4357, type: toll-free}",
        "phones: {number: 312-744-5000, description: after 5 pm}",
        "phones: See their website",
        "website: https://harbor.org/find?city=oakland",
        "email: kim@gmail.com",
        "website: https://example-house.org",
        "address: {city: Vancouver, state_province: British Columbia, country: CA}",
        "address: {city: Oakland, state_province: California}",
        "address: {address_1: 1 High Street, city: London, postal_code: SW1A 1AA, country: GB}",
        "address: {address_1: 149 Turk Street, city: San Francisco, state_province: CA, postal_code: 94102-1234}",
        "address: {po_box: PO Box 9, city: Oakland, state_province: CA, postal_code: 94607}",
        'description: They call it the "addict" label.',
        "description: Narcotics and Alcoholics Anonymous meet here.",
        "description: We help with child abuse and clean needles.",
        "description: Medication for opioid use disorder (MOUD) and MOUD advice.",
        "description: We help people with HIV/AIDS and COVID-19 in the US.",
        "description: Ask for ERH (the house) in NY.",
        "description: Call 800-555-HELPS or see World War II posters.",
        "hours: Mo-Sa 18:00-06:00",
    ],
)
def test_what_is_right_is_left_alone(names, line):
    """Nothing is found in content that is as it should be."""
    assert names(line) == []


@pytest.mark.parametrize(
    "line, name",
    [
        ("phones: 312-555-0100", "placeholder"),
        ("phones: 1-800-273-TALK", "retired-line"),
        ("phones: 800-273-8255", "retired-line"),
        ("description: In a crisis call 1 (800) 273-8255.", "retired-line"),
        ("fees_description: TBD", "placeholder"),
        ("website: https://www.example.com/food", "placeholder"),
        ("description: Lorem ipsum dolor sit amet.", "placeholder"),
        ("email: kim@example.org", "placeholder"),
        ("alert: Closed until xxx", "placeholder"),
        ("phones: 123", "phone-short"),
        ("phones: 312-911-2000", "phone-impossible"),
        ("phones: 211-744-5000", "phone-impossible"),
        ("phones: 900-234-5678", "phone-area"),
        ("phones: {number: 312-744-5000, description: text only}", "phone-said"),
        ("phones: {number: 312-744-5000, type: toll-free}", "phone-said"),
        ("email: kim@harbor.con", "email-typo"),
        ("website: https://harbor.org/?fbclid=x&a=1", "web-tracking"),
        ("description: See [them](https://harbor.org/?utm_source=a).", "web-tracking"),
        ("website: https://harbor.con", "web-typo"),
        (
            "address: {address_1: PO Box 12, city: Oakland, state_province: CA, postal_code: 94607}",
            "address-box",
        ),
        (
            "address: {address_1: 1 High Street, city: Toronto, state_province: ON, postal_code: V5K 0A1, country: CA}",
            "address-code",
        ),
        (
            "address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: 9460}",
            "address-code",
        ),
        ("description: Help for those who committed suicide.", "stigmatising-word"),
        ("summary: for Addicts", "stigmatising-word"),
        ("description: PLEASE CALL NOW before you come.", "capitals"),
        ("description: We do NEP and more.", "abbreviation"),
    ],
)
def test_what_is_wrong_is_found(names, line, name):
    """Each by its own name and nothing else."""
    assert names(line) == [name]


def test_a_mention_makes_a_shared_thing_right(names):
    """Either of the two may mention the other."""
    phone, mention = "phones: 510-834-2000", "description: It shares a number ([[{}]])."
    assert names(listings=two([phone], [phone])) == ["same-phone"]
    assert names(listings=two([phone, mention.format("meals")], [phone])) == []
    assert names(listings=two([phone], [phone, mention.format("food-bank")])) == []


def test_branches_of_one_group_are_not_duplicates(names):
    """One name in two cities is right; in one city, or without a city, it may be one listing twice."""
    at = "address: {{city: {}, state_province: CA}}"
    assert names(listings=two([at.format("Oakland")], [at.format("Fresno")], "Harbor Food Bank")) == []
    assert names(listings=two([at.format("Oakland")], [at.format("Oakland")], "The Harbor Food Banks")) == [
        "same-name"
    ]
    assert names(listings=two([], [at.format("Oakland")], "Harbor Fod Bank")) == ["same-name"]
    assert names(listings=two([], [], "Harbor Food Bank 2")) == []


def test_suites_of_one_house_are_not_duplicates(names):
    """Another suite is another address."""
    at = "address: {{address_1: 1440 Broadway, address_2: Suite {}, city: Oakland, state_province: CA, postal_code: 94612}}"
    assert names(listings=two([at.format(1)], [at.format(2)])) == []
    assert names(listings=two([at.format(1)], [at.format(1)])) == ["same-address"]


@pytest.mark.parametrize(
    "code, state, hint",
    [
        ("941026033", "CA", "write 94102-6033"),
        ("94102\u20136033", "CA", "write 94102-6033"),
        ("94102 - 6033", "CA", "write 94102-6033"),
        ("2134", "MA", "write 02134"),
        ("21341234", "MA", "write 02134-1234"),
        ("9410", "CA", "look it up again, as in 90000"),
    ],
)
def test_a_postal_code_is_mended_where_only_its_form_is_wrong(load, code, state, hint):
    """Told once, with what to write."""
    found = load(
        food=FOOD
        + f"    address: {{address_1: 12 Pier Street, city: Town, state_province: {state}, postal_code: '{code}'}}\n"
    )
    (problem,) = check_guide(found.guide, TODAY)
    assert (problem.name, problem.hint) == ("address-code", hint)


@pytest.mark.parametrize(
    "line, name, hint",
    [
        (
            "name_note: Caf\u00c3\u00a9 de la R\u00c3\u00a9publique",
            "garbled",
            'write "Caf\u00e9 de la R\u00e9publique"',
        ),
        ("description: The ChildrenG\u00c7\u00d6s Room", "garbled", 'write "The Children\u2019s Room"'),
        ("services: Joe?s, and don?t", "garbled", "write \"Joe's, and don't\""),
        ("phones: {number: 312-744-5000, description: Jos\u00c3\u00a9}", "garbled", 'write "Jos\u00e9"'),
        ("summary: Anyone <br> with <b>ID</b>", "html", 'write "Anyone with ID"'),
        ("summary: Anyone &amp with &nbsp ID", "html", 'write "Anyone & with \u00a0 ID"'),
        ("description: Bring &lt;p&gt;an ID&lt;/p&gt;", "html", 'write "Bring an ID"'),
        (r"description: For parents.\n\nFor all.", "escape", 'write "For parents. For all."'),
        (r"hours: Monday 9 to 5\nTuesday 9 to 5", "escape", 'write "Monday 9 to 5 Tuesday 9 to 5"'),
        (r"summary: caf\u00e9", "escape", 'write "caf\u00e9"'),
        ("summary: \ufb01rst of\ufb01ce", "old-shape", 'write "first office"'),
        ("summary: \uff21\uff22", "old-shape", 'write "AB"'),
        (
            "alert: The infor- mation desk",
            "divided-word",
            'write "The information desk", or a space before the dash',
        ),
        (
            "alert: The infor\u00acmation desk",
            "divided-word",
            'write "The information desk", or a space before the dash',
        ),
        ("fees_description: N/A", "no-value", "leave the key out"),
        ("phones: NA", "no-value", "leave the key out"),
        ("transportation: Not available", "no-value", "leave the key out"),
        ("summary: '-'", "no-value", "leave the key out"),
        ("languages: n/a", "no-value", "leave the key out"),
        ("description: N/A", "no-value", "leave the key out"),
        ("summary: '###MON###'", "placeholder", "write what belongs there, or leave the key out"),
        ("summary: Dear {{name}}", "placeholder", "write what belongs there, or leave the key out"),
        ("fees_description: '#REF!'", "no-value", "leave the key out"),
        ("summary: Caf\ufffd", "lost-character", "look up what it was where the text came from, and type it"),
    ],
)
def test_dirt_is_found_with_what_to_write(load, line, name, hint):
    """In any text that is printed, whatever key it stands under."""
    found = load(food=FOOD + f"    {line}\n")
    problems = {(problem.name, problem.hint) for problem in check_guide(found.guide, TODAY)}
    assert problems == {(name, hint)}


@pytest.mark.parametrize(
    "line",
    [
        "summary: R&B, Q&A and AT&T for p < 0.05",
        "short_name: NA",
        "alternate_names: NA",
        "fees_description: None",
        "summary: C:\\new",
        "description: Pre- and post-natal care. See [them](https://harbor.org/a?s=1&lt=2).",
        "summary: a walk-in clinic - no fee",
        "summary: \u00abCAF\u00c9\u00bb, voil\u00e0\u2026\u201d and MANH\u00c3\u201d",
        "summary: Ti\u1ebfng Vi\u1ec7t, S\u00e3o Paulo, \u00c5land",
        "summary: \u041f\u0440\u0438\u0432\u0435\u0442, \u00ab\u0421\u0421\u0421\u0420\u00bb",
        "summary: \u0645\u0631\u062d\u0628\u0627 \ufdfa",
        "description: A [link](https://harbor.org), **b** (c).",
        "summary: Hungry? stop by",
        "summary: bread & butter &c.",
    ],
)
def test_what_only_looks_like_dirt_is_left_alone(names, line):
    assert names(line) == []


def test_full_width_letters_are_usual_in_chinese(load):
    """And nowhere else."""
    food = FOOD + "    summary: \uff08\uff21\uff22\uff09\n"
    for language, expected in (("en", ["old-shape"]), ("zh", [])):
        found = load(guide=GUIDE + f"language: {language}\n", food=food)
        assert [problem.name for problem in check_guide(found.guide, TODAY)] == expected


@pytest.mark.parametrize(
    "street, name",
    [
        ("Call for location", "no-street"),
        ("Various locations", "no-street"),
        ("See website", "no-street"),
        ("Mobile unit", "no-street"),
        ("Online", "no-street"),
        ("Contact us for the address", "no-street"),
        ("By appointment only", "no-street"),
        ("Multiple sites", "no-street"),
        ("Confidential Location", "open-secret"),
        ("Undisclosed", "open-secret"),
        ("12 Pier Street (do not publish)", "open-secret"),
        ("Secret location", "open-secret"),
        ("12 Pier Street", None),
        ("Mobile Street", None),
        ("Secret Garden Lane", None),
        ("Private Drive", None),
        ("One Callaghan Square", None),
        ("Corner of Main and Elm", None),
    ],
)
def test_words_in_place_of_a_street(load, street, name):
    """A street that is none is told; one that says that it is secret is told without its text."""
    found = load(
        food=FOOD
        + f"    address: {{address_1: '{street}', city: Oakland, state_province: CA, postal_code: '94607'}}\n"
    )
    problems = check_guide(found.guide, TODAY)
    assert [problem.name for problem in problems] == [name] * (name is not None)
    assert name != "open-secret" or street not in str(problems[0])


@pytest.mark.parametrize(
    "lines, found",
    [
        ("phones: [312-744-5000, (312) 744-5000]", ["phone-twice"]),
        ("phones: [312-744-5000, 312-744-5000 x2]", []),
        ("phones: [312-744-5000, {number: 312-744-5000, type: tty}]", []),
        ("phones: [312-744-5000, {number: 312-744-5000, description: beds}]", ["phone-twice"]),
        (
            "phones: [{number: 312-744-5000, description: food}, {number: 312-744-5000, description: beds}]",
            [],
        ),
        ("phones: 312-744-5000\n    locations: {phones: 312-744-5000}", ["phone-twice"]),
        (
            "phones: 312-744-5000\n    locations: [{name: A, phones: 312-744-5000}, {name: B, phones: 312-744-5001}]",
            [],
        ),
    ],
)
def test_a_number_that_stands_twice_at_one_office(names, lines, found):
    """Unless something that is printed tells the two apart."""
    assert names(lines) == found


@pytest.mark.parametrize(
    "name, calm",
    [
        ("AIDS LEGAL REFERRAL PANEL", "AIDS Legal Referral Panel"),
        ("NAMI HARBOR CITY", "NAMI Harbor City"),
        ("FRIENDS OF THE HARBOR (FOTH)", "Friends of the Harbor (FOTH)"),
        ("ST. MARY'S CENTER", "St. Mary's Center"),
        ("MLK CENTER", "MLK Center"),
        ("THE ARC OF O'BRIEN COUNTY", "The Arc of O'Brien County"),
        ("A.C.T. UP NOW", "A.C.T. Up Now"),
        ("PHASE II HOUSING", "Phase II Housing"),
        ("R&B HOUSE OF MUSIC", "R&B House of Music"),
        ("HOPELINK FOOD BANK", "HopeLink Food Bank"),
        ("CASA FOR KIDS", "CASA for Kids"),
        ("MCKINLEY SCHOOL", "McKinley School"),
        ("DROP-IN CENTER: THE DOOR", "Drop-in Center: The Door"),
        ("ZORP WORKSHOP", "ZORP Workshop"),
        ("CAF\u00c9 DU NORD", "Caf\u00e9 du Nord"),
    ],
)
def test_abbreviations_stay_in_the_hint_for_a_name_in_capitals(load, name, calm):
    """What the guide writes in its own way elsewhere, what everybody knows, and what nobody could say as a word."""
    found = load(
        food=FOOD
        + '    description: Ask HopeLink or ZORP.\n    short_name: ZORP\n  - id: other\n    name: "'
        + name
        + '"\n'
    )
    hints = [problem.hint for problem in check_guide(found.guide, TODAY) if problem.name == "capitals"]
    assert hints == [f"write {calm}; abbreviations stay in capitals"]


def test_a_listing_that_is_not_printed_is_not_checked(names):
    """What has print: no may be as unfinished as it likes."""
    assert names("fees_description: TBD", "print: no", "print_reason: Not ready") == []


def test_a_check_that_there_is_not(load):
    """An unknown name has a nearest one; what is no matter of judgement cannot be turned off; a reason is needed."""
    off = "    checks_off:\n      - name: {}\n        reason: We know.\n"

    def said(name):
        found = load(food=FOOD + off.format(name))
        return [str(problem).partition(": ")[2] for problem in check_guide(found.guide, TODAY)]

    assert said("long-sentences") == ['there is no check "long-sentences"; did you mean "long-sentence"?']
    assert said("duplicate-id") == ['"duplicate-id" cannot be turned off; mend what it finds']
    found = load(food=FOOD + "    checks_off:\n      - name: long-sentence\n")
    assert [problem.name for problem in found.problems] == ["missing"]


def test_what_loading_warns_of_can_be_turned_off(tmp_path):
    """A warning of load_guide is left out of the review where it is turned off."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE)
    off = "    checks_off: {name: phone, reason: Both ring there.}\n"
    for extra, expected in (("", True), (off, False)):
        (tmp_path / "sections" / "food.yaml").write_text(
            FOOD + "    phones: 312-744-5000 or 312-744-5001\n" + extra
        )
        assert ("phone" in {problem.name for problem in review_guide(tmp_path, TODAY)[1]}) is expected


def test_a_guide_adds_words_of_its_own(names, tmp_path):
    """words.yaml in the content folder adds words, allows others, and explains abbreviations."""
    lines = ["description: Clients and addicts do NEP."]
    assert names(*lines) == ["stigmatising-word", "abbreviation"]
    (tmp_path / "words.yaml").write_text(
        "instead:\n  - words: [clients]\n    say: people\n  - words: addicts\nknown:\n  - NEP\n"
    )
    assert names(*lines) == ["stigmatising-word"]
    (tmp_path / "words.yaml").write_text("instaed: 1\n")
    assert "unknown-key" in names(*lines)


def test_words_of_english_are_for_english(names):
    """A guide in another language is not read with English lists."""
    assert names("description: A home for addicts.", guide="language: es\n") == []


def test_area_codes_are_those_of_the_library():
    """No area code of our table is unknown to phonenumbers."""

    def is_known(area):
        return any(
            phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}{rest}"))
            for rest in ("2345678", "4567890", "9876543")
        )

    assert [area for area in AREA_CODES if not is_known(area)] == []


def test_the_grade_is_that_of_the_formula():
    """0.39 words a sentence + 11.8 syllables a word - 15.59."""
    text = "The cat sat on the mat. It was happy."
    assert reading_grade(text) == pytest.approx(0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59)
    assert reading_grade("") == 0


@pytest.mark.parametrize(
    "word, count",
    [
        ("cat", 1),
        ("people", 2),
        ("make", 1),
        ("table", 2),
        ("started", 2),
        ("helped", 1),
        ("houses", 2),
        ("free", 1),
        ("counseling", 3),
    ],
)
def test_syllables(word, count):
    assert count_syllables(word) == count


def test_sentences_do_not_end_at_titles():
    """A full stop after Dr or U.S. ends no sentence."""
    assert split_sentences("Ask Dr. Hill. She is in the U.S. Navy now! Call.") == [
        "Ask Dr. Hill",
        "She is in the U.S. Navy now",
        "Call.",
    ]


def test_the_shipped_guide_has_one_warning():
    """18 listings were never verified, and nothing else is wrong."""
    guide, problems = review_guide(ROOT / "content", TODAY)
    assert [(problem.name, problem.level) for problem in problems] == [("never-verified", "warning")]
    assert problems[0].message.startswith("18 of 18 listings")


def test_nothing_heavy_is_imported():
    """The shipped guide needs neither the telephone nor the hours library to be checked."""
    code = (
        "import sys; from datetime import date; from guide.content.review import review_guide; "
        "review_guide('content', date(2026, 11, 23)); print(*{'phonenumbers', 'opening_hours', 'requests'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_every_check_says_what_it_is():
    """Names are short and of one form, and each function says what it finds."""
    assert all(check.run.__doc__ and check.name.replace("-", "").isalpha() for check in CHECKS)


def test_no_guide_is_too_odd(tmp_path):
    """A guide in which nothing is printed is checked without a fault."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE)
    (tmp_path / "sections" / "food.yaml").write_text(FOOD + "    print: no\n    print_reason: Not yet\n")
    assert check_guide(load_guide(tmp_path)[0], TODAY) == ()
