"""The words that opening hours are made of, in English and Spanish, without accents, as patterns and lists."""

DAY, ORDINAL, OF_MONTH, HOLIDAY, MONTH = "day", "ordinal", "of month", "holiday", "month"
OTHER_HOLIDAYS = "other holidays"  # of which only their own words tell which they are
TIME, ALWAYS, PART = "time", "always", "part of the day"
TO, AND, COMMA, STOP, COLON, OPEN, CLOSE = "to", "and", "comma", "stop", "colon", "(", ")"
CLOSED, OPENED, EXCEPT, UNTIL, LUNCH = "closed", "open", "except", "until", "lunch"
APPOINTMENT, ELSE_APPOINTMENT = "appointment", "or by appointment"
NOTE, FILLER, WORD = "note", "filler", "word"

WEEK = tuple(range(7))
GROUPS = {"week": WEEK, "weekdays": tuple(range(5)), "weekend": (5, 6)}

DAYS: dict[str, tuple[int, ...]] = {
    name: (day,)
    for day, names in enumerate(
        (
            "monday mondays mon mons mo lunes lun",
            "tuesday tuesdays tues tue tu martes",
            "wednesday wednesdays weds wed miercoles mie mier",
            "thursday thursdays thurs thur thu th jueves jue thurday",
            "friday fridays fri fris fr viernes vie vier",
            "saturday saturdays sat sats sabado sabados sab",
            "sunday sundays sun suns su domingo domingos dom",
        )
    )
    for name in names.split()
}
SPANISH_ONLY = frozenset(
    "lunes martes miercoles jueves viernes sabado sabados domingo domingos lun mie mier jue vie vier sab dom".split()
)
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
ORDINALS = {
    name: number
    for number, names in {
        1: "first 1st primer primero primeros 1er 1ro",
        2: "second 2nd segundo segundos 2do",
        3: "third 3rd tercer tercero terceros 3er 3ro",
        4: "fourth 4th cuarto cuartos 4to",
        5: "fifth 5th quinto quintos 5to",
        -1: "last ultimo ultimos",
    }.items()
    for name in names.split()
}
SINGLE = {
    "M": 0,
    "T": 1,
    "Tu": 1,
    "TU": 1,
    "W": 2,
    "Th": 3,
    "TH": 3,
    "F": 4,
    "Sa": 5,
    "Su": 6,
}
FILLERS = frozenset(
    "hours hrs hr hs h horas hora horario horarios from on at the in is are de del los las el la desde each every cada only "
    "en atencion solo solamente".split()
)
SIMPLE = {
    **dict.fromkeys("and & y e + plus also ademas".split(), AND),
    **dict.fromkeys("to through thru thro a".split(), TO),
    **dict.fromkeys("until till til hasta".split(), UNTIL),
    **dict.fromkeys("closed cerrado cerrada cerrados cerradas off".split(), CLOSED),
    **dict.fromkeys("open opens abierto abierta abiertos".split(), OPENED),
    **dict.fromkeys("except excluding excepto salvo menos".split(), EXCEPT),
    "lunch": LUNCH,
    "ph": HOLIDAY,
}

# What consists of several words, or is told by more than a word; the first that matches is meant.
PHRASES: tuple[tuple[str, str], ...] = (
    (
        ALWAYS,
        r"24\s*/\s*7(?:\s*/\s*365)?(?:\s+days(?: a year)?)?|(?:las )?24[\s-]*(?:hours?|hrs?\.?|horas?|hs)\b"
        r"(?:\s*(?:(?:a|per|al|por|each|every)\s+|/\s*)(?:day|dia)\b|\s+del dia\b)?|around the clock|all hours|todas las horas"
        r"|siempre (?:abiert[oa]|disponible)|always open",
    ),
    (
        "week",
        r"every ?day(?: of the week)?|daily|all days|(?:7|seven) days(?:\s*(?:a|per|/)\s*week)?|each day|todos los dias"
        r"|todas las dias?|cada dia|diario|diariamente|(?:7|siete) dias (?:a|de|por) la semana",
    ),
    (
        WORD,
        r"every (?:2nd|3rd|4th|5th|second|third|fourth|fifth)\b(?! \w+ (?:of|in) )|cada (?:segundo|tercer|cuarto)\b",
    ),
    ("weekdays", r"week ?days?|entre semana"),
    ("weekend", r"week ?ends?|(?:los )?fin(?:es)? de semana"),
    (
        OF_MONTH,
        r"(?:of|in) (?:the|each|every) month|of month|(?:each|every) month|monthly|del mes|de cada mes|cada mes",
    ),
    (
        ELSE_APPOINTMENT,
        r"(?:and |or |also |& )+(?:also )?by (?:appointments?|appt\.?s?)(?! only)"
        r"|(?:at )?(?:all )?other times by (?:appointments?|appt\.?s?)(?: only)?|[oy] (?:con|por) cita(?: previa)?",
    ),
    (
        APPOINTMENT,
        r"(?:only )?by (?:appointments?|appt\.?s?)(?: only)?|(?:appointments?|appt\.?s?) only"
        r"|(?:solo |solamente |unicamente )?(?:con (?:previa )?|por |previa )cita(?: previa)?(?: solamente| unicamente)?",
    ),
    (OTHER_HOLIDAYS, r"(?:all )?(?:major|most|some|state|county|city|government|school|jewish) holidays"),
    (
        HOLIDAY,
        r"(?:all )?(?:(?:public|federal|legal|national|bank|u\.?s\.?) )?holidays|(?:dias )?(?:festivos|feriados)",
    ),
    (
        LUNCH,
        r"(?:for|during|at) (?:the )?lunch(?: ?time| hour| break)?|lunch (?:hour|break)"
        r"|(?:para|por|durante) el almuerzo|(?:de|por) almuerzo",
    ),
    (CLOSED, r"(?:is |are )?not open|out of (?:the )?office|fuera de la oficina"),
    (EXCEPT, r"except (?:for|on)|but not"),
    (OPENED, r"we(?: are|'re) open|(?:estamos|esta) abiertos?"),
    ("at", r"a las?|al"),
    (AND, r"as well as|and also"),
    ("morning", r"(?:in the |por las? |de la )?(?:mornings?|mananas?)\b"),
    (
        "afternoon",
        r"(?:in the |por las? |de la )?(?:afternoons?|evenings?|tardes?)\b|(?:at )nights?\b|nights?\b|(?:por|de) las? noches?\b",
    ),
    (
        FILLER,
        r"(?:hours of operation|(?:office|business|opening|open|regular|normal) hours|horario de (?:oficina|atencion))",
    ),
)
ZONE = r"(?:(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: Time)?|[ECMP][SD]T|[ECMP]T)\b"
