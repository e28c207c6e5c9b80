"""A made-up timetable of a small town, as an agency publishes it, and a guide with offices in that town."""

import zipfile

TABLES = {
    "agency.txt": "agency_id,agency_name,agency_url,agency_timezone\nM,Metro Transit,https://m.example,America/Chicago\n",
    "stops.txt": (
        "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding\n"
        "s1,16th St & Mission St,37.7650,-122.4196,,,1\n"
        "s2,16th St & Mission St,37.7652,-122.4196,0,,1\n"
        "st,16th St Mission,37.7640,-122.4200,1,,1\n"
        "p1,Platform 1,37.7900,-122.4200,0,st,\n"
        "p2,Platform 2,37.7900,-122.4201,0,st,0\n"
        "e1,North entrance,37.7651,-122.4200,2,st,\n"
        "n1,A node,,,3,st,\n"
        "far,Far away,37.9000,-122.5000,0,,\n"
        "lone,Old Depot,37.7653,-122.4199,0,,2\n"
    ),
    "routes.txt": (
        "route_id,agency_id,route_short_name,route_long_name,route_type\n"
        "r14,M,14,Mission,3\nr9,M,9,San Bruno,3\nr14R,M,14R,Mission Rapid,700\nred,M,,Red Line,1\nfar,M,99,Far,3\n"
    ),
    "trips.txt": (
        "route_id,service_id,trip_id\nr14,all,t1\nr9,all,t2\nr14R,all,t3\nred,all,t4\nfar,all,t5\nr9,ended,t6\n"
    ),
    "stop_times.txt": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t1,08:00:00,08:00:00,s1,1\nt1,08:09:00,08:09:00,far,2\nt2,,,s2,1\nt3,25:00:00,25:00:00,s1,1\n"
        "t4,08:00:00,08:00:00,p1,1\nt5,08:00:00,08:00:00,far,1\n"
    ),
    "calendar.txt": (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "all,1,1,1,1,1,1,1,20260101,20261231\nended,1,1,1,1,1,1,1,20250101,20250601\n"
    ),
    "frequencies.txt": "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,22:00:00,600\n",
}
HERE = "37.7651", "-122.4197"  # beside s1, s2, e1 and lone
GUIDE = {
    "guide.yaml": "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n",
    "sections/a.yaml": f"""\
title: Food
listings:
  - id: pantry
    name: Mission Pantry # its new name
    locations:
      - address: {{address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}
        latitude: {HERE[0]}
        longitude: {HERE[1]}
    fees_description: Free
  - id: kitchen
    name: Two Kitchens
    locations:
      - name: North
        address: {{address_1: 14 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}
        latitude: {HERE[0]}
        longitude: {HERE[1]}
      - name: South
        address: {{address_1: 1 Far Street, city: Oakland, state_province: CA, postal_code: 94607}}
        latitude: 10
        longitude: 10
  - id: known
    name: Known Way
    locations:
      - address: {{address_1: 16 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}
        latitude: {HERE[0]}
        longitude: {HERE[1]}
    transportation: Ask at the desk
  - id: unmapped
    name: Unmapped
    address: {{address_1: 18 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}
""",
    "sections/b.yaml": f"""\
title: Shelter
listings:
  - id: safe-house
    name: Safe House
    locations:
      - address: confidential
        latitude: {HERE[0]}
        longitude: {HERE[1]}
  - id: unprinted
    name: Not Printed
    print: no
    print_reason: asked to be left out
    locations:
      - address: {{address_1: 20 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}}
        latitude: {HERE[0]}
        longitude: {HERE[1]}
""",
}
OFFERED = "Bus 9, 14, 14R: 16th St & Mission St, about 50 yards, wheelchair accessible; Metro Red Line: 16th St Mission, about 50 yards, wheelchair accessible"


def write_tables(folder, **changes):
    """The tables as a folder; a change is the new text of a table, without its .txt, None for no table."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tables(changes).items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def pack_tables(path, inside="", **changes):
    """The tables as a zip, perhaps in a folder inside."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables(changes).items():
            archive.writestr(inside + name, text)
    return path


def tables(changes):
    """{name: text} of the tables."""
    found = TABLES | {f"{name}.txt": text for name, text in changes.items()}
    return {name: text for name, text in found.items() if text is not None}


def write_guide(folder):
    """The guide as a content folder."""
    for name, text in GUIDE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
