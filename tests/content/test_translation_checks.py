"""What is told of translations: each thing once for a language."""

from dataclasses import replace

from guide.content.translation_checks import Judge, judge
from tests.content.translated import guide_in, read


def test_what_is_only_offered_is_told_once(content, tmp_path):
    """As an error where an edition says so; what somebody has confirmed is not told."""
    content(
        "translations/es/1-food.yaml",
        "title: {offered: yes, text: Comida}\nlistings:\n  pantry:\n    fees_description: {offered: yes, text: Gratis}\n",
    )
    content("translations/es/guide.yaml", "topics:\n  Food: {offered: yes, text: Comida}\n  Meals: Comidas\n")
    guide, translation = guide_in(tmp_path), read(tmp_path)[0]
    (offered,) = (each for each in judge(guide, translation) if each.name == "offered-translation")
    assert offered.message == (
        "filled in by the program in Spanish, and confirmed by nobody: Food (title), Pantry, 1 of the topics"
    )
    assert {each.level for each in judge(guide, translation, "error")} == {"error"}


def test_parts_of_a_guide_are_judged_one_after_the_other(content, tmp_path):
    """What was found of a listing is kept, and said of the parts that have it alone."""
    content(
        "translations/es/1-food.yaml",
        "listings:\n  pantry:\n    fees_description: {offered: yes, text: Gratis}\n",
    )
    guide, translation = guide_in(tmp_path), read(tmp_path)[0]
    parts = [
        replace(guide, sections=some)
        for some in (guide.sections, guide.sections[:1], (), guide.sections[1:], guide.sections)
    ]
    judge_of_all = Judge(guide, translation)
    assert [judge_of_all(part) for part in parts] == [judge(part, translation) for part in parts]
    renamed = replace(guide.listings[0], name="Other")
    other = replace(guide, sections=(replace(guide.sections[0], listings=(renamed,)),))
    assert judge_of_all(other) == judge(other, translation) != judge(parts[1], translation)
