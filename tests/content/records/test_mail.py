"""The keys of mail in guide.yaml."""

import pytest

GUIDE = "title: A\nedition: {date: 2026-04-01}\nmail:\n  from: a@b.org\n"


def test_every_key_of_mail(load):
    mail = load(
        guide=GUIDE
        + "  from_name: Harbor\n  reply_to: c@d.org\n  limit: 9\n  link: https://a.org/{edition}.pdf\n"
        + "  unsubscribe: [mailto:stop@a.org, 'https://a.org/?who={address}']\n"
        + "  subject: News\n  body: |\n    Hello,\n\n    here it is.\n"
    ).guide.mail
    assert (mail.sender, mail.sender_name, mail.reply_to, mail.limit) == ("a@b.org", "Harbor", "c@d.org", 9)
    assert (mail.link, len(mail.unsubscribe)) == ("https://a.org/{edition}.pdf", 2)
    assert (mail.template.subject, mail.template.body) == ("News", "Hello,\n\nhere it is.\n")
    assert mail.template.mark.line == 10


def test_without_words_of_its_own_there_is_no_template(load):
    assert load(guide=GUIDE).guide.mail.template is None


@pytest.mark.parametrize(
    "line, name",
    [
        ("limit: 18", "limit"),
        ("link: http://a.org/x", "link"),
        ("unsubscribe: javascript:x", "link"),
        ("unsubscribe: 'https://a.org/a b'", "link"),
        ("unsubscribe: https://a.org/" + "x" * 950, "link"),
        ("reply_to: nobody", "email"),
    ],
)
def test_what_is_wrong_is_told(load, line, name):
    """What goes into the head of a message is on one line of it, and not too long."""
    assert [problem.name for problem in load(guide=GUIDE + f"  {line}\n").problems] == [name]


def test_mail_without_a_sender_is_told(load):
    assert [problem.name for problem in load(guide=GUIDE.replace("from:", "from_name:")).problems] == [
        "missing"
    ]
