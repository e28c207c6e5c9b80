"""A kept edition and the content of today."""

import pytest

from guide.produce import produce
from guide.request import Request
from tests.between.versions import first_version, make_second_version


@pytest.fixture(scope="session")
def two_versions(tmp_path_factory):
    """(content folder, out) of the shipped guide: edition 1 was made, and the content is that of edition 2."""
    place = tmp_path_factory.mktemp("versions")
    content, out = first_version(place / "content"), place / "out"
    produce(content, out, Request(names=("pocket",)))
    make_second_version(content)
    return content, out
