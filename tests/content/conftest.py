"""A small guide that is translated."""

import pytest

from tests.content.translated import FOOD, GUIDE


@pytest.fixture
def content(tmp_path):
    """A content folder, as a function that writes a file in it."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    write("guide.yaml", GUIDE)
    write("sections/1-food.yaml", FOOD)
    return write
