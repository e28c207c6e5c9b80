"""The text of a PO file (GNU gettext) as its messages, each with its line, and with every line that is none reported.

Babel reads PO files too, but takes a text without its last quotation mark, and does not name the line of each text.
"""

import re
from dataclasses import dataclass, field

from babel.messages.pofile import unescape

from guide.expressions import expression
from guide.problems import translations as kinds
from guide.problems.kind import MessageValue, ProblemKind
from guide.reading.source import Place, Source

STATEMENT = expression(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*)?("(?:[^"\\]|\\.)*")')
BEGUN = expression(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?![\w\[])\s*)?(")?')
ESCAPE = expression(r'\\(?:[abfnrtv"\\]|(.))')
CHARSET = expression(rb'"Content-Type:[^"]*charset=([^\s"\\;]+)', re.IGNORECASE)
OFFERED = "Filled in by the program: read it, mend it, and take away the mark fuzzy."
NOT_SAID = ("charset", "")  # what a form that nobody has filled in has there


@dataclass(slots=True)
class Message:
    """A text with its translation; `line` counts from 1."""

    line: int = 0
    texts: dict[str, str] = field(default_factory=dict)  # by keyword
    lines: dict[str, int] = field(default_factory=dict)  # of the keywords
    fuzzy: bool = False
    offered: bool = False  # what the program has offered, as its comment says

    @property
    def id(self) -> str:
        return self.texts.get("msgid", "")

    @property
    def context(self) -> str:
        return self.texts.get("msgctxt", "")

    @property
    def string(self) -> str:
        return self.texts.get("msgstr", self.texts.get("msgstr[0]", ""))

    @property
    def is_plural(self) -> bool:
        return "msgid_plural" in self.texts or "msgstr[0]" in self.texts

    @property
    def is_header(self) -> bool:
        return not self.id and not self.context


def decode_po(data: bytes, source: Source) -> str | None:
    """The bytes of a PO file as text, by the character set that its header names; None with the reason reported."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        source.report(None, kinds.UTF_16)
        return None
    named = CHARSET.search(data)
    charset = named[1].decode("ascii", "replace") if named else ""
    place = Place(0, data.count(b"\n", 0, named.start()), 0) if named else None
    try:
        text = data.decode("utf-8" if charset.lower() in NOT_SAID else charset)
        if b"msgid" not in data or "msgid" in text:
            return text
        source.report(place, kinds.OTHER_CHARSET, charset=charset)
    except LookupError:
        source.report(place, kinds.UNKNOWN_CHARSET, charset=charset)
    except UnicodeDecodeError as error:
        place = Place(
            error.start,
            data.count(b"\n", 0, error.start),
            error.start - data.rfind(b"\n", 0, error.start) - 1,
        )
        source.report(place, kinds.WRONG_BYTE, byte=data[error.start], charset=charset or "UTF-8")
    except (UnicodeError, ValueError):
        source.report(place, kinds.OTHER_CHARSET, charset=charset)
    return None


def read_messages(text: str, source: Source) -> list[Message]:
    """The messages of a PO file, its header among them, without those that are obsolete."""
    reader = Reader(source)
    for number, line in enumerate(text.split("\n")):
        reader.take(number, line.strip())
    reader.finish()
    return reader.messages


class Reader:
    """Gathers messages from lines."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.messages: list[Message] = []
        self.message, self.keyword = Message(), ""

    def report(self, number: int, kind: ProblemKind, **values: MessageValue) -> None:
        self.source.report(Place(0, number, 0), kind, **values)

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        if line.startswith("#"):
            self.take_comment(line)
        elif line:
            statement = STATEMENT.fullmatch(line)
            if statement is not None:
                self.take_text(number, *statement.groups())
            elif begun := BEGUN.match(line):  # which matches every line, if only nothing of it
                self.take_wrong(number, *begun.groups())

    def take_wrong(self, number: int, keyword: str | None, mark: str | None) -> None:
        """Report a line that is none; its keyword counts, so that nothing else is missed."""
        if mark:
            self.report(number, kinds.OPEN_QUOTES)
        else:
            self.report(number, kinds.PO)
        if keyword:
            self.take_text(number, keyword, '""')

    def take_comment(self, line: str) -> None:
        """Take a comment: it begins a new message, and may mark it as fuzzy."""
        if "msgstr" in self.keyword:
            self.finish()
        self.message.offered |= line == f"#. {OFFERED}"
        if line.startswith("#,"):
            self.message.fuzzy |= "fuzzy" in re.split(r"[,\s]+", line[2:])

    def take_text(self, number: int, keyword: str | None, quoted: str) -> None:
        """Take a keyword with its text, or the next line of a text."""
        wrong = [match for match in ESCAPE.finditer(quoted) if match[1]]
        if wrong:
            self.report(number, kinds.WRONG_ESCAPE, escape=wrong[0][0])
        if keyword == "msgctxt" or keyword == "msgid" and self.keyword != "msgctxt":
            self.finish()
        if keyword is None and not self.keyword:
            self.report(number, kinds.NO_KEYWORD)
            return
        if keyword is not None:
            self.begin(number, keyword)
        self.message.texts[self.keyword] += unescape(quoted)

    def begin(self, number: int, keyword: str) -> None:
        """Begin a text, which each message has once and in order."""
        if keyword in self.message.texts:
            self.report(number, kinds.KEYWORD_TWICE, keyword=keyword)
        if keyword.startswith("msgstr") and "msgid" not in self.message.texts:
            self.report(number, kinds.NO_MSGID)
        self.keyword = keyword
        self.message.line = self.message.line or number + 1
        self.message.lines[keyword] = number + 1
        self.message.texts[keyword] = ""

    def finish(self) -> None:
        """End a message."""
        message = self.message
        if not message.texts:  # marks alone, which are of the message below
            return
        if "msgid" in message.texts and not any(key.startswith("msgstr") for key in message.texts):
            self.report(message.line - 1, kinds.NO_MSGSTR)
        self.messages.append(message)
        self.message, self.keyword = Message(), ""
