"""What a place is, in a few words: the first sentence of its description, where that is short."""

from guide.expressions import expression

LONGEST = 90  # letters
ENDS = expression(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bInc)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\betc)[.!?](?=\s+[A-Z\d]|$)"
)
PLAIN = expression(r"[^\\*_\[\]<>#|`]+")


def gist_of(description: str) -> tuple[str, str]:
    """(the first sentence without its full stop, what is left of the description); ("", description) where it is long or not plain."""
    first, _, rest = description.partition("\n")
    end = ENDS.search(first)
    sentence = first[: end.start()] if end else first
    left = (first[end.end() :].strip() if end else "") + (f"\n{rest}" if rest else "")
    good = (
        12 <= len(sentence) <= LONGEST
        and PLAIN.fullmatch(sentence)
        and not sentence.startswith("- ")
        and not sentence.rstrip().endswith((":", ","))
    )
    return (sentence.strip(), left.strip()) if good and " " in sentence else ("", description)
