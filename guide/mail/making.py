"""What is sent is made first: each edition, and each form of it that somebody asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from guide.content.choose.languages import choose_in_languages
from guide.errors import ERROR, GuideError, Problem
from guide.mail.delivery import Progress
from guide.mail.forms import CSV, FORMS, LARGE, in_form, is_in
from guide.mail.messages import Parcel, file_to_send, link_to, make_parcel, plain_name, settings_of
from guide.mail.recipients import Recipient
from guide.manifest import Made
from guide.model import Edition
from guide.output import write_atomically
from guide.problems.mail import NO_FORM
from guide.produce import NotAllMade, Request, not_written, produce
from guide.project import Project, stop_on_errors


class Wish(NamedTuple):
    """An edition in a form; "" for the one that its file says."""

    edition: str
    form: str = ""


Wanted = tuple[Wish, Recipient]


def in_their_forms(
    wanted: Iterable[tuple[str, Recipient]], editions: Mapping[str, Edition]
) -> tuple[Wanted, ...]:
    """What each recipient gets, in the forms that their line names."""
    return tuple(
        (Wish(name, form), each)
        for name, each in wanted
        for form in dict.fromkeys("" if is_in(editions[name], form) else form for form in each.forms or ("",))
    )


class Maker:
    """Makes the editions of a project that are sent, and their forms."""

    def __init__(self, project: Project, out: Path, request: Request, progress: Progress | None) -> None:
        self.project, self.guide, self.editions = project, project.printed, project.editions
        self.out, self.request, self.progress = out, request, progress

    def parcels(self, wanted: Iterable[Wanted]) -> dict[Wish, Parcel]:
        """The parcel of each edition that is asked for, and of each of its forms that somebody wants.

        Raises GuideError for all that cannot be made, with the line of the first who wants it.
        """
        first: dict[Wish, Recipient] = {}
        for wish, each in wanted:
            first.setdefault(wish, each)
        forms = {
            wish: in_form(self.editions[wish.edition], wish.form, self.editions)
            for wish in first
            if wish.form not in ("", CSV)
        }
        made = self.made(forms, first)
        found = {
            Wish(name): make_parcel(
                made[name], self.editions[name], self.guide, Wish(name) in first or not first
            )
            for name in self.request.names
        }
        for wish in first:
            if wish.form:
                file = self.table(wish) if wish.form == CSV else made[forms[wish].name]
                found[wish] = self.in_form(found[Wish(wish.edition)], wish, file, forms.get(wish))
        return found

    def made(self, forms: Mapping[Wish, Edition], first: Mapping[Wish, Recipient]) -> dict[str, Made]:
        """What was made, by name; forms lie in a folder of their own below that of their edition."""
        places = {
            edition.name: (edition, f"{wish.edition}/{FORMS[wish.form].file_of}")
            for wish, edition in forms.items()
        }
        request = replace(self.request, forms=tuple(places.values()))
        try:
            made, _ = produce(self.project.folder, self.out, request, self.progress)
        except NotAllMade as error:
            wrong = (
                not_made(wish, first[wish], problem)
                for wish, edition in forms.items()
                for problem in error.failed.get(edition.name, ())
                if problem.level == ERROR
            )
            others = (each for name, found in error.failed.items() if name not in places for each in found)
            raise GuideError((*others, *wrong)) from None
        return {each.name: each for each in made}

    def table(self, wish: Wish) -> Made:
        """An edition as a table, written beside its other forms."""
        from guide.exchange.give.forms import FORMS as GIVEN  # few mailings need it

        edition, form = self.editions[wish.edition], GIVEN[CSV]
        chosen, problems = choose_in_languages(self.guide, edition, self.project.folder)
        stop_on_errors(problems, False)
        path = self.out / edition.name / CSV / f"{edition.name}{form.ending}"
        try:
            write_atomically(path, form.make(chosen.guide), form.over)
        except OSError as error:
            raise GuideError([not_written(error, path.parent)]) from None
        return Made(name=edition.name, files=(path,))

    def in_form(self, parcel: Parcel, wish: Wish, made: Made, edition: Edition | None) -> Parcel:
        """The parcel of an edition in another form."""
        path, own = file_to_send(made.files), self.editions[wish.edition]
        data, in_link = path.read_bytes(), plain_name(path.stem) + path.suffix
        language = (own.languages or (parcel.language,))[0]
        mine, mail = replace(made, name=own.name), settings_of(self.guide)
        return replace(
            parcel,
            form=wish.form,
            pages=made.pages,
            paper=edition.made_as.paper if edition else "",
            file=file_in(parcel.file, wish.form, path.suffix, language),
            data=data,
            digest=sha256(data).hexdigest(),
            link=link_to(mine, in_link, len(data), parcel.number, mail),
        )


def file_in(file: str, form: str, ending: str, language: str) -> str:
    """ "Help near you, edition 3.txt": the name of a file in another form; large print is told from the other PDF."""
    stem = file[: file.rindex(".")]
    return f"{stem}, {FORMS[LARGE].says(language)}{ending}" if form == LARGE else stem + ending


def not_made(wish: Wish, who: Recipient, problem: Problem) -> Problem:
    """That a form cannot be made, at the line of the first who wants it."""
    return NO_FORM.at(
        who.mark, edition=wish.edition, form=FORMS[wish.form].says(), why=problem.message, advice=problem.hint
    )
