"""What a message says: templates in the content, in the recipient's language, filled with what is known of both."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.frozen import frozen
from guide.language.files import language_code
from guide.mail.recipients import NAME
from guide.model import Guide, MailTemplate
from guide.problems import mail as kinds
from guide.problems.kind import MessageValue, ProblemKind
from guide.reading.fields import closest
from guide.reading.source import Source
from guide.reading.text import fold, read_text

FOLDER = "mail"  # in the content: a file for each language, en.txt
SUBJECT = expression(r"subject[ \t]*:", re.IGNORECASE)
BRACES = expression(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
CODE = expression("[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
ANY: frozenset[str] = frozenset(("*",))  # in the place of the columns, where they are not known
FIELDS = (
    "title",
    "subtitle",
    "edition",
    "number",
    "date",
    "pages",
    "paper",
    "file",
    "below",
    "format",
    "size",
    "link",
    "new_listings",
    "changed_listings",
    "moved_listings",
    "closed_listings",
    "gone_listings",
    "website",
    "sender",
    "stop",
    "address",
    "name",
    "organization",
    "language",
    "copies",
)

ENGLISH = MailTemplate(
    language="en",
    subject="{title}, edition {number}",
    body="""\
Hello {name},

Here is "{title}", edition {number} of {date}: a guide to who helps, with what, where and on which number.

It is attached to this message: {file}
It stands below in this message, as {below}.
It is too large for a message. You can fetch it here: {link}

- New in it: {new_listings}
- Changed: {changed_listings}
- In another section now: {moved_listings}
- Closed: {closed_listings}
- No longer in it: {gone_listings}

To print it: {pages} pages on {paper} paper, at actual size (100 %), best on both sides.
Copies for your place: {copies}

Screen readers can read it. If you need it in another form, answer this message.

On the web: {website}

Please throw away older editions.

{sender}

To get no more of these messages: {stop}
""",
)
SPANISH = MailTemplate(
    language="es",
    subject="{title}, edici\u00f3n {number}",
    body="""\
Hola, {name}:

Esta es \u00ab{title}\u00bb, edici\u00f3n {number} del {date}: una gu\u00eda de qui\u00e9n ayuda, con qu\u00e9, d\u00f3nde y en qu\u00e9 n\u00famero.

Va adjunta a este mensaje: {file}
Va m\u00e1s abajo en este mensaje, como {below}.
Es demasiado grande para un mensaje. Se puede descargar aqu\u00ed: {link}

- Nuevo: {new_listings}
- Con cambios: {changed_listings}
- Ahora en otra secci\u00f3n: {moved_listings}
- Cerrado: {closed_listings}
- Ya no est\u00e1 en ella: {gone_listings}

Para imprimirla: {pages} p\u00e1ginas en papel {paper}, a tama\u00f1o real (100 %), mejor por ambas caras.
Ejemplares para su centro: {copies}

Los lectores de pantalla pueden leerla. Si lo necesita en otra forma, responda a este mensaje.

En la web: {website}

Por favor, tire las ediciones anteriores.

{sender}

Para no recibir m\u00e1s mensajes como este: {stop}
""",
)
BUILT_IN = {"en": ENGLISH, "es": SPANISH}


class Fault(NamedTuple):
    """A brace in a template that cannot be filled in."""

    start: int  # its index in the text
    kind: ProblemKind
    values: Mapping[str, MessageValue]  # that it is said with


@frozen(kw_only=False)
class Templates:
    """The templates by language, and the guide's own language."""

    by_language: Mapping[str, MailTemplate]
    language: str

    def choose(self, language: str) -> MailTemplate:
        """The template for a language or its family, or else in the guide's."""
        for wanted in (
            language.lower(),
            language.lower().split("-")[0],
            self.language,
            self.language.split("-")[0],
        ):
            if wanted in self.by_language:
                return self.by_language[wanted]
        return ENGLISH


def load_templates(folder: Path, guide: Guide, own: Collection[str]) -> tuple[Templates, tuple[Problem, ...]]:
    """(Templates, problems): of the tool, of guide.yaml and of the files in `mail/`; `own` are fields of the recipients' own."""
    language = guide.language.lower()
    found = dict(BUILT_IN)
    problems: list[Problem] = []
    given = guide.mail and guide.mail.template
    if given:
        base = Templates(BUILT_IN, language).choose(language)
        found[language] = MailTemplate(
            language=guide.language,
            subject=given.subject or base.subject,
            body=given.body or base.body,
            mark=given.mark,
        )
        problems += [
            fault.kind.at(given.mark or guide.mark, **fault.values)
            for text in (given.subject, given.body)
            for fault in check_fields(text, own)
        ]
    for path in sorted((folder / FOLDER).glob("*.txt")):
        source = Source(path, folder)
        template = read_template(path, source, own)
        if template:
            found[path.stem.lower()] = template
        problems += source.problems
    return Templates(found, language), tuple(problems)


def check_templates(folder: Path, guide: Guide) -> tuple[Problem, ...]:
    """What is wrong with the words of messages, before anybody says who gets them.

    A field that is like none of the program's own may be a column of the recipients.
    """
    _, problems = load_templates(folder, guide, ANY)
    paths = sorted((folder / FOLDER).glob("*.txt"))
    return problems + tuple(problem for path in paths if (problem := check_name(path)))


def check_name(path: Path) -> Problem | None:
    """A warning where a file is not named by the code of a language."""
    if CODE.fullmatch(path.stem):
        return None
    code = language_code(path.stem)
    near = code if code != path.stem else ""
    return kinds.TEMPLATE_NAME.at(Mark(path), name=path.stem, near=near)


def read_template(path: Path, source: Source, own: Collection[str]) -> MailTemplate | None:
    """A template file: a line that begins with Subject:, an empty line, the body."""
    text = read_text(path, source)
    if text is None:
        return None
    source.text = text
    first, _, body = text.partition("\n")
    match = SUBJECT.match(first)
    if not match or not first[match.end() :].strip() or not body.strip():
        source.report(source.place_at(0), kinds.NO_SUBJECT)
        return None
    for fault in check_fields(text, own):
        source.report(source.place_at(fault.start), fault.kind, **fault.values)
    return MailTemplate(
        language=path.stem,
        subject=fold(first[match.end() :]),
        body=body.strip("\n") + "\n",
        mark=Mark(path, 1, 1),
    )


def is_column(name: str | None) -> bool:
    """Whether this may be the name of a column of the recipients: like none of the fields, or they would be meant."""
    return name is not None and NAME.fullmatch(name) is not None and not closest(name, FIELDS)


def check_fields(text: str, own: Collection[str]) -> Iterator[Fault]:
    """Yield the fault of every brace that cannot be filled in."""
    known = FIELDS if own is ANY else (*FIELDS, *sorted(own))
    for match in BRACES.finditer(text):
        name = match[1]
        if name in known or match[0] in ("{{", "}}") or own is ANY and is_column(name):
            continue
        if name is None:
            yield Fault(match.start(), kinds.LONE_BRACE, {"brace": match[0]})
        else:
            values: dict[str, MessageValue] = {
                "name": name,
                "near": closest(name, known),
                "known": ", ".join(known),
            }
            yield Fault(match.start(), kinds.TEMPLATE, values)


# --- filled in --------------------------------------------------------------------------------------


def fill_line(text: str, values: Mapping[str, str]) -> str | None:
    """The line with its fields filled in; None where it has fields and all of them are empty."""
    used: list[str] = []

    def put(match: re.Match[str]) -> str:
        if match[0] in ("{{", "}}"):
            return match[0][0]
        used.append(values.get(match[1]) or "")
        return used[-1]

    filled = BRACES.sub(put, text)
    return None if used and not any(used) else filled


def fill_subject(template: MailTemplate, values: Mapping[str, str]) -> str:
    """The subject, on one line."""
    return fold(fill_line(template.subject, values) or "") or values["title"]


def fill_body(template: MailTemplate, values: Mapping[str, str]) -> str:
    """The text; lines with nothing to say are left out, and so are the gaps that they would leave."""
    lines = (fill_line(line, values) for line in template.body.split("\n"))
    text = "\n".join(line.rstrip() for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
