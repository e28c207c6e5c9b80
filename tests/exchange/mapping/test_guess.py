"""A guess at what tables are: tables as people have them, from several countries, each with what its columns are."""

import pytest

from guide.errors import GuideError
from guide.exchange.join import gather
from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.mapping.guess import guess
from guide.exchange.mapping.model import Take
from guide.exchange.privacy import keep_public
from guide.exchange.tables import Row, Table
from tests.exchange.made_tables import table
from tests.exchange.mapping.tables_made_up import SEVERAL, TABLES, columns_in, made
from tests.thorough import first_quick

MEANT = {
    "city": {
        "Agency Name": "name",
        "Notes": "description",
        "Hrs": "hours",
        "Web": "website",
        "Eligibility": "eligibility_description",
        "Cost/Fees": "fees_description",
        "Languages": "languages",
        "Lat": "latitude",
        "Lng": "longitude",
        "Category": "category",
        "Do not publish": "private",
        "Phone #": "phones 1 number",
        "Hotline": "phones 2 number",
        "Street Address": "addresses 1 address_1",
        "City/Town": "addresses 1 city",
        "State": "addresses 1 state_province",
        "Zip": "addresses 1 postal_code",
    },
    "google form": {
        "What is the name of your organization?": "name",
        "What are your hours of operation?": "hours",
        "E-mail Address": "email",
        "Who is eligible for your services?": "eligibility_description",
        "What languages does your staff speak?": "languages",
        "Phone Number (main)": "phones 1 number",
        "Please enter your address": "addresses 1 address",
        "May we publish this listing? (Consent to publish)": "out",
    },
    "days": {
        "LIBRARY": "name",
        "URL": "website",
        "PHONE1": "phones 1 number",
        "PHONE1_EXT": "phones 1 extension",
        "PHONE2": "phones 2 number",
        "FAX": "phones 3 number",
        "ADDR1": "addresses 1 address_1",
        "ADDR2": "addresses 1 address_2",
        "CITY": "addresses 1 city",
        "ST": "addresses 1 state_province",
        "ZIPCODE": "addresses 1 postal_code",
        "Monday": "schedules 1 description",
        "Tuesday": "schedules 2 description",
        "Wednesday": "schedules 3 description",
        "Thursday": "schedules 4 description",
        "Friday": "schedules 5 description",
        "Saturday": "schedules 6 description",
        "Sunday": "schedules 7 description",
    },
    "open and close": {
        "Site": "name",
        "Telephone": "phones 1 number",
        "Address": "addresses 1 address",
        "Mon Open": "schedules 1 opens_at",
        "Mon Close": "schedules 1 closes_at",
        "Tue Open": "schedules 2 opens_at",
        "Tue Close": "schedules 2 closes_at",
        "Wed Open": "schedules 3 opens_at",
        "Wed Close": "schedules 3 closes_at",
    },
    "services of agencies": {
        "AgencyName": "service: in organization, organization: id, organization: name",
        "ProgramName": "service: name",
        "ProgramDescription": "service: description",
        "Eligibility": "service: eligibility_description",
        "ServiceType": "service: category",
        "AgencyWebsite": "organization: website",
        "AgencyPhone": "organization: phones 1 number",
        "ServiceAddress": "organization: addresses 1 address",
    },
    "sites of one name": {
        "Organization": "location: in organization, organization: id, organization: name",
        "Hours": "location: hours",
        "Tel": "location: phones 1 number",
        "Site Address": "location: addresses 1 address_1",
        "Town": "location: addresses 1 city",
        "Zip": "location: addresses 1 postal_code",
    },
    "juntas": {
        "Nombre del grupo": "id, name",
        "Notas": "description",
        "Teléfono": "phones 1 number",
        "Dirección": "addresses 1 address_1",
        "Lugar": "addresses 1 address_2",
        "Ciudad": "addresses 1 city",
        "Código postal": "addresses 1 postal_code",
        "Hora": "meetings 1 start",
        "Día": "meetings 1 weekday",
        "Formato": "meetings 1 formats",
    },
    "bancos de alimentos": {
        "Organización": "name",
        "Horario de atención": "hours",
        "Correo electrónico": "email",
        "Página web": "website",
        "Requisitos": "eligibility_description",
        "Costo": "fees_description",
        "Idiomas": "languages",
        "Colonia": "neighborhood",
        "Tipo de servicio": "category",
        "Teléfono": "phones 1 number",
        "Dirección": "addresses 1 address_1",
        "Municipio": "addresses 1 city",
        "Estado": "addresses 1 state_province",
        "C.P.": "addresses 1 postal_code",
    },
    "uk": {
        "Organisation": "name",
        "Opening times": "hours",
        "Email": "email",
        "Website": "website",
        "Referral criteria": "eligibility_description",
        "Wheelchair access?": "accessibility",
        "Services offered": "services",
        "Telephone": "phones 1 number",
        "Mobile": "phones 2 number",
        "Address Line 1": "addresses 1 address_1",
        "Address Line 2": "addresses 1 address_2",
        "Town": "addresses 1 city",
        "County": "addresses 1 county",
        "Postcode": "addresses 1 postal_code",
    },
    "canada": {
        "Nom de l'organisme": "name",
        "Description": "description",
        "Heures d'ouverture": "hours",
        "Courriel": "email",
        "Site web": "website",
        "Frais": "fees_description",
        "Langues": "languages",
        "Clientèle": "audience",
        "Téléphone": "phones 1 number",
        "Télécopieur": "phones 2 number",
        "Adresse": "addresses 1 address_1",
        "Ville": "addresses 1 city",
        "Province": "addresses 1 state_province",
        "Code postal": "addresses 1 postal_code",
    },
    "beratungsstellen": {
        "Träger": "location: in organization, organization: id, organization: name",
        "Beratungsstelle": "location: name",
        "Sprechzeiten": "location: hours",
        "E-Mail": "location: email",
        "Sprachen": "location: languages",
        "Barrierefrei": "location: accessibility",
        "Zielgruppe": "location: audience",
        "Beratungsschwerpunkte": "location: category",
        "Telefon": "location: phones 1 number",
        "Fax": "location: phones 2 number",
        "Straße und Hausnummer": "location: addresses 1 address_1",
        "PLZ": "location: addresses 1 postal_code",
        "Ort": "location: addresses 1 city",
        "Internet": "organization: website",
    },
    "airtable": {
        "Record ID": "id",
        "Name": "name",
        "Tags": "services",
        "Type": "category",
        "Phone": "phones 1 number",
        "Address": "addresses 1 address",
    },
    "without names": {
        "Column 1": "name",
        "Column 4": "email",
        "Column 3": "phones 1 number",
        "Column 2": "addresses 1 address",
    },
    "two addresses": {
        "Organization": "name",
        "Category 1": "category",
        "Category 2": "category",
        "Phone 1": "phones 1 number",
        "Phone 1 Description": "phones 1 description",
        "Phone 2": "phones 2 number",
        "Phone 2 Description": "phones 2 description",
        "Toll Free": "phones 3 number",
        "TTY": "phones 4 number",
        "Physical Address 1": "addresses 1 address_1",
        "Physical Address 2": "addresses 1 address_2",
        "Physical City": "addresses 1 city",
        "Physical State": "addresses 1 state_province",
        "Physical Zip": "addresses 1 postal_code",
        "Physical Address Is Private": "addresses 1 private",
        "Mailing Address 1": "addresses 2 address_1",
        "Mailing City": "addresses 2 city",
        "Mailing State": "addresses 2 state_province",
        "Mailing Zip": "addresses 2 postal_code",
    },
    "day and time": {
        "Pantry": "name",
        "Day": "hours",
        "Time": "hours",
        "Contact phone": "phones 1 number",
        "Location": "addresses 1 address",
    },
    "socrata": {
        "OBJECTID": "id",
        "FACILITY_NAME": "name",
        "BOROUGH": "neighborhood",
        "LATITUDE": "latitude",
        "LONGITUDE": "longitude",
        "FACILITY_TYPE": "category",
        "PHONE_NUMBER": "phones 1 number",
        "STREET_ADDRESS": "addresses 1 address_1",
        "POSTCODE": "addresses 1 postal_code",
        "ACTIVE": "out",
    },
    "notes only": {
        "Resource": "name",
        "Notes": "description",
    },
    "madrid": {
        "PK": "id",
        "NOMBRE": "name",
        "HORARIO": "hours",
        "ACCESIBILIDAD": "accessibility",
        "TRANSPORTE": "transportation",
        "BARRIO": "neighborhood",
        "LATITUD": "latitude",
        "TIPO": "category",
        "TELEFONO": "phones 1 number",
        "NOMBRE-VIA": "addresses 1 address_1",
        "CLASE-VIAL": "addresses 1 address_1",
        "NUM": "addresses 1 address_1",
        "PLANTA": "addresses 1 address_2",
        "LOCALIDAD": "addresses 1 city",
        "PROVINCIA": "addresses 1 state_province",
        "CODIGO-POSTAL": "addresses 1 postal_code",
    },
    "two organisations": {
        "OrganisationID": "id",
        "OrganisationName": "name",
        "OrganisationType": "category",
        "OrganisationStatus": "status",
        "Phone": "phones 1 number",
        "Address1": "addresses 1 address_1",
        "City": "addresses 1 city",
        "Postcode": "addresses 1 postal_code",
    },
    "meetings": {
        "Name": "id, name",
        "Notes": "description",
        "Address": "addresses 1 address_1",
        "Location": "addresses 1 address_2",
        "City": "addresses 1 city",
        "State": "addresses 1 state_province",
        "Postal Code": "addresses 1 postal_code",
        "End Time": "meetings 1 end",
        "Time": "meetings 1 start",
        "Day": "meetings 1 weekday",
        "Types": "meetings 1 formats",
        "Conference URL": "meetings 1 link",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", first_quick(TABLES, 8))
def test_the_columns_of_a_table_are_known(name):
    """By their names in four languages, and by what stands in them."""
    assert columns_in(guess([made(TABLES[name])]).mapping) == MEANT[name]


def test_every_table_has_its_meanings():
    assert set(MEANT) == set(TABLES)


def several(name):
    return [made(text, table) for table, text in SEVERAL[name].items()]


def rules(mapping):
    """[(table, role, {level: column that says whose it is})]."""
    return [
        (rule.table, rule.role, {level: take.columns[0] for level, take in rule.parents.items()})
        for rule in mapping.tables
    ]


def test_tables_are_joined_by_their_ids():
    """Also where several ids stand in a cell, and a table of phones is a detail."""
    mapping = guess(several("ids")).mapping
    assert rules(mapping) == [
        ("agencies", "organization", {}),
        ("sites", "location", {"organization": "Agency ID"}),
        ("programs", "service", {"organization": "Agency ID", "location": "Site IDs"}),
        ("phones", "detail", {"location": "site_id"}),
    ]
    assert mapping.tables[2].parents["location"].split == ";"
    assert "private" in mapping.tables[0].fields


def test_tables_are_joined_by_names_where_they_have_no_ids():
    mapping = guess(several("names")).mapping
    assert rules(mapping) == [
        ("Organizations", "organization", {}),
        ("Services", "service", {"organization": "Organization"}),
    ]
    assert mapping.tables[1].by_name and mapping.tables[1].fields["name"].columns == ("Service",)


def test_sheets_without_a_category_are_one():
    """And a sheet of instructions is none."""
    mapping = guess(several("sheets")).mapping
    assert [(rule.table, rule.fields["category"].fixed) for rule in mapping.tables] == [
        ("Food", "Food"),
        ("Housing", "Housing"),
    ]


def test_an_agency_that_lists_the_ids_of_its_services():
    """They do not say whose they are: the agency's row is a link as well."""
    tables = [
        made("Org ID | Org Name | Services\n70001 | Alpha | 90001; 90002\n70002 | Beta | 90003", "orgs"),
        made(
            "Service ID | Title | About\n90001 | Food | Bags\n90002 | Beds | Nights\n90003 | Bus | Rides",
            "services",
        ),
    ]
    link = guess(tables).mapping.tables[-1]
    assert (link.role, link.also, link.parents["service"].columns, link.parents["service"].split) == (
        "link",
        True,
        ("Services",),
        ";",
    )


def test_ids_of_categories_are_looked_up():
    tables = [
        made("id | name | category_id\nr1 | Alpha | cat-01\nr2 | Beta | cat-02", "resources"),
        made("id | name\ncat-01 | Food\ncat-02 | Housing", "categories"),
    ]
    (rule,) = guess(tables).mapping.tables
    assert rule.fields["category"].lookup.table == "categories"


def test_what_is_nested_in_json_belongs_to_what_holds_it():
    services = Table("f.json: s", "services", ("id", "name"), (Row(1, {"id": "s1", "name": "Food bags"}),))
    phones = Table(
        "f.json: p", "phones", ("parent_table", "parent_id", "number"),
        (Row(1, {"parent_table": "services", "parent_id": "s1", "number": "555-555-0101"}),),
    )  # fmt: skip
    assert rules(guess([services, phones]).mapping) == [("services", "service", {}), ("phones", "detail", {})]


def test_doubts_are_told():
    """Of what was guessed by its cells, and of what only some words say; not of what is said in all its words."""
    doubts = guess([made(TABLES["without names"])]).doubts
    assert set(doubts) == {("table", f"Column {number}") for number in range(1, 5)}
    assert not guess([made(TABLES["bancos de alimentos"])]).doubts


@pytest.mark.parametrize(
    "tables",
    [
        [],
        [made("a | b\n1 | 2\n3 | 4")],
        [Table("empty.csv", "empty", ("Name",), ())],
        [Table("none.csv", "none", (), (Row(1, {}),))],
        [made("Date | Amount\n1/2/2026 | 5.00\n1/3/2026 | 6.00")],
    ],
)
def test_a_table_without_names_is_told(tables):
    """With what is needed."""
    with pytest.raises(GuideError, match="no column was found that has names") as error:
        guess(tables)
    assert "the columns are: " in str(error.value) or not tables


def test_what_stays_out_of_repeated_organizations():
    """An organization stays out if all its rows do; otherwise it is made of those that may be shown."""
    rows = made("""
Agency | Program | Address | Phone | Confidential
Alpha | Food | 1 A St, Ames, IA 50010 | 555-555-0101 |
Alpha | Safe beds | 1 A St, Ames, IA 50010 | 555-555-0101 | Yes
Beta | Safe house | 9 Secret Way, Ames, IA 50010 | 555-555-0199 | Yes
Beta | Safe garden | 9 Secret Way, Ames, IA 50010 | 555-555-0199 | Yes
Gamma | Bus | 3 C St, Ames, IA 50010 | 555-555-0103 | No
""")
    ledger = Ledger()
    (alpha, gamma) = keep_public(gather([rows], guess([rows]).mapping, ledger), ledger)
    assert [alpha.cells["name"][0].text, *(each.cells["name"][0].text for each in alpha.services)] == [
        "Alpha",
        "Food",
    ]
    assert [row.row for row in alpha.rows] == [2]
    assert [at.row for at, lot in ledger.lots.items() if lot and lot.fate == LEFT_OUT] == [3, 4, 5]
    assert "Secret" not in str(ledger.notes)


@pytest.mark.slow
def test_dirty_tables_are_no_trouble():
    """Names that are blank, long, twice or signs; cells that are lists, objects, signs."""
    columns = ("", " ", "*", "Name*", "a|b", "\u200b", "x" * 5000, "Name (2)", "1", "null", "Ph\u00f6ne")
    cells = (
        "",
        " ",
        "\x00",
        "{}",
        "[[",
        "\u202e",
        "9" * 4000,
        "Bread & Roses",
        "0",
        "a" * 9000,
        "555-555-0101",
    )
    rows = tuple(
        Row(number, {column: cells[(place + number) % len(cells)] for place, column in enumerate(columns)})
        for number in range(2, 30)
    )
    odd = Row(30, {"Name*": [], "a|b": {"a": ["b", {}]}, "1": ["x", ["y"]]})
    with pytest.raises(GuideError, match="no column was found"):
        guess([Table("d.csv", "d|*", columns, (*rows, odd))])
    named = tuple(Row(row.number, {**row.values, "Name*": f"Bread {row.number}"}) for row in rows)
    (rule,) = guess([Table("d.csv", "d|*", columns, (*named, odd))]).mapping.tables
    assert rule.fields["name"].columns == ("Name*",)


def test_a_city_with_its_state_and_code_is_read_with_the_street():
    """As one address; a street of its own is no part of it."""
    lines = [f'Pantry {number},{number} Oak St,"Springfield, IL 6270{number}"' for number in range(5)]
    text = "\n".join(("Name,Street,City/ST/ZIP", *lines))
    rule = guess([table("list", text)]).mapping.tables[0]
    assert (
        rule.groups["addresses"] == ({"address": Take(columns=("Street", "City/ST/ZIP"), join=", ")},)
        and "areas" not in rule.groups
    )
    plain = guess([table("list", "Name,Street,City\nA,1 Oak St,Springfield\nB,2 Oak St,Larkin\n")]).mapping
    assert set(plain.tables[0].groups["addresses"][0]) == {"address_1", "city"}
