"""What holds for every guide: out and in again it says the same, and no file has what may not leave the house."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from guide.braille.make import Wanted, make_book
from guide.exchange.give.forms import BRAILLE, FORMS
from guide.exchange.give.hsds_rows import tables_of
from guide.exchange.give.table import table_of
from guide.exchange.items import Item, NewSection
from guide.exchange.write.section_file import section_text
from guide.project import open_project, words_of
from tests.braille.read_back import needs_liblouis, read_back
from tests.exchange.give.samples import MAIN, TODAY, Lot, loaded, printed, rich, secrets_in
from tests.exchange.give.test_hsds_rows import wrong_in
from tests.exchange.test_bring_in import bring
from tests.thorough import examples

SETTINGS = settings(
    max_examples=examples(3, 150),
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def write_guide(folder, sections):
    """Content files of sections of listings as content has them."""
    made = [
        NewSection(id=f"s{number}", title=f"Section {number}", listings=tuple(Item(level="listing", key="", rows=(), values=each) for each in section))
        for number, section in enumerate(sections)
    ]  # fmt: skip
    (folder / "sections").mkdir(parents=True)
    (folder / "guide.yaml").write_text(MAIN)
    for section in made:
        (folder / "sections" / f"{section.id}.yaml").write_text(section_text(section), encoding="utf-8")
    return folder


def usual(guide):
    """The listings of a guide, their hours in words with usual spaces."""
    return [(section.id, section.title, [*map(spaced, section.listings)]) for section in guide.sections]


def spaced(place):
    """A listing, office or program so."""
    parts = {
        key: tuple(map(spaced, getattr(place, key)))
        for key in ("locations", "programs")
        if hasattr(place, key)
    }
    return replace(place, hours=tuple(line.replace("\u00a0", " ") for line in place.hours), **parts)


@pytest.mark.slow
@SETTINGS
@given(st.integers(0, 2**32))
def test_a_table_taken_back_is_the_same_guide(tmp_path_factory, seed):
    """Every listing, office, program and meeting, to the letter, by both kinds of table."""
    lot, folder = Lot(seed), tmp_path_factory.mktemp("lot")
    sections = [
        [lot.listing(f"{place}-{number}") for number in range(lot.lot.randint(1, 4))] for place in range(2)
    ]
    before = loaded(write_guide(folder / "before", sections))
    for name in ("csv", "xlsx"):
        form = FORMS[name]
        path = folder / f"all{form.ending}"
        path.write_bytes(form.make(before))
        bring(folder / name, path)
        assert usual(loaded(folder / name)) == usual(before)


def test_the_rich_guide_is_the_same_after_a_round(tmp_path):
    """But for what says so: how its sections begin, and what is for the house alone."""
    guide = printed(rich(tmp_path / "before"))
    (tmp_path / "all.csv").write_bytes(FORMS["csv"].make(guide))
    bring(tmp_path / "after", tmp_path / "all.csv")
    again = printed(tmp_path / "after")
    assert rows_of(again)[1:] == rows_of(guide)[1:]
    assert [each.id for each in again.sections[0].references] == ["group"]


@pytest.mark.slow
@SETTINGS
@given(st.integers(0, 2**32))
def test_hsds_taken_in_again_has_every_number_place_and_time(tmp_path_factory, seed):
    """As far as the form can hold them, of all that is not closed for good; and every row is as its rules say."""
    lot, folder = Lot(seed), tmp_path_factory.mktemp("lot")
    before = loaded(write_guide(folder / "before", [[lot.listing(f"0-{number}") for number in range(3)]]))
    assert [*wrong_in(tables_of(before))] == []
    form = FORMS[lot.lot.choice(("hsds", "datapackage"))]
    (folder / f"all{form.ending}").write_bytes(form.make(before))
    bring(folder / "after", folder / f"all{form.ending}")
    after = facts_in(open_project(folder / "after", TODAY).guide.listings)
    living = facts_in(each for each in before.listings if not each.gone)
    assert [each for each in living if each not in after] == []
    assert after <= facts_in(before.listings)


def facts_in(listings):
    """The numbers, the streets with their cities, and the weeks, wherever they stand."""
    found = set()
    for listing in listings:
        found |= {meeting.hours.week for meeting in listing.meetings}
        for place in listing.places:
            found |= {phone.e164 for phone in place.phones}
            found |= {place.opening.week} if place.opening and any(place.opening.week) else set()
        found |= {(each.address.address_1, each.address.city) for each in listing.locations if each.address and each.address.address_1}  # fmt: skip
    return found - {""}


def rows_of(guide):
    """The rows of the table of a guide."""
    return table_of(guide)[1]


@pytest.mark.parametrize("name", [name for name in FORMS if name not in BRAILLE])
def test_no_form_has_a_secret_in_any_byte(everything, name):
    """Neither what is not printed, nor where a confidential address is, nor who looks after the listings."""
    form = FORMS[name]
    data = form.make(everything)
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(each) for each in archive.namelist()]
    whole = b"\n".join(parts)
    assert b"Harbor Kitchen" in whole
    assert secrets_in(whole) == []


@needs_liblouis
@pytest.mark.parametrize("contracted", [True, False])
def test_braille_read_back_has_no_secret(everything, contracted):
    volume = make_book(everything, words_of(everything), Wanted(contracted=contracted))
    whole = "\n".join(read_back(volume, contracted)).encode()
    assert b"Harbor Kitchen" in whole and b"773-471-0111" in whole
    assert secrets_in(whole) == []
