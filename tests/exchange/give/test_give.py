"""An edition given out."""

import pytest

from guide.errors import GuideError
from guide.exchange.give.forms import FORMS
from guide.exchange.give.give import give_file, give_folder, matter_of, parts_before
from guide.output import Kept
from guide.project import open_project
from guide.seal import BLANK, sealed
from tests.exchange.give.samples import TODAY, rich


@pytest.fixture
def project(tmp_path):
    """The rich guide with an edition that prints a part of it, in another order."""
    folder = rich(tmp_path / "content")
    (folder / "editions").mkdir()
    (folder / "editions" / "safe.yaml").write_text("choice: {listings: [group, refuge]}\n")
    return open_project(folder, TODAY)


def test_what_an_edition_prints_is_given_out(project):
    matter = matter_of(project, "safe")
    assert [each.id for each in matter.guide.listings] == ["group", "refuge"]
    assert matter_of(project).edition.name == "safe"
    with pytest.raises(GuideError, match="sefe|safe"):
        matter_of(project, "sefe")


def test_a_file_is_made_again_until_somebody_has_changed_it(project, tmp_path):
    guide, path = matter_of(project).guide, tmp_path / "out" / "a.csv"
    given = give_file(guide, FORMS["csv"], path)
    assert (given.size, given.files) == (path.stat().st_size, 1)
    give_file(project.printed, FORMS["csv"], path)
    path.write_bytes(path.read_bytes().replace(b"Refuge", b"Haven"))
    with pytest.raises(Kept, match="changed it since"):
        give_file(guide, FORMS["csv"], path)
    assert b"Haven" in path.read_bytes()


def test_a_folder_is_made_anew_and_what_is_left_over_goes(project, tmp_path):
    """A file that somebody has put there, or changed, stays, and then nothing is written."""
    folder, form = tmp_path / "out", FORMS["datapackage"]
    give_folder(project.printed, form, folder)
    assert (folder / "service_areas.csv").is_file()
    (folder / "mine.txt").write_text("mine")
    given = give_folder(matter_of(project).guide, form, folder)
    there = {path.name for path in folder.iterdir()}
    assert len(there) == given.files + 1 and "service_areas.csv" not in there and "mine.txt" in there
    (folder / "services.csv").write_text("changed")
    before = (folder / "organizations.csv").read_bytes()
    with pytest.raises(Kept):
        give_folder(project.printed, form, folder)
    assert (folder / "services.csv").read_text() == "changed" and (
        folder / "organizations.csv"
    ).read_bytes() == before


def test_a_part_that_is_not_needed_any_more_goes_and_what_somebody_changed_stays(project, tmp_path):
    """A guide of three volumes that has but one now; what only looks like a volume is left alone."""
    guide = matter_of(project).guide
    volumes = {"-v1": sealed(f"one {BLANK}"), "-v2": sealed(f"two {BLANK}"), "-v3": sealed(f"three {BLANK}")}
    form = FORMS["brf"]._replace(parts=lambda guide: volumes)
    given = give_file(guide, form, tmp_path / "a.brf")
    assert given.path.name == "a-v1.brf" and given.files == 3
    (tmp_path / "a-v3.brf").write_text("mine")
    (tmp_path / "a-vx.brf").write_bytes(volumes["-v1"])
    give_file(guide, form._replace(parts=lambda guide: {"": volumes["-v1"]}), tmp_path / "a.brf")
    assert [path.name for path in parts_before(tmp_path / "a.brf")] == ["a.brf", "a-v3.brf"]
    assert sorted(path.name for path in tmp_path.glob("*.brf")) == ["a-v3.brf", "a-vx.brf", "a.brf"]
    assert parts_before(tmp_path / "nowhere" / "a.brf") == []
