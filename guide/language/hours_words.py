"""What days, parts of the year and times of the day are called, in any language, and in which order the words stand."""

from collections.abc import Iterable, Sequence
from datetime import date

from guide.frozen import frozen
from guide.language.scripts import NBSP
from guide.model import Edge, OpeningRule, Season
from guide.model.hours import DAY

Seasons = Sequence[Season]
NOON = 720


@frozen
class HoursWords:
    """Every word in which hours and days are printed, in one language."""

    days: tuple[str, ...]  # from Monday
    short_days: tuple[str, ...]
    shorter_days: tuple[
        tuple[str, ...], ...
    ] = ()  # for columns that are too narrow for these: ever shorter forms
    months: tuple[str, ...]
    ordinals: tuple[str, ...]  # of the weeks of a month: five, and "last"
    dates: tuple[str, ...]  # a day of each month, "January {day}"
    first_of_month: str = "1"  # how the first day is written in a date
    pair: str = "{0} and {1}"  # the last two of a list
    comma: str = "{0}, {1}"  # those before
    every_day: str = "Every day"
    days_span: str = "{first} to {last}"
    times_span: str = "{first} to {last}"
    season_span: str = "{first} to {last}"
    short_span: str = "{first}\u2013{last}"  # of days or times, in few words
    line: str = "{days} {times}"
    of_month: str = "{ordinal} {day} of the month"
    of_named_month: str = "{ordinal} {day} of {month}"
    nth: str = "{ordinal} {day}"  # in few words
    closed_nth: str = "the {day}"  # such a day, where it is closed on it
    every_other: str = "Every other {day}"
    every_other_week: str = "Every other week"
    week_of_year: str = "week {weeks} of the year"
    weeks_of_year: str = "weeks {weeks} of the year"
    in_season: str = "{season}: {days}"
    am: str = "am"
    pm: str = "pm"
    noon: str = "noon"  # "": printed in figures
    midnight: str = "midnight"
    clock: int = 12  # hours that the clock has
    whole_hour: str = "{hour} {half}"
    part_hour: str = "{hour}:{minutes} {half}"
    from_time: str = "from {time}"
    or_later: str = "{times} or later"
    daylight: str = "sunrise to sunset"
    twilight: str = "dawn to dusk"
    from_sunrise: str = "sunrise to {time}"
    until_sunset: str = "{time} to sunset"
    all_day: str = "24 hours"
    always: str = "Open 24 hours every day"
    open: str = "Open"
    uncertain: str = "not certain"
    closed: str = "Closed"
    closed_on: str = "Closed on {days}"
    closed_in: str = "Closed in {season}"  # single months
    closed_on_in: str = "{season}: closed on {days}"
    closed_span: str = "Closed {season}"  # from one month or day to another
    easter: str = "Easter Sunday"
    good_friday: str = "Good Friday"
    easter_monday: str = "Easter Monday"
    day_before: str = "day before {day}"
    day_after: str = "day after {day}"
    public_holidays: str = "Public holidays"
    school_holidays: str = "School holidays"
    otherwise: str = "At other times {comment}"
    by_appointment: str = "by appointment"
    whole_date: str = "{date}, {year}"
    whole_month: str = "{month} {year}"
    calendar: str = ""  # the locale in which Babel writes dates; "": they are made of the words above

    def full_date(self, date: date) -> str:
        """A day in words: "March 14, 2026"."""
        if self.calendar:
            return format_date(date, "long", self.calendar)
        return self.whole_date.format(date=self.dates[date.month - 1].format(day=date.day), year=date.year)

    def days_of(self, day: str, month: int, year: int) -> str:
        """Days of a month of a year in words: "March 14 to 16, 2026"."""
        if self.calendar:
            return (
                format_date(date(2001, month, 28), "long", self.calendar)
                .replace("28", day)
                .replace("2001", str(year))
            )
        return self.whole_date.format(date=self.dates[month - 1].format(day=day), year=year)

    def year(self, year: int) -> str:
        """A year in words."""
        return format_date(date(year, 1, 1), "y", self.calendar) if self.calendar else str(year)

    def month_of(self, date: date, short: bool = False) -> str:
        """A month with its year: "March 2026", or in short "Mar 2026"."""
        if self.calendar:
            return format_date(date, "yMMM" if short else "yMMMM", self.calendar)
        return self.whole_month.format(
            month=self.months[date.month - 1][: 3 if short else None], year=date.year
        )


ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_HOURS = HoursWords(
    days=ENGLISH_DAYS,
    short_days=tuple(day[:3] for day in ENGLISH_DAYS),
    months=ENGLISH_MONTHS,
    ordinals=("first", "second", "third", "fourth", "fifth", "last"),
    dates=tuple(f"{month} {{day}}" for month in ENGLISH_MONTHS),
)


def day_runs(days: Iterable[int], words: HoursWords) -> list[str]:
    """Names of days, with three or more in a row as "Monday to Friday"; the week may run on from Sunday to Monday."""
    days = list(days)
    if {0, 6} <= set(days) and len(days) < 7:  # begin after the gap
        start = next(number for number in range(len(days) - 1, 0, -1) if days[number] - days[number - 1] > 1)
        days = days[start:] + days[:start]
    runs: list[list[int]] = []
    for day in days:
        if runs and (runs[-1][-1] + 1) % 7 == day:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = []
    for run in runs:
        if len(run) > 2:
            names.append(words.days_span.format(first=words.days[run[0]], last=words.days[run[-1]]))
        else:
            names += [words.days[day] for day in run]
    return names


def one_month(season: Seasons) -> bool:
    """Whether a season is one whole month."""
    return len(season) == 1 and season[0][0] == season[0][1] and season[0][0][1:] == (0,)


def season_words(season: Seasons, words: HoursWords) -> str:
    """ "April to October", "July and August", "December 25 and 26", "" for the whole year."""
    if any(edge[1] or len(edge) > 2 for span in season for edge in span):
        return join(date_words(season, words), words)
    runs = month_runs(season)
    names = []
    for run in runs if sum(map(len, runs)) < 12 else ():
        said = [words.months[month] for month in run]
        names += said if len(run) < 3 else [words.season_span.format(first=said[0], last=said[-1])]
    return join(names, words)


def month_runs(season: Seasons) -> list[list[int]]:
    """Lists of months that follow each other, from 0; the year may run on from December to January."""
    months = {(first[0] - 1 + n) % 12 for first, last in season for n in range((last[0] - first[0]) % 12 + 1)}
    runs = []
    for start in sorted(
        month for month in months if (month - 1) % 12 not in months or len(months) == 12 and not month
    ):
        length = next((n for n in range(1, 12) if (start + n) % 12 not in months), 12)
        runs.append([(start + n) % 12 for n in range(length)])
    return runs


def date_words(season: Seasons, words: HoursWords, beside: bool = False) -> list[str]:
    """Days of the year in words: "December 24, 25 and 31" where they are of one month and nothing stands beside them; list."""
    month = {edge[0] for span in season for edge in span}
    if (
        len(month) == 1
        and not beside
        and len(season) > 1
        and all(edge[1] and len(edge) == 2 for span in season for edge in span)
    ):
        days = [day for first, last in season for day in days_within(first, last, words)]
        return [words.dates[month.pop() - 1].format(day=join(days, words))]
    return [
        name for first, last in season for name in season_names(first, last, words, beside or len(season) > 1)
    ]


def season_names(first: Edge, last: Edge, words: HoursWords, beside: bool) -> list[str]:
    """From one day, month or year to another; two days that follow each other have two names beside others; list."""
    (month, day, *year), (last_month, last_day, *last_year) = first, last
    if first == last or not day or (month, year) != (last_month, last_year) or last_day < day:
        names = [edge_words(edge, words) for edge in dict.fromkeys((first, last))]
        return [names[0] if first == last else words.season_span.format(first=names[0], last=names[-1])]
    if last_day - day == 1 and beside:
        return [edge_words(first, words), edge_words(last, words)]
    days = join(days_within(first, last, words), words)
    name = words.days_of(days, month, *year) if year else words.dates[month - 1].format(day=days)
    return [name.replace(" ", NBSP) if last_day - day > 1 else name]


def days_within(first: Edge, last: Edge, words: HoursWords) -> list[str]:
    """The days of one month in figures: ["24"], ["25", "26"], ["24 to 26"]."""
    days = [day_number(day, words) for day in (first[1], last[1])]
    if last[1] - first[1] > 1:
        return [words.season_span.format(first=days[0], last=days[1]).replace(" ", NBSP)]
    return list(dict.fromkeys(days))


def day_number(day: int, words: HoursWords) -> str:
    return words.first_of_month if day == 1 else str(day)


def edge_words(edge: Edge, words: HoursWords) -> str:
    """A day, a month or a year in words, which does not break."""
    month, day, *year = edge
    if not month:
        name = words.year(*year)
    elif year:
        name = (
            words.days_of(day_number(day, words), month, *year)
            if day
            else words.month_of(date(year[0], month, 1))
        )
    else:
        name = words.dates[month - 1].format(day=day_number(day, words)) if day else words.months[month - 1]
    return name.replace(" ", NBSP)


def times_words(rule: OpeningRule, words: HoursWords) -> str:
    """ "9 am to noon and 1 pm to 5 pm"; a line breaks only between spans."""
    said = [words.all_day if span == (0, DAY) else span_words(*span, words) for span in rule.spans]
    said += [daylight_words(*pair, words) for pair in rule.daylight]
    times = join([name.replace(" ", NBSP) for name in said], words, NBSP)
    return words.or_later.format(times=times) if rule.longer else times


def daylight_words(begin: int | str, end: int | str | None, words: HoursWords) -> str:
    """ "sunrise to sunset", "8 am to sunset"."""
    if isinstance(begin, int):
        return words.until_sunset.format(time=time_words(begin, words))
    if isinstance(end, int):
        return words.from_sunrise.format(time=time_words(end, words))
    return words.daylight if begin == "sunrise" else words.twilight


def span_words(begin: int, end: int | None, words: HoursWords) -> str:
    if end is None:
        return words.from_time.format(time=time_words(begin, words))
    return words.times_span.format(first=time_words(begin, words), last=time_words(end, words))


def time_words(minute: int, words: HoursWords) -> str:
    """ "9 am", "9:30 pm", "noon", "midnight"."""
    minute %= DAY
    named = {0: words.midnight, NOON: words.noon}.get(minute)
    if named:
        return named
    hour, rest = divmod(minute, 60)
    shown = hour if words.clock == 24 else (hour - 1) % 12 + 1
    template = words.part_hour if rest else words.whole_hour
    return template.format(hour=shown, minutes=f"{rest:02}", half=words.pm if minute >= NOON else words.am)


def join(names: Sequence[str], words: HoursWords, after_joint: str = " ") -> str:
    """ "a", "a and b", "a, b and c"; `after_joint` stands between the joint and the last."""
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    text = first[0]
    for name in first[1:]:
        text = words.comma.format(text, name)
    head, tail = words.pair.rsplit("{1}", 1)
    joint = head[:-1] + after_joint if head.endswith(" ") else head
    return joint.format(text) + last + tail


def format_date(date: date, form: str, locale: str) -> str:
    """A date as Babel (CLDR) writes it for a locale, in the Gregorian calendar with the figures of a phone's keys.

    `form` is "long", or a skeleton such as "yMMMM".
    """
    from babel import dates  # slow to load, and an English guide has no need of it

    if form == "long":
        return dates.format_date(date, form, locale)
    return dates.format_skeleton(form, date, locale=locale)


def capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
