"""Archives with tables in them."""

import io
import zipfile

import pytest

from guide.errors import GuideError
from guide.exchange.sources import archive
from guide.exchange.sources.archive import is_bundle, read_archive


def packed(**members):
    """A .zip as bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


def test_files_come_in_the_order_of_their_names():
    """Without those that a Mac adds."""
    data = packed(**{"b.csv": "b", "set/a.csv": "a", "__MACOSX/b.csv": "x", "set/.DS_Store": "x"})
    assert list(read_archive(data, "a.zip")) == [("b.csv", b"b"), ("set/a.csv", b"a")]


def test_an_archive_that_unpacks_to_very_much_is_refused(monkeypatch):
    """Before anything of it is unpacked."""
    monkeypatch.setattr(archive, "LARGEST", 1_000)
    with pytest.raises(GuideError) as error:
        list(read_archive(packed(a="0" * 2_000), "a.zip"))
    assert [problem.name for problem in error.value.problems] == ["no-source"]


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_damaged_archive_is_told(cut):
    """Never a traceback."""
    with pytest.raises(GuideError) as error:
        list(read_archive(packed(a="0" * 2_000)[:cut], "a.zip"))
    assert [problem.name for problem in error.value.problems] == ["no-archive"]


def test_a_document_is_no_archive_of_files():
    """One that lies in an archive as it is makes it none."""
    book = packed(**{"[Content_Types].xml": "x", "xl/workbook.xml": "x"})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        made.writestr("book.xlsx", book)
    assert is_bundle(file.getvalue()) and not is_bundle(book)
    assert not is_bundle(packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"))
    assert not is_bundle(b"PK\x03\x04 and no more")
