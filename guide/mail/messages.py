"""An edition and a recipient become one message: plain text, HTML, and the file or a link to it."""

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote

from guide.errors import GuideError, Mark
from guide.expressions import expression
from guide.frozen import frozen
from guide.language.files import fixed_words
from guide.language.scripts import base_language
from guide.language.words import ENGLISH, words_in
from guide.mail.address import Address, parse_address
from guide.mail.forms import FORMS, MESSAGE
from guide.mail.heads import Policy
from guide.mail.ledger import Key, edition_in
from guide.mail.news import News, news_since
from guide.mail.recipients import Recipient
from guide.mail.templates import Templates, fill_body, fill_subject
from guide.manifest import MANIFEST, Made, Manifest
from guide.model import Edition, Guide, MailSettings
from guide.problems import mail as kinds
from guide.problems.kind import MessageValue, ProblemKind

MB = 1_000_000
LONGEST_NAME = 100  # characters of a file's name
# No mail program trips over the second.
SIGNS = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014/", "''''---")
LINK = expression(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]")


@frozen
class Parcel:
    """An edition as it is sent."""

    name: str
    title: str
    subtitle: str
    number: int
    date: str
    pages: int
    paper: str
    file: str  # its name in the message, plain ASCII
    data: bytes | Path  # of the file; of one of a great many where it lies
    digest: str
    language: str
    website: str
    link: str  # "" where the file is attached
    news: News = News()
    form: str = ""  # one of FORMS, where it is not in the one that the file of the edition says

    def key(self, address: Address) -> Key:
        """What the ledger knows the message by: another form is another message, as another edition is."""
        name = f"{self.name}:{self.form}" if self.form else self.name
        return Key(name, self.number, self.digest, address.key)

    @property
    def is_below(self) -> bool:
        """Whether it stands in the message itself, behind its words."""
        return self.form == MESSAGE and not self.link

    @property
    def edition(self) -> str:
        """The edition; the name of a handout for one person has the name of its file behind that."""
        return edition_in(self.name)

    @property
    def size(self) -> int:
        """The bytes of the file."""
        return len(self.data) if isinstance(self.data, bytes) else self.data.stat().st_size

    def read(self) -> bytes:
        """The bytes of the file; raises GuideError where another file is in its place now."""
        if isinstance(self.data, bytes):
            return self.data
        data = self.data.read_bytes()
        if hashlib.sha256(data).hexdigest() != self.digest:
            raise refused(self.data, kinds.MAIL_FILE)
        return data


@frozen
class Sender:
    """Who sends, with what stands in the head of every message."""

    address: Address
    name: str
    reply_to: Address | None
    unsubscribe: tuple[str, ...]


BELOW = "-" * 72  # between the words of a message and the guide, where that stands in it
OF_FILES = {".pdf": "pdf", ".html": "web", ".txt": "text", ".epub": "epub", ".brf": "braille"}  # forms
TYPES = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".txt": "text/plain",
    ".brf": "application/x-brf",
    ".pef": "application/x-pef+xml",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".csv": "text/csv",
}
FIRST_VOLUME = "-v1"  # at the end of the name of a file of braille
OTHER_TYPE = "application/octet-stream"
PLAIN, INTERNATIONAL = Policy(linesep="\r\n"), Policy(linesep="\r\n", utf8=True)


# --- the edition ------------------------------------------------------------------------------------


def make_parcel(made: Made, edition: Edition, guide: Guide, is_sent: bool = True) -> Parcel:
    """The Parcel of an edition that was made; raises GuideError where its file cannot be sent.

    `is_sent`: as it is, and not in another form alone.
    """
    path = file_to_send(made.files)
    folder = path.parent
    manifest: Manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest not in [row["sha256"] for row in manifest["files"] if row["name"] == path.name]:
        raise refused(path, kinds.MAIL_FILE)
    kind = path.suffix
    in_link = plain_name(path.stem) + kind
    printed = {row["id"] for row in manifest["listings"]}
    return Parcel(
        name=made.name,
        title=manifest["title"],
        subtitle=edition.subtitle or guide.subtitle,
        number=manifest["number"],
        date=manifest["date"],
        pages=made.pages,
        paper=edition.made_as.paper,
        file=file_name(manifest["title"], manifest["number"], edition, guide, kind) or in_link,
        data=data,
        digest=digest,
        language=guide.language,
        website=guide.website,
        link=link_to(made, in_link, len(data), manifest["number"], settings_of(guide)) if is_sent else "",
        news=news_since(folder.parent, folder.name, manifest["number"], guide, printed),
    )


def file_to_send(files: Sequence[Path]) -> Path:
    """The file of an edition that a message has: its first one; of braille in several volumes the one that holds them all."""
    first = files[0]
    name = first.stem.removesuffix(FIRST_VOLUME)
    whole = (each for each in files if (each.stem, each.suffix) == (name, ".pef"))
    return next(whole, first) if name != first.stem else first


def refused(path: Path, kind: ProblemKind, **values: MessageValue) -> GuideError:
    return GuideError([kind.at(Mark(path), **values)])


def link_to(made: Made, file: str, size: int, number: int, mail: MailSettings) -> str:
    """Where a file lies that is too large to be attached; "" for one that is attached."""
    if size <= mail.limit * MB:
        return ""
    if not mail.link:
        raise refused(made.files[0], kinds.FILE_TOO_LARGE, size=size / MB, limit=mail.limit)
    values = {"{file}": file, "{edition}": quote(made.name), "{number}": str(number)}
    return re.sub(r"\{\w+\}", lambda match: values.get(match[0], match[0]), mail.link)


def file_name(title: str, number: int, edition: Edition, guide: Guide, kind: str = ".pdf") -> str:
    """ "Larkin County Help Guide, edition 2.pdf": how the file is called where it is saved; "" for a title in another script.

    An edition that is not the default one and has the same title is told from it by its own name.
    """
    words = words_in((edition.languages or (guide.language,))[0]).edition.format(number=number)
    other = "" if edition.default or title != guide.title else edition.name
    name = ", ".join(filter(None, (title, other, words[:1].lower() + words[1:])))
    plain = unicodedata.normalize("NFKD", name.translate(SIGNS))
    plain = " ".join(re.sub(r'[\u0300-\u036f<>:"/\\|?*]', "", plain).split()).strip(" .")
    return plain[:LONGEST_NAME] + kind if plain.isascii() and plain.isprintable() else ""


def plain_name(text: str) -> str:
    """A file name that every mail program takes."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-") or "guide"


def make_sender(guide: Guide) -> Sender:
    """The Sender that guide.yaml names; raises GuideError."""
    mail = settings_of(guide)
    mark = mail.mark or guide.mark
    return Sender(
        address=own_address(mail.sender, mark),
        name=mail.sender_name or guide.publisher.name,
        reply_to=own_address(mail.reply_to, mark) if mail.reply_to else None,
        unsubscribe=mail.unsubscribe,
    )


def settings_of(guide: Guide) -> MailSettings:
    """What guide.yaml says of mail; raises GuideError where it says nothing."""
    if guide.mail is None:
        raise GuideError([kinds.NO_SENDER.at(guide.mark)])
    return guide.mail


def own_address(text: str, mark: Mark) -> Address:
    """An address of those who send; raises GuideError for what is none."""
    found = parse_address(text)
    if not isinstance(found, Address):
        raise GuideError([found.at(mark, text=f'"{text}"')])
    return found


# --- the message ------------------------------------------------------------------------------------


def message_id(parcel: Parcel, address: Address, sender: Sender) -> str:
    """The same for an edition and a recipient whenever it is asked for, and telling nobody who they are."""
    digest = hashlib.sha256("\n".join(map(str, parcel.key(address))).encode()).hexdigest()[:40]
    return f"<{digest}@{sender.address.domain}>"


def day_in_words(day: str, language: str) -> str:
    """ "April 1, 2026": a day as people of a language write it, as it is where that is not known."""
    if base_language(language) == ENGLISH.language:
        return ENGLISH.full_date(date.fromisoformat(day))
    words = fixed_words(language)
    return words.hours.full_date(date.fromisoformat(day)) if words else day


def values_of(
    parcel: Parcel, recipient: Recipient, sender: Sender, language: str = "en"
) -> Mapping[str, str]:
    """What templates can say, dates in a language."""
    stop = unsubscribe_targets(sender, recipient.address)
    return dict(recipient.own) | {
        "title": parcel.title,
        "subtitle": parcel.subtitle,
        "edition": parcel.edition,
        "number": str(parcel.number),
        "date": day_in_words(parcel.date, language),
        "pages": str(parcel.pages) if parcel.pages else "",
        "paper": parcel.paper,
        "file": "" if parcel.link or parcel.is_below else parcel.file,
        "below": FORMS["text"].says(language) if parcel.is_below else "",
        "format": form_in_words(parcel, language),
        "link": parcel.link,
        "size": f"{parcel.size / MB:.1f} MB",
        "new_listings": parcel.news.new,
        "changed_listings": parcel.news.changed,
        "moved_listings": parcel.news.moved,
        "closed_listings": parcel.news.closed,
        "gone_listings": parcel.news.gone,
        "website": parcel.website,
        "sender": sender.name or str(sender.address),
        "address": str(recipient.address),
        "stop": next(
            (each for each in stop if each.startswith("https")),
            (stop or [str(sender.reply_to or sender.address)])[0],
        ).removeprefix("mailto:"),
        "name": recipient.name,
        "organization": recipient.organization,
        "language": recipient.language,
        "copies": str(recipient.copies) if recipient.copies else "",
    }


def unsubscribe_targets(sender: Sender, address: Address) -> list[str]:
    return [each.replace("{address}", quote(str(address), safe="")) for each in sender.unsubscribe]


def make_message(
    parcel: Parcel,
    recipient: Recipient,
    sender: Sender,
    templates: Templates,
    *,
    draft: bool = False,
    test: bool = False,
) -> EmailMessage:
    """The message of an edition for a recipient. `draft`: to be opened and sent by hand. `test`: to oneself."""
    template = templates.choose(recipient.language)
    values = values_of(parcel, recipient, sender, template.language or parcel.language)
    message = EmailMessage(policy=INTERNATIONAL if needs_utf8(recipient, sender) else PLAIN)
    message["From"] = header_address(sender.address, sender.name)
    message["To"] = header_address(recipient.address, recipient.name)
    if sender.reply_to:
        message["Reply-To"] = header_address(sender.reply_to, "")
    message["Subject"] = head_text(("[Test] " if test else "") + fill_subject(template, values))
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = test_id(sender) if test else message_id(parcel, recipient.address, sender)
    targets = unsubscribe_targets(sender, recipient.address)
    if targets:
        message["List-Unsubscribe"] = ", ".join(f"<{each}>" for each in targets)
    if any(each.startswith("https:") for each in targets):
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    if draft:
        message["X-Unsent"] = "1"
    fill(message, parcel, fill_body(template, values), template.language or parcel.language)
    return message


def fill(message: EmailMessage, parcel: Parcel, text: str, language: str) -> None:
    """Put the words into a message, and the edition: as a file, behind the words, or as the link that is in them."""
    if parcel.is_below:  # as text alone: whoever wants it so is to see that, whatever their program prefers
        whole = f"{text}\n{BELOW}\n\n{parcel.read().decode()}"
        message.set_content(whole, cte="quoted-printable" if mostly_ascii(whole) else "base64")
        return
    message.set_content(text, cte="quoted-printable")
    page = as_html(text, message["Subject"], language)
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    if not parcel.link:
        main, _, sub = TYPES.get(Path(parcel.file).suffix, OTHER_TYPE).partition("/")
        params = {"charset": "utf-8"} if main == "text" else None
        message.add_attachment(parcel.read(), maintype=main, subtype=sub, filename=parcel.file, params=params)


def mostly_ascii(text: str) -> bool:
    """Whether a text is shorter as quoted-printable than as base64."""
    return len(text.encode()) - len(text) < len(text) / 6


def form_in_words(parcel: Parcel, language: str = ENGLISH.language) -> str:
    """ "plain text": what somebody gets, in a language that there are words for."""
    kind = Path(parcel.file).suffix
    form = FORMS.get(parcel.form or OF_FILES.get(kind, ""))
    return form.says(language) if form else kind[1:].upper()


def test_id(sender: Sender) -> str:
    return f"<test-{datetime.now(UTC).timestamp():.6f}@{sender.address.domain}>"


def needs_utf8(recipient: Recipient, sender: Sender) -> bool:
    return any(
        each is not None and each.is_international
        for each in (recipient.address, sender.address, sender.reply_to)
    )


def header_address(address: Address, name: str) -> HeaderAddress:
    return HeaderAddress(display_name=head_text(name), username=address.local, domain=address.domain)


def head_text(text: str) -> str:
    """A text for the head of a message: on one line, and nothing in it that would be decoded to something else."""
    seen = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(seen.replace("=?", "= ?").split())


def as_html(text: str, title: str, language: str) -> str:
    """The text as a small web page: paragraphs, lists, links."""
    from guide.language.unicode import runs_leftward  # ICU takes a while to load

    direction = ' dir="rtl"' if runs_leftward(language) else ""
    blocks = "".join(map(block_html, filter(None, text.strip("\n").split("\n\n"))))
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(language)}"{direction}>\n<head>\n<meta charset="utf-8">\n<title>{html.escape(str(title))}</title>\n</head>\n'
        f'<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 40em">\n{blocks}</body>\n</html>\n'
    )


def block_html(block: str) -> str:
    """A paragraph, or a list where every line begins with a hyphen."""
    lines = block.split("\n")
    if all(line.startswith("- ") for line in lines):
        return "<ul>\n" + "".join(f"<li>{inline_html(line[2:])}</li>\n" for line in lines) + "</ul>\n"
    return "<p>" + "<br>\n".join(map(inline_html, lines)) + "</p>\n"


def inline_html(text: str) -> str:
    """A line with its links."""
    parts: list[str] = []
    end = 0
    for match in LINK.finditer(text):
        target = html.escape(match[0])
        parts += [html.escape(text[end : match.start()]), f'<a href="{target}">{target}</a>']
        end = match.end()
    return "".join(parts) + html.escape(text[end:])
