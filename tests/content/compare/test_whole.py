"""What is different of the guide itself."""

from dataclasses import replace
from pathlib import Path

from guide import model
from guide.content.compare.whole import whole_changes
from guide.errors import Mark


def told(old, new):
    return [
        (each.owner, each.id, each.field.key, each.field.old, each.field.new)
        for each in whole_changes(old, new)
    ]


def test_a_number_of_help_is_told_first(maker):
    old = maker.guide(help_now=(model.HelpLine(text="Crisis", phone=maker.phone("988")),))
    line = model.HelpLine(text="Crisis", phone=maker.phone("773-471-0999"))
    new = replace(old, title="Other", help_now=(line,))
    assert told(old, new) == [
        ("guide", "", "help_now", "Crisis: 988", "Crisis: 773-471-0999"),
        ("guide", "", "title", "Help near here", "Other"),
    ]


def test_sections_and_pages_are_known_by_their_ids(maker):
    page = model.OwnPage(
        id="welcome", title="Welcome", mark=Mark(Path("p.md")), text=(maker.paragraph("Hello"),)
    )
    old = maker.guide(maker.section(id="a", title="A"), maker.section(id="b", title="B"), own_pages=(page,))
    other = replace(page, text=(maker.paragraph("Good day"),))
    new = maker.guide(maker.section(id="a", title="Z"), maker.section(id="c", title="C"), own_pages=(other,))
    assert told(old, new) == [
        ("section", "a", "title", "A", "Z"),
        ("section", "c", "section", "", "C"),
        ("section", "b", "section", "B", ""),
        ("page", "welcome", "text", "Hello", "Good day"),
    ]
    assert told(old, old) == []
