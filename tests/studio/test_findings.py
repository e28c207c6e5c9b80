"""Problems at their fields."""

from guide.problems import content, editions, translations
from guide.problems.kind import ProblemKind
from guide.studio.findings import COMMAND, CURES, of_translation
from guide.studio.owners import Owner
from guide.studio.views.deeds import address_of
from tests.studio.conftest import open_studio


def found(studio):
    return {(str(each.owner), each.path, each.name): each for each in studio.seen.findings}


def test_a_problem_stands_at_its_field(studio, change):
    """Of a row, and of a key in it; without the name of the listing, as sentences."""
    change("food", "773-471-0112", "312.055.2755")
    change("beds", "verified: 2026-04-01", "verified: yesterday")
    studio.look_again()
    (phone,) = (each for (_, path, _), each in found(studio).items() if path[:2] == ("phones", "1"))
    assert phone.says.startswith("312.055.2755 cannot be dialled") or "cannot be dialled" in phone.says
    assert "Elm Pantry" not in phone.says and phone.says.endswith(".")
    assert found(studio)["listing/shelter", ("verified",), "date"].is_error


def test_a_problem_of_the_whole_stands_at_its_head(studio, change):
    change(
        "beds",
        "    verified: 2026-04-01\n",
        "    address: {city: A, state_province: IL}\n    locations: [{name: B}]\n",
    )
    studio.look_again()
    assert ("listing/shelter", (), "two-addresses") in found(studio)


def test_a_section_and_the_guide_have_theirs(studio, change, folder):
    change("food", "title: Food", "titel: Food")
    path = folder / "guide.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "langauge: en\n", encoding="utf-8")
    studio.look_again()
    names = {(each.owner, each.name) for each in studio.seen.findings}
    assert (Owner("section", "food"), "unknown-key") in names and (Owner("guide"), "unknown-key") in names


def test_a_file_that_is_no_ones_has_no_owner(studio, folder):
    (folder / "words.yaml").write_text("known: [a\n", encoding="utf-8")
    studio.judge()
    assert {each.owner for each in studio.seen.findings} == {None}


def test_the_look_of_the_paper_has_its_own(studio, folder):
    (folder / "style.yaml").write_text("acent: blue\n", encoding="utf-8")
    studio.look_again()
    assert [str(each.owner) for each in studio.seen.findings if each.name == "unknown-key"] == ["style/paper"]


def test_an_edition_has_its_own(studio, folder):
    """Those of the whole file stand with none of its keys."""
    (folder / "editions").mkdir()
    (folder / "editions/a.yaml").write_text(
        "default: yes\nformat: papyrus\nchoice:\n  near: {latitude: x}\n", encoding="utf-8"
    )
    (folder / "editions/b.yaml").write_text("default: yes\n", encoding="utf-8")
    studio.look_again()
    paths = {
        (each.owner.id, each.path)
        for each in studio.seen.findings
        if each.owner and each.owner.kind == "edition"
    }
    assert {("a", ("format",)), ("a", ("choice", "near", "latitude")), ("b", ())} <= paths


def test_a_problem_of_a_translation_leads_to_it(folder):
    """To its group where that is known, else to the language."""
    studio = open_studio(folder)
    owners = studio.seen.owners
    place = folder / "translations/es"
    found = [
        of_translation(place / name, owners)
        for name in ("guide.yaml", "food.yaml", "pages/us.yaml", "gone.yaml")
    ]
    assert [str(owner) for owner in (*found, of_translation(place, owners))] == [
        "translation/es/cover",
        "translation/es/section/food",
        "translation/es/page/us",
        "translation/es",
        "translation/es",
    ]
    assert of_translation(folder / "other.yaml", owners) is None
    addresses = [address_of(owner) for owner in found[:1] + found[3:]]
    assert addresses == ["/translate/es/cover", "/translate/es"]


OF_COMMANDS = {"unknown-id", "po"}  # which only a command can have


def test_nobody_is_sent_to_the_terminal(studio):
    """What there is to do is said in words of the studio."""
    kinds = [
        each
        for module in (content, editions, translations)
        for each in vars(module).values()
        if isinstance(each, ProblemKind)
    ]
    assert {each.name for each in kinds if COMMAND in each.hint} - OF_COMMANDS == set(CURES)
    assert not [each for each in studio.seen.findings if COMMAND in each.says]
