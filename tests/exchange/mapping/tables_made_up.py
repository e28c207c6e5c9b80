"""Tables as people have them, made up: {what it is: its text}, the first line is the head, "|" stands between cells."""

from guide.exchange.tables import Row, Table

TABLES = {
    "city": """
Agency Name | Street Address | City/Town | State | Zip | Phone # | Hotline | Hrs | Web | Category | Eligibility | Cost/Fees | Languages | Lat | Lng | Last updated | Notes | Do not publish
Harbor Pantry | 12 Elm St | Salem | OR | 97301 | 503-555-0101 | 800-555-0111 | Mon-Fri 9am-5pm | www.harbor.example.org | Food | Anyone | Free | English, Spanish | 44.94 | -123.03 | 3/4/2026 | Bring a bag. |
North Shelter | 4 Oak Ave | Salem | OR | 97302 | (503) 555-0102 |  | 24/7 | https://north.example.org | Shelter | Adults over 18 | None | English | 44.95 | -123.04 | 2/4/2026 | Call before you come, since it is often full. | x
Legal Help | 9 Pine Rd, Suite 2 | Keizer | OR | 97303 | 503.555.0103 | | Tue 1-4 pm | legal.example.org | Legal | Low income | Sliding scale | English, Russian | 44.99 | -123.02 | 1/4/2026 | |
Moms Center | 77 Bay Street | Keizer | OR | 97303 | 503-555-0104 | | By appointment | | Food | Parents | Free | English | 44.98 | -123.01 | 1/5/2026 | |
""",
    "google form": """
Timestamp | What is the name of your organization? | Please enter your address | Phone Number (main) | E-mail Address | What are your hours of operation? | What languages does your staff speak? | Who is eligible for your services? | Contact Person | May we publish this listing? (Consent to publish)
1/2/2026 10:11:12 | Bridge Clinic | 100 Main Street, Dayton, OH 45402 | 937-555-0101 | hello@bridge.example.org | Monday to Friday 8:00 AM - 4:30 PM | English and Spanish | Everybody | Ann Miller | Yes
1/3/2026 11:12:13 | Hope House | 5 Second Street, Dayton, OH 45403 | 937-555-0102 | desk@hope.example.org | Sat 10-2 | English | Women with children | Bob Ray | No
1/4/2026 12:00:00 | Miami Valley Rides | 8 Third Street, Dayton, OH 45404 | 937-555-0103 | go@rides.example.org | Weekdays 7am-7pm | English, French | People over 60 years | Cy Dee | Yes
""",
    "days": """
LIBRARY | ADDR1 | ADDR2 | CITY | ST | ZIPCODE | PHONE1 | PHONE1_EXT | PHONE2 | FAX | URL | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
Central Library | 1 Book Way | Floor 2 | Reno | NV | 89501 | 775-555-0101 | 12 | 775-555-0102 | 775-555-0109 | library.example.org | 10-6 | 10-6 | 10-8 | 10-6 | 10-6 | 10-4 | Closed
East Branch | 2 Page Rd | | Sparks | NV | 89431 | 775-555-0103 | | | | library.example.org/east | Closed | 12-8 | 10-6 | 12-8 | 10-6 | 10-4 | Closed
West Branch | 3 Page Rd | | Reno | NV | 89502 | 775-555-0104 | | | | library.example.org/west | 12-8 | 12-8 | 10-6 | 12-8 | 10-6 | 10-4 | 1-5
""",
    "open and close": """
Site | Address | Mon Open | Mon Close | Tue Open | Tue Close | Wed Open | Wed Close | Telephone
Pantry One | 12 First St, Erie, PA 16501 | 9:00 AM | 5:00 PM | 9:00 AM | 5:00 PM | | | 814-555-0101
Pantry Two | 9 Second St, Erie, PA 16502 | | | 10:00 AM | 2:00 PM | 10:00 AM | 1:00 PM | 814-555-0102
""",
    "services of agencies": """
AgencyName | ProgramName | ProgramDescription | AgencyPhone | AgencyWebsite | ServiceAddress | Eligibility | ServiceType
Salvation Post | Food Box | A box of food for a week, given once a month to each household. | 555-555-0101 | sp.example.org | 1 A St, Troy, NY 12180 | Residents | Food
Salvation Post | Rent Help | Help with one month of rent for those who got a notice. | 555-555-0101 | sp.example.org | 1 A St, Troy, NY 12180 | Tenants | Housing
Salvation Post | Camp | A week of summer camp for children between 7 and 12. | 555-555-0101 | sp.example.org | 1 A St, Troy, NY 12180 | Children | Youth
Open Door | Shelter | Beds for the night, first come, first served, for men alone. | 555-555-0102 | od.example.org | 9 B St, Troy, NY 12181 | Men | Housing
Open Door | Showers | Showers and laundry on weekday mornings for anyone who asks. | 555-555-0102 | od.example.org | 9 B St, Troy, NY 12181 | Anyone | Hygiene
Kids Count | Tutoring | Tutors for pupils of all grades, on Tuesdays after school. | 555-555-0103 | kc.example.org | 5 C St, Troy, NY 12182 | Pupils | Youth
""",
    "sites of one name": """
Organization | Site Address | Town | Zip | Tel | Hours
Food for All | 1 First St | Lima | 45801 | 419-555-0101 | Mon 9-12
Food for All | 2 Second St | Lima | 45802 | 419-555-0102 | Tue 9-12
Food for All | 3 Third St | Elida | 45807 | 419-555-0103 | Wed 9-12
Church Kitchen | 4 Fourth St | Lima | 45801 | 419-555-0104 | Thu 9-12
Saint Mary | 5 Fifth St | Lima | 45801 | 419-555-0105 | Fri 9-12
""",
    "juntas": """
Nombre del grupo | Día | Hora | Lugar | Dirección | Ciudad | Código postal | Teléfono | Formato | Notas
Grupo Nueva Vida | Lunes | 7:00 PM | Iglesia San Juan | Calle 5 No. 12 | Puebla | 72000 | 222 555 0101 | abierta | Entrada por atrás
Grupo Nueva Vida | Miércoles | 7:00 PM | Iglesia San Juan | Calle 5 No. 12 | Puebla | 72000 | 222 555 0101 | cerrada |
Grupo Amistad | Viernes | 8:00 PM | Centro Cívico | Av. Reforma 100 | Puebla | 72160 | 222 555 0102 | abierta |
""",
    "bancos de alimentos": """
Organización | Dirección | Colonia | Municipio | Estado | C.P. | Teléfono | Correo electrónico | Horario de atención | Página web | Tipo de servicio | Requisitos | Costo | Idiomas | Última actualización
Comedor Sol | Av. Juárez 5 | Centro | Toluca | México | 50000 | 722 555 0101 | sol@ejemplo.org.mx | Lunes a viernes de 9:00 a 17:00 | www.sol.example.mx | Alimentos | Identificación | Gratis | Español | 12/03/2026
Casa Luna | Calle Hidalgo 8 | San Juan | Toluca | México | 50010 | 722 555 0102 | luna@ejemplo.org.mx | Sábados de 10:00 a 14:00 | www.luna.example.mx | Albergue | Ninguno | Gratis | Español, náhuatl | 13/03/2026
""",
    "uk": """
Organisation | Address Line 1 | Address Line 2 | Address Line 3 | Town | County | Postcode | Telephone | Mobile | Email | Website | Opening times | Services offered | Referral criteria | Charity Number | Wheelchair access?
Leeds Warm Space | 4 Park Row | Holbeck | | Leeds | West Yorkshire | LS1 5HD | 0113 496 0101 | 07700 900101 | info@warm.example.org.uk | https://warm.example.org.uk | Mon-Fri 9am-5pm | Warm meals; advice; clothes | Anyone in need | 1123456 | Yes
Bradford Food Bank | 12 Mill Lane | | | Bradford | West Yorkshire | BD1 1AA | 01274 496 010 | | help@bfb.example.org.uk | | Tues & Thurs 10am-1pm | Food parcels; advice | Voucher needed | 1123457 | No
York Advice | 3 Station Rd | | | York | North Yorkshire | YO1 6GA | 01904 496 020 | | | https://advice.example.org.uk | By appointment | Advice | Over 18 | 1123458 | Yes
""",
    "canada": """
Nom de l'organisme | Adresse | Ville | Province | Code postal | Téléphone | Télécopieur | Courriel | Site web | Heures d'ouverture | Description | Clientèle | Frais | Langues
Banque Aliment | 12, rue Principale | Laval | QC | H7A 1A1 | 450 555-0101 | 450 555-0109 | info@banque.example.ca | www.banque.example.ca | lundi au vendredi 9h à 17h | Distribue des paniers de nourriture chaque semaine aux familles du quartier. | Familles | Gratuit | français, anglais
Maison Nord | 5, avenue du Parc | Laval | QC | H7B 2B2 | 450 555-0102 | | info@nord.example.ca | | mardi 13h-16h | Offre un toit pour la nuit et des repas chauds aux personnes sans abri. | Adultes | Gratuit | français
""",
    "beratungsstellen": """
Träger | Beratungsstelle | Straße und Hausnummer | PLZ | Ort | Telefon | Fax | E-Mail | Internet | Sprechzeiten | Beratungsschwerpunkte | Zielgruppe | Sprachen | Barrierefrei | Ansprechpartner | Stand
Caritas Nord | Schuldnerberatung Mitte | Hauptstraße 5 | 10115 | Berlin | 030 5550101 | 030 5550109 | mitte@caritas.example.de | www.caritas.example.de | Mo-Fr 9:00-12:00 Uhr | Schulden, Insolvenz | Erwachsene | Deutsch, Türkisch | ja | Frau Muster | 01.03.2026
Caritas Nord | Suchtberatung | Ringweg 7 | 10117 | Berlin | 030 5550102 | | sucht@caritas.example.de | www.caritas.example.de | Di 14-18 Uhr | Sucht | Erwachsene | Deutsch | nein | Herr Beispiel | 01.03.2026
Diakonie Süd | Familienberatung | Am Markt 3 | 10999 | Berlin | 030 5550103 | | familie@diakonie.example.de | www.diakonie.example.de | nach Vereinbarung | Familie, Erziehung | Familien | Deutsch, Englisch | ja | Frau Test | 01.02.2026
""",
    "airtable": """
Name | Record ID | Type | Phone | Address | Accepting clients | Photo | Tags | Created | Last Modified | Internal notes
Sun Clinic | recA1b2C3d4E5f6G7 | Health | 415-555-0101 | 1 Sun St, Oakland, CA 94601 | checked | photo.jpg (https://dl.airtable.example.com/x.jpg) | free,walk-in | 1/1/2025 | 1/2/2026 | Director is leaving
Moon Dental | recB1b2C3d4E5f6G7 | Dental | 415-555-0102 | 2 Moon St, Oakland, CA 94602 | | | free | 1/1/2025 | 1/3/2026 |
Star Vision | recC1b2C3d4E5f6G7 | Health | 415-555-0103 | 3 Star St, Oakland, CA 94603 | checked | | walk-in,eyes | 1/1/2025 | 1/3/2026 |
""",
    "without names": """
Column 1 | Column 2 | Column 3 | Column 4
Green Pantry | 10 Hill St, Bend, OR 97701 | 541-555-0101 | green@example.org
Blue House | 11 Hill St, Bend, OR 97702 | 541-555-0102 | blue@example.org
Red Barn | 12 Hill St, Bend, OR 97703 | 541-555-0103 | red@example.org
""",
    "two addresses": """
Organization | Physical Address 1 | Physical Address 2 | Physical City | Physical State | Physical Zip | Physical Address Is Private | Mailing Address 1 | Mailing City | Mailing State | Mailing Zip | Phone 1 | Phone 1 Description | Phone 2 | Phone 2 Description | Toll Free | TTY | Category 1 | Category 2
Safe Home | 1 Quiet St | | Nome | AK | 99762 | Yes | PO Box 5 | Nome | AK | 99762 | 907-555-0101 | Office | 907-555-0102 | Crisis | 800-555-0101 | 711 | Shelter | Legal
Open House | 2 Loud St | Unit 4 | Nome | AK | 99762 | No | PO Box 6 | Nome | AK | 99762 | 907-555-0103 | Office | | | | | Food |
""",
    "day and time": """
Pantry | Location | Day | Time | Contact phone
St. Paul | 5 Church St, Flint, MI 48502 | Every Tuesday | 10am - 12pm | 810-555-0101
St. Ann | 6 Church St, Flint, MI 48503 | 2nd Saturday | 9am - 11am | 810-555-0102
Grace | 7 Church St, Flint, MI 48504 | Mon, Wed | 1pm - 3pm | 810-555-0103
""",
    "socrata": """
the_geom | OBJECTID | FACILITY_NAME | FACILITY_TYPE | STREET_ADDRESS | BOROUGH | POSTCODE | LATITUDE | LONGITUDE | COUNCIL_DISTRICT | PHONE_NUMBER | ACTIVE
POINT (-73.9 40.7) | 1 | Uptown Senior Center | Senior | 1 Broadway | Bronx | 10451 | 40.81 | -73.92 | 8 | 212-555-0101 | Y
POINT (-73.8 40.6) | 2 | Downtown Youth Center | Youth | 2 Broadway | Manhattan | 10004 | 40.71 | -74.01 | 1 | 212-555-0102 | N
""",
    "notes only": """
Resource | Notes
Good Food | Food on Mondays. Call 555-555-0101 before you come here.
Warm Bed | Beds from November until March for everybody.
""",
}

TABLES["madrid"] = """
PK | NOMBRE | HORARIO | TRANSPORTE | ACCESIBILIDAD | NOMBRE-VIA | CLASE-VIAL | NUM | PLANTA | LOCALIDAD | PROVINCIA | CODIGO-POSTAL | BARRIO | COORDENADA-X | LATITUD | TELEFONO | TIPO
10001 | Centro Sol | De lunes a viernes, de 9 a 20 horas | Metro: Sol. Bus: 3, 5, 15 | 1 | MAYOR | CALLE | 5 | BAJA | MADRID | MADRID | 28013 | SOL | 440000 | 40.41 | 915550101 | Mayores
10002 | Comedor Juan | De lunes a sábado, de 12 a 15 horas | Metro: Pies | 0 | AMPARO | CALLE | 8 | | MADRID | MADRID | 28012 | PIES | 440100 | 40.40 | 915550102 | Comedores
"""
TABLES["two organisations"] = """
OrganisationID | OrganisationName | OrganisationType | Address1 | City | Postcode | ParentName | Phone | OrganisationStatus
17970 | Walton Clinic | Clinic | 2 Rodney Road | Walton | KT12 3LB | Virgo Care | 01932 496010 | Visible
17981 | Woking Clinic | Clinic | 5 Heath Road | Woking | GU22 7HS | Virgo Care | 01483 496010 | Visible
"""
TABLES["meetings"] = """
Name | Day | Time | End Time | Location | Address | City | State | Postal Code | Types | Notes | Conference URL | Last Updated
Early Risers | Monday | 7:00 AM | 8:00 AM | St. Ann Church | 5 A St | Reno | NV | 89501 | Open, Discussion | Side door | | 2026-01-02
Early Risers | Tuesday | 7:00 AM | 8:00 AM | St. Ann Church | 5 A St | Reno | NV | 89501 | Open | Side door | | 2026-01-02
Online Night | Friday | 9:00 PM | 10:00 PM | Online | | Reno | NV | | Closed | | https://zoom.example.us/j/1 | 2026-01-02
"""


SEVERAL = {
    "ids": {
        "agencies": "Agency ID | Agency | Phone | Confidential\n71001 | Alpha | 555-555-0101 | No\n71002 | Beta | 555-555-0102 | Yes",
        "sites": "Site ID | Agency ID | Site Name | Address | City\n81001 | 71001 | Alpha East | 1 East St | Ames\n81002 | 71001 | Alpha West | 2 West St | Ames\n81003 | 71002 | Beta House | 3 Secret St | Ames",
        "programs": "Program ID | Agency ID | Site IDs | Program Name | Description\n91001 | 71001 | 81001; 81002 | Food | Food for all who come by on a weekday.\n91002 | 71002 | 81003 | Beds | Beds for women and children in danger.",
        "phones": "id | site_id | number | extension | type\n1 | 81001 | 555-555-0111 | 5 | voice\n2 | 81002 | 555-555-0112 | | fax",
    },
    "names": {
        "Organizations": "Organization Name | Website\nAlpha | alpha.example.org\nBeta | beta.example.org",
        "Services": "Service | Organization | Hours\nFood | Alpha | Mon 9-5\nClothes | Alpha | Tue 9-5\nBeds | Beta | 24/7",
    },
    "sheets": {
        "Food": "Name | Phone | Address\nPantry A | 555-555-0101 | 1 A St, Ames, IA 50010\nPantry B | 555-555-0102 | 2 A St, Ames, IA 50010",
        "Housing": "Name | Phone | Address\nShelter A | 555-555-0103 | 3 A St, Ames, IA 50010\nShelter B | 555-555-0104 | 4 A St, Ames, IA 50010",
        "READ ME": "Instructions\nFill in every row.\nAsk Bob.",
    },
}


def made(text, name="table"):
    """A table of lines with "|" between the cells."""
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines())
    values = ({key: cell for key, cell in zip(head, row) if cell} for row in rows)
    return Table(f"{name}.csv", name, tuple(head), tuple(Row(at, each) for at, each in enumerate(values, 2)))


def columns_in(mapping):
    """{column: what it is} of a mapping: "name", "phones 1 number", "out", behind the role where there are several rules."""
    found = {}
    for rule in mapping.tables:
        at = "" if len(mapping.tables) == 1 else f"{rule.role}: "
        takes = [
            ("id", rule.id),
            *((f"in {key}", take) for key, take in rule.parents.items()),
            *rule.fields.items(),
        ]
        for name, groups in rule.groups.items():
            takes += [
                (f"{name} {n} {part}", take)
                for n, group in enumerate(groups, 1)
                for part, take in group.items()
            ]
        for key, take in takes:
            for column in take.columns:
                found.setdefault(column, []).append(at + key)
        for each in rule.leave_out:
            found.setdefault(each.column, []).append(f"{at}out")
    return {column: ", ".join(keys) for column, keys in found.items()}
