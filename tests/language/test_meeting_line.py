"""A meeting on one line, for the staff."""

from guide.content.hours import parse_hours
from guide.language.meeting_line import meeting_line
from guide.model import Meeting, Phone


def test_a_line_says_all_of_a_meeting():
    """What it does not have leaves no gap."""
    opening = parse_hours("Mo 19:00-20:00")[0].opening
    assert meeting_line(Meeting(hours=opening)) == "Monday 7 pm to 8 pm"
    dial_in = Phone(number="1", printed="773-471-0999", extension="5", description="free")
    meeting = Meeting(hours=opening, name="Steps", formats=("open",), meeting_id="812", dial_in=dial_in)
    assert meeting_line(meeting) == "Monday 7 pm to 8 pm, Steps, open, 812, 773-471-0999, 5, free"
