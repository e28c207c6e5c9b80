"""What is made ready once: whichever handouts were made before, a handout is the same, and it conforms."""

import io
import random
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from guide.batch.handouts import Handouts, Wish
from guide.batch.workshop import Workshop
from guide.layout.group import Group
from guide.model import Choice, Edition, Personal
from guide.project import open_project
from tests import verapdf
from tests.batch.people import write_guide
from tests.batch.test_handouts import PLAIN
from tests.thorough import first_quick

DECIMALS = re.compile(r"\d+\.\d+")
NAMES = ("Ana Ruiz", "Łucja Żak", "Zoë", "J. Smith")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_guide(tmp_path_factory.mktemp("guide"))


def new(folder):
    return Handouts(guide=open_project(folder).printed, folder=folder)


def wish(number, **changes):
    """A wish that no other number has: other listings, for another person."""
    lot = random.Random(number)
    ids = [f"{section}-{place}" for section in ("food", "beds") for place in range(30)]
    person = Personal(greeting=f"For {lot.choice(NAMES)}, {number}")
    edition = replace(PLAIN, name=f"h{number}", **changes)
    return Wish(
        edition=edition, listings=tuple(lot.sample(ids, lot.randint(2, 30))), pages=3, personal=person
    )


@pytest.mark.slow
@pytest.mark.parametrize("changes", first_quick([{}, {"columns": 2}, {"format": "half-letter"}]), ids=str)
def test_a_handout_is_the_same_whichever_were_made_before(folder, changes):
    """Byte for byte: the fiftieth in a warm process, and the first in another."""
    warm = new(folder)
    for number in range(20):
        warm.make(wish(number))
    for number in (3, 21, 22):
        once = warm.make(wish(number, **changes))
        assert (
            once.files
            == warm.make(wish(number, **changes)).files
            == new(folder).make(wish(number, **changes)).files
        )


def test_what_is_set_once_is_what_would_be_set_alone(folder):
    """Laid out with what is kept, from a draft, and with nothing kept: the same pages."""
    workshop = Workshop(open_project(folder).printed, folder)
    for ids in (("food-1", "beds-2", "food-3"), ("beds-2", "food-3"), ("food-3", "beds-9", "beds-2")):
        edition = replace(PLAIN, choice=Choice(listings=ids))
        chosen, _ = workshop.chosen(edition)
        draft = workshop.trial(chosen, edition).draft
        alone = workshop.alone(chosen, edition)
        for done in (workshop.laid_out(chosen, edition), workshop.laid_out(chosen, edition, draft)):
            assert done.problems == alone.problems and done.said == alone.said
            assert shown(done) == shown(alone)


def shown(done):
    """What stands on the pages, to a hundredth of a point; without tags, which are others each time."""
    items = [[one for item in page.items for one in single(item)] for page in done.laid_out.document.pages]
    return [
        [DECIMALS.sub(lambda found: f"{float(found[0]):.2f}", str(item)) for item in page] for page in items
    ]


def single(item):
    """An item, or those of a group."""
    return item.items if isinstance(item, Group) else [item]


def test_a_character_that_no_face_has_is_told_each_time(folder, tmp_path):
    """Also where the listing is kept already."""
    lacking = write_guide(tmp_path)
    path = lacking / "sections/0-food.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Food 1\n", "Food \U00013000\n", 1), encoding="utf-8"
    )
    workshop = Workshop(open_project(lacking).printed, lacking)
    edition = Edition(name="a", choice=Choice(listings=("food-1",)))
    chosen, _ = workshop.chosen(edition)
    for _ in range(2):
        trial = workshop.trial(chosen, edition)
        assert trial.draft is None and trial.pages
        assert "U+13000" in " ".join(each.message for each in workshop.laid_out(chosen, edition).problems)


@pytest.mark.slow
def test_handouts_share_their_faces(folder):
    """But for one whose name has letters that the guide has not."""
    handouts = new(folder)

    def faces(name):
        return programs(handouts.make(replace(wish(3), personal=Personal(greeting=name))).files[".pdf"])

    assert faces("For Ana Ruiz") == faces("For J. Smith") and len(faces("For Ana Ruiz")) == 2
    assert not faces("For Łucja").keys() & faces("For Ana Ruiz").keys()


def test_handouts_share_faces_with_the_words_of_their_language(folder, tmp_path):
    """Spanish asks questions with a sign of its own that no listing has."""
    workshop = Workshop(replace(open_project(folder).printed, language="es"), folder)
    assert "¿" in workshop.letters("es")


def programs(pdf):
    """The embedded faces of a file by their names."""
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    faces = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]
    return {str(each["/BaseFont"]): each["/FontDescriptor"]["/FontFile2"].get_data() for each in faces}


@pytest.mark.slow
@pytest.mark.skipif(not verapdf.available(), reason="veraPDF is not installed")
def test_handouts_conform(folder, tmp_path):
    """The first of a process, and one that comes after others."""
    handouts, paths = new(folder), [tmp_path / f"{number}.pdf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(handouts.make(wish(number)).files[".pdf"])
    assert verapdf.failed_rules([paths[0], paths[2]]) == {}
