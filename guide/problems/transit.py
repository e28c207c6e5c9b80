"""Kinds of problem with timetables of public transport (GTFS), and with ways that cannot be written."""

from guide.problems.kind import ERROR, WARNING, ProblemKind

NO_FEED = ProblemKind(
    "no-feed",
    ERROR,
    "a timetable of public transport (GTFS) that cannot be read",
    "there is no such file or folder",
    "download the timetable (a GTFS zip) from the agency's page for developers, and name the file",
)
NOT_ZIP = NO_FEED.said(
    "this is no zip ({reason})",
    "a timetable is a GTFS zip, or the folder that it unpacks to: download it again",
)
NO_TABLES = NO_FEED.said(
    "there is no {names} in it",
    "a timetable has stops.txt, routes.txt, trips.txt and stop_times.txt: name its zip, or the folder with these files",
)
OTHER_ZIPS = NO_FEED.said("there are only other zips in it: {names}", "unpack it, and name them")
BROKEN_TABLE = NO_FEED.said("this cannot be read: {reason}", "download the timetable again")
LOCKED_TABLE = NO_FEED.said(
    "this is locked with a password", "unpack the timetable, and name the folder that it unpacks to"
)
LARGE_TABLE = NO_FEED.said(
    "this unpacks to {size} GB, which no timetable has", "download the timetable from the agency's own page"
)
NO_COLUMN = NO_FEED.said('there is no column "{name}"', "download the timetable again, or ask the agency")
OLD_FEED = ProblemKind(
    "old-feed",
    WARNING,
    "a timetable of public transport that has ended",
    "this timetable ended on {day}: lines may run otherwise now",
    "download the newest one from the agency",
)
NO_PLACES = ProblemKind(
    "stops-without-place",
    WARNING,
    "stops of a timetable whose place on the map cannot be read",
    "{count} of the stops have no place on the map that can be read",
    "they are passed over; tell the agency",
)
NO_WAY = ProblemKind(
    "no-way",
    ERROR,
    "a listing for which no way was found that could be written",
    "{name}: {reason}",
    "leave {id} out of what is to be written, or write how to get there by hand",
)
