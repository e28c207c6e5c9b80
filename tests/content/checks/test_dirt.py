"""Dirt: what came into the texts from elsewhere, and what only looks like it."""

import pytest

from guide.content.checks import check_guide
from tests.content.checks.samples import FOOD, GUIDE, TODAY


@pytest.mark.parametrize(
    "line, name, hint",
    [
        (
            "name_note: Caf\u00c3\u00a9 de la R\u00c3\u00a9publique",
            "garbled",
            'write "Caf\u00e9 de la R\u00e9publique"',
        ),
        ("description: The ChildrenG\u00c7\u00d6s Room", "garbled", 'write "The Children\u2019s Room"'),
        ("services: Joe?s, and don?t", "garbled", "write \"Joe's, and don't\""),
        ("phones: {number: 312-744-5000, description: Jos\u00c3\u00a9}", "garbled", 'write "Jos\u00e9"'),
        ("summary: Anyone <br> with <b>ID</b>", "html", 'write "Anyone with ID"'),
        ("summary: Anyone &amp with &nbsp ID", "html", 'write "Anyone & with \u00a0 ID"'),
        ("description: Bring &lt;p&gt;an ID&lt;/p&gt;", "html", 'write "Bring an ID"'),
        (r"description: For parents.\n\nFor all.", "escape", 'write "For parents. For all."'),
        (r"hours: Monday 9 to 5\nTuesday 9 to 5", "escape", 'write "Monday 9 to 5 Tuesday 9 to 5"'),
        (r"summary: caf\u00e9", "escape", 'write "caf\u00e9"'),
        ("summary: \ufb01rst of\ufb01ce", "old-shape", 'write "first office"'),
        ("summary: \uff21\uff22", "old-shape", 'write "AB"'),
        (
            "alert: The infor- mation desk",
            "divided-word",
            'write "The information desk", or a space before the dash',
        ),
        (
            "alert: The infor\u00acmation desk",
            "divided-word",
            'write "The information desk", or a space before the dash',
        ),
        ("fees_description: N/A", "no-value", "leave the key out"),
        ("transportation: Not available", "no-value", "leave the key out"),
        ("summary: '-'", "no-value", "leave the key out"),
        ("languages: n/a", "no-value", "leave the key out"),
        ("description: N/A", "no-value", "leave the key out"),
        ("summary: '###MON###'", "placeholder", "write what belongs there, or leave the key out"),
        ("summary: Dear {{name}}", "placeholder", "write what belongs there, or leave the key out"),
        ("fees_description: '#REF!'", "no-value", "leave the key out"),
        ("summary: Caf\ufffd", "lost-character", "look up what it was where the text came from, and type it"),
    ],
)
def test_dirt_is_found_with_what_to_write(load, line, name, hint):
    """In any text that is printed, whatever key it stands under."""
    found = load(food=FOOD + f"    {line}\n")
    problems = {(problem.name, problem.hint) for problem in check_guide(found.guide, TODAY)}
    assert problems == {(name, hint)}


@pytest.mark.parametrize(
    "line",
    [
        "summary: R&B, Q&A and AT&T for p < 0.05",
        "short_name: NA",
        "alternate_names: NA",
        "fees_description: None",
        "summary: C:\\new",
        "description: Pre- and post-natal care. See [them](https://harbor.org/a?s=1&lt=2).",
        "summary: a walk-in clinic - no fee",
        "summary: \u00abCAF\u00c9\u00bb, voil\u00e0\u2026\u201d and MANH\u00c3\u201d",
        "summary: Ti\u1ebfng Vi\u1ec7t, S\u00e3o Paulo, \u00c5land",
        "summary: \u041f\u0440\u0438\u0432\u0435\u0442, \u00ab\u0421\u0421\u0421\u0420\u00bb",
        "summary: \u0645\u0631\u062d\u0628\u0627 \ufdfa",
        "description: A [link](https://harbor.org), **b** (c).",
        "summary: Hungry? stop by",
        "summary: bread & butter &c.",
    ],
)
def test_what_only_looks_like_dirt_is_left_alone(names, line):
    assert names(line) == []


def test_full_width_letters_are_usual_in_chinese(load):
    """And nowhere else."""
    food = FOOD + "    summary: \uff08\uff21\uff22\uff09\n"
    for language, expected in (("en", ["old-shape"]), ("zh", [])):
        found = load(guide=GUIDE + f"language: {language}\n", food=food)
        assert [problem.name for problem in check_guide(found.guide, TODAY)] == expected
