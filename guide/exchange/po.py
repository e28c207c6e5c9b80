"""Translations as PO files (GNU gettext), which the programs of translators read and write."""

import io

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from guide import __version__
from guide.content.scripts import base_language
from guide.content.translations import Entry
from guide.content.translate_file import OldFile
from guide.content.units import all_units, fingerprint, topic_words
from guide.errors import WARNING, Mark, Problem

TOPIC = "topic"
HEADER = "made by resource guide"


def context_of(unit):
    """What tells a text from others with the same words: "listing insite description"."""
    return " ".join(filter(None, (unit.owner, unit.id, unit.key)))


def export_po(guide, translation, language):
    """The texts of a guide with their translations as a PO file, bytes; what is out of date is marked as fuzzy."""
    catalog = Catalog(locale=language.replace("-", "_"), project=guide.title, version=str(guide.edition.number), fuzzy=False,
                      header_comment=f"# {guide.title}, {HEADER} {__version__}", copyright_holder="", msgid_bugs_address="")
    old = {}
    outdated = {unit.place for unit in translation.outdated(all_units(guide))}
    for unit in all_units(guide):
        written = _written(unit, guide, translation, old)
        flags = ("fuzzy",) if unit.place in outdated else ()
        catalog.add(unit.text, written, context=context_of(unit), flags=flags)
    for word in topic_words(guide):
        catalog.add(word, translation.topics.get(word, ""), context=f"{TOPIC} {word}")
    file = io.BytesIO()
    write_po(file, catalog, width=0, omit_header=False, include_previous=False)
    return file.getvalue()


def has_nothing_else(old, new):
    """Whether a PO file was made here, or is empty, and has no translation or comment that the new one lacks; both are bytes."""
    try:
        before, after = (read_po(io.BytesIO(data), abort_invalid=True) for data in (old, new))
    except (PoFileError, ValueError, LookupError):
        return False
    known = {(message.context, message.id): message.string for message in after}
    kept = [message for message in before if message.id and message.string]
    return not old or HEADER.encode() in old and not any(message.user_comments for message in before if message.id) and all(
        known.get((message.context, message.id)) == message.string for message in kept)


def _written(unit, guide, translation, old):
    """A translation as it stands in its file."""
    if unit.place not in translation.entries:
        return ""
    path = translation.entries[unit.place].mark.path
    if path not in old:
        old[path] = OldFile(path)
    return old[path].text((unit.key,) if unit.owner != "listing" else ("listings", unit.id, unit.key))


def import_po(path, guide, language):
    """(entries by the place of their unit, topics, problems) of a PO file that a translator has filled in."""
    try:
        with open(path, "rb") as file:
            catalog = read_po(file, locale=None, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        return {}, {}, (Problem(mark=Mark(path), name="po", message=f"this is not a PO file ({error})", hint="ask the translator for it again"),)
    of = str(catalog.locale or catalog.locale_identifier or "").replace("_", "-")
    if of and base_language(of) != base_language(language):
        return {}, {}, (Problem(mark=Mark(path), name="po", message=f"this file is a translation to {of!r}, not to {language!r}",
                                hint=f"import it with make-guide translate {of} --import"),)
    units = {context_of(unit): unit for unit in all_units(guide)}
    words = set(topic_words(guide))
    entries, topics, problems = {}, {}, []
    for message in catalog:
        if not message.id or not message.string or not message.context:
            continue
        kind, _, word = message.context.partition(" ")
        if kind == TOPIC and word in words:
            topics[word] = message.string
        elif message.context in units:
            unit = units[message.context]
            entries[unit.place] = Entry(message.string, fingerprint(message.id), "fuzzy" in message.flags, Mark(path))
        else:
            problems.append(Problem(mark=Mark(path, message.lineno or 0, 1), name="orphan-translation", level=WARNING,
                                    message=f'the content has no text "{message.context}" any more, so its translation is left out',
                                    hint="export the file again if it was made long ago"))
    return entries, topics, tuple(problems)
