"""From which day until which something holds."""

from datetime import date

from guide.frozen import frozen


@frozen
class Days:
    """The days on which something holds, the first and the last with it; None where there is no end to them."""

    first: date | None = None
    last: date | None = None

    def __bool__(self) -> bool:
        """Whether a day is named."""
        return bool(self.first or self.last)

    def are_over(self, day: date) -> bool:
        """Whether they have all passed on a day."""
        return self.last is not None and self.last < day

    def are_to_come(self, day: date) -> bool:
        """Whether none of them has come yet on a day."""
        return self.first is not None and self.first > day

    def have(self, day: date) -> bool:
        """Whether a day is one of them."""
        return not (self.are_over(day) or self.are_to_come(day))
