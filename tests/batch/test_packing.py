"""Archives of handouts."""

import io
import tarfile
import zipfile

from guide.batch.packing import tar_of, zip_of

FILES = [("ana.pdf", b"%PDF 1"), ("Núñez.pdf", b"%PDF 2")]


def test_an_archive_holds_the_files():
    """Under their names, the same bytes each time."""
    assert zip_of(FILES) == zip_of(FILES) and tar_of(FILES) == tar_of(FILES)
    with zipfile.ZipFile(io.BytesIO(zip_of(FILES))) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == FILES
    with tarfile.open(fileobj=io.BytesIO(tar_of(FILES))) as archive:
        assert [(each.name, archive.extractfile(each).read()) for each in archive] == FILES
