"""Short forms: what a case and the row drawn from it say of themselves alike."""


class ShortForms:
    """Its ending and its units, for whatever has an id, a grid, a lead unit and assisting ones."""

    id: str
    grid: str
    lead: str | None
    assist: tuple[str, ...]
    supervision: str | None

    @property
    def ending(self) -> str:
        """The short id: the five random characters."""
        return self.id[-5:]

    @property
    def units(self) -> tuple[str, ...]:
        """The lead unit and the assisting units."""
        return (self.lead, *self.assist) if self.lead else ()
