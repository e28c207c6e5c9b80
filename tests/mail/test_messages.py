"""What a message says and how it is built, parsed back by the standard library."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.errors import GuideError
from guide.mail.messages import (
    BELOW,
    as_html,
    day_in_words,
    file_name,
    make_message,
    make_sender,
    message_id,
    plain_name,
)
from guide.mail.post import prepare
from guide.mail.templates import Templates
from guide.model import Edition, EditionMark, Guide, MailTemplate
from guide.project import load_content
from tests.mail.samples import PARCEL, SENDER, TEMPLATES, address, recipient
from tests.random_texts import ANY
from tests.thorough import examples


def written(*arguments, **how):
    """(message, parsed) of a message as it goes to the server."""
    message = make_message(*arguments, **how)
    data = message.as_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) < 998
    return data, email.message_from_bytes(data, policy=email.policy.default)


def text_of(message, kind="plain"):
    return message.get_body((kind,)).get_content()


def test_a_message_read_back():
    data, message = written(
        PARCEL, recipient(name="Ann \u00c5ngstr\u00f6m, RN", copies=20), SENDER, TEMPLATES
    )
    assert data.isascii()
    assert (message["From"].addresses[0].display_name, message["From"].addresses[0].addr_spec) == (
        SENDER.name,
        "guide@harbor.org",
    )
    assert message["To"].addresses[0].display_name == "Ann \u00c5ngstr\u00f6m, RN"
    assert (message["Reply-To"], message["Subject"]) == ("desk@harbor.org", "Help near you, edition 3")
    assert abs((parsedate_to_datetime(message["Date"]) - datetime.now(UTC)).total_seconds()) < 10
    assert (
        message["List-Unsubscribe"]
        == f"<mailto:stop@harbor.org>, <https://harbor.org/{'x' * 120}?who=ann%40harbor.org>"
    )
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (message["X-Unsent"], message["Bcc"], message["Cc"]) == (None, None, None)
    assert not message.defects
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]
    (part,) = message.iter_attachments()
    assert (part.get_content(), part.get_filename(), part["Content-Disposition"].content_disposition) == (
        PARCEL.data,
        "guide.pdf",
        "attachment",
    )


def test_it_says_what_it_is_and_how_to_print_it():
    text = text_of(written(PARCEL, recipient(name="Ann", copies=20), SENDER, TEMPLATES)[1])
    for words in (
        "Hello Ann,",
        '"Help near you", edition 3',
        "16 pages on Letter paper",
        "edition 3 of April 1, 2026",
        "Copies for your place: 20",
        "Screen readers",
        "guide.pdf",
        "To get no more",
    ):
        assert words in text
    bare = text_of(written(PARCEL, recipient(), SENDER, TEMPLATES)[1])
    assert (
        "Hello" not in bare and "copies" not in bare and "\n\n\n" not in bare and bare.startswith("Here is")
    )


def test_the_language_of_the_recipient():
    _, message = written(PARCEL, recipient(language="es-MX"), SENDER, TEMPLATES)
    assert message["Subject"] == "Help near you, edici\u00f3n 3"
    assert '<html lang="es">' in text_of(message, "html")
    assert "edition 3" in written(PARCEL, recipient(language="fr"), SENDER, TEMPLATES)[1]["Subject"]


def test_a_link_in_place_of_the_file():
    _, message = written(replace(PARCEL, link="https://harbor.org/guide.pdf"), recipient(), SENDER, TEMPLATES)
    assert list(message.iter_attachments()) == []
    assert "fetch it here: https://harbor.org/guide.pdf" in text_of(message)
    assert '<a href="https://harbor.org/guide.pdf">' in text_of(message, "html")


def test_a_message_id_is_the_same_each_time_and_another_for_each():
    ids = {
        message_id(parcel, address(to), SENDER)
        for parcel in (PARCEL, replace(PARCEL, number=4), replace(PARCEL, digest="e"))
        for to in ("ann@harbor.org", "bob@harbor.org")
        for _ in range(2)
    }
    assert len(ids) == 6
    assert all(each.endswith("@harbor.org>") and "ann" not in each for each in ids)


def test_international_addresses():
    data, _ = written(PARCEL, recipient("jos\u00e9@b\u00fccher.org", name="Jos\u00e9"), SENDER, TEMPLATES)
    assert "To: =?utf-8?b?Sm9zw6k=?= <jos\u00e9@xn--bcher-kva.org>\r\n".encode() in data


@pytest.mark.parametrize(
    "evil",
    [
        "Ann\r\nBcc: all@harbor.org",
        "Ann\nBcc: all@harbor.org",
        "Ann\r\n\r\nBody",
        "Ann\x00",
        '"Ann" <x@y.org>, <all@harbor.org>',
        "=?utf-8?q?=0D=0ABcc:_x?=",
    ],
)
def test_a_head_cannot_be_smuggled_in(evil):
    template = MailTemplate(language="en", subject="{name} {organization}", body="{name}")
    sender = replace(SENDER, name=evil)
    _, message = written(
        PARCEL, recipient(name=evil, organization=evil), sender, Templates({"en": template}, "en")
    )
    assert message.keys() == [
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Date",
        "Message-ID",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Content-Type",
    ]
    assert [each.addr_spec for each in message["To"].addresses] == ["ann@harbor.org"]


@pytest.mark.slow
@given(st.text(ANY, max_size=200), st.text(ANY, max_size=200))
@settings(deadline=None, max_examples=examples(40, 200))
def test_no_text_breaks_out_of_its_head(name, word):
    template = MailTemplate(language="en", subject="{name}{room}", body="x {name}")
    who = recipient(name=name, own=(("room", word),))
    try:
        _, message = written(
            replace(PARCEL, data=b"x"), who, replace(SENDER, name=word), Templates({"en": template}, "en")
        )
    except UnicodeEncodeError:  # half a character: content has none
        return
    assert len(message.keys()) == 10
    assert [each.addr_spec for key in ("From", "To") for each in message[key].addresses] == [
        "guide@harbor.org",
        "ann@harbor.org",
    ]


def test_the_last_wall_holds_too():
    message = make_message(PARCEL, recipient(), SENDER, TEMPLATES)
    message._headers = [(name, value) for name, value in message._headers if name != "Subject"]
    message["Subject"] = "=?utf-8?q?a=0D=0ABcc:_x?="
    with pytest.raises(ValueError, match="more than one line"):
        message.as_bytes()


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)


def test_html_shows_texts_as_they_are():
    page = as_html(
        '<script>alert("x")</script> & more\nsee https://x.org/?a=1&b="2".\n\n- one\n- two\n', "<b>", "he"
    )
    tags = Tags()
    tags.feed(page)
    assert tags.tags == ["html", "head", "meta", "title", "body", "p", "br", "a", "ul", "li", "li"]
    assert '<html lang="he" dir="rtl">' in page
    assert 'href="https://x.org/?a=1&amp;b="' in page


# --- what the guide says ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line, name",
    [
        ("mail: {from_name: Ann}", "missing"),
        ("mail: {from: ann}", "email"),
        ("mail: {from: a@b.org, limit: 18}", "limit"),
        ("mail: {from: a@b.org, link: 'http://b.org'}", "link"),
        ("mail: {from: a@b.org, unsubscribe: 'javascript:x'}", "link"),
        ("mail: {from: a@b.org, unsubscribe: 'https://b.org/<x>'}", "link"),
        ("mail: {from: a@b.org, unsubscribe: 'https://b.org/a b'}", "link"),
        ("mail: {from: a@b.org, sendr: x}", "unknown-key"),
    ],
)
def test_what_is_wrong_with_mail_in_the_guide(place, line, name):
    path = place / "content/guide.yaml"
    path.write_text(
        "title: Help near you\nedition: {number: 3, date: 2026-04-01}\n" + line + "\n", encoding="utf-8"
    )
    guide, problems = load_content(place / "content")
    assert name in [problem.name for problem in problems]
    assert guide is None


def test_a_guide_that_names_no_sender(place):
    path = place / "content/guide.yaml"
    path.write_text("title: Help near you\nedition: {number: 3, date: 2026-04-01}\n", encoding="utf-8")
    with pytest.raises(GuideError, match="does not say who sends"):
        make_sender(load_content(place / "content")[0])


def test_a_large_file_needs_a_link(place):
    (place / "people.csv").write_text("address\nann@harbor.org\n", encoding="utf-8")
    from guide.mail import messages

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "MB", 100)
        with pytest.raises(GuideError, match="5 MB is the limit"):
            prepare(place / "content", place / "out", (), place / "people.csv")
        path = place / "content/guide.yaml"
        path.write_text(
            path.read_text(encoding="utf-8") + "  link: https://harborclinic.org/{edition}/{number}/{file}\n",
            encoding="utf-8",
        )
        mailing = prepare(place / "content", place / "out", (), place / "people.csv")
    assert mailing.pairs[0][0].link == "https://harborclinic.org/guide/3/guide.pdf"


def test_a_file_name_that_every_program_takes():
    assert [plain_name(each) for each in ("large-print", "gu\u00eda 1", "\u6307", "a\r\nb")] == [
        "large-print",
        "gu-a-1",
        "guide",
        "a-b",
    ]


@pytest.mark.parametrize(
    "title, edition, name",
    [
        (
            "Larkin County Help Guide",
            Edition(name="letter", default=True),
            "Larkin County Help Guide, edition 2.pdf",
        ),
        (
            "Caf\u00e9 \u201cA/B\u201d \u2013 who?",
            Edition(name="letter", default=True),
            "Cafe 'A-B' - who, edition 2.pdf",
        ),
        ("Gu\u00eda", Edition(name="large", languages=("es",)), "Guia, edicion 2.pdf"),
        ("T", Edition(name="large"), "T, large, edition 2.pdf"),
        ("\u6307\u5357", Edition(name="a", default=True), ""),
    ],
)
def test_a_file_is_named_after_the_guide(title, edition, name):
    guide = Guide(title="T", edition=EditionMark(date=date(2026, 4, 1)), mark=None)
    assert file_name(title, 2, edition, guide) == name


@pytest.mark.parametrize(
    "language, words", [("en-US", "April 1, 2026"), ("es", "1 de abril de 2026"), ("xx", "2026-04-01")]
)
def test_days_are_said_in_the_language_of_the_message(language, words):
    assert day_in_words("2026-04-01", language) == words


# --- in another form --------------------------------------------------------------------------------

PLAIN_TEXT = replace(
    PARCEL, form="text", file="guide.txt", data="Help near you\n\u00a1Hola!\n".encode(), pages=0, paper=""
)


def test_a_text_is_attached_as_text():
    _, message = written(PLAIN_TEXT, recipient(), SENDER, TEMPLATES)
    (part,) = message.iter_attachments()
    assert (part.get_content_type(), part.get_content_charset()) == ("text/plain", "utf-8")
    assert part.get_payload(decode=True) == PLAIN_TEXT.data
    assert "attached to this message: guide.txt" in text_of(message) and "pages on" not in text_of(message)


@pytest.mark.parametrize(
    "text", ["Help near you\n\u00a1Hola!\n", "\u0645\u0633\u0627\u0639\u062f\u0629\n" * 50]
)
def test_a_text_in_the_message_itself(text):
    """Below its words and as text alone, so that every program shows it; nothing is attached."""
    parcel = replace(PLAIN_TEXT, form="message", data=text.encode())
    _, message = written(parcel, recipient(language="es"), SENDER, TEMPLATES)
    assert [part.get_content_type() for part in message.walk()] == ["text/plain"]
    words, _, below = message.get_content().replace("\r\n", "\n").partition(f"\n{BELOW}\n\n")
    assert below == text and "adjunta" not in words
    assert "Va m\u00e1s abajo en este mensaje, como texto sin formato." in words


def test_a_text_that_is_too_large_for_the_message_is_a_link():
    parcel = replace(PLAIN_TEXT, form="message", link="https://h.org/guide-text.txt")
    _, message = written(parcel, recipient(), SENDER, TEMPLATES)
    assert not list(message.iter_attachments()) and "Hola" not in text_of(message)
    assert "fetch it here: https://h.org/guide-text.txt" in text_of(message)


def test_own_words_can_name_the_form():
    template = MailTemplate(language="en", subject="{title}", body="As {format}: {file}\n")
    for form, file, said in (("", "a.pdf", "PDF"), ("large", "a.pdf", "large print"), ("", "a.zip", "ZIP")):
        parcel = replace(PARCEL, form=form, file=file)
        _, message = written(parcel, recipient(), SENDER, Templates({"en": template}, "en"))
        assert text_of(message).strip() == f"As {said}: {file}"
