"""Opening hours that can be computed with."""

from guide.frozen import frozen

DAY = 1440  # minutes
WHOLE_DAY = (0, DAY)
LEAP_YEAR = 2028  # any of them: which days there are in no year in particular
Edge = tuple[int, ...]  # (month, day), with a year behind it perhaps; day 0: the whole month
Season = tuple[Edge, Edge]


@frozen
class OpeningRule:
    """One rule of opening hours: on which days of which part of the year, from when to when; days count from Monday, 0."""

    days: tuple[int, ...] = ()  # none: every day
    occurrences: tuple[int, ...] = ()  # (1, 3): the first and third such day of a month; -1: the last
    season: tuple[
        Season, ...
    ] = ()  # parts of the year; 0 stands for the whole month or year; a year may follow
    weeks: tuple[int, ...] = ()  # first, last and step of the weeks of a year
    offset: int = 0  # how many days after the days that are named so: 1 for the day after a fourth Thursday
    holidays: str = ""  # "PH" public, "SH" school, "easter"; with days, these days in the holidays
    spans: tuple[
        tuple[int, int | None], ...
    ] = ()  # minutes from midnight, above 1440 on the day after; None: open end
    daylight: tuple[
        tuple[int | str, int | str | None], ...
    ] = ()  # spans that begin or end with the sun: ("sunrise", "sunset"), (480, "sunset")
    longer: bool = False  # the last span may go on longer
    closed: bool = False
    unknown: bool = False  # whether it is open then is not certain
    comment: str = ""  # "by appointment"
    beside: bool = False  # holds beside what earlier rules say of its days, not in their place
    otherwise: bool = False  # holds where no rule before it does

    @property
    def is_weekly(self) -> bool:
        """Whether it holds in every week of the year, with times or closed, without words that limit it."""
        limits = (
            self.occurrences,
            self.season,
            self.weeks,
            self.holidays,
            self.daylight,
            self.longer,
            self.unknown,
            self.comment,
            self.otherwise,
        )
        return bool(self.spans or self.closed) and not any(limits)

    def may_open_on(self, day: int) -> bool:
        """Whether it is open on a weekday by this rule, if not in every week; a few days of the year do not count."""
        if (
            self.closed
            or self.holidays
            or (self.season and not self.days and all(map(is_short, self.season)))
        ):
            return False
        return day in ({(each + self.offset) % 7 for each in self.days} or range(7))


def is_short(season: Season) -> bool:
    """Whether a part of the year is shorter than a week."""
    first, last = season
    return (
        first == last
        and bool(first[1])
        or bool(first[1])
        and first[0] == last[0]
        and first[2:] == last[2:]
        and last[1] - first[1] < 6
    )


@frozen
class OpeningHours:
    """When a place is open, as far as the content says it in a way that can be computed with."""

    text: str  # as the content has it: in the opening_hours syntax of OpenStreetMap, or as people write
    rules: tuple[OpeningRule, ...] = ()

    @property
    def week(self) -> tuple[tuple[tuple[int, int | None], ...], ...]:
        """The spans of each weekday from Monday, () where it is closed or only a rule of `exceptions` speaks of it."""
        return tuple(
            tuple(
                span
                for rule in self.rules
                if rule.is_weekly and day in (rule.days or range(7))
                for span in rule.spans
            )
            for day in range(7)
        )

    @property
    def exceptions(self) -> tuple[OpeningRule, ...]:
        """The rules that a table of the week does not show."""
        return tuple(rule for rule in self.rules if not rule.is_weekly)

    @property
    def irregular_days(self) -> tuple[int, ...]:
        """The weekdays, from Monday, 0, of which only a rule of `exceptions` says that it is open: in some weeks, or by appointment."""
        return tuple(
            day
            for day, spans in enumerate(self.week)
            if not spans and any(rule.may_open_on(day) for rule in self.exceptions)
        )
