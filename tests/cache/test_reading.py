"""Section files are kept as they were read, but for those with something wrong, confidential or not to be printed."""

import pickle

import pytest

from guide.build import build_guide
from guide.cache.memory import DiskMemory
from guide.cache.reading import KnownSections, Records, Unknown, as_kept, to_keep
from guide.content import load
from guide.content.load import read_guide
from tests.cache.made import built, change, make_folder

CONFIDENTIAL = (
    "    address: {address_1: 42 Hidden Street, city: Ashford, state_province: IL, confidential: yes}\n"
)


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "content")


def given(folder):
    """What is kept of the files of a folder."""
    known = KnownSections()
    read_guide(folder, known)
    return known.given()


def names(kept):
    return [path.rpartition("/")[2] for path, _, _ in kept]


def test_what_is_kept_is_not_read_again_and_is_the_same(folder, monkeypatch):
    kept = given(folder)
    fresh = read_guide(folder)
    read = []
    monkeypatch.setattr(load, "read_file", lambda *given, own=load.read_file: read.append(1) or own(*given))
    assert names(kept) == [f"0{number}.yaml" for number in range(4)]
    assert read_guide(folder, KnownSections(kept)) == fresh and len(read) == 1  # guide.yaml
    change(folder, "773-471-0012", "773-471-9999")
    known = KnownSections(kept)
    assert read_guide(folder, known) == read_guide(folder)
    again = known.given()
    assert [one == other for one, other in zip(again, kept)] == [True, False, True, True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    name: Place p12\n", "    name: Place p12\n    print: no\n"),
        ("    name: Place p12\n", "    name: Place p12\n" + CONFIDENTIAL),
        ("    name: Place p12\n", "    name: Place p12\n    nonsense: 1\n"),
        ("    name: Place p12\n", '    name: Place p12\n    email: "  "\n'),
        ("    name: Place p12\n", "    name: Place p12\n    programs: [{name: Secret circle, print: no}]\n"),
    ],
)
def test_a_file_with_something_hidden_or_wrong_is_not_kept(folder, old, new):
    change(folder, old, new)
    assert names(given(folder)) == ["00.yaml", "02.yaml", "03.yaml"]


def test_nothing_in_the_folder_tells_of_what_is_not_printed(folder, tmp_path):
    change(
        folder,
        "    name: Place p12\n",
        "    name: Hush house\n    print: no\n    print_reason: they asked us\n",
    )
    change(folder, "    name: Place p21\n", "    name: Place p21\n" + CONFIDENTIAL, "sections/02.yaml")
    change(folder, "title: Part 3", "# a word among us\ntitle: Part 3", "sections/03.yaml")
    built(folder, tmp_path / "cache")
    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())
    assert b"Place p22" in kept
    for secret in (b"Hush", b"Hidden", b"among us"):
        assert secret not in kept


def test_of_a_file_that_cannot_be_read_nothing_is_known(folder):
    path = folder / "sections/01.yaml"
    known = KnownSections()
    read_guide(folder, known)
    seal, data = to_keep(dict.get(known, path))
    assert as_kept(path, seal, data) and as_kept(path, seal, data[:-9]) is None
    path.unlink()
    assert as_kept(path, seal, data) is None and to_keep(None) is None


class Deed:
    def __reduce__(self):
        return print, ("done",)


@pytest.mark.parametrize("value", [Deed(), pytest.raises, KnownSections()])
def test_what_is_no_record_is_not_made(value, capsys):
    import io

    with pytest.raises(Unknown):
        Records(io.BytesIO(pickle.dumps(value))).load()
    assert capsys.readouterr().out == ""


def test_an_older_cache_of_files_is_not_used(folder, tmp_path):
    memory = DiskMemory(tmp_path / "cache", folder)
    build_guide(folder, memory=memory)
    memory.tool = "older"
    memory.save()
    assert not DiskMemory(tmp_path / "cache", folder).known.kept
