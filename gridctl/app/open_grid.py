"""Open grid: the grid that a word names, if it was there on a day."""

from datetime import date

from gridctl.domain.grids import Grid
from gridctl.domain.office import Office
from gridctl.errors import Refused
from gridctl.words import say


def open_grid(office: Office, word: str, day: date) -> Grid:
    """The grid that a word names, if it was there on that day."""
    grid = office.grid(word)
    if (grid.since and day < grid.since) or (grid.until and grid.until < day):
        raise Refused(
            "C05",
            say(
                "The grid {name} ({id}) was not there on {day}.",
                name=grid.name,
                id=grid.id,
                day=day,
            ),
            say("See the grids: gridctl grid tree"),
        )
    return grid
