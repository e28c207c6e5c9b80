"""What tests of data out share: the guide with everything, read once."""

import pytest

from tests.exchange.give.samples import printed, rich


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    """What is printed of the guide with everything."""
    return printed(rich(tmp_path_factory.mktemp("rich")))
