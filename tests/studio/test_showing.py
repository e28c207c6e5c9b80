"""What can be shown, and why something is on no page."""

import pytest

from guide.studio.showing import editions_of, title_of, why_absent
from guide.studio.wording import words_of

WORDS = words_of("en")


@pytest.fixture
def editions(folder, studio):
    """A usual edition, one of beds alone, and one in a language that lacks a listing."""
    (folder / "editions").mkdir()
    for name, text in {
        "letter": "default: yes\n",
        "beds-only": "choice: {sections: [beds]}\n",
        "es": "languages: [es]\nuntranslated: leave out\n",
    }.items():
        (folder / f"editions/{name}.yaml").write_text(text)
    (folder / "translations/es").mkdir(parents=True)
    (folder / "translations/es/beds.yaml").write_text(
        "listings:\n  shelter:\n    name: {text: Albergue}\n    description: {text: Una cama.}\n"
    )
    studio.look_again()
    return studio


@pytest.mark.parametrize(
    "edition, listing, says",
    [
        ("letter", "hidden", "Not in Letter: not printed."),
        (
            "beds-only",
            "pantry",
            "Not in Beds only: it is not among the listings of this edition. It is in: Es, Letter.",
        ),
        ("letter", "nobody", ""),
    ],
)
def test_why_a_listing_is_on_no_page(editions, edition, listing, says):
    """And where it is."""
    assert why_absent(editions, editions.drawing(edition), listing, WORDS) == says


def test_the_usual_edition_comes_first(editions):
    assert [each.title for each in editions_of(editions, WORDS)] == ["Letter", "Beds only", "Es"]
    assert title_of("large-print") == "Large print"


def test_what_has_no_pages_is_not_among_them(editions, folder):
    """Though it is the usual edition: the pane shows one that is printed then."""
    (folder / "editions/letter.yaml").write_text("format: letter\n")
    (folder / "editions/web.yaml").write_text("default: yes\nformat: web\n")
    editions.look_again()
    assert "web" not in [each.name for each in editions_of(editions, WORDS)]
    assert editions.drawing("").edition.name != "web" and editions.drawing("").pages
    assert editions.drawing("web").pages == ()
