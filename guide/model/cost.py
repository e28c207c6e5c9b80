"""What something costs, as a value: one of a few kinds, or an amount of money."""

from typing import NamedTuple

FREE, SLIDING, DONATION, INSURANCE, FEE = "free", "sliding scale", "donation", "insurance", "fee"
COSTS = (FREE, SLIDING, DONATION, INSURANCE, FEE)  # in the order in which they are offered
AMOUNT = "amount"


class Cost(NamedTuple):
    """One way to pay, or to pay nothing."""

    kind: str  # one of COSTS, or AMOUNT
    least: str = ""  # of an amount: "25", "12.50"
    most: str = ""  # where it is from one to another
    currency: str = ""  # ISO 4217: "USD"

    @property
    def content(self) -> str:
        """How content files write it: "sliding scale", "10-40 USD"."""
        return (
            f"{'-'.join(filter(None, (self.least, self.most)))} {self.currency}" if self.least else self.kind
        )
