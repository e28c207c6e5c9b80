"""Editions as files: what is made, what a manifest says of it, and when it is made again."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from guide import produce as module
from guide.content.load import load_guide
from guide.errors import GuideError
from guide.manifest import MANIFEST, content_digest, digests_of
from guide.model import Edition
from guide.produce import NotAllMade, Request, produce
from tests.thorough import covering, first_quick

SHIPPED = Path(__file__).resolve().parent.parent / "content"
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\nsections: [sections/food.yaml, sections/beds.yaml]\n"
FOOD = "id: food\ntitle: Food\nlistings:\n" + "".join(
    f"  - id: food-{n}\n    name: Food bank {n}\n    phones: [773-471-{n:04}]\n    description: Meals on day {n}.\n"
    for n in range(1, 4)
)
BEDS = "id: beds\ntitle: Beds\nlistings:\n  - id: bed\n    name: Night shelter\n    services: [Beds]\n"
EDITIONS = {
    "letter": "default: yes\n",
    "pocket": "format: pocket\npress: n-up\n",
    "zine": "format: half-letter\npress: booklet\n",
}


@pytest.fixture(autouse=True)
def one_processor(monkeypatch):
    """To copy the process that has read all tests takes longer than what it would make."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)


@pytest.fixture
def two_processors(one_processor, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


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
    made, _ = produce(content, out, Request(names=names, **wishes))
    return {each.name: each for each in made}


def manifest(out, name):
    return json.loads((out / name / MANIFEST).read_text(encoding="utf-8"))


def files(folder):
    """{path: (time, bytes)} of every file below a folder."""
    return {
        path: (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def changed(content, out, *names, **wishes):
    """The names of the editions that were made again."""
    return [name for name, each in make(content, out, *names, **wishes).items() if each.changed]


# --- which editions ---------------------------------------------------------------------------------


def test_the_default_edition_is_made_when_no_name_is_given(content, out):
    """And no other."""
    assert list(make(content, out)) == ["letter"]
    assert sorted(path.name for path in out.iterdir()) == ["archive", "letter"]


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


@pytest.mark.usefixtures("two_processors")
def test_every_edition(content, out):
    """All that have a file."""
    assert (
        sorted(make(content, out, every=True))
        == sorted(EDITIONS)
        == sorted(path.name for path in out.iterdir() if path.name != "archive")
    )


def test_a_name_that_is_none_is_told_with_the_nearest(content, out):
    """Nothing is made, not even those that exist."""
    with pytest.raises(GuideError, match='there is no edition "leter"; did you mean "letter"') as error:
        make(content, out, "zine", "leter", "nothing-like-it")
    assert len(error.value.problems) == 2 and "letter, pocket, zine" in str(error.value)
    assert not out.exists()


@pytest.mark.usefixtures("two_processors")
def test_progress_is_told_for_each_edition_that_is_made(content, out):
    """Not for those that are there already."""
    told = []
    produce(content, out, Request(every=True), lambda *what: told.append(what))
    assert sorted(name for name, _, _ in told) == sorted(EDITIONS) and [done for _, done, _ in told] == [
        1,
        2,
        3,
    ]
    told.clear()
    produce(content, out, Request(every=True), lambda *what: told.append(what))
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
        assert sorted(path.name for path in (out / name).iterdir()) == sorted(
            [MANIFEST, *(file["name"] for file in said["files"])]
        )
    assert (made["zine"].sheets, made["zine"].cost) == (
        made["zine"].pages // 4,
        round(made["zine"].pages / 4 * 0.05, 2),
    )
    assert made["letter"].sheets == made["letter"].pages // 2 and made["letter"].listings == 4


@pytest.mark.slow
def test_the_manifest_names_the_page_of_each_listing(content, out):
    """The page of the PDF on which its number and name stand."""
    shutil.copytree(SHIPPED, content, dirs_exist_ok=True)
    write(content, "editions/guide.yaml", "format: a4\n")
    made = make(content, out, "pocket", "zine")
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
    write(
        content, "sections/food.yaml", "# a comment\n\n" + FOOD.replace("Meals on day 2.", "Meals on day 9.")
    )
    make(content, out)
    after = {each["id"]: each["digest"] for each in manifest(out, "letter")["listings"]}
    assert [id for id in before if before[id] != after[id]] == ["food-2"]


def test_the_manifest_names_the_edition(content, out):
    """Its title, number, colour and date, its own where it has them."""
    write(
        content,
        "editions/letter.yaml",
        "default: yes\ntitle: Help\nnumber: 7\ncolour: plum\ndate: 2027-01-02\n",
    )
    make(content, out)
    said = manifest(out, "letter")
    assert [said[key] for key in ("edition", "title", "number", "colour", "date")] == [
        "letter",
        "Help",
        7,
        "plum",
        "2027-01-02",
    ]
    assert content_digest(digests_of(content)).startswith(said["content"])


# --- again, or not ----------------------------------------------------------------------------------


def test_what_has_not_changed_is_not_made_again(content, out):
    """Not a byte and not a time of any file."""
    first = make(content, out, every=True)
    before = files(out)
    again = make(content, out, every=True)
    assert not any(each.changed for each in again.values()) and all(each.changed for each in first.values())
    assert files(out) == before
    for name in first:
        assert [
            getattr(first[name], key) for key in ("files", "pages", "sheets", "listings", "size", "said")
        ] == [getattr(again[name], key) for key in ("files", "pages", "sheets", "listings", "size", "said")]


@pytest.mark.slow
def test_many_unchanged_editions_write_nothing(content, out, monkeypatch):
    """Nothing is even laid out."""
    for number in range(1, 10):
        format = ("letter", "pocket", "one-sheet", "a4")[number % 4]
        write(content, f"editions/e{number:02}.yaml", f"format: {format}\nnumber: {number}\n")
    assert len(make(content, out, every=True)) == 12
    before = files(out)
    monkeypatch.setattr(module, "make_edition", None)
    assert len(make(content, out, every=True)) == 12 and files(out) == before


@pytest.mark.slow
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


@pytest.mark.parametrize(
    "name, damage",
    first_quick(
        covering(
            ["zine.pdf", "zine-booklet.pdf", MANIFEST], [Path.unlink, lambda path: path.write_bytes(b"")]
        )
    ),
)
def test_what_is_missing_or_empty_is_made_again(content, out, name, damage):
    """Any of its files; nothing of it is kept as an old one."""
    make(content, out, every=True)
    before = {path: data for path, (_, data) in files(out).items()}
    damage(out / "zine" / name)
    assert changed(content, out, every=True) == ["zine"]
    assert {path: data for path, (_, data) in files(out).items()} == before


# --- whose file it is -------------------------------------------------------------------------------


def refused(content, out, *names, **wishes):
    """The files, from the folder of editions on, that are somebody's and stop a build."""
    with pytest.raises(GuideError) as error:
        make(content, out, *names, **wishes)
    found = [problem for problem in error.value.problems if problem.name == "not-ours"]
    assert all(problem.hint for problem in found)
    return [problem.mark.path.relative_to(out).as_posix() for problem in found]


@pytest.mark.parametrize(
    "change",
    first_quick(
        [
            lambda data: b"%PDF-1.7\n",
            lambda data: data + b" ",
            lambda data: data[:-1],
            lambda data: b"notes of my own",
        ],
        2,
    ),
)
@pytest.mark.parametrize("name", ["zine.pdf", "zine-booklet.pdf"])
def test_what_somebody_changed_is_not_replaced(content, out, name, change):
    """Notes written into a PDF, say: it is named, and every file of the edition stays as it is."""
    make(content, out, "zine")
    path = out / "zine" / name
    path.write_bytes(change(path.read_bytes()))
    before = files(out)
    assert refused(content, out, "zine", force=True) == [f"zine/{name}"]
    assert files(out) == before


@pytest.mark.parametrize("text", ["[]", "{}", "null", '{"key": 1, "files": 3}', "not json"])
def test_a_manifest_that_is_not_ours_is_not_replaced(content, out, text):
    """Web sites have files of that name too."""
    make(content, out)
    write(out, "letter/manifest.json", text)
    before = files(out)
    assert refused(content, out) == ["letter/manifest.json"] and files(out) == before


def test_every_file_that_is_somebodys_is_named_at_once(content, out):
    """Before anything is written."""
    for name in ("zine.pdf", "zine-booklet.pdf", MANIFEST, "notes.pdf"):
        write(out, f"zine/{name}", "mine")
    assert refused(content, out, "zine") == ["zine/zine.pdf", "zine/zine-booklet.pdf", "zine/manifest.json"]
    assert {data for _, data in files(out).values()} == {b"mine"}


def test_the_target_of_a_link_is_not_replaced(content, out, tmp_path):
    """Nor is a link; one that leads nowhere leads to the new file."""
    own = write(tmp_path, "own.pdf", "mine")
    (out / "zine").mkdir(parents=True)
    (out / "zine" / "zine.pdf").symlink_to(own)
    assert refused(content, out, "zine") == ["zine/zine.pdf"] and own.read_text(encoding="utf-8") == "mine"
    own.unlink()
    make(content, out, "zine")
    assert (out / "zine" / "zine.pdf").is_symlink() and own.read_bytes().startswith(b"%PDF-")


def test_a_run_that_was_killed_before_its_manifest_stops_nothing(content, out):
    """A PDF as it was made here is ours, whatever the manifest says."""
    make(content, out, "zine")
    old = (out / "zine" / MANIFEST).read_bytes()
    raise_number(content, 2)
    make(content, out, "zine")
    for left in (old, b""):
        (out / "zine" / MANIFEST).write_bytes(left)
        raise_number(content, 3)
        assert changed(content, out, "zine") == ["zine"]


def test_only_what_the_manifest_names_is_deleted(content, out, tmp_path):
    """As it was made: other PDFs of the folder, one that was changed, a link, and what lies elsewhere stay."""
    make(content, out, "zine")
    booklet = out / "zine" / "zine-booklet.pdf"
    data = booklet.read_bytes()
    kept = [
        write(out, "zine/annotated-by-kim.pdf", "%PDF-1.7"),
        write(out, "zine/zine-n-up.pdf", "mine"),
        tmp_path / "elsewhere.pdf",
    ]
    kept[2].write_bytes(data)
    said = manifest(out, "zine")
    said["files"] += [
        dict(said["files"][1], name=name)
        for name in ("../../elsewhere.pdf", str(kept[2]), "link.pdf", "zine-n-up.pdf", ".", "..")
    ]
    (out / "zine" / "link.pdf").symlink_to(kept[2])
    write(out, "zine/manifest.json", json.dumps(said))
    write(content, "editions/zine.yaml", "format: half-letter\n")
    make(content, out, "zine")
    assert (
        not booklet.exists()
        and all(path.exists() for path in kept)
        and (out / "zine" / "link.pdf").is_symlink()
    )


def test_a_press_file_that_somebody_changed_is_not_deleted(content, out):
    """The edition is made, and needs it no more."""
    make(content, out, "zine")
    booklet = out / "zine" / "zine-booklet.pdf"
    booklet.write_bytes(booklet.read_bytes() + b"% a note")
    write(content, "editions/zine.yaml", "format: half-letter\n")
    assert changed(content, out, "zine") == ["zine"] and booklet.read_bytes().endswith(b"% a note")


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


@pytest.mark.slow
def test_one_processor_and_several_make_the_same_files(content, tmp_path, monkeypatch):
    """To the byte."""
    made = []
    for cores in ({0}, {0, 1}):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, cores=cores: cores)
        make(content, tmp_path / f"out{len(cores)}", every=True)
        made.append([data for _, data in files(tmp_path / f"out{len(cores)}").values()])
    assert made[0] == made[1] and len(made[0]) == 9


def test_warnings_are_told_again_for_what_is_there_already(content, out):
    """And a strict build stops at them, whether or not the files are there."""
    write(content, "editions/letter.yaml", "default: yes\npress: print-shop\nbody_size: 24\n")
    write(content, "sections/beds.yaml", BEDS.replace("Night shelter", "N" * 60))
    first = make(content, out)["letter"]
    assert first.problems
    assert [str(each) for each in make(content, out)["letter"].problems] == [
        str(each) for each in first.problems
    ]


def test_the_manifest_names_no_folder_of_this_computer(content, out, monkeypatch):
    """Of a problem only the file in the content; told again, it has its place as the content is called."""
    write(content, "editions/letter.yaml", "default: yes\npress: n-up\nup: 8\n")
    first = make(content, out)["letter"].problems
    assert first and str(content.parent) not in (out / "letter" / MANIFEST).read_text(encoding="utf-8")
    assert make(content, out)["letter"].problems == first
    monkeypatch.chdir(content.parent)
    again = make(Path("content"), out)["letter"]
    assert not again.changed and [problem.mark.path for problem in again.problems] == [
        Path("content/editions/letter.yaml")
    ] * len(first)


# --- old editions -----------------------------------------------------------------------------------


def raise_number(content, number):
    write(content, "guide.yaml", GUIDE.replace("number: 1", f"number: {number}"))


def test_an_old_edition_is_kept_by_its_number(content, out):
    """All its files, as they were; what has the same number is replaced."""
    make(content, out, "zine")
    before = {path.name: data for path, (_, data) in files(out / "zine").items()}
    raise_number(content, 2)
    make(content, out, "zine")
    assert {path.name: data for path, (_, data) in files(out / "archive" / "zine-1").items()} == before
    write(content, "sections/beds.yaml", BEDS.replace("Night", "Winter"))
    make(content, out, "zine")
    raise_number(content, 3)
    make(content, out, "zine")
    assert sorted(path.name for path in (out / "archive").glob("zine*")) == ["zine-1", "zine-2"]


def test_an_old_edition_is_not_kept_where_nobody_wants_an_archive(content, out):
    """Nor is the content."""
    make(content, out, keep=False)
    raise_number(content, 2)
    make(content, out, keep=False)
    assert not (out / "archive").exists()


def test_a_form_that_no_file_says_stands_below_its_edition(content, out):
    """Made again when its content has changed; in the archive there is its edition alone."""
    text = Edition(name="letter-text", format="text")
    request = Request(forms=((text, "letter/text"),), names=("letter",))
    made, _ = produce(content, out, request)
    assert [each.name for each in made] == ["letter", "letter-text"]
    assert made[1].files == (out / "letter/text/letter-text.txt",)
    assert not any(each.changed for each in produce(content, out, request)[0])
    raise_number(content, 2)
    again, _ = produce(content, out, request)
    assert [each.changed for each in again] == [True, True] and "edition 2" in again[1].files[0].read_text(
        "utf-8"
    )
    kept = [path.name for path in (out / "archive").iterdir()]
    assert sorted(kept) == ["content", "letter-1"] and (out / "letter/letter.pdf").exists()


def test_what_is_in_the_archive_stays(content, out):
    """A number that comes again does not replace the one that was kept: it is kept beside it."""
    make(content, out)
    raise_number(content, 2)
    make(content, out)
    before = files(out / "archive/letter-1")
    write(content, "sections/beds.yaml", BEDS.replace("Night", "Winter"))
    raise_number(content, 1)
    make(content, out)
    raise_number(content, 3)
    make(content, out)
    assert files(out / "archive/letter-1") == before
    assert sorted(path.name for path in (out / "archive").glob("letter*")) == [
        "letter-1",
        "letter-1.2",
        "letter-2",
    ]


def test_the_content_of_an_edition_is_kept_as_soon_as_one_is_made(content, out):
    """Named by its manifest, and once for all editions; nothing is kept of content that makes none."""
    write(content, "editions/letter.yaml", "default: yes\nbody_size: 36\nformat: pocket\n")
    with pytest.raises(NotAllMade):
        make(content, out)
    assert not (out / "archive").exists()
    write(content, "editions/letter.yaml", "default: yes\n")
    make(content, out, every=True)
    (kept,) = (out / "archive/content").iterdir()
    assert {manifest(out, name)["state"] for name in EDITIONS} == {kept.stem}


def test_an_old_edition_that_lost_a_file_does_not_stop_the_new_one(content, out):
    """What is left of it may be kept or not; nothing half-made stays."""
    make(content, out)
    (out / "letter" / "letter.pdf").unlink()
    raise_number(content, 2)
    assert changed(content, out) == ["letter"]
    assert not any(path.name.startswith(".") for path in out.rglob("*"))


@pytest.mark.slow
def test_two_runs_that_keep_the_same_edition_end_well(content, out):
    """Both at once; nothing half-made stays, and what a killed one left is finished."""
    make(content, out, "zine")
    before = {path.name: data for path, (_, data) in files(out / "zine").items()}
    (out / "archive" / "zine-1").mkdir(parents=True)
    shutil.copy(out / "zine" / "zine.pdf", out / "archive" / "zine-1")  # by one that was killed
    raise_number(content, 2)
    command = [
        sys.executable,
        "-c",
        "from guide.cli import main; main()",
        "build",
        "zine",
        "--content",
        str(content),
        "--out",
        str(out),
    ]
    runs = [
        subprocess.Popen(command, cwd=SHIPPED.parent, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    assert {path.name: data for path, (_, data) in files(out / "archive" / "zine-1").items()} == before
    assert [path for path in out.rglob("*") if path.name.startswith(".")] == []


def test_an_edition_cannot_take_the_place_of_the_archive(content, out):
    """Its name is needed for the old ones."""
    write(content, "editions/archive.yaml", "format: a4\n")
    with pytest.raises(GuideError, match="archive"):
        make(content, out, every=True)


# --- what goes wrong ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("two_processors")
def test_one_edition_with_an_error_leaves_the_others_whole(content, out):
    """It is named with its file; its own old files stay as they were, and the others are made."""
    make(content, out, "zine")
    before = files(out / "zine")
    write(content, "editions/zine.yaml", EDITIONS["zine"] + "fit: 4 pages\n")
    with pytest.raises(GuideError, match="zine does not fit 4 pages") as error:
        make(content, out, every=True)
    assert {problem.mark.path.name for problem in error.value.problems if problem.level == "error"} == {
        "zine.yaml"
    }
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


BAD = "format: half-leter\npres: booklet\n"


def test_an_edition_file_with_a_mistake_stops_that_edition(content, out):
    """Each mistake at its place, and the others are made; those that have not changed are there."""
    make(content, out)
    write(content, "editions/zine.yaml", BAD)
    with pytest.raises(NotAllMade) as error:
        make(content, out, every=True)
    lines = [str(problem) for problem in error.value.problems if problem.level == "error"]
    assert [line.rpartition("zine.yaml:")[2].partition(": ")[0] for line in lines] == ["1:9", "2:1"]
    assert 'did you mean "half-letter"?' in lines[0] and 'did you mean "press"?' in lines[1]
    assert [(each.name, each.changed) for each in error.value.made] == [("letter", False), ("pocket", True)]
    assert list(error.value.failed) == ["zine"] and sorted(path.name for path in out.iterdir()) == [
        "archive",
        "letter",
        "pocket",
    ]


@pytest.mark.parametrize("text", [BAD, "", "- list\n", "\xff", "default: yes\nclock: 24\n"])
def test_an_edition_that_is_not_asked_for_stops_nothing(content, out, text):
    """What is wrong with its file is told as a warning."""
    (content / "editions" / "zine.yaml").write_bytes(text.encode("latin-1"))
    for _wishes in ({}, {"strict": True, "today": date(2026, 5, 1)}):
        write(content, "sections/beds.yaml", BEDS)
        made, problems = produce(content, out, Request(names=("pocket",)))
        mine = [problem for problem in problems if problem.mark.path.name == "zine.yaml"]
        assert (
            [each.name for each in made] == ["pocket"]
            and mine
            and {problem.level for problem in mine} == {"warning"}
        )


def test_the_edition_that_is_asked_for_has_the_mistake(content, out):
    """By its name, also where its file cannot be read at all, or as the default one."""
    for text, names in ((BAD, ("zine",)), ("- list\n", ("zine",)), ("default: yes\nclock: 24\n", ())):
        write(content, "editions/letter.yaml", "format: letter\n")
        write(content, "editions/zine.yaml", text)
        with pytest.raises(GuideError, match="zine.yaml"):
            make(content, out, *names)
        assert not out.exists()


def test_nobody_guesses_which_edition_is_the_default(content, out):
    """Where the file of one cannot be read, or two say that they are; one that is named is made."""
    write(content, "editions/letter.yaml", "format: letter\n")
    for text in ("- list\n", "default: yes\n"):
        write(content, "editions/pocket.yaml", "default: yes\n" if text != "- list\n" else "format: pocket\n")
        write(content, "editions/zine.yaml", text)
        with pytest.raises(GuideError, match="zine.yaml"):
            make(content, out)
        assert list(make(content, out, "letter")) == ["letter"]
        shutil.rmtree(out)


@pytest.mark.usefixtures("two_processors")
@pytest.mark.parametrize(
    "block", [lambda place: place.write_text("mine", encoding="utf-8"), lambda place: place.symlink_to(place)]
)
def test_an_edition_whose_folder_cannot_be_made_leaves_the_others(content, out, block):
    """A file stands there, or a link that leads to itself."""
    out.mkdir()
    block(out / "zine")
    with pytest.raises(NotAllMade) as error:
        make(content, out, every=True)
    (problem,) = error.value.failed["zine"]
    assert (problem.name, bool(problem.hint), len(error.value.made)) == ("not-written", True, 2)


@pytest.mark.parametrize(
    "block",
    [
        lambda place: place.write_text("x", encoding="utf-8"),
        lambda place: place.symlink_to(place),
        lambda place: place.symlink_to(place.with_name("nowhere")),
    ],
)
def test_a_folder_of_editions_that_cannot_be_read_is_told(content, out, block):
    """Or the usual edition would be made instead of what somebody chose."""
    shutil.rmtree(content / "editions")
    block(content / "editions")
    for names in ((), ("letter",)):
        with pytest.raises(GuideError, match="editions: this folder cannot be read"):
            make(content, out, *names)
    assert not out.exists()


def test_an_edition_whose_name_is_no_text_is_told(content, out):
    """Old systems have left file names that are not UTF-8."""
    try:
        (content / "editions" / os.fsdecode(b"caf\xe9.yaml")).write_text("format: a4\n", encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    with pytest.raises(NotAllMade) as error:
        make(content, out, every=True)
    assert [problem.name for problem in error.value.problems if problem.level == "error"] == ["file-name"]
    assert sorted(each.name for each in error.value.made) == sorted(EDITIONS)
    assert list(make(content, out, "zine")) == ["zine"]


def test_strict_makes_warnings_errors(content, out):
    """Nobody has verified these listings, which is a warning."""
    make(content, out, today=date(2026, 5, 1))
    with pytest.raises(GuideError, match="verified"):
        make(content, out, strict=True, today=date(2026, 5, 1))


# --- presses ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "press,file",
    [("booklet", "zine-booklet.pdf"), ("n-up", "zine-n-up.pdf"), ("print-shop", "zine-print-shop.pdf")],
)
def test_a_press_has_a_file_of_its_own(content, out, press, file):
    """Beside the accessible one; it goes when the press does."""
    write(content, "editions/zine.yaml", f"format: half-letter\npress: {press}\n")
    made = make(content, out, "zine")["zine"]
    assert [path.name for path in made.files] == ["zine.pdf", file]
    write(content, "editions/zine.yaml", "format: half-letter\npress: duplex\n")
    make(content, out, "zine")
    assert sorted(path.name for path in (out / "zine").iterdir()) == [MANIFEST, "zine.pdf"]


@pytest.mark.parametrize("up", [2, 4, 8])
def test_several_copies_on_a_sheet_share_its_price(content, out, up):
    """The manifest, the result and the words tell the same."""
    write(content, "editions/pocket.yaml", f"format: pocket\npress: n-up\nup: {up}\nprice_per_sheet: 1\n")
    made = make(content, out, "pocket")["pocket"]
    assert (
        made.sheets == -(-made.pages // 2) and made.copies == up and made.cost == round(made.sheets / up, 4)
    )
    said = manifest(out, "pocket")
    assert (said["sheets"], said["copies"], said["cost"]) == (made.sheets, up, made.cost)
    assert any(f"{made.sheets} sheets make {up} copies" in words for words in made.said)


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
