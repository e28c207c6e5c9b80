"""Which editions a recipient gets."""

from pathlib import Path

import pytest

from guide.errors import Mark
from guide.mail.choose import in_language, wanted_editions
from guide.mail.recipients import Recipient
from guide.model import Edition
from tests.mail.samples import address

EDITIONS = {
    each.name: each
    for each in (
        Edition(name="guide", default=True),
        Edition(name="aa-large-spanish", languages=("es",), format="large-print"),
        Edition(name="both", languages=("en", "es")),
        Edition(name="large", format="large-print"),
        Edition(name="spanish", languages=("es",)),
    )
}


def ask(language="", editions=(), names=()):
    each = Recipient(
        address=address("a@h.org"), mark=Mark(Path("p.csv"), 2, 1), language=language, editions=editions
    )
    wanted, found = wanted_editions([each], EDITIONS, names, names or ("guide",), "en", Path("my guide"))
    return [name for name, _ in wanted], [(problem.name, problem.hint) for problem in found]


@pytest.mark.parametrize(
    "language, editions, names, gets",
    [
        ("", (), (), ["guide"]),
        ("en-US", (), (), ["guide"]),
        ("es-MX", (), (), ["spanish"]),
        ("es", ("large",), (), ["large"]),
        ("es", (), ("both", "large"), ["both", "large"]),
        ("es", ("guide",), ("large",), []),
    ],
)
def test_the_line_says_it_or_the_command_or_the_language(language, editions, names, gets):
    assert ask(language, editions, names) == (gets, [])


def test_the_edition_in_a_language_is_like_the_usual_one():
    assert in_language("es", EDITIONS, "large", "en") == "aa-large-spanish"
    assert in_language("es", EDITIONS, "both", "en") == "both"
    assert in_language("fr", EDITIONS, "guide", "en") == ""


def test_who_gets_another_language_is_told():
    gets, ((name, hint),) = ask("fr")
    assert (
        (gets, name) == (["guide"], "no-edition-in-language")
        and "make-guide translate fr" in hint
        and "says languages: fr" in hint
    )
    assert f"a file {Path('my guide/editions/fr.yaml')} that says" in hint
    gets, ((name, hint),) = ask("es", names=("large",))
    assert gets == ["large"] and "write aa-large-spanish under" in hint
