"""How to use the guide: the usual steps, or the guide's own, numbered."""

import pytest

from guide import model
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.parts.howto import ALL, Helps, HowToUse
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter


@pytest.fixture
def steps(maker):
    """The steps in words, with the tag of each: steps(listed=True, guides=...)."""

    def make(listed=True, guides=None, words=ENGLISH, helps=ALL, **more):
        guides = guides or [maker.guide(maker.section(maker.listing()), **more)]
        how = HowToUse(guides, Setter(maker.style, 2), words, Tag("Document"), listed, helps)
        return [
            ("".join(piece.text for piece in pieces).replace("\u00a0", " "), pieces[-1].tag)
            for pieces in how.steps(Tag("L"))
        ]

    return make


def test_the_usual_steps_are_numbered(steps):
    said = [text for text, _ in steps()]
    assert [text[:2] for text in said] == ["1 ", "2 ", "3 ", "4 "]
    assert (
        said[0].startswith("1 Find a section above") and "index, page" in said[1] and "form, page" in said[3]
    )


def test_the_contents_are_named_where_no_sections_stand_above(steps):
    assert "contents, page" in steps(listed=False)[0][0]


def test_steps_lead_only_to_what_the_guide_has(steps):
    """Without signs the steps tell what they would say."""
    bare = Helps(contents=False, indexed=(), form=False, signs=False)
    said = [text[2:] for text, _ in steps(listed=False, helps=bare)]
    assert said == [ENGLISH.step_numbers, ENGLISH.step_unverified, ENGLISH.leaflet_wrong]
    on_cover = [text for text, _ in steps(listed=False, helps=Helps(on_cover=True, indexed=("name",)))]
    assert "on the cover" in on_cover[0] and "Or look in the index, page" in on_cover[1]


def test_a_guide_has_steps_of_its_own(steps):
    own = ((model.Span("Ask the "), model.Span("staff", strong=True)), (model.Span("Call"),))
    assert [text for text, _ in steps(how_to_use=own)] == ["1 Ask the staff", "2 Call"]


def test_a_step_is_said_in_both_languages(steps, maker):
    """Where they differ; the second in a tag of its language."""
    section = maker.section(maker.listing())
    guides = [
        maker.guide(section, how_to_use=((model.Span("Call"),), (model.Span("INSITE"),))),
        maker.guide(section, language="es", how_to_use=((model.Span("Llame"),), (model.Span("INSITE"),))),
    ]
    (first, tag), (second, _) = steps(guides=guides, words=side_by_side(ENGLISH, words_in("es")))
    assert (first, tag.language, second) == ("1 Call Llame", "es", "2 INSITE")


def test_steps_are_a_list_below_a_heading(maker):
    guide = maker.guide(maker.section(maker.listing()))
    heading, *rows = HowToUse([guide], Setter(maker.style, 2), ENGLISH, Tag("Document"), True).rows(20, 200)
    assert heading.items[0].x2 - heading.items[0].x1 == 200 and len(rows) == 4
    assert all(row.height > 0 for row in (heading, *rows))
