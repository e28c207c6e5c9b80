"""What is told of translations: each thing once for a language."""

from guide.content.translation_checks import judge
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
