"""Which guide a command works on, where its things stand, and commands that can be pasted."""

import shlex
from pathlib import Path

import pytest

from guide.cli import places
from tests.cli.samples import SMALL


def write_guide(folder):
    for name, text in SMALL.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "content, out",
    [
        ("content", "out"),
        ("x/content", "x/out"),
        ("mine", "mine/out"),
        (".", "out"),
        ("/a/content", "/a/out"),
    ],
)
def test_what_is_made_of_a_guide_stands_beside_its_guide_yaml_or_its_content_folder(folder, content, out):
    assert places.out_of(Path(content)) == Path(out)


def test_a_guide_has_one_out_however_its_folder_is_named(folder, monkeypatch):
    """From within the folder `content` too; and where there is a guide around it, each has its own."""
    monkeypatch.chdir("content")
    here = places.out_of(Path())
    assert here.resolve() == folder / "out" == places.out_of(folder / "content")
    write_guide(folder)
    assert places.out_of(folder / "content") != places.out_of(folder) == folder / "out"
    assert places.out_of(Path()).resolve() == places.out_of(folder / "content")


def test_in_a_folder_with_guide_yaml_every_command_works_on_it(command, folder, monkeypatch):
    """Whatever else is around; --content names another, also by its guide.yaml."""
    mine = write_guide(folder / "mine")
    monkeypatch.chdir(mine)
    assert command("check").out == ["2 listings in 2 sections, 0 verified."]
    assert command("build").out[0] == "Made out/guide/guide.pdf"
    assert command("verify", "food-bank", "--today", "2026-04-02").out[0].endswith("(sections/a.yaml)")
    assert command("check", "--worklist").out[0] == "Made out/worklist.pdf"
    assert command("mail", "suppress", "a@harbor.org").code == 0 and (mine / "out/mail.sqlite").exists()
    monkeypatch.chdir(folder)
    assert command("check", "--content", "mine/guide.yaml").code == 0
    assert (
        "suppressed: a@harbor.org: asked for no more mail"
        in command("mail", "status", "--content", "mine").out
    )
    assert "Nothing was sent yet." in command("mail", "status").out


OLD = SMALL["sections/a.yaml"] + "    verified: 2020-01-01\n"


def test_two_guides_never_write_over_each_others_editions(command, folder):
    for name in ("one", "two"):
        write_guide(folder / name)
        assert command("build", "--content", name).out[0] == f"Made {name}/out/guide/guide.pdf"
    assert command("build", "--content", "one").out[0] == "Unchanged: one/out/guide/guide.pdf"
    assert not Path("out").exists()


def test_what_was_made_is_no_content(command, folder, monkeypatch):
    """Pictures and texts that somebody keeps there make no edition anew."""
    monkeypatch.chdir(write_guide(folder / "mine"))
    command("build")
    Path("out/cover.png").write_bytes(b"x")
    assert command("build").out[0].startswith("Unchanged")


def test_a_command_that_a_message_suggests_can_be_pasted(command, folder):
    """As it stands: with the folder, which is quoted, wherever the command would not find it."""
    mine = write_guide(folder / "our guide")
    (mine / "sections/a.yaml").write_text(OLD, encoding="utf-8")
    run = command("check", "--content", "our guide")
    (hint,) = {line.partition("right: ")[2].partition(" [")[0] for line in run.err if "food-bank" in line}
    assert shlex.split(hint) == ["make-guide", "verify", "--content", "our guide", "food-bank"]
    assert command(*shlex.split(hint)[1:]).code == 0
    run = command("verify", "--content", "our guide", "nobody")
    assert "make-guide check --content 'our guide' --worklist names every id" in run.err[0]
    assert "--content" not in command("verify", "nobody").err[0]


def test_a_command_names_no_folder_that_it_finds_by_itself(command, small, monkeypatch):
    (small / "sections/a.yaml").write_text(OLD, encoding="utf-8")
    assert any("right: make-guide verify food-bank" in line for line in command("check").err)
    monkeypatch.chdir(small)
    assert any("right: make-guide verify food-bank" in line for line in command("check").err)
