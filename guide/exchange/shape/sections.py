"""Sections by the categories of listings: the most frequent ones, the others below a title of their own."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from guide.content.edit import Plain
from guide.exchange.items import Item, NewSection
from guide.exchange.mapping.model import Sections
from guide.exchange.shape.ids import slug, unique_ids
from guide.exchange.shape.keys import LISTING_KEYS, PROGRAMS, flat, in_order
from guide.exchange.shape.parts import folded, items_of, union
from guide.exchange.shape.places import city_of
from guide.frozen import frozen

ALL = "Listings"  # the title where nothing has a category
OTHER_PLACES = "Other places"
MANY = 60  # listings with a city, without any category: then sections are cities
LEAST = 3  # listings whose chief category it is, for a section of its own in a guide of more listings than sections
MOST_SEE = 2  # sections beside its own in which a listing is referred to


@frozen(kw_only=False)
class Plan:
    """Which titles become sections, in their order, and whose listings go where."""

    titles: tuple[str, ...]
    title_of: Callable[[Item], tuple[str, ...]]  # the titles that a listing asks for, the chief one first
    other: str
    limit: int


def sections_of(listings: Iterable[Item], wanted: Sections) -> tuple[NewSection, ...]:
    """The sections with their listings by name; what has no section stands in the last one."""
    listings = sorted(listings, key=by_name)
    plan = plan_of(listings, wanted)
    members: defaultdict[str, list[Item]] = defaultdict(list)
    see: defaultdict[str, list[str]] = defaultdict(list)
    for each in listings:
        own, *others = chosen(each, plan)
        members[own].append(each if plan.other == OTHER_PLACES or not wanted.topics else with_topics(each))
        for title in others[:MOST_SEE]:
            see[title].append(flat(each.values["id"]))
    titles = [title for title in (*plan.titles, plan.other) if members[title]]
    ids = unique_ids([(slug(title), "", "") for title in titles])
    return tuple(
        NewSection(id=own, title=title, listings=tuple(members[title]), see=tuple(see[title]))
        for own, title in zip(ids, titles)
    )


def by_name(listing: Item) -> tuple[str, str]:
    """By what listings stand in their order."""
    name = flat(listing.values["name"])
    return folded(name), flat(listing.values["id"])


def plan_of(listings: Sequence[Item], wanted: Sections) -> Plan:
    """The plan by categories; without any by cities if there are many listings, else one section."""
    by_category = titles_by(wanted)
    if any(map(by_category, listings)):
        return planned(listings, by_category, [*wanted.titles.values()], wanted.other, wanted.limit)
    if sum(1 for each in listings if city_of(each.values)) > MANY:
        return planned(listings, by_city, [], OTHER_PLACES, wanted.limit)
    return Plan((), by_city, ALL, 1)


def titles_by(wanted: Sections) -> Callable[[Item], tuple[str, ...]]:
    """The titles of a listing's categories; a title "" keeps a category out of the sections."""
    titles = {folded(category): title for category, title in wanted.titles.items()}

    def of(listing: Item) -> tuple[str, ...]:
        found = (titles.get(folded(each), each) for each in listing.categories)
        return tuple(dict.fromkeys(filter(None, found)))

    return of


def by_city(listing: Item) -> tuple[str, ...]:
    """The city of a listing, as the title of a section."""
    city = city_of(listing.values)
    return (city,) if city else ()


def planned(
    listings: Sequence[Item],
    title_of: Callable[[Item], tuple[str, ...]],
    first: Sequence[str],
    other: str,
    limit: int,
) -> Plan:
    """The plan with at most `limit` sections: those that the mapping names, then those that most listings ask for."""
    chief, all_of, spellings = Counter[str](), Counter[str](), Counter[str]()
    for each in listings:
        found = title_of(each)
        spellings.update(found)
        chief.update(map(folded, found[:1]))
        all_of.update(set(map(folded, found)))
    spelled = {folded(title): title for title in sorted(spellings, key=lambda each: (spellings[each], each[:1].isupper(), each))}  # fmt: skip
    named = [folded(title) for title in dict.fromkeys(filter(None, first)) if folded(title) in spelled]
    ranked = sorted(set(spelled) - set(named), key=lambda title: (-chief[title], -all_of[title], title))
    asked = [set(map(folded, title_of(each))) for each in listings]
    least = LEAST if len(listings) > limit and any(each >= LEAST for each in all_of.values()) else 1
    wanted = [*named, *(title for title in ranked if chief[title] >= least)]
    wanted += more_titles(asked, wanted, least)
    lacking = any(not each & set(wanted) for each in asked) or len(wanted) > limit
    titles = wanted[: max(limit - lacking, 1)] if len(wanted) + lacking > limit else wanted
    return Plan(tuple(spelled[title] for title in titles), title_of, other, limit)


def more_titles(asked: Iterable[set[str]], wanted: Iterable[str], least: int) -> Iterator[str]:
    """Yield titles for listings that have none of those wanted: each time the one that most of them ask for."""
    known = set(wanted)
    left = [each for each in asked if not each & known]
    while left:
        count = Counter(title for each in left for title in each)
        best = max(sorted(count), key=lambda title: count[title], default="")
        if count[best] < least:
            return
        yield best
        left = [each for each in left if best not in each]


def chosen(listing: Item, plan: Plan) -> list[str]:
    """The titles of the sections of a listing, the first is the one in which it stands."""
    titles = {folded(title): title for title in plan.titles}
    found = [titles[folded(each)] for each in plan.title_of(listing) if folded(each) in titles]
    return list(dict.fromkeys(found)) or [plan.other]


def with_topics(listing: Item) -> Item:
    """A listing with its categories among its topics, but for those that its programs have."""
    known = {folded(flat(each)) for topics in topics_of_programs(listing) for each in topics}
    more: list[Plain] = [each for each in listing.categories if folded(each) not in known]
    if not more:
        return listing
    topics = union("services", listing.values.get("services"), more)
    return replace(listing, values=in_order({**listing.values, "services": topics}, LISTING_KEYS))


def topics_of_programs(listing: Item) -> Iterator[list[Plain]]:
    """Yield the topics of each program of a listing."""
    for each in items_of(listing.values.get(PROGRAMS)):
        yield items_of(each.get("services")) if isinstance(each, dict) else []


def file_stems(sections: Sequence[NewSection]) -> list[str]:
    """The names of the sections' files: 1-food, or 01-food where there are more than nine."""
    digits = len(str(len(sections)))
    return [f"{number:0{digits}}-{section.id}" for number, section in enumerate(sections, 1)]
