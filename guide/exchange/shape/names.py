"""Names of records: those that mean nothing alone get their organization's, those of offices lose it."""

import re
from collections.abc import Collection

from guide.exchange.shape.parts import folded
from guide.expressions import expression

# A name of these words alone could be anybody's.
GENERAL = frozenset(
    "main office offices administration administrative admin headquarters hq central centre center campus site sites location locations branch "
    "branches program programs programme service services general information info referral referrals department dept division unit intake front desk "
    "reception food pantry bank closet clothing clothes kitchen soup meal meals lunch dinner breakfast shelter shelters clinic clinics outreach housing "
    "transportation case management counseling counselling support group groups hotline helpline help line crisis emergency assistance community "
    "family families youth senior seniors adult adults children child women men veterans health medical dental mental legal aid education "
    "employment job jobs training daycare day care preschool after school summer camp rental rent utility utilities thrift store shop drop in "
    "north south east west northern southern eastern western downtown uptown region regional area district county city town of and the for in at "
    "a an no number oficina principal servicios programa comida despensa clínica centro bureau siège services".split()
)
# Names of an office that say no more than that it is one.
OF_OFFICES = frozenset("main office offices administration administrative admin headquarters hq central site location campus branch city of the oficina principal siège bureau".split())  # fmt: skip
MOST_WORDS = 5
BEFORE_REST = expression(r"^\s*[-\u2010-\u2015:,|/(]+\s*|^\s+(?:at|@|in)\s+", re.IGNORECASE)


def means_nothing(name: str, places: Collection[str]) -> bool:
    """Whether a name says nothing without its organization's: general words, numbers, a place of its own (folded names)."""
    words = folded(name).split()
    if " ".join(words) in places:
        return True
    for place in places:
        words = re.sub(rf"\b{re.escape(place)}\b", " ", " ".join(words)).split() if place else words
    return len(words) <= MOST_WORDS and all(
        word in GENERAL or word.isdigit() or len(word) == 1 for word in words
    )


def is_plain(name: str, places: Collection[str]) -> bool:
    """Whether the name of an office says no more than that it is one, or where (folded names)."""
    return folded(name) in places or all(word in OF_OFFICES for word in folded(name).split())


def full_name(organization: str, name: str) -> str:
    """ "Larkin Center: Food pantry"; a name that has the organization's stays as it is."""
    if not name or folded(name) in folded(organization):
        return organization or name
    if not organization or folded(organization) in folded(name):
        return name
    return f"{organization}: {name}"


def office_name(name: str, organizations: Collection[str]) -> str:
    """The name of an office without its organization's before it; "" where nothing else is said."""
    for whole in sorted(filter(None, organizations), key=len, reverse=True):
        if folded(name) == folded(whole):
            return ""
        if name.casefold().startswith(whole.casefold()):
            rest = name[len(whole) :]
            if match := BEFORE_REST.match(rest):
                return (
                    rest[match.end() :].strip(" )")
                    if rest.strip()[:1] == "("
                    else rest[match.end() :].strip()
                )
    return name.strip()
