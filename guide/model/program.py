"""What an organisation offers: each of its programs, with its own numbers, hours and facts."""

from dataclasses import field

from guide.errors import Mark
from guide.frozen import frozen
from guide.model.contact import Further, Phone
from guide.model.cost import Cost
from guide.model.hours import OpeningHours
from guide.model.prose import Prose


@frozen
class Facts:
    """What there is to know of a listing, or of one of its programs, beside how it is reached."""

    eligibility_description: str = ""
    cost: tuple[Cost, ...] = ()  # as values
    fees_description: str = ""  # what else there is to say of the cost
    required_documents: str = ""  # what to bring
    how_to_apply: str = ""
    waiting_time: str = ""
    languages: str = ""
    language_codes: tuple[str, ...] = ()  # of these (BCP 47), where the content gives codes
    accessibility: str = ""
    transportation: str = ""  # how to get there
    minimum_age: int | None = None  # in years
    maximum_age: int | None = None


@frozen
class Program(Facts):
    """One of the services of an organisation, with what is so of it alone."""

    name: str
    mark: Mark = field(compare=False)
    number: int = (
        0  # from 1, among all of its listing, also those that are not printed: its texts are known by it
    )
    description: Prose = ()
    location: str = ""  # the name of the listing's location where it is
    phones: tuple[Phone, ...] = ()
    email: str = ""
    website: str = ""
    emails: tuple[Further, ...] = ()  # more of them
    websites: tuple[Further, ...] = ()
    hours: tuple[str, ...] = ()
    opening: OpeningHours | None = None
    hours_mark: Mark | None = field(default=None, compare=False)  # where they stand
    hours_untranslated: bool = False
    services: tuple[str, ...] = ()  # topics and groups of people, which its listing takes over as it is read
    audience: tuple[str, ...] = ()
    printed: bool = True

    @property
    def key(self) -> str:
        """What the keys of its texts begin with."""
        return f"program-{self.number}"
