"""What an edition tells to be new in it since the edition before."""

from dataclasses import replace
from pathlib import Path

from guide.content.choose.choice import choose
from guide.content.choose.printable import printable
from guide.model import Edition, Guide
from guide.model.changes import Changes


def news_of(whole: Guide, chosen: Guide, edition: Edition, folder: Path) -> Changes | None:
    """What is different between what an edition prints and what it would have printed of the edition before.

    None where the edition does not tell it, or no edition before was kept. Both are in the guide's own language.
    """
    if not edition.tells_news:
        return None
    from guide.content.compare.listings import compare  # few editions tell it
    from guide.content.former import former_guide

    former = whole.former or former_guide(folder, whole.edition.number)
    if former is None:
        return None
    was = choose(printable(former.guide), replace(edition, number=0, date=None))[0]
    return compare(was, chosen)
