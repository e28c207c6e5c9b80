"""Markdown becomes prose: paragraphs and flat lists, with weight, links and mentions of other listings.

Emphasis and strong emphasis are both strong, because the print has no italics. What print has no place for
(headings, tables, pictures, code, HTML, lists in lists) is a complaint, never dropped in silence.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from guide.expressions import expression
from guide.model import BulletList, Paragraph, Prose, Span
from guide.problems import prose as kinds
from guide.problems.kind import MessageValue, ProblemKind
from guide.problems.pictures import IMAGE_IN_TEXT, IMAGE_OUTSIDE
from guide.problems.reading import MARKDOWN_TOO_LONG
from guide.reading.pasted import BLOCK_START, DOT_BEGINS, PASTED, mark_items
from guide.reading.spans import Spans, join_spans, trim_spans
from guide.reading.text import fold

if TYPE_CHECKING:  # the parser is slow to import, and plain texts do not need it
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# A text without these, whose lines do not begin like a Markdown block, is nothing but paragraphs.
SPECIAL = ("*", "_", "`", "[", "]", "<", "\\", "|", "://", "mailto:")
ENTITY = expression("&[#A-Za-z]")

MAX_MARKDOWN = 20_000  # characters: beyond this the parser takes too long over what may be no text at all

MENTION = expression(r"\[\[([^\[\]\n]*)\]\]")
ID = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")
BARE = expression(r"(https?://|mailto:)[^\s<>\[\]]+", re.IGNORECASE)
BARE_SCHEME = expression(r"(?<![A-Za-z0-9.+-])(?:https?|mailto)$", re.IGNORECASE)
WEB = expression(r"https?://[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?", re.IGNORECASE)
ADDRESS = {
    "http": WEB,
    "https": WEB,
    "mailto": expression(r"mailto:[^\s@]+@[^\s@]+\.[^\s@.]+", re.IGNORECASE),
    "tel": expression(r"tel:\+?[0-9][-.0-9]*", re.IGNORECASE),
}


class Complaint(NamedTuple):
    """What cannot be printed of a Markdown text, with the words by which its place is found."""

    fragment: str
    kind: ProblemKind
    values: dict[str, MessageValue]  # that it is said with


Block: TypeAlias = Paragraph | BulletList
Part = TypeVar("Part")  # a Block, or a Span of a text on one line


class Reading(NamedTuple, Generic[Part]):
    """What a Markdown text says: its blocks or spans, the ids it mentions, what cannot be printed."""

    prose: tuple[Part, ...] = ()
    mentions: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = ()


# Kinds of Markdown block that are not printed, by their token.
REFUSED_BLOCKS = {
    "heading_open": kinds.HEADING,
    "table_open": kinds.TABLE,
    "fence": kinds.FENCED_CODE,
    "code_block": kinds.INDENTED_CODE,
    "html_block": kinds.HTML,
    "blockquote_open": kinds.QUOTATION,
    "hr": kinds.RULE,
}
REFUSED_SPANS = {"html_inline": kinds.HTML, "code_inline": kinds.QUOTED_CODE}


def read_prose(text: str) -> Reading[Block]:
    """The blocks of a Markdown text, in which dots pasted from elsewhere are as good as Markdown's own."""
    if PASTED.search(text):
        text = mark_items(text)
    if is_plain(text):
        return Reading(split_paragraphs(text))
    if len(text) > MAX_MARKDOWN:
        return Reading(complaints=(Complaint("", MARKDOWN_TOO_LONG, {"most": MAX_MARKDOWN}),))
    return read_blocks(text)


def read_line(text: str) -> Reading[Span]:
    """The spans of a Markdown text that is to stand on one line."""
    dot = DOT_BEGINS.match(text)  # it stands in a list already
    prose, mentions, complaints = read_prose(text[dot.end() :] if dot else text)
    if len(prose) == 1 and isinstance(prose[0], Paragraph):
        return Reading(prose[0].spans, mentions, complaints)
    complaint = Complaint(text, kinds.MARKDOWN, {})
    return Reading((), mentions, complaints or (complaint,))


# --- plain text: most of a large guide, a hundred times faster ---------------------------------------


def is_plain(text: str) -> bool:
    """Whether Markdown would read the text as nothing but paragraphs."""
    for special in SPECIAL:
        if special in text:
            return False
    if "&" in text and ENTITY.search(text):
        return False
    return BLOCK_START.match(text) is None and not any(BLOCK_START.match(line) for line in text.split("\n"))


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text."""
    if "\n\n" not in text and "\n " not in text:
        text = fold(text).strip()
        return (Paragraph((Span(text),)),) if text else ()
    paragraphs = (fold(part).strip() for part in re.split(r"\n[ \t]*(?=\n)", text))
    return tuple(Paragraph((Span(part),)) for part in paragraphs if part)


# --- Markdown ---------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def markdown() -> "MarkdownIt":
    """The Markdown parser: CommonMark, with tables to refuse them, mentions and bare addresses."""
    from markdown_it import MarkdownIt  # see above

    class Parser(MarkdownIt):
        """Every link is read, to be judged here; addresses stay as they were typed."""

        def validateLink(self, url: str) -> bool:
            return True

        def normalizeLink(self, url: str) -> str:
            return url

        def normalizeLinkText(self, link: str) -> str:
            return link

    parser = Parser("commonmark").enable("table")
    parser.inline.ruler.before("link", "mention", parse_mention)
    parser.inline.ruler.before("link", "address", parse_address)
    return parser


def parse_mention(state: "StateInline", silent: bool) -> bool:
    """Markdown rule: `[[id]]` is a mention."""
    match = MENTION.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("mention", "", 0).content = match[1].strip()
    state.pos = match.end()
    return True


def parse_address(state: "StateInline", silent: bool) -> bool:
    """Markdown rule: an address that stands in the text as it is becomes a link."""
    begins = state.src[state.pos] == ":" and not state.linkLevel
    scheme = BARE_SCHEME.search(state.pending) if begins else None
    match = BARE.match(state.src, state.pos - len(scheme[0])) if scheme else None
    if not scheme or not match:
        return False
    address = trim_address(match[0])
    if not silent:
        state.pending = state.pending[: -len(scheme[0])]
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.push("text", "", 0).content = re.sub("^mailto:", "", address)
        state.push("link_close", "a", -1)
    state.pos = match.start() + len(address)
    return True


def trim_address(address: str) -> str:
    """The address without the marks that end the sentence around it."""
    while address[-1] in ".,;:!?'\"*_\u2019\u201d" or (
        address[-1] == ")" and address.count(")") > address.count("(")
    ):
        address = address[:-1]
    return address


def read_blocks(text: str) -> Reading[Block]:
    """The blocks of a text in which there is Markdown."""
    reader = BlockReader(text)
    for token in markdown().parse(text):
        reader.take(token)
    return Reading(tuple(reader.blocks), tuple(reader.mentions), tuple(reader.complaints))


class BlockReader:
    """Gathers blocks from the tokens of one Markdown text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.blocks: list[Block] = []
        self.mentions: list[str] = []
        self.complaints: list[Complaint] = []
        self.items: list[Spans] = []  # of the list that is open
        self.depth = 0  # of lists; 0: none is open

    def take(self, token: "Token") -> None:
        """Take the next token of the text."""
        if token.type in REFUSED_BLOCKS:
            self.refuse_block(token)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            self.open_list(token)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.close_list(token)
        elif token.type == "list_item_open" and self.depth == 1:
            self.items.append(())
        elif token.type == "inline":
            self.take_text(token)

    def complain(self, fragment: str, kind: ProblemKind, **values: MessageValue) -> None:
        """Add a complaint, each once."""
        complaint = Complaint(fragment, kind, values)
        if complaint not in self.complaints:
            self.complaints.append(complaint)

    def line_of(self, token: "Token") -> str:
        """The line on which a block begins, with its end."""
        first = token.map[0] if token.map else 0
        return self.lines[first].strip() + "\n"

    def refuse_block(self, token: "Token") -> None:
        """Complain of a block that is not printed."""
        self.complain(self.line_of(token), REFUSED_BLOCKS[token.type])

    def open_list(self, token: "Token") -> None:
        """Begin a list, unless it stands in another."""
        self.depth += 1
        if self.depth > 1:
            self.complain(self.line_of(token), kinds.LIST_IN_LIST)
            return
        self.items = []
        start = token.attrs.get("start", 1)
        if start != 1:
            self.complain(self.line_of(token), kinds.LIST_NUMBER, number=start)

    def close_list(self, token: "Token") -> None:
        """End a list; its items are a block if it stood in no other."""
        self.depth -= 1
        if not self.depth:
            items = tuple(filter(None, self.items))
            self.blocks.append(BulletList(items, token.type == "ordered_list_close"))

    def take_text(self, token: "Token") -> None:
        """Add a run of text as a paragraph, or as the item of the list that is open."""
        spans = self.make_spans(token.children or ())
        if not self.depth:
            if spans:
                self.blocks.append(Paragraph(spans))
        elif self.items[-1] and self.depth == 1:
            self.complain(self.line_of(token), kinds.TWO_PARAGRAPHS)
        elif self.depth == 1:
            self.items[-1] = spans

    def make_spans(self, tokens: Iterable["Token"]) -> Spans:
        """The spans of a run of text."""
        spans: list[Span] = []
        weight, target = 0, ""
        for token in tokens:
            if token.type in ("strong_open", "em_open"):
                weight += 1
            elif token.type in ("strong_close", "em_close"):
                weight -= 1
            elif token.type == "link_open":
                target, before = str(token.attrs["href"]), len(spans)
                self.check_target(target)
            elif token.type == "link_close":
                if len(spans) == before:
                    self.complain(target, kinds.LINK_WITHOUT_WORDS, target=target)
                target = ""
            else:
                text, mention = self.read_span(token)
                if text or mention:
                    spans.append(Span(text, weight > 0, target, mention))
        return trim_spans(join_spans(spans))

    def read_span(self, token: "Token") -> tuple[str, str]:
        """The text of a token, or the id that it mentions."""
        if token.type == "mention":
            return "", self.check_mention(token.content)
        if token.type in ("softbreak", "hardbreak"):
            return " ", ""
        if token.type == "image":
            self.refuse_image(token)
        elif token.type in REFUSED_SPANS:
            self.complain(token.content, REFUSED_SPANS[token.type])
        else:
            return token.content, ""
        return "", ""

    def check_mention(self, word: str) -> str:
        """The id, "" if it cannot be one."""
        if ID.fullmatch(word):
            self.mentions.append(word)
            return word
        self.complain(f"[[{word}", kinds.NO_MENTION, word=word)
        return ""

    def check_target(self, target: str) -> None:
        """Complain of an address that nobody can follow, or should not."""
        expression = ADDRESS.get(target.partition(":")[0].lower())
        fragment = f"]({target}" if f"]({target})" in self.text else target
        if not target:
            self.complain("]()", kinds.LINK_NOWHERE)
        elif not expression:
            whole = f"https://{target}"
            near = whole if ADDRESS["https"].fullmatch(whole) else ""
            self.complain(fragment, kinds.LINK_KIND, target=target, near=near)
        elif not expression.fullmatch(target):
            self.complain(fragment, kinds.LINK_PART, target=target)

    def refuse_image(self, token: "Token") -> None:
        """Complain of a picture, and of where it lies if that is not in the content folder."""
        path = str(token.attrs["src"])
        if is_outside(path):
            self.complain(path, IMAGE_OUTSIDE, name=path)
        else:
            self.complain(path, IMAGE_IN_TEXT, name=path)


def is_outside(name: str) -> bool:
    """Whether a file of this name would not lie in the content folder."""
    return ":" in name or name.startswith(("/", "\\", "~")) or ".." in name.replace("\\", "/").split("/")


# --- prose becomes Markdown again -------------------------------------------------------------------

MARKS = expression(r"[\\`*_\[\]<>|]|&(?=#?[A-Za-z0-9]+;)")
LINE_START = expression(r"^([-+#>=~:]|[0-9]{1,9}[.)])")


def to_markdown(prose: Prose) -> str:
    """Prose as the Markdown that is read as it; a paragraph on one line."""
    return "\n\n".join(
        write_list(block) if isinstance(block, BulletList) else write_line(block.spans) for block in prose
    )


def write_list(block: BulletList) -> str:
    """A list, an item on each line."""
    return "\n".join(
        f"{f'{n}.' if block.ordered else '-'} {write_line(spans)}" for n, spans in enumerate(block.items, 1)
    )


def write_line(spans: Iterable[Span]) -> str:
    """Spans as one line of Markdown."""
    text = "".join(map(write_span, spans))
    return LINE_START.sub(lambda match: match[0][:-1] + "\\" + match[0][-1], text)


def write_span(span: Span) -> str:
    if span.mention:
        return f"[[{span.mention}]]"
    if span.target.removeprefix("mailto:") == span.text and not span.strong:
        return span.target  # an address that stands in the text as it is
    text = MARKS.sub(lambda match: "\\" + match[0], span.text)
    if span.strong:
        inner = text.strip(" ")
        before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        text = f"{before}**{inner}**{after}" if inner else text
    return f"[{text}]({span.target})" if span.target else text
