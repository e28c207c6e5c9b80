"""What a message says: which template is taken, what is wrong with one, and how it is filled in."""

import pytest

from guide.mail.templates import (
    BUILT_IN,
    ENGLISH,
    SPANISH,
    Templates,
    check_fields,
    check_templates,
    fill_body,
    fill_line,
    fill_subject,
    load_templates,
)
from guide.model import MailTemplate
from guide.project import load_content


def test_the_tools_own_templates_are_right():
    for template in BUILT_IN.values():
        assert not [*check_fields(template.subject, ()), *check_fields(template.body, ())]


def test_lines_with_nothing_to_say_are_left_out():
    template = MailTemplate(
        language="en", body="A {name}\n\nB {copies} {name}\n\nC {{name}} {copies}x\nD {title}\n"
    )
    assert fill_body(template, {"title": "T"}) == "D T\n"
    assert (
        fill_body(template, {"title": "T", "copies": "2", "name": "{title}"})
        == "A {title}\n\nB 2 {title}\n\nC {name} 2x\nD T\n"
    )


@pytest.fixture
def templates(place):
    """Loads the templates of the small guide: templates({"en.txt": ...}, own)."""

    def load(files=(), own=()):
        (place / "content/mail").mkdir(exist_ok=True)
        for name, text in dict(files).items():
            (place / "content/mail" / name).write_text(text, encoding="utf-8")
        return load_templates(place / "content", load_content(place / "content")[0], own)

    return load


def test_templates_of_the_content(templates):
    found, problems = templates({"fr.txt": "Subject: {title} \u00b7 {room}\n\nBonjour {name}\n"}, {"room"})
    assert problems == ()
    assert found.choose("FR-ca").subject == "{title} \u00b7 {room}"
    assert found.choose("de").subject == BUILT_IN["en"].subject


def test_check_finds_what_is_wrong_before_anybody_is_to_get_it(place, templates):
    """A column of the recipients' own is none of it."""
    templates(
        {
            "en.txt": "Subject: {title}\n\nHello {nmae}, to {room} {\n",
            "spanish.txt": "Subject: {title}\n\nHola\n",
            "es.txt": "Hola\n",
        }
    )
    found = check_templates(place / "content", load_content(place / "content")[0])
    assert [(each.mark.path.name, each.name, each.hint) for each in found] == [
        ("en.txt", "template", 'did you mean "{name}"?'),
        ("en.txt", "template", 'write "{{" for the sign itself'),
        ("es.txt", "template", found[2].hint),
        ("spanish.txt", "template-name", 'did you mean "es.txt"?'),
    ]


def test_an_unknown_field_is_a_problem_at_its_place(templates):
    _, problems = templates({"en.txt": "Subject: {titel}\n\nHello {nmae} {} {name\n{__class__} {0}\n"})
    assert [(problem.mark.line, problem.mark.column, problem.hint) for problem in problems][:2] == [
        (1, 10, 'did you mean "{title}"?'),
        (3, 7, 'did you mean "{name}"?'),
    ]
    assert [(problem.mark.line, problem.mark.column) for problem in problems[2:]] == [
        (3, 14),
        (3, 17),
        (4, 1),
        (4, 13),
    ]


@pytest.mark.parametrize("text", ["", "Hello\n", "Subject:\n\nHello\n", "Subject: x\n\n"])
def test_a_template_needs_a_subject_and_a_text(templates, text):
    assert templates({"en.txt": text})[1]


def test_templates_of_guide_yaml(place, templates):
    path = place / "content/guide.yaml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "  subject: News of {title}\n  body: |\n    Dear {name},\n\n    here it is.\n",
        encoding="utf-8",
    )
    found, problems = templates()
    assert (problems, found.choose("en").subject, found.choose("en").body) == (
        (),
        "News of {title}",
        "Dear {name},\n\nhere it is.\n",
    )
    path.write_text(path.read_text(encoding="utf-8").replace("{name}", "{nam}"), encoding="utf-8")
    assert [problem.mark.path for problem in templates()[1]] == [path]


@pytest.mark.parametrize(
    "language, wanted, found",
    [
        ("en", "es", SPANISH),
        ("en", "ES-mx", SPANISH),
        ("en", "", ENGLISH),
        ("es-us", "fr", SPANISH),
        ("fr", "de", ENGLISH),
    ],
)
def test_the_nearest_language_is_taken(language, wanted, found):
    """The recipient's, or its family; else the guide's, or its family; else English."""
    assert Templates(BUILT_IN, language).choose(wanted) == found


@pytest.mark.parametrize(
    "line, filled",
    [
        ("no field", "no field"),
        ("{a} and {b}", "1 and "),
        ("{b}", None),
        ("{c}", None),
        ("{{a}} {a}", "{a} 1"),
        ("{{}}", "{}"),
    ],
)
def test_a_line_is_filled_or_left_out(line, filled):
    """It is left out where all of its fields are empty."""
    assert fill_line(line, {"a": "1", "b": ""}) == filled


def test_a_subject_is_one_line_and_never_empty():
    values = {"title": "Help", "name": "A\n B"}
    assert fill_subject(MailTemplate(language="en", subject="For {name}"), values) == "For A B"
    assert fill_subject(MailTemplate(language="en", subject="{organization}"), values) == "Help"


def test_gaps_of_lines_that_were_left_out_are_closed():
    body = "A\n\n{none}\n\n{none}\n\nB  \n\n{none}\n"
    assert fill_body(MailTemplate(language="en", body=body), {}) == "A\n\nB\n"
