"""Which time of the day is meant: "9 to 5 pm", "9am-5", "9-5"."""

from typing import NamedTuple

from guide.model.hours import DAY

AM, PM, LITERAL = "am", "pm", "24"  # halves of the day; LITERAL: of a clock of 24 hours
NOON = 720  # minutes
LONGEST_NIGHT = 15 * 60  # what goes on longer into the next day is a slip
EARLIEST = 5 * 60  # before it nobody opens who writes 1:00 for the afternoon elsewhere
LATE = 20 * 60
AFTERNOON = 16 * 60  # from then on somebody may be open until noon of the next day
EVENING = 17 * 60  # from then on "6pm-8" may be until the morning
MORNING = range(9, 12)  # hours that without am or pm are of the morning


class Moment(NamedTuple):
    """A time as it is written."""

    hour: int
    minute: int = 0
    half: str = ""  # AM, PM, LITERAL, or "" where nothing says it
    is_word: bool = False  # noon, midnight

    @property
    def dial(self) -> int:
        """Minutes from 12 on a dial of 12 hours."""
        return self.hour % 12 * 60 + self.minute

    @property
    def minutes(self) -> int:
        """Minutes from midnight, if its half is known."""
        return self.hour * 60 + self.minute if self.half == LITERAL else of_half(self, self.half)

    @property
    def is_bare(self) -> bool:
        return not self.half


class Span(NamedTuple):
    """From when to when, in minutes from midnight; `taken`: another meaning would be possible."""

    begin: int
    end: int | None
    taken: bool = False


def of_half(moment: Moment, half: str) -> int:
    """Minutes from midnight of a time of the morning or the afternoon."""
    return moment.dial + (NOON if half == PM else 0)


def span_of(first: Moment, last: Moment | None, literal: bool = False, hint: str = "") -> Span | None:
    """What two times mean, None where that cannot be told; `literal`: all times of the text are of a clock of 24 hours.

    `hint` is the half of the day that words beside it say: mornings, evenings.
    """
    if last is None:
        half = first.half or (LITERAL if literal else hint)
        span: Span | None = Span(first._replace(half=half).minutes, None) if half else None
    elif literal and (first.is_bare or last.is_bare):
        span = literal_span(first, last)
    else:
        span = (both if not (first.is_bare or last.is_bare) else last_bare if last.is_bare else first_bare)(
            first, last
        )
        if first.is_bare and last.is_bare:
            span = hinted(first, last, hint) if hint else bare(first, last)
    return span if span and agrees(span, hint) else None


def agrees(span: Span, hint: str) -> bool:
    """Whether a span is of the half of the day that words beside it say, and no longer than anybody is open."""
    begin, end, _ = span
    if hint and (begin >= NOON) != (hint == PM):
        return False
    if not 0 <= begin < DAY or end is not None and end <= begin:
        return False
    through_night = begin >= AFTERNOON and end is not None and end - DAY <= NOON
    return end is None or end <= DAY or end - begin <= LONGEST_NIGHT or through_night


def literal_span(first: Moment, last: Moment) -> Span | None:
    """Two times of a clock of 24 hours, or noon and midnight."""
    begin, end = ((each if each.half else each._replace(half=LITERAL)).minutes for each in (first, last))
    if first.is_bare and begin < EARLIEST:
        return None
    return after(begin, end)


def after(begin: int, end: int, taken: bool = False) -> Span | None:
    """A span whose end, where it is no later than its beginning, is on the day after."""
    return None if begin == end else Span(begin, end if end > begin else end + DAY, taken)


def both(first: Moment, last: Moment) -> Span | None:
    """Two times that say their halves; 12 am is midnight, which not everybody means who writes it."""
    span = after(first.minutes, last.minutes)
    at_midnight = [each for each in (first, last) if each.half == AM and each.hour == 12 and not each.is_word]
    if not span or not at_midnight:
        return span
    return span._replace(taken=True) if at_midnight == [last] and first.minutes < NOON else sure_night(span)


def sure_night(span: Span) -> Span | None:
    """A span from or to midnight, where it is of a night."""
    return span if span.end is not None and span.end - span.begin <= NOON else None


def first_bare(first: Moment, last: Moment) -> Span | None:
    """ "9 to 5 pm", "3 to 5 pm", "8 to noon": the first is of the same half where it can be."""
    if last.half == LITERAL:
        return literal_span(first, last)
    end = last.minutes
    if last.half == AM:
        return Span(first.dial, end) if first.hour != 12 and first.dial < end else None
    begin = next((each for each in (of_half(first, PM), of_half(first, AM)) if each < end), None)
    if begin is None or first.hour == 12 and begin < NOON:
        return None
    return Span(begin, end, taken=begin >= LATE)  # "8-10 pm" may be from 8 am


def last_bare(first: Moment, last: Moment) -> Span | None:
    """ "9am-5", "1pm-5", "noon-4": the first time after it that the dial shows, where that is one."""
    begin, morning, afternoon = first.minutes, of_half(last, AM), of_half(last, PM)
    if first.half == LITERAL and begin >= NOON + 60:
        return literal_span(first, last)
    if begin < NOON:
        if last.hour != 12 and morning > begin and not first.is_word:
            return None
        return Span(begin, morning if first.is_word else afternoon)
    if last.hour == 12:
        return None
    if afternoon > begin:
        return Span(begin, afternoon) if begin < EVENING else None
    return Span(begin, morning + DAY)


def hinted(first: Moment, last: Moment, hint: str) -> Span | None:
    """Two times without halves, where words beside them say which: "evenings 6-8"."""
    if first.hour == 12:
        return None
    begin, end = of_half(first, hint), of_half(last, hint)
    if hint == AM and last.hour == 12:
        end += NOON
    return Span(begin, end) if begin < end else None


def bare(first: Moment, last: Moment) -> Span | None:
    """What is taken where nothing says it: 9-5 is by day, 1-4 in the afternoon, and 6-8 cannot be told."""
    begin, end = first.dial, last.dial
    if first.hour == 12:
        return Span(NOON + begin, NOON + end, True) if begin < end <= 9 * 60 else None
    if last.hour == 12:
        return Span(begin, NOON + end, True) if 7 <= first.hour else None
    if end > begin:
        if first.hour in MORNING:
            return Span(begin, end, True)
        in_afternoon = first.hour <= 4 and end - begin <= 8 * 60 or first.hour == 5 and last.hour <= 8
        return Span(NOON + begin, NOON + end, True) if in_afternoon else None
    by_day = (
        first.hour >= 6 and NOON + end - begin <= NOON and not (first.hour <= 7 and last.hour == first.hour)
    )
    return Span(begin, NOON + end, True) if by_day else None
