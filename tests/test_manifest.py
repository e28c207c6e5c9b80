"""What a manifest says, what is told of it when it is read again, and what may be written over."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from guide import manifest as module
from guide.errors import WARNING, Mark, Problem
from guide.manifest import (
    MANIFEST,
    Order,
    as_text,
    content_digest,
    digests_of,
    is_manifest,
    known_digest,
    listing_digest,
    made_from,
    manifest_of,
    of_digest,
    own,
    problem_row,
    read_manifest,
    read_problem,
    sha256,
    tool_digest,
    unchanged,
    what_it_says,
    whole_manifest,
)
from guide.model import Edition


@pytest.fixture
def job(tmp_path):
    (tmp_path / "out/letter").mkdir(parents=True)
    return Order(
        content=tmp_path / "content",
        edition=Edition(name="letter", price_per_sheet=0.05),
        folder=tmp_path / "out/letter",
        digest="d",
        state="s",
        key="k",
    )


@pytest.fixture
def guide(maker):
    return maker.guide(maker.section(maker.listing("a"), maker.listing("b")), number=3)


def files(**data):
    return SimpleNamespace(
        data=data or {"letter.pdf": b"%PDF"}, pages=4, sheets=3, copies=2, places={"a": 3}, said=("print it",)
    )


def write(job, manifest, **data):
    """Write a manifest and its files."""
    for name, each in {"letter.pdf": b"%PDF", **data}.items():
        (job.folder / name).write_bytes(each)
    (job.folder / MANIFEST).write_bytes(as_text(manifest))


def test_a_manifest_says_what_is_in_the_folder(job, guide):
    found = manifest_of(job, guide, files(), [])
    assert (found["edition"], found["number"], found["content"], found["key"]) == ("letter", 3, "d", "k")
    assert [(row["id"], row["page"]) for row in found["listings"]] == [("a", 3), ("b", None)]
    assert found["files"] == [{"name": "letter.pdf", "bytes": 4, "sha256": sha256(b"%PDF")}]
    assert found["cost"] == 0.075 and json.loads(as_text(found)) == found


def test_what_was_made_is_told_from_its_manifest(job, guide):
    made = made_from(job, manifest_of(job, guide, files(), []), (), changed=False)
    assert (made.name, made.pages, made.sheets, made.copies, made.listings, made.size) == (
        "letter",
        4,
        3,
        2,
        2,
        4,
    )
    assert (made.files, made.said, made.changed) == ((job.folder / "letter.pdf",), ("print it",), False)


def test_a_problem_is_kept_without_the_folders_of_this_computer(tmp_path):
    """And comes back as it was told."""
    problem = Problem(
        mark=Mark(tmp_path / "sections/a.yaml", 3, 7),
        name="x",
        message=f"see {tmp_path}/guide.yaml",
        hint="mend it",
        level=WARNING,
    )
    row = problem_row(problem, tmp_path)
    assert row == ("sections/a.yaml", 3, 7, "x", "see guide.yaml", "mend it", "warning")
    assert read_problem(row, tmp_path) == replace(problem, message="see guide.yaml")
    elsewhere = replace(problem, mark=Mark(Path("/fonts/a.ttf")))
    assert problem_row(elsewhere, tmp_path)[0] == "a.ttf"


def test_an_edition_is_unchanged_while_its_key_and_files_are(job, guide):
    manifest = manifest_of(job, guide, files(), [])
    assert unchanged(job) is None
    write(job, manifest)
    assert unchanged(job).pages == 4 and not unchanged(job).changed
    assert unchanged(replace(job, key="other")) is None
    (job.folder / "letter.pdf").write_bytes(b"%PDF mine")
    assert unchanged(job) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"key": "k", "files": 3}', "not json"])
def test_what_is_no_manifest_is_made_anew(job, text):
    (job.folder / MANIFEST).write_text(text, encoding="utf-8")
    assert unchanged(job) is None and read_manifest(job.folder) == {}


def test_a_manifest_names_no_file_of_another_folder(job):
    rows = [{"name": name, "sha256": "x"} for name in ("a.pdf", "../b.pdf", "/c.pdf")]
    (job.folder / MANIFEST).write_text(json.dumps({"files": rows}), encoding="utf-8")
    assert read_manifest(job.folder) == {"a.pdf": "x"}


def test_the_digest_of_the_content_is_of_what_a_guide_is_made_of(tmp_path):
    """Names and bytes of its files; neither of editions nor of mail, nor of what an editor keeps."""
    (tmp_path / "guide.yaml").write_text("title: A", encoding="utf-8")
    first = content_digest(digests_of(tmp_path))
    for name in ("editions/a.yaml", "mail/en.txt", "notes.md", ".hidden.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert content_digest(digests_of(tmp_path)) == first
    (tmp_path / "logo.PNG").write_bytes(b"x")
    second = content_digest(digests_of(tmp_path))
    (tmp_path / "logo.PNG").rename(tmp_path / "mark.PNG")
    third = content_digest(digests_of(tmp_path))
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/welcome.md").write_text("x", encoding="utf-8")
    assert len({first, second, third, content_digest(digests_of(tmp_path))}) == 4


@pytest.mark.parametrize(
    "name", ("drawings/boat.svg", "shop/press.icc", "shop/press.ICM", "pages/welcome.markdown")
)
def test_the_digest_of_the_content_is_of_drawings_and_profiles_too(tmp_path, name):
    """Or an edition would be called unchanged, and its content would be kept without them."""
    (tmp_path / "guide.yaml").write_text("title: A", encoding="utf-8")
    first = content_digest(digests_of(tmp_path))
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_bytes(b"x")
    assert content_digest(digests_of(tmp_path)) != first


def test_the_digest_of_the_tool_is_of_the_environment_too(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    one = tool_digest()
    assert tool_digest() == one
    monkeypatch.setattr(module, "made_with", lambda: {"pillow": "0"})
    assert tool_digest() != one


def test_a_listing_is_the_same_wherever_it_stands_in_the_files(maker):
    one = maker.listing("a", phones=(maker.phone(),))
    mark = Mark(Path("b.yaml"), 9, 9)
    assert listing_digest(one) == listing_digest(replace(one, mark=mark, hours_mark=mark))
    assert listing_digest(one) == listing_digest(replace(one, verified=date(2026, 4, 1), verified_by="Ann"))
    assert listing_digest(one) != listing_digest(replace(one, name="Other"))


def test_the_digest_of_a_listing_that_is_kept_is_made_once(maker, monkeypatch):
    """For the very same one; another of its id is looked at, and has its own."""
    one, known, made = maker.listing("one"), {}, []
    monkeypatch.setattr(module, "listing_digest", lambda listing: made.append(listing) or listing.name)
    assert known_digest(known, one) == known_digest(known, one) == one.name and len(made) == 1
    assert known_digest(known, replace(one, name="Other")) == "Other"


def test_what_a_listing_says_is_without_what_it_does_not_say(maker):
    """So the digest is the same in every process, and where a later version knows more keys."""
    one = maker.listing(
        "a", name="A", phones=(maker.phone("1", extension="7"),), untranslated=frozenset("cab")
    )
    said = what_it_says(one)
    assert (
        said["phones"] == [{"number": "1", "printed": "1", "e164": "+11", "extension": "7"}]
        and "mark" not in said
    )
    assert said["untranslated"] == ["a", "b", "c"] and "email" not in said
    assert what_it_says(replace(one, office_table=False))["office_table"] is False


def test_what_may_be_written_over():
    """What the manifest before names, or a PDF that was made here; nobody's other file."""
    assert (
        own(sha256(b"old")).allows(b"old")
        and not own(sha256(b"old")).allows(b"mine")
        and not own(None).allows(b"x")
    )
    assert of_digest(sha256(b"old")).allows(b"old") and not of_digest(sha256(b"old")).allows(b"%PDF")


@pytest.mark.parametrize(
    "data, is_one",
    [
        (b"", True),
        (b'{"edition":1,"tool":1,"key":1,"files":1}', True),
        (b"{}", False),
        (b"[]", False),
        (b"x", False),
    ],
)
def test_what_a_manifest_is(data, is_one):
    assert is_manifest(data) is is_one


def test_a_manifest_that_is_not_ours_says_nothing(tmp_path):
    """Nor one that is broken, or not there."""
    assert whole_manifest(tmp_path) is None
    for text in ("{", "[]", '{"edition": "letter"}'):
        (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
        assert whole_manifest(tmp_path) is None
