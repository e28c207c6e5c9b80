"""The command translate: what it says, what it writes, and that it writes all of it or nothing."""

from pathlib import Path

import pytest

from guide import cli, output
from guide.content import translate_file

GUIDE = "title: Help near here\nedition: {date: 2026-03-01}\n"
FOOD = (
    "title: Food\nlistings:\n  - {id: kitchen, name: Kitchen, summary: hot meals, fees_description: Free}\n"
)
PO = 'msgid ""\nmsgstr "Language: es\\n"\n\nmsgctxt "listing kitchen summary"\nmsgid "hot meals"\nmsgstr "{}"\n\nmsgctxt "section food title"\nmsgid "Food"\nmsgstr "Comida"\n'


@pytest.fixture
def translate(tmp_path, monkeypatch, capsys):
    """Runs `make-guide translate es` for a small guide: (code, lines of out, lines of err)."""
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("guide.yaml", GUIDE),
        ("sections/food.yaml", FOOD),
        ("sections/more.yaml", FOOD.replace("kitchen", "other").replace("Kitchen", "Other")),
    ):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(*arguments):
        code = cli.run(["translate", "es", *arguments])
        captured = capsys.readouterr()
        return code, captured.out.splitlines(), captured.err.splitlines()

    return run


def files():
    return {path.name: path.read_bytes() for path in Path("content/translations/es").glob("*")}


def test_an_import_says_what_it_took(translate):
    Path("es.po").write_text(PO.format("comida caliente"), encoding="utf-8")
    code, out, err = translate("--import", "es.po")
    assert (code, err) == (0, []) and "2 texts taken in from es.po." in out
    assert b"comida caliente" in files()["food.yaml"]


def test_one_bad_text_stops_the_whole_import_and_nothing_else(translate):
    """Nothing is written; it is named by its line; the next import goes well."""
    translate()
    before = files()
    Path("es.po").write_text(PO.format("null"), encoding="utf-8")
    code, out, err = translate("--import", "es.po")
    assert (code, out) == (1, []) and err[0].startswith("es.po:6:1: error: listing kitchen summary: ")
    assert files() == before
    Path("es.po").write_text(PO.format("comida"), encoding="utf-8")
    assert translate("--import", "es.po")[0] == 0 and translate()[0] == 0


@pytest.mark.parametrize(
    "text, words",
    [
        (PO.replace("Comida", "").format(""), "nothing was taken in"),
        (PO.format('a" b'), "quotation mark"),
        ("", "nothing was taken in"),
    ],
)
def test_an_import_of_nothing_says_so_and_ends_with_1(translate, text, words):
    Path("es.po").write_text(text, encoding="utf-8")
    code, out, err = translate("--import", "es.po")
    assert (code, out) == (1, []) and words in err[0] and files() == {}


@pytest.mark.parametrize(
    "data", ["título: x\n".encode("latin-1"), "title: x\n".encode("utf-16"), b"title: [\n"]
)
def test_a_file_that_cannot_be_read_is_named_and_nothing_is_written(translate, data):
    translate()
    Path("content/translations/es/food.yaml").write_bytes(data)
    before = files()
    code, out, err = translate()
    assert (code, out, files()) == (1, [], before) and err[0].startswith("content/translations/es/food.yaml")


def test_all_files_are_written_or_none(translate, monkeypatch):
    """When the disk is full at the second, the first is as it was, and a new one is gone."""
    translate()
    Path("content/translations/es/guide.yaml").unlink()
    before = files()
    Path("es.po").write_text(PO.format("comida"), encoding="utf-8")
    write = output.write_atomically

    def fail(path, data, *rule, **how):
        if path.name == "more.yaml":
            raise OSError(28, "No space left on device", str(path))
        return write(path, data, *rule, **how)

    monkeypatch.setattr(output, "write_atomically", fail)
    code, out, err = translate("--import", "es.po")
    assert (code, out, files()) == (1, [], before) and "No space left" in err[0]


@pytest.mark.parametrize("language", ["qqq", "sr-Latn", "zh-Hant-TW", "tlh"])
def test_languages_that_no_library_knows_are_exported_and_imported(tmp_path, translate, language):
    assert cli.run(["translate", language, "--export", "a.po"]) == 0
    path = Path("a.po")
    path.write_text(
        path.read_text(encoding="utf-8").replace('msgid "Food"\nmsgstr ""', 'msgid "Food"\nmsgstr "x"'),
        encoding="utf-8",
    )
    assert cli.run(["translate", language, "--import", "a.po"]) == 0


def test_translate_writes_over_nothing_that_was_saved_meanwhile(command, small, monkeypatch):
    """All files or none."""
    assert command("translate", "es").code == 0
    path = small / "translations/es/a.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    def save(*arguments, make=translate_file.translation_files):
        made = make(*arguments)
        path.write_text("# saved meanwhile\n", encoding="utf-8")
        return made

    (small / "translations/es/guide.yaml").unlink()
    monkeypatch.setattr(translate_file, "translation_files", save)
    run = command("translate", "es")
    assert run.code == 1 and "a.yaml: error: this file was changed while the command ran" in run.err[0]
    assert (
        path.read_text(encoding="utf-8") == "# saved meanwhile\n"
        and not (small / "translations/es/guide.yaml").exists()
    )


def test_a_translators_work_is_not_written_over(command, small):
    """It has to be taken in first."""
    assert command("translate", "es", "--export", "es.po").code == 0
    path = Path("es.po")
    path.write_text(
        filled := path.read_text(encoding="utf-8")
        .replace('msgstr ""', 'msgstr "Comida"')
        .replace('"Comida"', '""', 1),
        encoding="utf-8",
    )
    run = command("translate", "es", "--export", "es.po")
    assert run.code == 1 and "--import" in run.err[0] and path.read_text(encoding="utf-8") == filled
    assert command("translate", "es", "--import", "es.po").code == 0
    assert command("translate", "es", "--export", "es.po").code == 0
