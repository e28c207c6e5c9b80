"""Opening hours in plain words: rules as the model has them become lines, in any language.

What days and times are called, and in which order they stand, each language says in HoursWords.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

NBSP = "\u00a0"
NOON, DAY = 720, 1440


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursWords:
    """Every word in which hours and days are printed, in one language."""

    days: tuple[str, ...]  # from Monday
    short_days: tuple[str, ...]
    shorter_days: tuple[tuple[str, ...], ...] = ()  # for columns that are too narrow for these: ever shorter forms
    months: tuple[str, ...]
    ordinals: tuple[str, ...]  # of the weeks of a month: five, and "last"
    dates: tuple[str, ...]  # a day of each month, "January {day}"
    pair: str = "{0} and {1}"  # the last two of a list
    comma: str = "{0}, {1}"  # those before
    every_day: str = "Every day"
    days_span: str = "{first} to {last}"
    times_span: str = "{first} to {last}"
    season_span: str = "{first} to {last}"
    line: str = "{days} {times}"
    of_month: str = "{ordinal} {day} of the month"
    of_named_month: str = "{ordinal} {day} of {month}"
    closed_nth: str = "the {day}"  # such a day, where it is closed on it
    every_other: str = "Every other {day}"
    every_other_week: str = "Every other week"
    in_season: str = "{season}: {days}"
    am: str = "am"
    pm: str = "pm"
    noon: str = "noon"  # "": printed in figures
    midnight: str = "midnight"
    clock: int = 12  # hours that the clock has
    whole_hour: str = "{hour} {half}"
    part_hour: str = "{hour}:{minutes} {half}"
    from_time: str = "from {time}"
    all_day: str = "24 hours"
    always: str = "Open 24 hours every day"
    open: str = "Open"
    closed: str = "Closed"
    closed_on: str = "Closed on {days}"
    closed_in: str = "Closed in {season}"  # a month
    closed_span: str = "Closed {season}"  # from one month or day to another
    easter: str = "Easter Sunday"
    public_holidays: str = "Public holidays"
    school_holidays: str = "School holidays"
    otherwise: str = "At other times {comment}"
    by_appointment: str = "by appointment"
    whole_date: str = "{date}, {year}"
    whole_month: str = "{month} {year}"
    calendar: str = ""  # the locale in which Babel writes dates; "": they are made of the words above

    def full_date(self, date):
        """A day in words: "March 14, 2026"."""
        if self.calendar:
            return format_date(date, "long", self.calendar)
        return self.whole_date.format(date=self.dates[date.month - 1].format(day=date.day), year=date.year)

    def month_of(self, date, short=False):
        """A month with its year: "March 2026", or in short "Mar 2026"."""
        if self.calendar:
            return format_date(date, "yMMM" if short else "yMMMM", self.calendar)
        return self.whole_month.format(month=self.months[date.month - 1][:3 if short else None], year=date.year)


ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
                  "August", "September", "October", "November", "December")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_HOURS = HoursWords(
    days=ENGLISH_DAYS, short_days=tuple(day[:3] for day in ENGLISH_DAYS), months=ENGLISH_MONTHS,
    ordinals=("first", "second", "third", "fourth", "fifth", "last"),
    dates=tuple(f"{month} {{day}}" for month in ENGLISH_MONTHS),
)


@lru_cache(maxsize=10_000)
def hours_lines(opening, words=ENGLISH_HOURS):
    """The hours in plain words: when it is open, the usual week first, then when it is closed; what holds alike is one line."""
    rules = joined_rules(opening.rules)
    lines = [group_line(group, words) for group in groups([rule for rule in rules if not rule.closed], opening_key)]
    lines += [line for group in groups([rule for rule in rules if rule.closed], lambda rule: (rule.comment, rule.otherwise))
              for line in closed_lines(group, words)]
    lines += [otherwise_line(rule, words) for rule in rules if rule.otherwise and not rule.closed]
    return tuple(map(capitalise, dict.fromkeys(filter(None, lines))))


def opening_key(rule):
    """What rules have in common that are said in one line; None for what is said last."""
    return None if rule.otherwise else (
        rule.occurrences, rule.season, rule.weeks, rule.spans, rule.comment, bool(rule.holidays and (rule.days or rule.season)))


def groups(rules, key):
    """Rules with the same key together: those of the week, of a part of the year, of days, of holidays alone; list of lists."""
    found = {}
    for rule in sorted(rules, key=rank):
        if key(rule) is not None:
            found.setdefault(key(rule), []).append(rule)
    return list(found.values())


def rank(rule):
    """Where a rule is said: the week, a part of the year, holidays, single days."""
    dated = bool(rule.season) and bool(rule.season[0][0][1])
    return rule.otherwise, dated, bool(rule.holidays), bool(rule.season)


def joined_rules(rules):
    """The rules, those that differ in their seasons alone as one; tuple."""
    found = {}
    for rule in rules:
        key = replace(rule, season=()), bool(rule.season), bool(rule.season and rule.season[0][0][1])
        found.setdefault(key, []).append(rule)
    return tuple(replace(same[0], season=tuple(dict.fromkeys(span for rule in same for span in rule.season))) for same in found.values())


def group_line(group, words):
    """Rules that differ in their days alone in words, the days first."""
    rule, names = group[0], group_days(group, words)
    season = season_words(rule.season, words) if not (rule.occurrences and one_month(rule.season)) else ""
    every_day = any(not (each.days or each.holidays or each.occurrences) for each in group)
    if every_day and rule.spans == ((0, DAY),) and not season and not rule.weeks:
        return " ".join(filter(None, (words.always, comment_words(rule.comment, words))))
    dated = bool(rule.season) and bool(rule.season[0][0][1])
    if every_day and rule.spans and not rule.weeks and not dated:
        names = [lower_first(words.every_day) if season else words.every_day, *names]
    days, times = join(names, words), times_words(rule.spans, words)
    if not times and not rule.comment:
        times = words.open.lower() if days or season else words.open
    comment = comment_words(rule.comment, words, alone=not days and not times)
    line = words.line.format(days=days, times=times) if days and times else days or times
    line = " ".join(filter(None, (line, comment)))
    return words.in_season.format(season=season, days=line) if season else line


def otherwise_line(rule, words):
    """A rule that holds where no other does."""
    if rule.comment and not rule.spans:
        return words.otherwise.format(comment=comment_words(rule.comment, words, alone=True))
    return group_line([replace(rule, otherwise=False)], words)


def closed_lines(group, words):
    """When it is closed, with one comment: the days that have a name, then parts of the year; yields lines."""
    comment = comment_words(group[0].comment, words)
    named, rest = [], []
    for rule in group:
        is_named = rule.days or rule.holidays or rule.occurrences
        months_of = rule.season and not rule.season[0][0][1] and not (rule.occurrences and one_month(rule.season))
        (rest if is_named and (months_of or rule.season and not rule.occurrences) or months_of or rule.weeks else named).append(rule)
    if any(not (rule.days or rule.holidays or rule.occurrences or rule.season) for rule in named):
        yield " ".join(filter(None, (words.closed, comment)))
        named = [rule for rule in named if rule.days or rule.holidays or rule.occurrences or rule.season]
    if named:
        yield " ".join(filter(None, (named_line(named, words), comment)))
    for rule in rest:
        yield " ".join(filter(None, (season_line(rule, words), comment)))


def named_line(rules, words):
    """"Closed on Sunday, public holidays and December 25"; "Closed December 24 to January 1" where it is that alone."""
    dates = [date_words(rule.season, words) for rule in rules if not (rule.days or rule.holidays or rule.occurrences)]
    spans = [span for rule in rules if not (rule.days or rule.holidays or rule.occurrences) for span in rule.season]
    if len(rules) == 1 and len(spans) == 1 and is_long(*spans[0]):
        return words.closed_span.format(season=join(dates[0], words))
    days = group_days([rule for rule in rules if not rule.occurrences], words, inside=True)
    nth = [words.closed_nth.format(day=day) for day in group_days([rule for rule in rules if rule.occurrences], words)]
    return words.closed_on.format(days=join([*days, *nth, *(name for names in dates for name in names)], words))


def is_long(first, last):
    """Whether a part of the year is longer than two days of one month."""
    return first[0] != last[0] or len(first) > 2 or last[1] - first[1] > 1


def season_line(rule, words):
    """When it is closed in a part of the year."""
    season, days = season_words(rule.season, words), join(group_days([rule], words, inside=True), words)
    if not days:
        template = words.closed_in if len(rule.season) == 1 and rule.season[0][0] == rule.season[0][1] else words.closed_span
        return template.format(season=season)
    line = words.closed_on.format(days=days)
    return words.in_season.format(season=season, days=lower_first(line)) if season else line


def comment_words(comment, words, alone=False):
    """A comment as it stands after times: "by appointment" and the like as it is, all else in brackets unless it stands alone."""
    if comment.lower() == ENGLISH_HOURS.by_appointment:
        return words.by_appointment
    return comment if alone or not comment or comment.lower().startswith(("by ", "call ", "only ")) else f"({comment})"


def group_days(group, words, inside=False):
    """The names of the days of rules: of the week, of the month, of holidays; `inside` a sentence. [] for every day."""
    plain = [rule for rule in group if not rule.occurrences and not (rule.holidays and rule.days)]
    week = sorted({day for rule in plain if not rule.holidays for day in rule.days})
    names = day_runs(week, words)
    weeks = group[0].weeks if group else ()
    if weeks:
        names = [words.every_other.format(day=join(names, words)) if names else words.every_other_week]
    names += [name for rule in group if rule.occurrences for name in nth_days(rule, words)]
    for rule in group:
        if rule.holidays and not rule.occurrences:
            name = {"PH": words.public_holidays, "SH": words.school_holidays}.get(rule.holidays, words.easter)
            name = lower_first(name) if (names or inside) and rule.holidays != "easter" else name
            names.append(words.in_season.format(season=name, days=join(day_runs(list(rule.days), words), words)) if rule.days else name)
    return list(dict.fromkeys(names))


def nth_days(rule, words):
    """"First and third Monday of the month", or of a month by its name; list."""
    ordinals = join([words.ordinals[number - (number > 0)] for number in rule.occurrences], words)
    days = join([words.days[day] for day in rule.days], words)
    if one_month(rule.season):
        return [words.of_named_month.format(ordinal=ordinals, day=days, month=words.months[rule.season[0][0][0] - 1])]
    return [words.of_month.format(ordinal=ordinals, day=days)]


def one_month(season):
    """Whether a season is one whole month."""
    return len(season) == 1 and season[0][0] == season[0][1] and season[0][0][1:] == (0,)


def day_runs(days, words):
    """Names of days, with three or more in a row as "Monday to Friday"; the week may run on from Sunday to Monday."""
    days = list(days)
    if {0, 6} <= set(days) and len(days) < 7:  # begin after the gap
        start = next(number for number in range(len(days) - 1, 0, -1) if days[number] - days[number - 1] > 1)
        if len(days) - start + next((n for n, day in enumerate(days) if day != n), len(days)) > 2:
            days = days[start:] + days[:start]
    runs = []
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


def season_words(season, words):
    """"April to October", "December 25 and 26", "" for the whole year."""
    if not season:
        return ""
    if any(edge[1] or len(edge) > 2 for span in season for edge in span):
        return join(date_words(season, words), words)
    months = {(first[0] - 1 + n) % 12 for first, last in season for n in range((last[0] - first[0]) % 12 + 1)}
    if len(months) == 12:
        return ""
    starts = sorted(month for month in months if (month - 1) % 12 not in months)
    names = []
    for start in starts:
        end = start
        while (end + 1) % 12 in months:
            end = (end + 1) % 12
        first, last = words.months[start], words.months[end]
        names.append(first if start == end else words.season_span.format(first=first, last=last))
    return join(names, words)


def date_words(season, words):
    """Days of the year in words, those of one month together: "December 24, 25 and 31", "January 1"; list."""
    names, days, month = [], [], 0

    def close():
        if days:
            name = words.dates[month - 1].format(day=join(days, words))
            names.append(name.replace(" ", NBSP) if len(days) == 1 else name)
            days.clear()

    for first, last in season:
        if len(first) > 2 or len(last) > 2 or first[0] != last[0] or last[1] < first[1]:
            close()
            names.append(season_name(first, last, words))
            continue
        if first[0] != month:
            close()
            month = first[0]
        if last[1] - first[1] > 1:
            days.append(words.season_span.format(first=first[1], last=last[1]).replace(" ", NBSP))
        else:
            days.extend(map(str, range(first[1], last[1] + 1)))
    close()
    return names


def season_name(first, last, words):
    """From one day or month to another, with its year where it has one."""
    names = [edge_words(edge, words).replace(" ", NBSP) for edge in (first, last)]
    return names[0] if first == last else words.season_span.format(first=names[0], last=names[1])


def edge_words(edge, words):
    """A day or a month in words."""
    month, day, *year = edge
    if year:
        return words.full_date(date(*year, month, day)) if day else words.month_of(date(*year, month, 1))
    return words.dates[month - 1].format(day=day) if day else words.months[month - 1]


def times_words(spans, words):
    """"9 am to noon and 1 pm to 5 pm"; a line breaks only between spans."""
    said = [words.all_day.replace(" ", NBSP) if span == (0, DAY) else span_words(*span, words) for span in spans]
    return join(said, words, NBSP)


def span_words(begin, end, words):
    if end is None:
        return words.from_time.format(time=time_words(begin, words)).replace(" ", NBSP)
    return words.times_span.format(first=time_words(begin, words), last=time_words(end, words)).replace(" ", NBSP)


def time_words(minute, words):
    """"9 am", "9:30 pm", "noon", "midnight"."""
    minute %= DAY
    named = {0: words.midnight, NOON: words.noon}.get(minute)
    if named:
        return named
    hour, rest = divmod(minute, 60)
    shown = hour if words.clock == 24 else (hour - 1) % 12 + 1
    template = words.part_hour if rest else words.whole_hour
    return template.format(hour=shown, minutes=f"{rest:02}", half=words.pm if minute >= NOON else words.am)


def join(names, words, after_joint=" "):
    """"a", "a and b", "a, b and c"; `after_joint` stands between the joint and the last."""
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    text = first[0]
    for name in first[1:]:
        text = words.comma.format(text, name)
    head, tail = words.pair.rsplit("{1}", 1)
    joint = head[:-1] + after_joint if head.endswith(" ") else head
    return joint.format(text) + last + tail


def format_date(date, form, locale):
    """A date as Babel (CLDR) writes it for a locale, in the Gregorian calendar with the figures of a phone's keys.

    `form` is "long", or a skeleton such as "yMMMM".
    """
    from babel import dates  # slow to load, and an English guide has no need of it

    if form == "long":
        return dates.format_date(date, form, locale)
    return dates.format_skeleton(form, date, locale=locale)


def capitalise(text):
    return text[:1].upper() + text[1:]


def lower_first(text):
    return text[:1].lower() + text[1:]
