"""Names of columns as people write them, in four languages."""

import pytest

from guide.exchange.mapping.headers import common_start, day_of, is_internal, meanings_of, plain_words


def first(column, skipped=0):
    """What a name means before all else: "phones.number fax", with whose it is in brackets."""
    meanings = meanings_of(column, skipped)
    if not meanings:
        return ""
    meaning = meanings[0]
    said = [
        meaning.target,
        meaning.kind,
        f"({meaning.entity})" if meaning.entity else "",
        f"{meaning.number}" if meaning.number > 1 else "",
    ]
    return " ".join(filter(None, said))


@pytest.mark.parametrize(
    "column, meant",
    [
        ("Agency Name", "name (organization)"), ("Org", "name (organization)"), ("Program", "name (service)"), ("Site", "name (location)"),
        ("Street Address", "addresses.address_1"), ("Addr1", "addresses.address_1"), ("City/Town", "addresses.city"), ("Zip", "addresses.postal_code"),
        ("Phone #", "phones.number"), ("Hotline", "phones.number hotline"), ("Hrs", "hours"), ("Hours of Operation", "hours"),
        ("Web", "website"), ("URL", "website"), ("Category", "category"), ("Type of service", "category"), ("Cost/Fees", "fees_description"),
        ("Lat", "latitude"), ("Lng", "longitude"), ("Last verified", "verified"), ("Last updated", "changed"), ("Do not publish", "private"), ("Toll-Free Number", "phones.number toll-free"),
        ("PhoneNumberTTY", "phones.number tty"), ("phonenumber", "phones.number"), ("AgencySystem_Name", "name (organization)"),
        ("Mailing City", "addresses.city mailing"), ("Phone 2", "phones.number 2"), ("Second Phone", "phones.number 2"),
        ("Phone1IsPrivate", "phones.private"), ("PhysicalAddressIsPrivate", "addresses.private"), ("Publish?", "in not to be shown"), ("Closed", "out closed"),
        ("Contact Person", "skip"), ("Name*", "name"), ("Notes (optional)", "description"),
        ("Nombre de la organizaci\u00f3n", "name (organization)"), ("Correo electr\u00f3nico", "email"), ("Tel\u00e9fono", "phones.number"), ("Horario", "hours"),
        ("Nom de l'organisme", "name (organization)"), ("Code postal", "addresses.postal_code"), ("Heures d'ouverture", "hours"),
        ("Stra\u00dfe", "addresses.address_1"), ("PLZ", "addresses.postal_code"), ("\u00d6ffnungszeiten", "hours"), ("Oeffnungszeiten", "hours"),
        ("Tr\u00e4ger", "name (organization)"), ("Traeger", "name (organization)"),
        ("Column 7", ""), ("Unnamed: 3", ""), ("Field2", ""), ("", ""), ("??", ""), ("xyzzy", ""),
    ],
)  # fmt: skip
def test_what_a_name_means(column, meant):
    """The surest first."""
    assert first(column) == meant


@pytest.mark.parametrize(
    "column, meant",
    [
        ("CONFIDENTI", "private"),
        ("POSTAL_COD", "addresses.postal_code"),
        ("AGENCY_NAM", "name (organization)"),
        ("ACCESSIBIL", "accessibility"),
        ("OFFICE_PHO", "phones.number"),
        ("LEGALSTAT", ""),
        ("B1OrgName", "name (organization)"),
        ("B1AltName", "alternate_names"),
        ("L2City", "addresses.city 2"),
    ],
)
def test_a_name_that_a_program_has_shortened_is_read_whole(column, meant):
    """A shapefile cuts at ten letters, a form puts a code before it."""
    assert first(column) == meant


def test_open_close_and_closed_of_a_day():
    """As JSON has them: an object of each day."""
    assert day_of("hours.saturday.closed") == ("Saturday", "closed")
    assert day_of("hours.monday.open") == ("Monday", "opens_at")
    assert day_of("hours.monday.close") == ("Monday", "closes_at")
    assert day_of("Open hours Monday") == ("Monday", "")


def test_words_are_apart_however_they_are_written():
    """In camel case, with figures, with accents that are letters of their own."""
    assert plain_words("AgencyAddress1City") == ["agency", "address", "1", "city"]
    assert plain_words("PHONE_NUMBERS") == plain_words("Phone numbers") == ["phone", "number"]
    assert plain_words("Tele\u0301fonos") == ["telefono"]


def test_what_all_columns_begin_with_says_nothing():
    columns = ("service_name", "service_email", "service_x")
    assert common_start(columns) == 1
    assert first("service_email", 1) == "email"
    assert (
        common_start(("name", "name_2", "name_3"))
        == common_start(("a_b", "c_d", "e_f"))
        == common_start(("a_b", "a_c"))
        == 0
    )


@pytest.mark.parametrize(
    "column, day",
    [
        ("Monday", ("Monday", "")), ("Tue Hours", ("Tuesday", "")), ("wed_open", ("Wednesday", "opens_at")), ("Thursday Closing Time", ("Thursday", "closes_at")),
        ("Fri Start", ("Friday", "opens_at")), ("S\u00e1bado", ("Saturday", "")), ("Sonntag", ("Sunday", "")), ("mardi", ("Tuesday", "")),
        ("Sun Clinic", ("", "")), ("Monday to Friday", ("", "")), ("Open", ("", "")),
    ],
)  # fmt: skip
def test_columns_of_days(column, day):
    assert day_of(column) == day


@pytest.mark.parametrize(
    "column", ["Client Email", "client_phone", "Patient name", "Volunteer Cell", "Internal contact phone"]
)
def test_what_is_told_of_a_person_who_was_helped_stays_out(column):
    assert first(column) == "skip"


@pytest.mark.parametrize("column", ["Clients served", "Email", "Guest house", "Client services phone"])
def test_what_is_told_of_those_who_help_does_not(column):
    assert not is_internal(column)
