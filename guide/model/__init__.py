"""What a guide is: frozen data, named as in HSDS (Open Referral) where it has a name for the thing.

Texts that a reader sees are str; prose (Markdown) is a tuple of blocks, see `Paragraph` and `BulletList`.
Everything optional is empty ("" or ()) or None where the content does not give it: nothing is ever invented.
"""

from guide.model.contact import (
    CALL_OR_TEXT,
    FAX,
    INFORMATION_LINE,
    PHONE_TYPES,
    TEXT,
    TOLL_FREE,
    TTY,
    VOICE,
    Address,
    Further,
    Location,
    Phone,
    ServiceArea,
    with_first,
)
from guide.model.days import Days
from guide.model.edition import (
    USUAL_CONDITION,
    Choice,
    Edition,
    Nearby,
    Personal,
    PrintingCondition,
    Spot,
)
from guide.model.hours import Edge, OpeningHours, OpeningRule, Season, is_short
from guide.model.listing import CheckOff, Listing, Reference, Section
from guide.model.meeting import Meeting
from guide.model.order import Entry, Group
from guide.model.page import Coupon, Heading, OwnPage, PageBlock, PageText, Picture, pictures_of
from guide.model.program import Facts, Program
from guide.model.prose import BulletList, Paragraph, Prose, Span, find_mentions
from guide.model.whole import (
    CoverPicture,
    EditionMark,
    Former,
    Freshness,
    Guide,
    GuideStyle,
    HelpLine,
    LanguageHelp,
    MailSettings,
    MailTemplate,
    Period,
    Publisher,
    topic_key,
)

__all__ = [
    "CoverPicture",
    "VOICE",
    "FAX",
    "TEXT",
    "TTY",
    "INFORMATION_LINE",
    "CALL_OR_TEXT",
    "TOLL_FREE",
    "PHONE_TYPES",
    "Phone",
    "Address",
    "Further",
    "Location",
    "ServiceArea",
    "with_first",
    "Program",
    "Nearby",
    "Choice",
    "Edition",
    "Spot",
    "PrintingCondition",
    "USUAL_CONDITION",
    "Edge",
    "Season",
    "OpeningRule",
    "is_short",
    "OpeningHours",
    "CheckOff",
    "Days",
    "Facts",
    "Listing",
    "Reference",
    "Section",
    "Meeting",
    "Entry",
    "Group",
    "Span",
    "Paragraph",
    "BulletList",
    "Prose",
    "find_mentions",
    "Heading",
    "Picture",
    "Coupon",
    "PageBlock",
    "PageText",
    "OwnPage",
    "pictures_of",
    "Publisher",
    "topic_key",
    "HelpLine",
    "LanguageHelp",
    "EditionMark",
    "Former",
    "Period",
    "Personal",
    "Freshness",
    "GuideStyle",
    "MailTemplate",
    "MailSettings",
    "Guide",
]
