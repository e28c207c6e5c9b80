"""What people call the columns of their tables, in English, Spanish, French and German."""

# {what a column is: the names of such columns}. A field, a part of a group ("phones.number"; behind a colon the type of
# it), or "id"; "out" and "in" are columns by which a row stays out where they say yes, or no; "skip" is never taken, nor is "changed":
# the day on which somebody last wrote in a row is no day on which somebody called.
NAMES: dict[str, str] = {
    "id": "id, pk, uuid, guid, identifier, key, code id, record id, object id, row id, number id, unique id, external id, id number, ref, "
    "reference, reference number, identificador, kennung, identifiant, listing id, entry id, slug",
    "name": "einrichtungsname, organisationsname, vereinsname, tragername, name einrichtung, name, title, nombre, nom, bezeichnung, titulo, titre, titel, label, listing, listing name, listing title, display name, "
    "legal name, public name, official name, business name, company name, group name, meeting name, meeting, group, denominacion, "
    "razon social, nombre oficial, nombre comercial, intitule, denomination, raison sociale, nombre grupo, grupo, nom groupe, "
    "feature name, common name, resource name, resource, resource title, recurso, ressource, gruppe, name gruppe, point contact name place, "
    "dba name, heading, place name, account name",
    "short_name": "acronym, short name, initials, abbreviation, siglas, sigla, acronimo, sigle, abkurzung, kurzel, kurzname, abbr",
    "alternate_names": "alternate name, alternative name, alias, aka, also known, other name, doing business, dba, nickname, otro nombre, "
    "nombre alternativo, autre nom, anderer name, alt name, known, trading, trading name",
    "former_names": "former name, previous name, formerly, formerly known, old name, nombre anterior, ancien nom, fruherer name",
    "summary": "summary, short description, short desc, brief description, tagline, resumen, descripcion breve, descripcion corta, "
    "kurzbeschreibung, kurzinfo, blurb, one line description, in brief, description courte, resume, abstract, excerpt, teaser",
    "description": "description, desc, about, detail, overview, body, narrative, mission, mission statement, agency description, "
    "long description, full description, program description, service description, description service, service detail, "
    "what they do, what we do, what do, what offer, additional information, additional info, additional detail, other information, "
    "more information, more info, note, comment, remark, additional note, additional comment, descripcion, detalle, observacion, "
    "nota, comentario, informacion adicional, quienes somo, mision, sobre, mas informacion, description longue, commentaire, "
    "remarque, presentation, precision, information complementaire, beschreibung, anmerkung, bemerkung, hinweis, information, "
    "info, kommentar, leistungsbeschreibung, angebotsbeschreibung, special instruction, instruction, content, text, inhalt, "
    "contenido, contenu, public note, public comment, notes public, que ofrece, que hacen, wissenswert, description of resource",
    "alert": "alert, warning, temporary message, notice, special notice, announcement, aviso, alerta, avis, covid note, covid update, news",
    "hours": "hour, hours, hours operation, operating hour, operation hour, opening hour, open hour, office hour, business hour, hrs, "
    "service hour, hour service, hr, hr operation, times, open time, opening time, opening, opens, days hour, day time hour, "
    "days and hours, day hour, day open, days open, days operation, days time, schedule, when, when open, availability, "
    "time open, hours open, hours available, available hour, pantry hour, distribution time, distribution hour, drop in hour, "
    "walk in hour, intake hour, clinic hour, library hour, horario, hora, horario atencion, horas atencion, horarios, dias y horas, dia horario, "
    "hora servicio, horario servicio, cuando, horas operacion, horas oficina, horaire, horaire ouverture, heure ouverture, heure, quand, jour horaire, "
    "offnungszeit, offnungszeiten, sprechzeit, sprechzeiten, sprechstunde, sprechstunden, zeit, zeiten, beratungszeit, beratungszeiten, "
    "geschaftszeit, termine, date hour, dates and hours, recurring date, time, session time, when meet, meeting time, opening times",
    "email": "email, e mail, mail, mail address, email address, e mail address, electronic mail, contact email, public email, general email, "
    "correo, correo electronico, courriel, adresse courriel, adresse mail, adresse electronique, adresse email, mel, email adresse, mailadresse, "
    "emailadresse, mailkontakt, correo e, direccion correo, direccion correo electronico, email contact, office email, intake email, "
    "correo contacto, email publico, kontakt email, e post",
    "website": "website, web, url, web site, web page, webpage, home page, homepage, web address, website address, website url, site web, link, "
    "internet, web link, website link, sitio web, pagina web, pagina, enlace, sitio internet, lien, site internet, adresse web, internetseite, "
    "internetadresse, webseite, internetauftritt, webadresse, online, official website, more info url, sitio, url website, weblink, page web",
    "websites:Facebook": "facebook, facebook page, facebook url, facebook link, fb, fb page",
    "websites:Instagram": "instagram, instagram url, ig",
    "websites:Application form": "application form link, application link, apply link, application url, apply url, intake form link, online application",
    "eligibility_description": "eligibility, eligible, eligibility requirement, eligibility criteria, eligibility detail, eligibility note, "
    "who eligible, qualification, qualify, who qualify, requirement, residency requirement, restriction, criteria, income requirement, "
    "who can use, who may use, who can access, who can attend, service eligibility, elegibilidad, requisito, requisito elegibilidad, condition, "
    "quien puede, admissibilite, critere, critere admissibilite, condition acces, eligibilite, voraussetzung, voraussetzungen, "
    "zugangsvoraussetzung, bedingung, referral criteria, who help, referral requirement, anspruch, criterio",
    "fees_description": "fee, cost, price, charge, fee structure, cost fee, fee cost, payment, payment option, free or paid, rate, pricing, admission, cost of service, "
    "fee description, cost description, service fee, program fee, payment accepted, payment method, insurance accepted, insurance, "
    "costo, precio, tarifa, cuota, pago, coste, frais, cout, prix, tarif, kosten, preis, gebuhr, gebuhren, eintritt, beitrag, cost to client, "
    "income eligibility and fee, sliding scale, sliding scale fee description, flat fee description, sliding fee, free, gratis, gratuit",
    "required_documents": "required document, document required, document, documentation, documentation required, what to bring, bring, "
    "required documentation, id required, identification required, paperwork, proof required, documento, documento requerido, documento necesario, "
    "requisito documento, que llevar, que traer, document requi, document a apporter, piece justificative, unterlagen, "
    "erforderliche unterlagen, mitzubringen, nachweis, identification, required item",
    "how_to_apply": "application process, how to apply, apply, application, intake, intake process, intake procedure, application procedure, "
    "how to access, access process, referral, referral process, procedure, how to get help, how to sign up, registration, how to register, "
    "how to enroll, enrollment, process applying, appointment, appointment needed, how to get service, how to refer, how to join, "
    "como solicitar, como aplicar, solicitud, proceso solicitud, inscripcion, cita, como acceder, modalite inscription, "
    "comment s inscrire, demande, procedure inscription, rendez vou, anmeldung, antrag, zugang, terminvereinbarung, access method, "
    "walk in or appointment, process walk in, registration required, how to make a referral, entry process",
    "waiting_time": "wait time, waiting time, wait, waiting list, waitlist, normal wait time, tiempo espera, lista espera, delai attente, "
    "liste attente, delai, wartezeit, warteliste",
    "languages": "language, language spoken, language offered, language available, languages other english, staff language, bilingual, spoken language, service language, "
    "interpretation, language service, interpreter, translation available, other language, idioma, idioma hablado, lengua, langue, langue parlee, "
    "langue service, sprache, sprachen, beratungssprache, sprachkenntnis, dolmetscher, language support, lang",
    "accessibility": "accessibility, wheelchair, wheelchair accessible, ada, ada accessible, ada compliant, handicap access, handicapped access, handicap accessible, "
    "handicapped accessible, disability access, disabled access, disabilities access, accessible, physical access, accesibilidad, silla rueda, "
    "accesible, accessibilite, accessibilite fauteuil roulant, acces handicape, fauteuil roulant, barrierefrei, barrierefreiheit, rollstuhlgerecht, accessible entrance, step free access, "
    "wheelchair access, mobility access",
    "transportation": "transportation, directions, direction get there, getting there, public transportation, public transit, transit, "
    "bus, bus line, bus route, bus stop, bus service, nearest bus stop, train, train line, cross street, nearest cross street, intersection, parking, "
    "nearest station, nearest transit, how get there, transporte, transporte publico, como llegar, estacionamiento, cruce, transport, "
    "transport commun, acces transport, stationnement, anfahrt, haltestelle, verkehrsanbindung, wegbeschreibung, location note, location info, "
    "metro, subway, travel information",
    "minimum_age": "minimum age, min age, age from, age minimum, age min, youngest age, edad minima, age minimal, mindestalter, alter von, from age, lower age",
    "maximum_age": "maximum age, max age, age to, age maximum, age max, oldest age, edad maxima, age maximal, hochstalter, alter bis, to age, upper age",
    "services": "service, services, service offered, services provided, services available, service provided, service description list, program offered, offering, keyword, tag, topic, "
    "activity, servicio, servicio ofrecido, palabra clave, etiqueta, prestation, service offert, mot cle, angebot, angebote, leistung, leistungen, "
    "stichwort, stichworte, schlagwort, schlagworte, beratungsangebot, beratungsangebote, amenity, feature, facility, resource available, resource offered, item distributed, item available, tema, services list, "
    "specialty, specialties, what services, help offered, support offered, type of help",
    "audience": "audience, population, population served, target population, target group, target audience, client, clientele, who serve, who served, demographic, "
    "serve, served, age group, ages served, age served, who for, suitable, client group, focus population, poblacion, poblacion objetivo, publico, a quien sirve, "
    "destinatario, dirigido, beneficiario, clientele cible, public cible, population desservie, public, zielgruppe, zielgruppen, for whom, fur wen, user group, group served",
    "service_areas": "service area, area served, coverage area, coverage, area, geographic area, geographic area served, county served, counties served, city served, "
    "cities served, zip code served, zip served, catchment, catchment area, geographic coverage, areas covered, area covered, area of service, service boundary, towns served, territory, "
    "area servicio, area cobertura, zona, cobertura, zona atendida, territoire, territoire desservi, secteur desservi, zone desservie, "
    "einzugsgebiet, einzugsbereich, zustandigkeit, zustandigkeitsbereich, regions served, location served, jurisdiction, boundary",
    "verified": "verified, last verified, verified on, date verified, last checked, checked, date checked, last reviewed, reviewed, review date, date reviewed, last confirmed, confirmed, confirmed on, "
    "verification date, last verified on, date last verified, last contacted, fecha verificacion, verificado, fecha revision, verifie, gepruft, zuletzt gepruft, last assured, assured date, date assured",
    "changed": "last updated, updated, update, last update, date updated, updated on, updated at, last modified, modified, modified on, date modified, as of, date last updated, date of last update, "
    "last edited, last change, last changed, fecha actualizacion, actualizado, ultima actualizacion, mise jour, date mise jour, derniere mise jour, stand, aktualisiert, letzte aktualisierung, "
    "zuletzt aktualisiert, stand vom, datenstand, geandert, last modified time, timestamp",
    "neighborhood": "neighborhood, neighbourhood, barrio, colonia, quartier, stadtteil, bezirk, borough, district, arrondissement, community area, neighborhood name, ortsteil, kiez, "
    "stadtbezirk, distrito, alcaldia, vecindario, suburb",
    "latitude": "latitude, lat, latitud, y coordinate, breitengrad, geo lat, y coord, breite, coord y, lat wgs",
    "longitude": "longitude, lng, lon, long, longitud, x coordinate, langengrad, geo lng, geo long, geo lon, x coord, lange, coord x, lon wgs",
    "category": "category, categories, cat,  subcategory, sub category, main category, primary category, secondary category, type, subtype, sub type, kind, sector, "
    "section, service type, type service, type of service, service category, category service, program type, type program, resource type, type resource, agency type, type agency, type organization, "
    "organization type, facility type, type facility, location type, need, need met, service area type, classification, taxonomy, taxonomy term, taxonomy name, category name, resource category, area of service type, field, domain, subject, subject area, problem code, issue area, "
    "focus area, area focus, theme, library type, site type, provider type, service group, listing type, business type, categoria, subcategoria, tipo, tipo servicio, rubro, "
    "tipo organizacion, clase, sector servicio, tipo recurso, tipo ayuda, categorie, categorie service, type organisme, domaine, secteur, "
    "domaine intervention, rubrique, thematique, kategorie, art, typ, bereich, themenbereich, rubrik, einrichtungsart, art einrichtung, thema, themen, fachbereich, "
    "beratungsart, schwerpunkt, schwerpunkte, beratungsschwerpunkt, beratungsschwerpunkte, arbeitsschwerpunkt, hilfeart, angebotsart, service line, list, primary focus, group type, charity type, org type, marker, layer",
    "status": "status, state of listing, agency status, program status, service status, record status, listing status, operational status, operating status, current status, "
    "estado registro, estado actual, situacion, estatus, statut, etat, zustand, publication status, org status, site status",
    "private": "private, confidential, do not publish, not publish, do not print, internal only, not public, is private, is confidential, unlisted, "
    "exclude, exclude directory, exclude from directory, exclude website, exclude from website, hidden, hide, hide from public, hide website, suppress, staff only, "
    "privado, confidencial, no publicar, prive, confidentiel, ne pas publier, non publie, vertraulich, privat, nicht veroffentlichen, nur intern, intern, not for publication, do not list, "
    "do not share, restricted, internal use only, for internal use, do not display, not for public, oculto, interno",
    "in:not to be shown": "publish, published, public, show, show website, show on website, show public, show public site, display, display website, visible, available directory, available for directory, "
    "include, include directory, in directory, include in directory, include in guide, print, ok to publish, approved, publicar, publicado, mostrar, visible publico, publie, publier, afficher, veroffentlicht, "
    "veroffentlichen, anzeigen, sichtbar, is public, listed, share publicly, ok to share, permission to publish, consent to publish, consent publish, on website, "
    "provide service public, organization provide service public",
    "in:not active": "active, is active, current, operational, activo, vigente, actif, aktiv, currently active, still active, in operation, still operating, active record, enabled",
    "in:not open": "open, is open, currently open, service open, open now, abierto, ouvert, geoffnet, still open, open public, open currently",
    "out:inactive": "inactive, defunct, archived, deleted, is deleted, is archived, inactivo, inactif, inaktiv, obsolete, retired, removed, archivado, expired, disabled, is inactive, is defunct",
    "out:closed": "closed, permanently closed, is closed, cerrado, ferme, geschlossen, closed permanently, no longer open",
    "out:a duplicate": "duplicate, is duplicate, duplicado",
    "remark": "editor note, editors note, note editor",
    "skip": "open 24 hour, open 24, open 24 7, open now, open today, open late, party, political party, mp, mp party, member parliament, constituency, "
    "parliamentary constituency, council district, congressional district, ward, electoral ward, "
    "parent name, parent, contact, contact name, contact person, contact title, primary contact, primary contact name, main contact, key contact, staff contact, contact first name, contact last name, first name, last name, staff name, director, "
    "executive director, manager, coordinator, president, ceo, contact position, job title, position, salutation, surname, given name, principal, persona contacto, contacto, nombre contacto, director ejecutivo, "
    "responsable, personne contact, personne ressource, ansprechpartner, ansprechpartnerin, ansprechperson, kontaktperson, leitung, kontakt, contact detail, "
    "internal note, staff note, admin note, private note, confidential note, note staff, note internal, internal comment, internal, notas interna, note interne, interne notiz, "
    "last verified by, verified by, updated by, last updated by, entered by, created by, modified by, last modified by, edited by, submitted by, reviewed by, author, editor, owner, source, data source, fuente, quelle, "
    "created, created on, created at, created time, date created, date added, date entered, entry date, start date, end date, creation date, date submitted, submission date, fecha creacion, date creation, erstellt, "
    "tax id, ein, federal tax id, fein, duns, ntee, tax status, legal status, irs status, year incorporated, date incorporated, incorporation date, year founded, founded, established, charity number, company number, registration number, license number, "
    "licence number, license, siret, siren, rfc, nif, cif, uprn, password, username, user, login, ssn, ip address, photo, picture, image, image url, photo url, logo, logo url, attachment, foto, bild, imagen, media, video, file, "
    "geometry, geom, shape, shape area, shape length, the geom, x, y, geolocation, coordinate, geocode, geo point, geo shape, georeference, "
    "objectid, fid, gid, globalid, global id, census tract, council district, supervisor district, congressional district, state senate district, computed region, "
    "budget, revenue, employee, number staff, staff count, volunteer, capacity, bed, square feet, rating, rank, total, count, funding, funding source, funder, "
    "case worker note, caseworker note, case note, case manager note, worker note, client note, office note, office use only, holiday, holiday schedule, holiday closed, holiday hours, associated email domain, email domain, imported table, version, hash, etag, revision, "
    "timezone, time zone, fips, county fips, county code, region code, followup, follow up, assigned to, priority, "
    "same address organization, same phone organization, same hour location, same holiday location",
    "phones.number": "phone, phone number, telephone, telephone number, tel, tel number, ph, phone no, tel no, phone num, telephone no, main phone, contact number, contact phone, contact telephone, main number, "
    "office phone, office number, business phone, business line, work phone, public phone, call, number to call, landline, phone voice, voice, phone line, main line, "
    "intake phone, intake number, information line, info line, appointment phone, number, local number, "
    "telefono, telefono contacto, numero telefono, numero telefonico, tel contacto, fono, tfno, tlf, telefono principal, telefono fijo, telefono oficina, "
    "numero, telephone principal, numero telephone, no tel, no telephone, tel principal, "
    "telefon, telefonnummer, rufnummer, festnetz, tel nr, telefon nr, telefon beratung, fon",
    "phones.number:fax": "fax, fax number, fax no, facsimile, telefax, fax num, phone fax, numero fax, telecopieur, telecopie, faxnummer, fax phone",
    "phones.number:tty": "tty, tdd, tty phone, tty number, tty tdd, phone tty, tty phone number, ats, videophone, tdd number",
    "phones.number:toll-free": "toll free, toll free number, toll free phone, tollfree, freephone, toll free phone number, phone toll free, number toll free, 800 number, 1 800, freephone number, sin costo, numero gratuito, linea gratuita, sans frais, numero vert, tel sans frais, kostenlose nummer",
    "phones.number:hotline": "hotline, hot line, helpline, help line, crisis line, crisis phone, crisis number, crisis hotline, emergency phone, emergency number, emergency line, phone hotline, number hotline, hotline number, hotline phone, 24 hour line, 24 hour hotline, 24 hour phone, "
    "phone number hotline, linea ayuda, linea crisis, linea directa, emergencia, telefono emergencia, ligne ecoute, ligne aide, ligne crise, urgence, notruf, notfallnummer, krisentelefon, hilfetelefon, helpline number",
    "phones.number:text": "text, text number, text line, sms, text to, phone text, sms number, text phone, texting number, mensaje texto, crisis text line",
    "phones.number:cell": "cell, cell phone, cellphone, mobile, mobile phone, mobile number, cell number, celular, telefono celular, movil, telefono movil, cellulaire, portable, mobil, handy, mobiltelefon, mobilnummer, handynummer, tel mobil",
    "phones.number:WhatsApp": "whatsapp, whats app, wa, whatsapp number",
    "phones.number:after hours": "after hour phone, after hour, after hour number, phone after hour, phone number after hour, night phone, evening phone, out of hour, telefono fuera horario",
    "phones.number:Spanish": "spanish phone, spanish line, phone spanish, spanish number, phone en espanol, linea en espanol",
    "phones.extension": "ext, extension, phone ext, phone extension, anexo, poste, durchwahl, nebenstelle, extn, tel ext, telephone extension, extension number",
    "phones.type": "phone type, type phone, telephone type, number type, tipo telefono",
    "phones.description": "phone description, phone name, phone label, phone note, phone comment, telephone note, description phone, hotline description",
    "phones.private": "phone private, phone is private, phone confidential",
    "addresses.address": "address, full address, complete address, whole address, physical address, location address, street address city state zip, direccion, direccion completa, domicilio, ubicacion, "
    "adresse, adresse complete, anschrift, postanschrift, standortadresse, formatted address, address full, where, where located, site address, office address, visiting address, service address, "
    "adresse physique, adresse municipale, donde, meeting address, location 1, emplacement, venue address, besucheradresse, lugar",
    "addresses.address_1": "addrln, addrln 1, addr ln 1, addr line 1, nombre via, nombre vial, via, street, street address, address 1, address line 1, addr 1, addr, address one, address line one, street 1, street name, street line 1, physical address 1, physical street, address street, line 1, "
    "calle, direccion 1, calle y numero, linea 1, rue, voie, adresse 1, ligne adresse 1, numero rue, no et rue, strasse, str, strasse nr, strasse hausnummer, strasse hausnr, strasse und hausnummer, adresszeile 1, house number street, address line",
    "addresses.address_2": "addrln 2, addr ln 2, addr line 2, planta, puerta, address 2, address line 2, addr 2, address two, street 2, street line 2, suite, unit, apt, apartment, room, floor, building, building name, suite number, room number, unit number, apt suite, suite unit, line 2, "
    "direccion 2, numero interior, piso, interior, adresse 2, complement adresse, complement, appartement, bureau, etage, adresszusatz, zusatz, adresszeile 2, address 3, address line 3, addr 3, stockwerk, gebaude",
    "addresses.house": "house number, house no, street number, street no, building number, numero exterior, num, numero via, numero calle, hausnummer, hausnr, haus nr, house, no rue, numero civique, "
    "street type, street suffix, street direction, street prefix, street dir, st type, clase via, clase vial, tipo via, tipo vial, type voie",
    "addresses.city": "city, town, city town, town city, municipality, city name, village, locality, post town, place, physical city, ciudad, municipio, localidad, poblacion municipio, ciudad municipio, ville, "
    "commune, municipalite, localite, ort, stadt, gemeinde, wohnort, community, town name, city or town",
    "addresses.county": "county, parish, county name, condado, comte, comarca, landkreis, kreis, departement, mrc, physical county",
    "addresses.state_province": "state, province, state province, province state, st, state code, state abbreviation, prov, state name, region, region state, physical state, estado, provincia, departamento, entidad federativa, entidad, comunidad autonoma, "
    "province etat, bundesland, land, kanton, canton, etat province, territory province",
    "addresses.postal_code": "zip, zip code, zipcode, postal code, postcode, post code, postal, zip postal code, zip postal, zip 5, zip plus 4, physical zip, codigo postal, cp, c p, code postal, plz, postleitzahl, pin code, pincode, zip code 5, eircode",
    "addresses.country": "country, country code, pais, pay, country name, staat",
    "addresses.attention": "attention, attn, care of, a la atencion, co",
    "addresses.type": "address type, type address, tipo direccion",
    "addresses.private": "address private, address is private, private address, confidential address, address confidential, address confidentiality, address hidden, hide address, hidden address, do not publish address, confidential location, adresse confidentielle, direccion confidencial, "
    "physical address is private, undisclosed location, location confidential",
    "addresses.private:shown": "display physical address, display address, show address, address public, publish address, show physical address, display physical address public user, display address public",
    "schedules.weekday": "day, weekday, day week, days week, dia, dia semana, jour, jour semaine, tag, wochentag, day of week, distribution day, meeting day",
    "schedules.opens_at": "open at, opens at, opening time, open time, opens, opening, start time, time start, begin, begin time, start, hora inicio, hora apertura, inicio, abre, apertura, heure debut, debut, heure ouverture debut, beginn, uhrzeit, uhrzeit von, from, from time, von, time open, time opens, begins, hora comienzo, startzeit",
    "schedules.closes_at": "close at, closes at, closing time, closes, closing, close, close time, end time, time end, finish, finish time, hora fin, hora cierre, fin, cierra, cierre, heure fin, ende, uhrzeit bis, to time, bis, until, time close, ends, hora termino, endzeit",
    "meetings.formats": "meeting type, meeting format, format, formats, type meeting, meeting code, formato, tipo reunion, formato reunion, type reunion, meeting formats, open closed, tipo junta, art meeting",
    "meetings.link": "zoom, zoom link, zoom url, virtual meeting link, meeting link, conference url, meeting url, online meeting url, virtual link, online link, join url, enlace reunion, enlace zoom, lien zoom, liga zoom",
    "meetings.meeting_id": "meeting id zoom, zoom id, zoom meeting id, id zoom, virtual meeting id, id reunion, meeting id number",
    "meetings.dial_in": "dial in, conference phone, dial in number, phone meeting number, call in number, telefono conferencia",
    "meetings.duration": "duration, length, duracion, duree, dauer, meeting length, minutes",
    "areas.counties": "counties",
    "areas.cities": "cities, towns, zip codes list, municipalities, counties cities",
}  # fmt: skip

# Records of which a column may speak: "Agency Phone", "nombre de la organización"; alone they are its name.
ENTITIES: dict[str, str] = {
    "organization": "financial institution, lead agency, lead organization, sponsoring organization, sponsoring agency, managing organization, operating agency, "
    "operator, operated by, run by, organization, organisation, org, agency, provider, partner, nonprofit, non profit, charity, company, institution, parent agency, parent organization, partner agency, business, "
    "service provider, provider organization, community partner, member agency, department, dept, entity, ngo, cbo, host organization, sponsor, "
    "organismo, organizacion, entidad, agencia, asociacion, institucion, proveedor, fundacion, empresa, organisme, association, etablissement, fournisseur, structure, verein, trager, anbieter, institution, trager der einrichtung, verband, main agency",
    "location": "location, site, branch, office, venue, building, place, facility, center, centre, clinic, pantry, food pantry, food bank, library, library branch, church, shelter, school, hospital, site program, "
    "distribution site, meeting place, meeting location, service location, service site, sede, sitio, sucursal, oficina, centro, clinica, biblioteca, lugar, centro salud, comedor, banco alimento, lieu, site, centre, bibliotheque, banque alimentaire, "
    "point service, succursale, installation, standort, einrichtung, beratungsstelle, zweigstelle, filiale, stelle, zentrum, bibliothek, ort einrichtung, tafel, ausgabestelle, praxis, pantry location, campus, park, farmers market, market, museum, cooling center, "
    "warming center, farm, store, shop, pharmacy, community center, meeting venue",
    "service": "service, program, programme, project, programa, servicio, proyecto, prestation, dienst, projekt, programm, offer, initiative, program service, service program, program site, hilfsangebot, class, event",
}  # fmt: skip

MAILING = "mailing mail postal billing correspondence correspondencia postale envio postanschrift"
PHYSICAL = "physical visiting visit fisica fisico physique besucher geographic residential"
FLAG_WORDS = "private confidential unlisted isprivate"
PEOPLE = "client clients patient patients customer donor guest resident volunteer cliente paciente patiente klient patientin"
OF_A_PERSON = "name first last surname email e mail phone telephone tel mobile cell address street dob birth age ssn contact nombre telefono correo direccion"
INTERNAL = (
    "internal intern interne interno interna"  # a column that begins so is for those who keep the table
)
AGAIN = "second secondary alternate alt alternative other additional another segundo segunda otro otra autre weitere zweite zusatzlich backup third extra"
FIRST = "first primary main principal primero primera haupt general public publico default preferred"
NOISE = (
    "the of a an your our their its please list enter provide what is are does do you for and or if any applicable optional required information info full current "
    "official this that these those be must should would can to in at on by with from as per have has it there how many de del la el los las lo una uno y para por en con al su "
    "du des le les et ou au aux pour sur par un une der die das den dem und oder fur von zu zum zur im am bei mit ein eine used user using such eg ie etc"
)

DAYS: dict[str, str] = {
    "Monday": "monday mon lunes lun lundi montag mo",
    "Tuesday": "tuesday tue tues martes mardi dienstag di",
    "Wednesday": "wednesday wed weds miercoles mie mercredi mer mittwoch mi",
    "Thursday": "thursday thu thur thurs jueves jue jeudi donnerstag do",
    "Friday": "friday fri viernes vie vendredi freitag fr",
    "Saturday": "saturday sat sabado sab samedi samstag sonnabend sa",
    "Sunday": "sunday sun domingo dom dimanche sonntag so",
}
OPENS = "open opens opening start starts begin from abre apertura inicio desde ouvre debut von am beginn"
CLOSES = "close closes closing end ends to until cierra cierre fin hasta ferme bis pm ende"
SAID_OF_DAYS = "hour hours hr hrs time times schedule horario hora horas horaire horaires heure zeit zeiten offnungszeit offnungszeiten open"

ACTIVE = "active activo actif aktiv"
