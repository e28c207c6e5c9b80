"""A meeting of a support group on one line, for the staff who call."""

from guide.language.hours_lines import hours_lines
from guide.model import Meeting


def meeting_line(meeting: Meeting) -> str:
    """All that the guide says of a meeting, on one line."""
    dial_in = meeting.dial_in
    number = (
        ", ".join(filter(None, (dial_in.printed, dial_in.extension, dial_in.description))) if dial_in else ""
    )
    when = "; ".join(hours_lines(meeting.hours)).replace("\u00a0", " ")
    more = (meeting.note, meeting.link, meeting.meeting_id, meeting.passcode, number)
    return ", ".join(filter(None, (when, meeting.name, meeting.location, *meeting.formats, *more)))
