"""What blocks say of themselves."""

from guide.layout.compose.blocks import OfficeBlock
from guide.layout.type.inline import Inline


def test_an_address_is_what_an_office_is_called_and_where_it_is():
    """Its name is in bold; a line may have several pieces."""
    name = (Inline("Main office", None, True),)
    where = ((Inline("c/o ", None), Inline("St. Ann", None)), (Inline("1440 Broadway", None),))
    office = OfficeBlock(address=(name, *where))
    assert office.labels == (name,) and office.where == where
    assert OfficeBlock().labels == OfficeBlock().where == ()
