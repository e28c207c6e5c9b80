"""What tests share: golden files, which change only when they are told to."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; read the difference")


@pytest.fixture
def golden(request):
    """Compares a text with a golden file: golden("guide/pages.txt", text)."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing; make it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare
