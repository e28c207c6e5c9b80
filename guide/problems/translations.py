"""Kinds of problem with translations: their files, and those that go to translators and come back."""

from guide.problems.content import LANGUAGE
from guide.problems.kind import ERROR, WARNING, ProblemKind

# --- what is translated, and what is not ------------------------------------------------------------

NOT_A_CODE = LANGUAGE.said('"{code}" is not the code of a language', "name the folder as in es or pt-BR")
NO_WORDS = LANGUAGE.said(
    "the tool's own words (Contents, page ...) are not known in {language} and printed in English",
    "add a file to guide/languages, see docs/languages.md",
    WARNING,
)
MISSING_TRANSLATION = ProblemKind(
    "missing-translation",
    WARNING,
    "texts that are not translated to a language of the guide; an error where an edition says stop",
    "not translated to {language}: {names}",
    "run make-guide translate {code}, and fill in what it adds to the files",
    other_level=ERROR,
    switchable=True,
)
OUTDATED_TRANSLATION = ProblemKind(
    "outdated-translation",
    WARNING,
    "a translation of a text that has changed since; an error where an edition says stop",
    "{name}: the translation of {key} was not made from the text that stands there now",
    "run make-guide translate {code}, compare the two, and delete the line outdated: yes",
    other_level=ERROR,
    switchable=True,
)
OFFERED_TRANSLATION = ProblemKind(
    "offered-translation",
    WARNING,
    "translations that make-guide translate has filled in, and nobody has confirmed; an error where an edition says stop",
    "filled in by the program in {language}, and confirmed by nobody: {names}",
    "read each, mend it where it is wrong, and delete its line offered: yes",
    other_level=ERROR,
    switchable=True,
)
MARKED_OUTDATED = OUTDATED_TRANSLATION.said(
    "{name}: the translation of {key} is marked as out of date", OUTDATED_TRANSLATION.hint
)
LEFT_LINE = ProblemKind(
    "untranslated-line",
    WARNING,
    "a line of a translation that is still in the language of the guide",
    "{name}: a line of {key} is not translated to {language}: {line}",
    "translate it; a name may stay as it is",
    switchable=True,
)
NO_TRANSLATION = ProblemKind(
    "no-translation",
    ERROR,
    "an edition in a language that nothing is translated to",
    "nothing is translated to {language}, in which an edition is",
    "run make-guide translate {code}, and fill in the files that it makes",
)

# --- their files ------------------------------------------------------------------------------------

HAS_NO_PLACE = "delete it, or give it the name that the content has now"
ORPHAN = ProblemKind(
    "orphan-translation",
    WARNING,
    "a translation of a text that the content does not have any more",
    '{owner} has no text "{name}" to translate',
    HAS_NO_PLACE,
)
SPOKEN_HOURS = ORPHAN.said(
    "{owner}: these hours are said in every language by the program itself now, and this translation is not used",
    "delete {name}: and what stands below it",
)
ORPHAN_FILE = ORPHAN.said('the content has no file "{name}"', HAS_NO_PLACE)
ORPHAN_TOPIC = ORPHAN.said('the guide has no topic "{name}"', HAS_NO_PLACE)
ORPHAN_LISTING = ORPHAN.said('this section has no listing "{name}"', HAS_NO_PLACE)
NOT_KEPT = ProblemKind(
    "not-kept",
    ERROR,
    "a text that would not be read again as it is, in a file of translations",
    "this text would not be read again as it is",
    "write it in another way",
)
NOT_THE_SAME = NOT_KEPT.said(
    "{text} would not be read again as before, so nothing was written",
    "look at it in the file, and write it in another way",
)

# --- translators' files -----------------------------------------------------------------------------

AS_UTF8 = "ask the translator to save it as UTF-8"
AGAIN = "ask the translator for the file again, or mend the line"
PO = ProblemKind(
    "po",
    ERROR,
    "a translator's file that is no PO file, is in another language or has nothing for this guide",
    "this is no line of a PO file",
    AGAIN,
)
UTF_16 = PO.said("this file is saved as UTF-16", AS_UTF8)
OTHER_CHARSET = PO.said('this file is not in the character set "{charset}"', AS_UTF8)
UNKNOWN_CHARSET = PO.said('nobody knows the character set "{charset}"', AS_UTF8)
WRONG_BYTE = PO.said("byte {byte:02X} is not {charset}", AS_UTF8)
OPEN_QUOTES = PO.said(
    "the text that begins here does not end with a quotation mark, or has one in it",
    'write \\" for a quotation mark inside a text',
)
WRONG_ESCAPE = PO.said(
    '"{escape}" stands for nothing here',
    r"write two backslashes, or one of \n, \t and \"",
)
NO_KEYWORD = PO.said("this text has no keyword before it, such as msgstr", AGAIN)
KEYWORD_TWICE = PO.said("this message has {keyword} a second time", AGAIN)
NO_MSGID = PO.said("this translation has no msgid before it", AGAIN)
NO_MSGSTR = PO.said("this message has no msgstr", AGAIN)
NOTHING_TAKEN = PO.said(
    "nothing was taken in: the file has {count:,} texts, and none with a translation that belongs to this guide",
    "ask the translator for the file that is filled in",
)
OTHER_LANGUAGE = PO.said(
    "this file is a translation to {of!r}, not to {language!r}",
    "import it with make-guide translate {of} --import",
)
ORPHAN_MESSAGE = ORPHAN.said(
    'the content has no text "{context}" any more, so its translation is left out',
    "export the file again if it was made long ago",
)
SPOKEN_MESSAGE = ORPHAN.said(
    "{context}: these hours are said in every language by the program itself now, so the translation is not needed",
    "nothing needs to be done; a file that is exported now does not have it",
)
NO_CONTEXT = ORPHAN.said(
    "a translation without msgctxt belongs to no text of the guide, and is left out",
    "export the file again if it was made long ago",
)
PLURAL = PO.said(
    "{context}: a text of a guide has one form, and this one has several", "write msgid and msgstr alone"
)
TEXT_TWICE = PO.said("{context}: this text is there twice, here and in line {line}", "delete one of the two")
