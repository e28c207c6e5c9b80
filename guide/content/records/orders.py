"""The order of listings: the keys that sections and editions both have for it."""

from guide.model.order import ORDERS, OTHER_SPELLINGS
from guide.problems import content as kinds
from guide.reading.fields import Field
from guide.reading.kinds import WORDS, choice

ORDER = choice(ORDERS, kinds.ORDER, OTHER_SPELLINGS)
ORDERS_OF_PLACES = (
    Field(
        "city_order",
        WORDS,
        "For the order by city: the cities that come first; the others follow from A to Z.",
        also="order_of_cities",
    ),
    Field(
        "neighborhood_order",
        WORDS,
        "For the order by neighborhood: the neighborhoods and cities that come first; the others follow from A to Z.",
        also="order_of_neighborhoods neighbourhood_order",
    ),
)
