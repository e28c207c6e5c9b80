"""An edition with all its pages, and on which of them each listing begins."""

import pytest

from guide.between.printed import print_edition
from guide.errors import GuideError
from guide.project import open_project
from tests.test_shipped_content import CONTENT


@pytest.fixture(scope="module")
def project():
    return open_project(CONTENT)


def test_each_listing_stands_on_a_page_under_a_number(project):
    """The default edition where none is named; both languages where it has two."""
    printed = print_edition(project)
    assert printed.edition.default and len(printed.versions) == 1 and printed.paper == "Letter"
    assert printed.pages.keys() == printed.numbers.keys() == {each.id for each in project.printed.listings}
    assert max(printed.pages.values()) <= len(printed.document.pages)


def test_an_edition_that_is_not_there_stops_it(project):
    with pytest.raises(GuideError):
        print_edition(project, "nowhere")


@pytest.mark.parametrize(("name", "paper", "large"), [("a4", "A4", False), ("large-print", "Letter", True)])
def test_what_goes_into_it_is_like_it(project, name, paper, large):
    printed = print_edition(project, name)
    assert (printed.paper, printed.is_large) == (paper, large)
