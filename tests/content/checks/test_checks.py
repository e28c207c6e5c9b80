"""What checks find and leave alone, beyond their one example in docs/checks.md."""

import subprocess
import sys
from pathlib import Path

import pytest

from guide.content.checks import CHECKS, check_guide
from guide.content.load import load_guide
from guide.content.review import review_guide
from tests.content.checks.samples import FOOD, GUIDE, TODAY

ROOT = Path(__file__).resolve().parents[3]


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


def test_the_shipped_guide_has_one_warning():
    """18 listings were never verified, and nothing else is wrong."""
    guide, problems = review_guide(ROOT / "content", TODAY)
    assert [(problem.name, problem.level) for problem in problems] == [("never-verified", "warning")]
    assert problems[0].message.startswith("18 of 18 listings")


@pytest.mark.slow
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
