"""Editions as files: what is made, what a manifest says of it, and when it is made again."""

import hashlib
import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from guide import produce as module
from guide.content.load import load_guide
from guide.errors import GuideError
from guide.produce import MANIFEST, Wishes, content_digest, produce

SHIPPED = Path(__file__).resolve().parent.parent / "content"
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\nsections: [sections/food.yaml, sections/beds.yaml]\n"
FOOD = "id: food\ntitle: Food\nlistings:\n" + "".join(
    f"  - id: food-{n}\n    name: Food bank {n}\n    phones: [773-471-{n:04}]\n    description: Meals on day {n}.\n" for n in range(1, 4))
BEDS = "id: beds\ntitle: Beds\nlistings:\n  - id: bed\n    name: Night shelter\n    services: [Beds]\n"
EDITIONS = {"letter": "default: yes\n", "pocket": "format: pocket\npress: n-up\n", "zine": "format: half-letter\npress: booklet\n"}


@pytest.fixture
def content(tmp_path):
    """A guide of four listings with three editions, in a folder."""
    folder = tmp_path / "content"
    write(folder, "guide.yaml", GUIDE)
    write(folder, "sections/food.yaml", FOOD)
    write(folder, "sections/beds.yaml", BEDS)
    for name, text in EDITIONS.items():
        write(folder, f"editions/{name}.yaml", text)
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def make(content, out, *names, **wishes):
    """What is made, by name."""
    made, _ = produce(content, out, Wishes(names=names, **wishes))
    return {each.name: each for each in made}


def manifest(out, name):
    return json.loads((out / name / MANIFEST).read_text(encoding="utf-8"))


def files(folder):
    """{path: (time, bytes)} of every file below a folder."""
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()}


def changed(content, out, *names, **wishes):
    """The names of the editions that were made again."""
    return [name for name, each in make(content, out, *names, **wishes).items() if each.changed]


# --- which editions ---------------------------------------------------------------------------------

def test_the_default_edition_is_made_when_no_name_is_given(content, out):
    """And no other."""
    assert list(make(content, out)) == ["letter"]
    assert [path.name for path in out.iterdir()] == ["letter"]


def test_the_first_edition_is_the_default_where_none_says_so(content, out):
    """By the names of the files."""
    write(content, "editions/letter.yaml", "format: letter\n")
    assert list(make(content, out)) == ["letter"]
    write(content, "editions/booklet.yaml", "format: half-letter\n")
    assert list(make(content, out)) == ["booklet"]


def test_without_edition_files_there_is_the_usual_one(content, out):
    """Letter, as out/guide/guide.pdf."""
    shutil.rmtree(content / "editions")
    made = make(content, out)["guide"]
    assert made.files == (out / "guide" / "guide.pdf",)
    box = PdfReader(made.files[0]).pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_editions_by_name_come_in_the_order_asked_and_once(content, out):
    """A name given twice is one edition."""
    assert list(make(content, out, "zine", "letter", "zine")) == ["zine", "letter"]


def test_every_edition(content, out):
    """All that have a file."""
    assert sorted(make(content, out, every=True)) == sorted(EDITIONS) == sorted(path.name for path in out.iterdir())


def test_a_name_that_is_none_is_told_with_the_nearest(content, out):
    """Nothing is made, not even those that exist."""
    with pytest.raises(GuideError, match='there is no edition "leter"; did you mean "letter"') as error:
        make(content, out, "zine", "leter", "nothing-like-it")
    assert len(error.value.problems) == 2 and "letter, pocket, zine" in str(error.value)
    assert not out.exists()


def test_progress_is_told_for_each_edition_that_is_made(content, out):
    """Not for those that are there already."""
    told = []
    produce(content, out, Wishes(every=True), lambda *what: told.append(what))
    assert sorted(name for name, _, _ in told) == sorted(EDITIONS) and [done for _, done, _ in told] == [1, 2, 3]
    told.clear()
    produce(content, out, Wishes(every=True), lambda *what: told.append(what))
    assert told == []


def test_a_file_that_an_editor_keeps_beside_an_edition_is_none(content, out):
    """Names that begin with a point are not editions."""
    write(content, "editions/.letter.yaml", "format: a4\n")
    assert sorted(make(content, out, every=True)) == sorted(EDITIONS)


# --- the manifest -----------------------------------------------------------------------------------

def test_the_manifest_tells_the_truth_about_the_files(content, out):
    """Their sizes and digests, the number of pages and sheets, what they cost."""
    write(content, "editions/zine.yaml", EDITIONS["zine"] + "price_per_sheet: 0.05\n")
    made = make(content, out, every=True)
    for name, each in made.items():
        said = manifest(out, name)
        assert [file["name"] for file in said["files"]] == [path.name for path in each.files]
        for file, path in zip(said["files"], each.files):
            data = path.read_bytes()
            assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert said["pages"] == each.pages == len(PdfReader(each.files[0]).pages)
        assert sorted(path.name for path in (out / name).iterdir()) == sorted([MANIFEST, *(file["name"] for file in said["files"])])
    assert (made["zine"].sheets, made["zine"].cost) == (made["zine"].pages // 4, round(made["zine"].pages / 4 * 0.05, 2))
    assert made["letter"].sheets == made["letter"].pages // 2 and made["letter"].listings == 4


def test_the_manifest_names_the_page_of_each_listing(content, out):
    """The page of the PDF on which its number and name stand."""
    shutil.copytree(SHIPPED, content, dirs_exist_ok=True)
    write(content, "editions/guide.yaml", "format: a4\n")
    made = make(content, out, "letter", "pocket", "zine")
    numbered = list(enumerate(load_guide(content)[0].listings, 1))
    for name in made:
        reader = PdfReader(made[name].files[0])
        listings = manifest(out, name)["listings"]
        assert [each["id"] for each in listings] == [listing.id for _, listing in numbered]
        for (number, listing), each in zip(numbered, listings):
            text = " ".join(reader.pages[each["page"] - 1].extract_text().split())
            assert f"{number} {listing.name}" in text, (name, listing.id)


def test_the_digest_of_a_listing_changes_with_what_it_says_alone(content, out):
    """Not with its place in the file, nor with its neighbours."""
    make(content, out)
    before = {each["id"]: each["digest"] for each in manifest(out, "letter")["listings"]}
    write(content, "sections/food.yaml", "# a comment\n\n" + FOOD.replace("Meals on day 2.", "Meals on day 9."))
    make(content, out)
    after = {each["id"]: each["digest"] for each in manifest(out, "letter")["listings"]}
    assert [id for id in before if before[id] != after[id]] == ["food-2"]


def test_the_manifest_names_the_edition(content, out):
    """Its title, number, colour and date, its own where it has them."""
    write(content, "editions/letter.yaml", "default: yes\ntitle: Help\nnumber: 7\ncolour: plum\ndate: 2027-01-02\n")
    make(content, out)
    said = manifest(out, "letter")
    assert [said[key] for key in ("edition", "title", "number", "colour", "date")] == ["letter", "Help", 7, "plum", "2027-01-02"]
    assert content_digest(content).startswith(said["content"])


# --- again, or not ----------------------------------------------------------------------------------

def test_what_has_not_changed_is_not_made_again(content, out):
    """Not a byte and not a time of any file."""
    first = make(content, out, every=True)
    before = files(out)
    again = make(content, out, every=True)
    assert not any(each.changed for each in again.values()) and all(each.changed for each in first.values())
    assert files(out) == before
    for name in first:
        assert [getattr(first[name], key) for key in ("files", "pages", "sheets", "listings", "size", "said")] == [
            getattr(again[name], key) for key in ("files", "pages", "sheets", "listings", "size", "said")]


def test_forty_unchanged_editions_write_nothing(tmp_path, monkeypatch):
    """Of the shipped guide; nothing is even laid out."""
    content, out = tmp_path / "content", tmp_path / "out"
    shutil.copytree(SHIPPED, content)
    shutil.rmtree(content / "editions")
    for number in range(1, 41):
        write(content, f"editions/e{number:02}.yaml", f"format: {('letter', 'pocket', 'one-sheet', 'a4')[number % 4]}\nnumber: {number}\n")
    assert len(make(content, out, every=True)) == 40
    before = files(out)
    monkeypatch.setattr(module, "make_edition", None)
    assert len(make(content, out, every=True)) == 40 and files(out) == before


def test_a_change_of_the_content_makes_every_edition_again(content, out):
    """Also of a picture or a face: of any file in the folder."""
    make(content, out, every=True)
    write(content, "sections/beds.yaml", BEDS.replace("Night", "Winter"))
    assert sorted(changed(content, out, every=True)) == sorted(EDITIONS)
    write(content, "style.yaml", "words:\n  notes: To write on\n")
    assert sorted(changed(content, out, every=True)) == sorted(EDITIONS)
    assert changed(content, out, every=True) == []


def test_a_change_of_an_edition_makes_that_one_again(content, out):
    """Of its own file alone."""
    make(content, out, every=True)
    write(content, "editions/zine.yaml", EDITIONS["zine"] + "colour: plum\n")
    assert changed(content, out, every=True) == ["zine"]


def test_a_comment_in_an_edition_changes_nothing(content, out):
    """What it asks for is the same."""
    make(content, out, every=True)
    write(content, "editions/zine.yaml", "# folded\n" + EDITIONS["zine"])
    assert changed(content, out, every=True) == []


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"%PDF"), lambda path: path.write_bytes(path.read_bytes() + b" ")])
@pytest.mark.parametrize("name", ["zine.pdf", "zine-booklet.pdf", MANIFEST])
def test_what_is_missing_or_damaged_is_made_again(content, out, name, damage):
    """Any of its files; a manifest may get a space more."""
    make(content, out, every=True)
    before = {path: data for path, (_, data) in files(out).items()}
    damage(out / "zine" / name)
    grown = name == MANIFEST and (out / "zine" / name).exists() and len((out / "zine" / name).read_bytes()) > 10
    assert changed(content, out, every=True) == ([] if grown else ["zine"])
    assert grown or {path: data for path, (_, data) in files(out).items()} == before


@pytest.mark.parametrize("text", ["[]", "{}", "null", '{"key": 1, "files": 3}', "not json", ""])
def test_a_manifest_that_is_not_one_is_no_reason_to_stop(content, out, text):
    """The edition is made anew, and nothing of it is kept as an old one."""
    make(content, out)
    write(out, "letter/manifest.json", text)
    assert changed(content, out, keep_old=True) == ["letter"]
    assert not (out / "archive").exists()


def test_force_makes_it_again(content, out):
    """To the same bytes."""
    make(content, out)
    before = [data for _, data in files(out).values()]
    assert changed(content, out, force=True) == ["letter"]
    assert [data for _, data in files(out).values()] == before


def test_files_are_the_same_wherever_the_content_is_called_from(content, out, monkeypatch):
    """By a path from here or from the root: the edition is the same one."""
    make(content, out)
    monkeypatch.chdir(content.parent)
    assert changed(Path("content"), out) == []


def test_what_is_made_inside_the_content_folder_is_not_content(content):
    """A guide of one's own has its out/ and its repository beside the files; they do not make it new."""
    make(content, content / "out")
    write(content, ".git/HEAD", "ref: refs/heads/main\n")
    assert changed(content, content / "out") == []


def test_one_processor_and_several_make_the_same_files(content, tmp_path, monkeypatch):
    """To the byte."""
    made = []
    for cores in ({0}, {0, 1}):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: cores)
        make(content, tmp_path / f"out{len(cores)}", every=True)
        made.append([data for _, data in files(tmp_path / f"out{len(cores)}").values()])
    assert made[0] == made[1] and len(made[0]) == 8


def test_warnings_are_told_again_for_what_is_there_already(content, out):
    """And a strict build stops at them, whether or not the files are there."""
    write(content, "editions/letter.yaml", "default: yes\npress: print-shop\nbody_size: 24\n")
    write(content, "sections/beds.yaml", BEDS.replace("Night shelter", "N" * 60))
    first = make(content, out)["letter"]
    assert first.problems
    assert [str(each) for each in make(content, out)["letter"].problems] == [str(each) for each in first.problems]


# --- old editions -----------------------------------------------------------------------------------

def raise_number(content, number):
    write(content, "guide.yaml", GUIDE.replace("number: 1", f"number: {number}"))


def test_an_old_edition_is_kept_by_its_number(content, out):
    """All its files, as they were; what has the same number is replaced."""
    make(content, out, "zine")
    before = {path.name: data for path, (_, data) in files(out / "zine").items()}
    raise_number(content, 2)
    make(content, out, "zine", keep_old=True)
    assert {path.name: data for path, (_, data) in files(out / "archive" / "zine-1").items()} == before
    write(content, "sections/beds.yaml", BEDS.replace("Night", "Winter"))
    make(content, out, "zine", keep_old=True)
    raise_number(content, 3)
    make(content, out, "zine", keep_old=True)
    assert sorted(path.name for path in (out / "archive").iterdir()) == ["zine-1", "zine-2"]


def test_an_old_edition_is_not_kept_unasked(content, out):
    """Nor written over when it is there."""
    make(content, out)
    raise_number(content, 2)
    make(content, out)
    assert not (out / "archive").exists()


def test_what_is_in_the_archive_stays(content, out):
    """A number that comes again does not replace the one that was kept."""
    make(content, out)
    raise_number(content, 2)
    make(content, out, keep_old=True)
    before = files(out / "archive")
    raise_number(content, 1)
    make(content, out)
    raise_number(content, 3)
    make(content, out, keep_old=True)
    assert files(out / "archive") == before


def test_an_old_edition_that_lost_a_file_does_not_stop_the_new_one(content, out):
    """What is left of it may be kept or not; nothing half-made stays."""
    make(content, out)
    (out / "letter" / "letter.pdf").unlink()
    raise_number(content, 2)
    assert changed(content, out, keep_old=True) == ["letter"]
    assert not any(path.name.startswith(".") for path in out.rglob("*"))


def test_an_edition_cannot_take_the_place_of_the_archive(content, out):
    """Its name is needed for the old ones."""
    write(content, "editions/archive.yaml", "format: a4\n")
    with pytest.raises(GuideError, match="archive"):
        make(content, out, every=True)


# --- what goes wrong ---------------------------------------------------------------------------------

def test_one_edition_with_an_error_leaves_the_others_whole(content, out):
    """It is named with its file; its own old files stay as they were, and the others are made."""
    make(content, out, "zine")
    before = files(out / "zine")
    write(content, "editions/zine.yaml", EDITIONS["zine"] + "fit: 4 pages\n")
    with pytest.raises(GuideError, match="zine does not fit 4 pages") as error:
        make(content, out, every=True)
    assert {problem.mark.path.name for problem in error.value.problems if problem.level == "error"} == {"zine.yaml"}
    assert files(out / "zine") == before
    for name in ("letter", "pocket"):
        for file in manifest(out, name)["files"]:
            assert hashlib.sha256((out / name / file["name"]).read_bytes()).hexdigest() == file["sha256"]


@pytest.mark.parametrize("format", ["trifold-letter", "one-sheet"])
def test_an_edition_that_is_too_full_is_named(content, out, format):
    """Of several that are made, one has to know which."""
    many = "".join(f"  - id: l{n}\n    name: Listing {n}\n    phones: [773-471-{n:04}]\n" for n in range(80))
    write(content, "sections/beds.yaml", "title: Beds\nlistings:\n" + many)
    write(content, "editions/small.yaml", f"format: {format}\n")
    with pytest.raises(GuideError) as error:
        make(content, out, "small")
    (problem,) = [each for each in error.value.problems if each.level == "error"]
    assert problem.mark.path.name == "small.yaml" or "small" in problem.message
    assert not (out / "small").exists()


def test_an_edition_file_with_a_mistake_stops_everything(content, out):
    """Before anything is written; each mistake at its place."""
    write(content, "editions/zine.yaml", "format: half-leter\npres: booklet\n")
    with pytest.raises(GuideError) as error:
        make(content, out)
    lines = [str(problem) for problem in error.value.problems if problem.level == "error"]
    assert [line.rpartition("zine.yaml:")[2].partition(": ")[0] for line in lines] == ["1:9", "2:1"]
    assert 'did you mean "half-letter"?' in lines[0] and 'did you mean "press"?' in lines[1] and not out.exists()


def test_strict_makes_warnings_errors(content, out):
    """Nobody has verified these listings, which is a warning."""
    make(content, out, today=date(2026, 5, 1))
    with pytest.raises(GuideError, match="verified"):
        make(content, out, strict=True, today=date(2026, 5, 1))


# --- presses ----------------------------------------------------------------------------------------

@pytest.mark.parametrize("press,file", [("booklet", "zine-booklet.pdf"), ("n-up", "zine-n-up.pdf"), ("print-shop", "zine-print-shop.pdf")])
def test_a_press_has_a_file_of_its_own(content, out, press, file):
    """Beside the accessible one; it goes when the press does."""
    write(content, "editions/zine.yaml", f"format: half-letter\npress: {press}\n")
    made = make(content, out, "zine")["zine"]
    assert [path.name for path in made.files] == ["zine.pdf", file]
    write(content, "editions/zine.yaml", "format: half-letter\npress: duplex\n")
    make(content, out, "zine")
    assert sorted(path.name for path in (out / "zine").iterdir()) == [MANIFEST, "zine.pdf"]


def test_single_sided_pages_take_a_sheet_each(content, out):
    """And both sides half as many."""
    write(content, "editions/letter.yaml", "default: yes\npress: single-sided\n")
    made = make(content, out)["letter"]
    assert made.sheets == made.pages


@pytest.mark.parametrize("format", ["trifold-letter", "trifold-a4", "one-sheet"])
@pytest.mark.parametrize("press", ["duplex", "single-sided", "booklet", "n-up", "print-shop"])
def test_every_format_goes_with_every_press_or_says_that_it_does_not(content, out, format, press):
    """A problem that names the edition, never a crash."""
    write(content, "editions/zine.yaml", f"format: {format}\npress: {press}\n")
    try:
        make(content, out, "zine")
    except GuideError as error:
        assert any(problem.mark.path.name == "zine.yaml" for problem in error.problems)


def operations(reader):
    """(operands, operator) of every page and of every form on it."""
    for page in reader.pages:
        forms = page["/Resources"].get("/XObject", {})
        for stream in (page.get_contents(), *(form.get_object() for form in forms.values())):
            if stream.get("/Subtype") != "/Image":
                yield from ContentStream(stream, reader).operations


def test_grey_stays_grey_at_a_print_shop(content, out):
    """No colour operator in either file."""
    write(content, "editions/zine.yaml", "format: half-letter\npress: print-shop\nink: grey\n")
    for path in make(content, out, "zine")["zine"].files:
        for operands, operator in operations(PdfReader(path)):
            assert operator not in (b"rg", b"RG", b"sc", b"SC", b"scn", b"SCN"), path.name
            assert operator not in (b"k", b"K") or not any(map(float, operands[:3])), (path.name, operands)
