"""Made-up exports of programs that many keep their data in: their columns are facts, their rows are nobody's.

Each gives {name of a file: its text}. What stands in SECRETS must never come out of an import, in any file.
"""

import csv
import io
import json
import re

SECRETS = (
    "Zeta Notes", "Wanda Worker", "Vera Verifier", "Connie Contact", "Attila Attention", "913 Hidden Hollow", "555-0666", "Secret Shelter Annex",
)  # fmt: skip
ICAROL_PHONES = (
    "Fax",
    "TTY",
    "TollFree",
    "NumberHotline",
    "NumberBusinessLine",
    "NumberOutOfArea",
    "NumberAfterHours",
)
ADDRESS = ("Address1", "Address2", "City", "County", "StateProvince", "PostalCode", "Country")
ICAROL_COLUMNS = (
    "ResourceAgencyNum", "ImportDate", "ImportStatus", "Refresh", "PublicName", "AlternateName", "OfficialName", "TaxonomyLevelName",
    "ParentAgency", "ParentAgencyNum", "RecordOwner", "UniqueIDPriorSystem",
    "MailingAttentionName", *(f"Mailing{part}" for part in ADDRESS if part != "County"), "MailingAddressIsPrivate",
    *(f"Physical{part}" for part in ADDRESS), "PhysicalAddressIsPrivate", *(f"Other{part}" for part in ADDRESS),
    "Latitude", "Longitude", "HoursOfOperation",
    *(f"Phone{number}{part}" for number in range(1, 6) for part in ("Number", "Name", "Description", "IsPrivate", "Type")),
    *(f"Phone{name}{part}" for name in ICAROL_PHONES for part in ("", "Description", "IsPrivate")),
    "EmailAddressMain", "WebsiteAddress", "AgencyStatus", "AgencyClassification", "AgencyDescription", "SearchHints",
    "CoverageArea", "CoverageAreaText", "Eligibility", "EligibilityAdult", "EligibilityChild", "EligibilityFamily",
    "EligibilityFemale", "EligibilityMale", "EligibilityTeen",
    "SeniorWorkerName", "SeniorWorkerTitle", "SeniorWorkerEmailAddress", "SeniorWorkerPhoneNumber", "SeniorWorkerIsPrivate",
    "MainContactName", "MainContactTitle", "MainContactEmailAddress", "MainContactPhoneNumber", "MainContactType", "MainContactIsPrivate",
    "LicenseAccreditation", "IRSStatus", "FEIN", "YearIncorporated", "AnnualBudgetTotal", "LegalStatus", "SourceOfFunds",
    "ExcludeFromWebsite", "ExcludeFromDirectory", "DisabilitiesAccess", "PhysicalLocationDescription", "BusServiceAccess",
    "PublicAccessTransportation", "PaymentMethods", "FeeStructureSource", "ApplicationProcess", "ResourceInfo", "DocumentsRequired",
    "LanguagesOffered", "LanguagesOfferedList", "AvailabilityNumberOfTimes", "AvailabilityFrequency", "AvailabilityPeriod",
    "ServiceNotAlwaysAvailability", "CapacityType", "ServiceCapacity", "NormalWaitTime",
    "TemporaryMessage", "TemporaryMessageAppears", "TemporaryMessageExpires", "EnteredOn", "UpdatedOn", "MadeInactiveOn",
    "InternalNotes", "InternalNotesForEditorsAndViewers", "HighlightedResource",
    "LastVerifiedOn", "LastVerifiedByName", "LastVerifiedByTitle", "LastVerifiedByPhoneNumber", "LastVerifiedByEmailAddress",
    "LastVerificationApprovedBy", "AvailableForDirectory", "AvailableForReferral", "AvailableForResearch", "PreferredProvider",
    "ConnectsToSiteNum", "ConnectsToProgramNum", "LanguageOfRecord", "CurrentWorkflowStepCode", "VolunteerOpportunities",
    "VolunteerDuties", "IsLinkOnly", "ProgramAgencyNamePublic", "SiteAgencyNamePublic", "Categories", "TaxonomyTerm", "TaxonomyTerms",
    "TaxonomyTermsNotDeactivated", "TaxonomyCodes", "Coverage", "Hours", "Custom_Facebook", "Custom_Former Names",
)  # fmt: skip


def as_csv(rows, columns=()):
    """Rows as the text of a CSV file."""
    columns = columns or tuple(dict.fromkeys(key for row in rows for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_if_real(files):
    """The same with numbers and addresses that are not told to be examples, for tests that build a guide."""
    for before, after in ((r"555([-.])0(?!666)", r"686\g<1>2"), (r"example\.(?:org|com)", "lanehelp.org")):
        files = {name: re.sub(before, after, text) for name, text in files.items()}
    return files


# --- iCarol -------------------------------------------------------------------------------------------


def icarol_row(number, level, name, **more):
    """A row as iCarol writes one: dates that stand for none, and what is for its staff alone."""
    return {
        "ResourceAgencyNum": number, "TaxonomyLevelName": level, "PublicName": name, "AgencyStatus": "Active",
        "ExcludeFromWebsite": "No", "ExcludeFromDirectory": "No", "AvailableForDirectory": "Yes",
        "PhysicalAddressIsPrivate": "False", "MailingAddressIsPrivate": "False", "MadeInactiveOn": "1900-01-01 00:00:00",
        "TemporaryMessageAppears": "1900-01-01", "TemporaryMessageExpires": "1900-01-01", "UpdatedOn": "2014-05-06 10:11:12",
        "InternalNotes": "Zeta Notes", "InternalNotesForEditorsAndViewers": "Zeta Notes for all", "SeniorWorkerName": "Wanda Worker",
        "SeniorWorkerTitle": "Director", "SeniorWorkerEmailAddress": "wanda.worker@example.org", "SeniorWorkerPhoneNumber": "541-555-0666",
        "LastVerifiedByName": "Vera Verifier", "LastVerifiedByTitle": "Clerk", "LastVerificationApprovedBy": "Vera Verifier",
        "MainContactName": "Connie Contact", "MainContactPhoneNumber": "541-555-0666", "MailingAttentionName": "Attila Attention",
        **more,
    }  # fmt: skip


def physical(street, city="Eugene", code="974011234", **more):
    """The columns of an address to visit."""
    return {
        "PhysicalAddress1": street, "PhysicalCity": city, "PhysicalCounty": "Lane", "PhysicalStateProvince": "OR",
        "PhysicalPostalCode": code, "PhysicalCountry": "United States", **more,
    }  # fmt: skip


def icarol_rows():
    """Agencies, programs, sites and programs at sites, with all that is odd in real ones."""
    five = {
        f"Phone{name}": "(541) 555-0100"
        for name in ("NumberBusinessLine", "NumberOutOfArea", "NumberAfterHours")
    }
    site = {"ParentAgencyNum": "100", "SiteAgencyNamePublic": "FOOD FOR LANE COUNTY"}
    return [
        icarol_row(
            "100", "Agency", "FOOD FOR LANE COUNTY", ParentAgencyNum="0", AlternateName="FFLC; The Food Bank", OfficialName="Food for Lane County, Inc.",
            **physical("770 BAILEY HILL RD"), Phone1Number="(541) 555-0100", Phone1Name="Main", Phone1Type="Business",
            Phone2Number="541-555-0101", Phone2Name="Volunteer line", Phone3Number="541-555-0666", Phone3IsPrivate="True",
            Phone5Number="541-555-0105 x12", Phone5Name="Pantry desk", **five, PhoneFax="541.555.0109", PhoneFaxIsPrivate="No",
            PhoneTollFree="1-800-555-0110", EmailAddressMain="info@example.org", WebsiteAddress="http://www.example.org/?utm_source=x",
            AgencyDescription="<p>Gives food to people who have too little. Runs a warehouse.<br />Teaches cooking.</p>", LastVerifiedOn="2014-03-02",
            HoursOfOperation="Mon-Fri, 8am-5pm", Hours="Mon 08:00 - 17:00; Tue 08:00 - 17:00", LanguagesOffered="English and Spanish",
            LanguagesOfferedList="English; Spanish", Categories="Food; Community", TaxonomyTerms="Food Banks", **{"Custom_Former Names": "Lane Food Share"},
        ),
        icarol_row("101", "Site", "FOOD FOR LANE COUNTY", **site, **physical("770 BAILEY HILL RD", Latitude="44.0521", Longitude="-123.0868"),
                   Phone1Number="(541) 555-0100", DisabilitiesAccess="Ramp at the front", PhysicalLocationDescription="Behind the school",
                   BusServiceAccess="Route 33"),
        icarol_row("102", "Site", "DINING ROOM", **site, **physical("270 W 8TH AVE", code="97401"), Hours="Mon 11:00 - 13:00; sat: 0:00:00 - 0:00:00",
                   PublicAccessTransportation="Near the station", OtherAddress1="PO BOX 12", OtherCity="Eugene"),
        icarol_row("103", "Program", "EMERGENCY FOOD BOXES", ParentAgencyNum="100", AgencyDescription="Food for three to five days.",
                   Eligibility="Who has little to eat", ApplicationProcess="Walk in", DocumentsRequired="None; Photo ID helps",
                   FeeStructureSource="Free", NormalWaitTime="None", TaxonomyTerms="Food Pantries; Emergency Food", LastVerifiedOn="1900-01-01"),
        icarol_row("104", "ProgramAtSite", "EMERGENCY FOOD BOXES", ParentAgencyNum="100", ConnectsToSiteNum="102", ConnectsToProgramNum="103",
                   HoursOfOperation="Tue 9-5", Phone1Number="541-555-0120"),
        icarol_row("105", "ProgramAtSite", "EMERGENCY FOOD BOXES", ParentAgencyNum="100", ConnectsToSiteNum="101", ConnectsToProgramNum="103",
                   TaxonomyTerms="Groceries"),
        icarol_row("106", "ProgramAtSite", "COOKING CLASS", ParentAgencyNum="100", ConnectsToSiteNum="102", ConnectsToProgramNum="999",
                   AgencyDescription="Learn to cook."),
        icarol_row("200", "Agency", "Womenspace", **physical("913 HIDDEN HOLLOW RD", PhysicalAddressIsPrivate="True", Latitude="44.1", Longitude="-123.1"),
                   AgencyDescription="Shelter for women. Come to 913 Hidden Hollow Road.", PhysicalLocationDescription="Left of the mill",
                   PhoneNumberHotline="541-555-0199", MailingAddress1="PO Box 50127", MailingCity="Eugene", MailingStateProvince="OR",
                   MailingPostalCode="97405", TemporaryMessage="Moved to new rooms", TemporaryMessageAppears="2013-01-01",
                   TemporaryMessageExpires="2013-02-01", MadeInactiveOn=""),
        icarol_row("201", "Site", "SECRET SHELTER ANNEX", ParentAgencyNum="200", ExcludeFromWebsite="Yes", **physical("913 HIDDEN HOLLOW RD")),
        icarol_row("300", "Agency", "CLOSED CLINIC", AgencyStatus="Inactive", **physical("1 Gone St")),
        icarol_row("301", "Site", "CLOSED CLINIC WEST", ParentAgencyNum="300", AgencyStatus="Inactive", **physical("2 Gone St")),
        icarol_row("302", "Agency", "Kept Out", ExcludeFromDirectory="Yes"),
        icarol_row("303", "Agency", "Not For Directory", AvailableForDirectory="No"),
        icarol_row("304", "Agency", "Long Gone", MadeInactiveOn="2012-07-08"),
        icarol_row("400", "Site", "LONELY SITE", ParentAgencyNum="888", **physical("5 Lone St"), Phone1Number="541-555-0140"),
        icarol_row("401", "Site", "NAMED SITE", ParentAgencyNum="889", SiteAgencyNamePublic="Womenspace", **physical("6 Main St")),
        icarol_row("402", "Site", "MAIN OFFICE", ParentAgencyNum="890", SiteAgencyNamePublic="VALLEY ELDERS", **physical("8 Main St")),
        icarol_row("500", "", "NO LEVEL HERE", **physical("7 Main St")),
    ]  # fmt: skip


def icarol(columns=ICAROL_COLUMNS, rename=None):
    """An export of iCarol: one file with every level. Columns may be fewer, and be called otherwise ({old: new})."""
    rename = rename or {"Phone5Name": "Phone5name"}  # as one export has it
    rows = [{rename.get(key, key): row[key] for key in row if key in columns} for row in icarol_rows()]
    return {"icarol.csv": as_csv(rows, tuple(rename.get(column, column) for column in columns))}


def many_icarol(count):
    """Rows of `count` agencies, each with two sites, as a large export has them."""
    rows = []
    for number in range(1, count + 1):
        rows.append(icarol_row(f"{number}0", "Agency", f"AGENCY {number}", Phone1Number=f"541-555-{number % 10000:04}", AgencyDescription="Helps people. " * 9,
                               HoursOfOperation="9-5", **physical(f"{number} MAIN ST")))  # fmt: skip
        rows += [icarol_row(f"{number}{site}", "Site", f"AGENCY {number}", ParentAgencyNum=f"{number}0", **physical(f"{number} {'MAIN' if site == 1 else 'OAK'} ST")) for site in (1, 2)]  # fmt: skip
    return {"icarol.csv": as_csv(rows, ICAROL_COLUMNS)}


# --- VisionLink ---------------------------------------------------------------------------------------


def flat(prefix, **parts):
    """The columns of an address that stands in several."""
    return {f"{prefix}_{key}": value for key, value in parts.items()}


def visionlink(instructions=True):
    """An export of VisionLink: a file for each module, the first row says what to fill in."""
    agency, site = "AgencyAddressus", "SiteAddressus"
    agencies = [
        {
            "Agency_Id": "11", "Agency_Status": "active", "AgencySystem_Name": "Valley Legal Aid", "AgencySystem_Aka": "VLA",
            "AgencySystem_Description": "<b>Legal help</b> for people with low income.", "AgencySystem_PhoneMain": "541-555-0200", "AgencySystem_Fax": "541-555-0201",
            "AgencySystem_EmailAddress": "help@vla.example.org", "AgencySystem_Websiteurl": "vla.example.org", "AgencySystem_StaffNotes": "Zeta Notes",
            "AgencySystem_HoursOfOperation": "Mon-Fri 9am-5pm", "AgencySystem_DirectoryName": "Wanda Worker", "AgencySystem_ConfidentialDirectorName": "Wanda Worker",
            "AgencySystem_DateOfLastCompleteUpdate": "2025-11-02 10:00:00", "AgencyContact_AgencyContact": json.dumps([{"account_id": 5, "account_email": "connie.contact@example.org"}]),
            **flat(f"{agency}_{agency}", address_1="12 Law St", city="Salem", state="OR", zip="97301", county="Marion", latitude="44.94", longitude="-123.03"),
            **flat(f"{agency}_MailingAddress", address_1="PO Box 8", city="Salem", state="OR", zip="97308"),
            "AgencyOption_Status": json.dumps([{"id": 2, "label": "Active"}]),
        },
        {
            "Agency_Id": "12", "Agency_Status": "active", "AgencySystem_Name": "Haven House", "AgencySystem_Description": "A safe place. Ask for 913 Hidden Hollow.",
            "AgencySystem_PhoneMain": "541-555-0210", "AgencySystem_PhysicalAddressConfidential": "true",
            **flat(f"{agency}_ConfidentialAddress", address_1="913 Hidden Hollow", city="Dallas", state="OR", zip="97338"),
            **flat(f"{agency}_ConfidentialMailingAddress", address_1="913 Hidden Hollow", city="Dallas", state="OR", zip="97338"),
        },
        {"Agency_Id": "13", "Agency_Status": "disabled", "AgencySystem_Name": "Gone Group"},
        {
            "Agency_Id": "14", "Agency_Status": "active", "AgencySystem_Name": "Tenant Line",
            f"{agency}_{agency}": json.dumps({"address_1": "9 Oak Ave", "address_2": "Suite 4", "city": "Salem", "state": "OR", "zip": "97302"}),
        },
    ]  # fmt: skip
    sites = [
        {"Site_Id": "21", "Site_AgencyId": "11", "Site_Status": "active", "SiteSystem_Name": "Valley Legal Aid, Albany", "SiteSystem_PhoneMain": "541-555-0220",
         "SiteSystem_HoursOfOperation": "Tue 10am-2pm", **flat(f"{site}_{site}", address_1="3 First Ave", city="Albany", state="OR", zip="97321")},
        {"Site_Id": "22", "Site_AgencyId": "12", "Site_Status": "active", "SiteSystem_Name": "Haven House, second house", "SiteSystem_PhysicalAddressConfidential": "true",
         **flat(f"{site}_ConfidentialAddress", address_1="913 Hidden Hollow", city="Dallas")},
    ]  # fmt: skip
    services = [
        {
            "Service_Id": "31", "Agency_Id": "11", "Service_Status": "active", "ServiceSystem_Name": "Eviction help", "ServiceSystem_Description": "Lawyers for tenants.",
            "ServiceSystem_Eligibility": "Tenants in Marion County", "ServiceSystem_ApplicationintakeProcess": "Call first", "ServiceSystem_DocumentsRequired": "Lease; Notice",
            "ServiceSystem_FeeStructure": "Free", "ServiceSystem_Hoursofoperation": "Mon 9am-12pm", "ServiceSite_ServiceSite": json.dumps([{"id": 21}]),
            "ServiceOption_LanguagesOtherThanEnglish": json.dumps([{"id": 1, "label": "Spanish"}, {"id": 7, "label": "Russian"}]),
            "ServiceGeotagus_ServiceGeotagus": json.dumps([{"scope": "county", "county": "Marion", "state": "OR"}]),
            "ServiceTaxonomy_ModuleServicepost": json.dumps([{"taxonomy_id": 77, "taxonomy_code": "FT-3000"}]), "ServiceSystem_EditNotes": "Zeta Notes",
        },
        {"Service_Id": "32", "Agency_Id": "14", "Service_Status": "active", "ServiceSystem_Name": "Advice by phone", "ServiceSystem_PhoneMain": "541-555-0230",
         "ServiceSite_ServiceSite": ""},
        {"Service_Id": "33", "Agency_Id": "11", "Service_Status": "deleted", "ServiceSystem_Name": "Old service"},
    ]  # fmt: skip
    made = {"Agency.csv": agencies, "Site.csv": sites, "Service.csv": services}
    return {name: as_csv([told(rows), *rows] if instructions else rows) for name, rows in made.items()}


def told(rows):
    """The row that says what to fill in."""
    columns = dict.fromkeys(key for row in rows for key in row)
    return {
        key: "Made by the system, do not change"
        if key.endswith("_Id")
        else f"Write the {key.rsplit('_', 1)[-1]} here"
        for key in columns
    }


# --- WellSky ------------------------------------------------------------------------------------------


def wellsky():
    """An export of WellSky: a file for each table, capital heads, and lists as Python writes them."""
    contact = [{"id": 7, "name": "Connie Contact", "title": None}]
    organizations = [
        {"ID": "1", "NAME": "Gleaners Food Bank", "ALTERNATE_NAME": "Gleaners", "DESCRIPTION": "Food for people in need.", "EMAIL": "food@gleaners.example.org",
         "URL": "https://gleaners.example.org", "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "True", "CONTACTS": repr(contact),
         "PHONES": repr([{"id": 3, "number": "541-555-0300", "extension": None, "type": "voice", "description": "Main"}, {"id": 4, "number": "541-555-0301", "type": "fax"}])},
        {"ID": "2", "NAME": "Hidden Help", "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "False", "PHONES": "[]"},
        {"ID": "3", "NAME": "Ended Help", "ISACTIVE": "False", "SHOW_ON_PUBLIC_SITE": "True", "PHONES": "None"},
    ]  # fmt: skip
    locations = [
        {"ID": "5", "ORGANIZATION_ID": "1", "NAME": "Warehouse", "LATITUDE": "44.05", "LONGITUDE": "-123.1", "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "True",
         "PHYSICAL_ADDRESSES": repr([{"id": 5233, "attention": None, "address_1": "40 Depot Rd", "address_2": "Dock 2", "city": "Bend", "state_province": "OR", "postal_code": "97701", "country": "US"}]),
         "POSTAL_ADDRESSES": repr([{"id": 5234, "attention": "Attila Attention", "address_1": "PO Box 4", "city": "Bend", "state_province": "OR", "postal_code": "97709"}])},
        {"ID": "6", "ORGANIZATION_ID": "1", "NAME": "Back office", "ISACTIVE": "False", "SHOW_ON_PUBLIC_SITE": "True", "PHYSICAL_ADDRESSES": "[]"},
    ]  # fmt: skip
    services = [
        {"ID": "8", "ORGANIZATION_ID": "1", "LOCATION_ID": "5", "NAME": "BD-1800.2000", "ALTERNATE_NAME": "Food pantry", "DESCRIPTION": "A box of food once a week.",
         "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "True", "APPLICATION_PROCESS": "Come by", "FEES": "None", "ELIGIBILITY": repr([{"id": 9, "eligibility": "People in Bend"}]),
         "LANGUAGES": repr([{"id": 1, "language": "English"}, {"id": 2, "language": "Spanish"}]), "REQUIRED_DOCUMENTS": repr([{"id": 1, "document": "Photo ID"}]),
         "REGULAR_SCHEDULES": repr([{"id": 1, "weekday": "Monday", "opens_at": "09:00", "closes_at": "12:00"}, {"id": 2, "weekday": "Tuesday", "opens_at": "09:00", "closes_at": "12:00"}])},
        {"ID": "9", "ORGANIZATION_ID": "1", "LOCATION_ID": "", "NAME": "BD-5000.8300", "ALTERNATE_NAME": "", "DESCRIPTION": "Meals brought home.", "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "True"},
        {"ID": "10", "ORGANIZATION_ID": "1", "NAME": "PH-1000", "ALTERNATE_NAME": "Secret Shelter Annex", "ISACTIVE": "True", "SHOW_ON_PUBLIC_SITE": "False"},
    ]  # fmt: skip
    made = {"organizations.csv": organizations, "locations.csv": locations, "services.csv": services}
    return {name: as_csv(rows) for name, rows in made.items()}


# --- meetings -----------------------------------------------------------------------------------------


def bmlt_meeting(number, day, start, name="Serenity Now", formats="O,D", **more):
    """A meeting as a BMLT server writes it."""
    return {
        "id_bigint": str(number), "worldid_mixed": "", "service_body_bigint": "4", "weekday_tinyint": str(day), "venue_type": "1", "start_time": start,
        "duration_time": "01:30:00", "time_zone": "", "formats": formats, "lang_enum": "en", "longitude": "-122.6", "latitude": "45.5", "meeting_name": name,
        "location_text": "First Church", "location_info": "Basement door", "location_street": "12 Elm St", "location_neighborhood": "", "location_municipality": "Portland",
        "location_province": "OR", "location_postal_code_1": "97201", "location_nation": "US", "comments": "", "bus_lines": "Line 4", "train_lines": "",
        "virtual_meeting_link": "", "virtual_meeting_additional_info": "", "phone_meeting_number": "", "contact_name_1": "Connie Contact",
        "contact_phone_1": "541-555-0666", "contact_email_1": "connie.contact@example.org", "published": "1", "format_shared_id_list": "17,5", **more,
    }  # fmt: skip


def bmlt_meetings():
    """Two groups, one of which meets three times a week, and one that is not published."""
    online = {"location_text": "", "location_info": "", "location_street": "", "location_municipality": "", "location_province": "", "location_postal_code_1": "",
              "latitude": "", "longitude": "", "bus_lines": "", "venue_type": "2"}  # fmt: skip
    return [
        bmlt_meeting(1, 1, "10:00:00"),
        bmlt_meeting(2, 4, "19:00:00", formats="O,BEG", comments="Bring a cup"),
        bmlt_meeting(3, 7, "19:30:00", formats="C,W", duration_time="01:00:00"),
        bmlt_meeting(4, 2, "12:00:00", "Noon Online", "O,VM", virtual_meeting_link="https://zoom.example.com/j/123", phone_meeting_number="503-555-0400",
                     virtual_meeting_additional_info="ID 123 456", **online),
        bmlt_meeting(5, 3, "18:00:00", "Secret Shelter Annex", published="0"),
        bmlt_meeting(6, 3, "18:00:00", published="0"),
    ]  # fmt: skip


def bmlt_formats():
    """The words of the codes."""
    names = {
        "O": "Open",
        "C": "Closed",
        "D": "Discussion",
        "W": "Women",
        "VM": "Virtual Meeting",
        "BEG": "Beginners",
        "XX": "Never used",
    }
    return [
        {"id": str(number), "key_string": key, "name_string": name, "description_string": f"{name}, in many words", "lang": "en", "world_id": ""}
        for number, (key, name) in enumerate(names.items(), 1)
    ]  # fmt: skip


def bmlt(formats=True):
    """What a BMLT server answers, with or without its formats."""
    return {
        "meetings.json": json.dumps(
            {"meetings": bmlt_meetings(), "formats": bmlt_formats()} if formats else bmlt_meetings()
        )
    }


def bmlt_csv(formats=True):
    """The same as CSV."""
    return {
        "meetings.csv": as_csv(bmlt_meetings()),
        **({"formats.csv": as_csv(bmlt_formats())} if formats else {}),
    }


def tsml_meeting(name, day, time, types, **more):
    """A meeting as a list of 12-step meetings has it."""
    return {
        "name": name, "slug": name.lower().replace(" ", "-"), "day": day, "time": time, "end_time": "", "types": types, "notes": "", "location": "Grange Hall",
        "location_notes": "", "formatted_address": "40 Hill Rd, Bend, OR 97701, USA", "region": "Bend", "updated": "2026-01-02 03:04:05", "latitude": 44.05,
        "longitude": -121.3, "url": f"https://aa.example.org/meetings/{name.lower().replace(' ', '-')}", "contact_1_name": "Connie Contact",
        "contact_1_phone": "541-555-0666", "attendance_option": "in_person", **more,
    }  # fmt: skip


def tsml():
    """Meetings of two groups; one day as a list, one group with a name for each meeting."""
    group = {
        "group": "Sunrise Group",
        "location": "Library",
        "formatted_address": "5 Main St, Bend, OR 97701, USA",
    }
    return {"meetings.json": json.dumps([
        tsml_meeting("Happy Hour", 0, "17:30", ["O", "D", "X"], end_time="18:30", notes="Use the side door"),
        tsml_meeting("Happy Hour", [2, 4], "17:30", ["C"]),
        tsml_meeting("Big Book", 1, "07:00", ["O", "B"], **group),
        tsml_meeting("Sunrise Group", 6, "07:00", ["O", "SP"], **group),
        tsml_meeting("Evening Online", 3, "20:00", ["ONL", "O"], location="", formatted_address="Oregon, USA", attendance_option="online", latitude="", longitude="",
                     conference_url="https://zoom.example.com/j/9", conference_url_notes="ID 9 9 9", conference_phone="+15035550500"),
        tsml_meeting("By appointment", None, None, ["O"], location="Annex", formatted_address="6 Main St, Bend, OR 97701, USA"),
    ])}  # fmt: skip
