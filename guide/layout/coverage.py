"""Characters that no face has: found while setting, and then looked for in the content."""

import unicodedata
from dataclasses import fields, is_dataclass

from guide.errors import Mark, Problem


def missing_characters(guide, stacks):
    """A problem for each listing, section or guide text with characters that cannot be printed; list of Problem."""
    missing = set().union(*(stack.missing for stack in stacks))
    if not missing:
        return []
    problems = _in(guide, guide.mark, "the guide", missing, ("sections", "mark"))
    for section in guide.sections:
        problems += _in(section, section.mark, f"the section {section.title!r}", missing, ("listings", "mark"))
        for listing in section.listings:
            problems += _in(listing, listing.mark, listing.name, missing, ("mark",))
    return problems


def _in(thing, mark, name, missing, leave_out):
    found = set()
    for field in fields(thing):
        if field.name not in leave_out:
            found |= missing.intersection(*[set("".join(_texts(getattr(thing, field.name))))])
    return [_problem(mark, name, character) for character in sorted(found)]


def _texts(value):
    """Every text in a value of the model, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mark):
        return
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _problem(mark, name, character):
    label = unicodedata.name(character, "a character without a name")
    return Problem(
        mark=mark, name="no-face-has-character",
        message=f"{name}: no face in fonts/ has the character {character!r} (U+{ord(character):04X}, {label})",
        hint="write it another way, or add a face that has it",
    )
