"""A mailing: who gets what, who does not and why, and what is told of it."""

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest

from guide.errors import GuideError
from guide.mail import post
from guide.mail.ledger import BOUNCED, DOUBTFUL, PLANNED, REFUSED, SENDING, SENT, Key, Ledger, LedgerEntry
from guide.mail.post import Choices, Mailing, sort_out
from tests.mail.samples import PARCEL, SENDER, TEMPLATES, address, recipient

ANN, BOB = recipient("Ann@harbor.org", name="Ann"), recipient("bob@harbor.org")
LARGE = replace(PARCEL, name="large", digest="e" * 64)


def mailing(*pairs):
    return Mailing(pairs=pairs, sender=SENDER, templates=TEMPLATES)


def entry(key, state, answer=""):
    return LedgerEntry(key=key, state=state, tries=1, answer=answer, message_id="<1@x>", changed="2026-04-01")


@pytest.fixture
def prepare(place):
    """The mailing to people, given as lines of their file: prepare("address", "a@b.org", names=...)."""

    def run(*lines, names=()):
        (place / "people.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return post.prepare(place / "content", place / "out", names, place / "people.csv")

    return run


def sent(mailing):
    """[(edition, address)]"""
    return [(parcel.name, str(each.address)) for parcel, each in mailing.pairs]


# --- who gets what ----------------------------------------------------------------------------------


def test_people_get_what_their_line_names_or_the_default_edition(prepare):
    found = prepare("address,edition", 'a@h.org,"large, guide"', "b@h.org,", "c@h.org,large")
    assert sent(found) == [
        ("large", "a@h.org"),
        ("guide", "a@h.org"),
        ("guide", "b@h.org"),
        ("large", "c@h.org"),
    ]
    assert (found.others, found.problems) == (0, ())


def test_a_line_that_names_other_editions_is_counted(prepare):
    """Where the command names an edition, only that one goes out."""
    found = prepare("address,edition", "a@h.org,large", "b@h.org,", names=("guide",))
    assert (sent(found), found.others) == ([("guide", "b@h.org")], 1)


def test_without_people_each_edition_is_there_for_a_test(place):
    found = post.prepare(place / "content", place / "out", ("guide", "large"), None)
    assert (found.pairs, [parcel.name for parcel in found.parcels]) == ((), ["guide", "large"])
    to_me = post.test_mailing(found, address("me@harbor.org"))
    assert sent(to_me) == [("guide", "me@harbor.org"), ("large", "me@harbor.org")]


def test_a_test_is_what_the_first_recipient_gets():
    found = post.test_mailing(mailing((PARCEL, ANN), (PARCEL, BOB), (LARGE, BOB)), address("me@harbor.org"))
    assert sent(found) == [("guide", "me@harbor.org"), ("large", "me@harbor.org")]
    assert [each.name for _, each in found.pairs] == ["Ann", ""]


def test_people_get_the_form_that_their_line_names(prepare):
    found = prepare("address,format", "a@h.org,", 'b@h.org,"text, pdf"', "c@h.org,PDF", "d@h.org,message")
    assert [(parcel.form, str(each.address)) for parcel, each in found.pairs] == [
        ("", "a@h.org"),
        ("text", "b@h.org"),
        ("", "b@h.org"),
        ("", "c@h.org"),
        ("message", "d@h.org"),
    ]
    to_me = post.test_mailing(found, address("me@harbor.org"))
    assert [parcel.form for parcel, _ in to_me.pairs] == ["", "text", "message"]


def test_whoever_had_one_form_can_have_another():
    """And not the same twice; nor another text of the same form without a new number."""
    text = replace(PARCEL, form="text", digest="f" * 64)
    entries = [entry(PARCEL.key(ANN.address), SENT), entry(text.key(BOB.address), SENT)]
    changed = replace(text, digest="9" * 64)
    found = sort_out(mailing((text, ANN), (text, BOB), (PARCEL, ANN)), entries, {}, Choices())
    assert found == ([(text, ANN)], {SENT: [(text, BOB), (PARCEL, ANN)]})
    assert sort_out(mailing((changed, BOB)), entries, {}, Choices()) == ([], {post.EARLIER: [(changed, BOB)]})


def test_a_language_without_a_template_is_told_once(prepare):
    found = prepare("address,language", "a@h.org,fr", "b@h.org,fr", "c@h.org,es-MX", "d@h.org,")
    problem, *others = found.problems
    assert (problem.name, problem.mark.line) == ("no-template", 2)
    assert [(each.name, each.mark.line) for each in others] == [
        ("no-edition-in-language", 2),
        ("no-edition-in-language", 4),
    ]
    assert 'no message in "fr"; they get it in "en"' in problem.message


def test_content_with_mistakes_is_not_sent(place, prepare):
    (place / "content/sections/a.yaml").write_text("title: Food\n", encoding="utf-8")
    with pytest.raises(GuideError):
        prepare("address", "a@h.org")


def test_a_letter_has_its_envelope_and_its_message():
    letter = mailing().letter(PARCEL, ANN)
    assert (letter.sender, letter.recipient, letter.needs_utf8) == (
        "guide@harbor.org",
        "Ann@harbor.org",
        False,
    )
    assert letter.key == PARCEL.key(ANN.address)
    assert b"To: Ann <Ann@harbor.org>\r\n" in letter.write()


# --- who does not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state, choices, why",
    [
        (None, Choices(), ""),
        (PLANNED, Choices(), ""),
        (SENT, Choices(), SENT),
        (SENT, Choices(doubtful="again", refused="again", corrected=True), SENT),
        (BOUNCED, Choices(doubtful="again", refused="again", corrected=True), BOUNCED),
        (DOUBTFUL, Choices(), DOUBTFUL),
        (SENDING, Choices(), DOUBTFUL),
        (DOUBTFUL, Choices(doubtful="skip"), DOUBTFUL),
        (DOUBTFUL, Choices(doubtful="again"), ""),
        (REFUSED, Choices(), REFUSED),
        (REFUSED, Choices(refused="again"), ""),
        ("of a later version", Choices(), SENT),
    ],
)
def test_what_the_ledger_says_decides(state, choices, why):
    """Nobody gets twice what they had, or may have had, unless that is chosen."""
    pair = PARCEL, ANN
    entries = [entry(PARCEL.key(ANN.address), state)] if state else []
    expected = ([pair], {}) if not why else ([], {why: [pair]})
    assert sort_out(mailing(pair), entries, {}, choices) == expected


def test_suppressed_people_get_nothing_whatever_is_chosen():
    pairs = (PARCEL, ANN), (PARCEL, BOB)
    entries = [entry(PARCEL.key(ANN.address), DOUBTFUL)]
    found = sort_out(mailing(*pairs), entries, {ANN.address.key: "moved"}, Choices(doubtful="again"))
    assert found == ([pairs[1]], {post.SUPPRESSED: [pairs[0]]})


@pytest.mark.parametrize("state, again", [(SENT, False), (DOUBTFUL, False), (PLANNED, True), (REFUSED, True)])
def test_another_text_with_the_same_number(state, again):
    """Whoever had the earlier one, or may have had it, gets the corrected one only where that is chosen."""
    pair = replace(PARCEL, digest="f" * 64), ANN
    entries = [entry(PARCEL.key(ANN.address), state)]
    expected = ([pair], {}) if again else ([], {post.EARLIER: [pair]})
    assert sort_out(mailing(pair), entries, {}, Choices()) == expected
    assert sort_out(mailing(pair), entries, {}, Choices(corrected=True)) == ([pair], {})


def test_what_is_sent_again_is_planned_again(place):
    keys = [PARCEL.key(each.address) for each in (ANN, BOB)]
    with Ledger("out") as ledger:
        ledger.plan([(key, f"<{key.address}>") for key in keys])
        ledger.set(keys[0], REFUSED, "550 no")
        ledger.set(keys[1], SENT, "250 yes")
        post.open_again(ledger, set(keys))
        found = {each.key: (each.state, each.answer) for each in ledger.read()[0]}
    assert found == {keys[0]: (PLANNED, "was refused: 550 no"), keys[1]: (SENT, "250 yes")}


# --- what became of it ------------------------------------------------------------------------------


def test_states_are_counted_for_each_edition_as_it_was_made():
    keys = [Key("guide", 3, "d", "a"), Key("guide", 3, "d", "b"), Key("guide", 4, "d", "a")]
    entries = [entry(key, state) for key, state in zip(keys, (SENT, SENT, REFUSED))]
    assert post.count_states(entries) == {
        ("guide", 3, "d"): Counter(sent=2),
        ("guide", 4, "d"): Counter(refused=1),
    }


def test_a_report_is_a_table_that_no_spreadsheet_takes_for_formulas():
    data = post.report_csv([entry(PARCEL.key(BOB.address), REFUSED, "=1+1")], {"@x": "-moved"})
    assert data.startswith(b"\xef\xbb\xbf")
    head, first, second = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert head == list(post.COLUMNS)
    assert first == ["guide", "3", "d" * 8, "bob@harbor.org", "refused", "1", "'=1+1", "2026-04-01", "<1@x>"]
    assert second == ["", "", "", "'@x", "suppressed", "", "'-moved", "", ""]
