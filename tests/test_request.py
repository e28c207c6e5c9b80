"""What is asked for when editions are made: the default edition, with an archive, unless something else is said."""

import pytest

from guide.request import Request


def test_a_request_asks_for_the_default_edition_and_cannot_change():
    request = Request()
    assert request.names == () and request.keep and not (request.every or request.force or request.strict)
    with pytest.raises(AttributeError):
        request.keep = False
