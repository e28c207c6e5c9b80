"""Addresses: what is taken, what is refused, and when two spellings are one."""

import pytest

from guide.mail.address import Address, parse_address
from guide.problems.kind import ProblemKind


@pytest.mark.parametrize(
    "text, sent",
    [
        ("ann@harbor.org", "ann@harbor.org"),
        ("  Ann.O'Hara+guide@Harbor.ORG ", "Ann.O'Hara+guide@harbor.org"),
        ("jos\u00e9@harbor.org", "jos\u00e9@harbor.org"),
        ("jose\u0301@harbor.org", "jos\u00e9@harbor.org"),
        ("ann@b\u00fccher.org", "ann@xn--bcher-kva.org"),
        ("\u7528\u6237@\u4f8b\u5b50.\u4e2d\u56fd", "\u7528\u6237@xn--fsqu00a.xn--fiqs8s"),
    ],
)
def test_addresses(text, sent):
    address = parse_address(text)
    assert isinstance(address, Address)
    assert str(address) == sent


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "@harbor.org",
        "ann@",
        "ann@harbor",
        "ann@@harbor.org",
        "ann@b@harbor.org",
        "ann.@harbor.org",
        ".ann@harbor.org",
        "a..b@harbor.org",
        "Ann <ann@harbor.org>",
        "ann@harbor.org, bob@harbor.org",
        "ann@harbor.org\nBcc: all@harbor.org",
        "ann\r@harbor.org",
        "ann\x00@harbor.org",
        "ann b@harbor.org",
        '"ann b"@harbor.org',
        "ann@[127.0.0.1]",
        "ann@127.0.0.1",
        "ann@-harbor.org",
        "ann@harbor..org",
        "ann@har_bor.org",
        "=?utf-8?q?=0D=0ABcc:_x?=@harbor.org",
        "ann@stra\u00dfe.org",
        "ann\u2028@harbor.org",
        "ann\u200b@harbor.org",
        "a" * 65 + "@harbor.org",
        "ann@" + "a" * 64 + ".org",
        "ann@" + "a." * 130 + "org",
    ],
)
def test_what_is_no_address(text):
    trouble = parse_address(text)
    assert isinstance(trouble, ProblemKind)
    assert trouble.message and trouble.hint


def test_two_spellings_of_one_address():
    assert parse_address("Ann@HARBOR.org").key == parse_address("ann@harbor.org").key
