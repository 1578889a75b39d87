"""Grids by command: one is added, moved below another, or ends."""

from dataclasses import dataclass
from datetime import date

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain import texts
from gridctl.domain.facts import Facts
from gridctl.domain.grid_life import check_is_open, check_may_end
from gridctl.domain.grids import Grid
from gridctl.domain.moments import day_typed
from gridctl.domain.office import Office
from gridctl.domain.settings_files import GRIDS
from gridctl.errors import Usage
from gridctl.store import settings_edit
from gridctl.words import Message, aside, listed, say


@dataclass(frozen=True, kw_only=True)
class NewGrid:
    """A grid as wished for. `level` is by default the one below the parent's."""

    id: str
    name: str
    parent: str
    level: int | None = None
    households: int | None = None
    residents: int | None = None
    since: str | None = None


def add(new: NewGrid) -> Decide:
    """Add a grid behind the last one beside it."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        parent = office.grid(new.parent)
        since = day_typed(new.since, today) if new.since else today
        check_is_open(parent, since)
        grid = {
            "id": new.id,
            "name": texts.line("--name", new.name),
            "level": parent.level + 1 if new.level is None else new.level,
            "parent": parent.id,
            "households": new.households,
            "residents": new.residents,
            "since": since,
        }
        return _wish(
            settings_edit.with_grid(
                _recorded(ledger),
                {key: value for key, value in grid.items() if value is not None},
                after=_beside(office, parent, grid["level"]),
            ),
            f"grid add {new.id}",
            say(
                "{grid} stands below {parent} from {since} on.",
                grid=aside(new.name, new.id),
                parent=_named(parent),
                since=since,
            ),
            _namesakes(office, new.name),
        )

    return decide


def move(word: str, to: str) -> Decide:
    """Put a grid below another one."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        grid, parent = office.grid(word), office.grid(to)
        if grid.parent == parent.id:
            raise Usage(
                say("{grid} is below {parent} already.", grid=_named(grid), parent=_named(parent)),
                say("See the grids: gridctl grid tree"),
            )
        check_is_open(parent, today)
        data = settings_edit.with_grid_key(
            _recorded(ledger), _index(office, grid), "parent", parent.id
        )
        cases, posts = _held(ledger, grid, today)
        told = say(
            "{grid} is now below {parent}; with it go {cases} open cases and {posts} posts.",
            grid=_named(grid),
            parent=_named(parent),
            cases=cases,
            posts=posts,
        )
        return _wish(data, f"grid move {grid.id} to {parent.id}", told)

    return decide


def close(word: str, until: str | None) -> Decide:
    """Give a grid its last day."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        grid = office.grid(word)
        last = day_typed(until, today) if until else today
        cases = (each for each in ledger.cases.facts() if isinstance(each, Facts))
        check_may_end(office, grid, last, cases)
        data = settings_edit.with_grid_key(_recorded(ledger), _index(office, grid), "until", last)
        told = say("{grid} ends; its last day is {until}.", grid=_named(grid), until=last)
        return _wish(data, f"grid close {grid.id}", told)

    return decide


def _wish(data: bytes, subject: str, told: Message, remarks: tuple[Message, ...] = ()) -> Wish:
    return Wish(GRIDS, data, subject, told, remarks)


def _namesakes(office: Office, name: str) -> tuple[Message, ...]:
    """A name that two grids share finds neither of them."""
    known = [grid.id for grid in office.grids.values() if grid.name == name]
    if not known:
        return ()
    return (
        say(
            "{grids} has the same name: {name}; from now on say which one by its id.",
            grids=listed(known),
            name=name,
        ),
    )


def _held(ledger: Ledger, grid: Grid, today: date) -> tuple[int, int]:
    """How many open cases and posts the grid has, with those below it."""
    office = ledger.office
    inside = {each for each in office.grids if grid.id in office.line_of(each)}
    cases = sum(
        isinstance(each, Facts) and each.grid in inside and each.state in ("open", "suspended")
        for each in ledger.cases.facts()
    )
    posts = sum(
        post.grid in inside for person in office.people.values() for post in person.posts_on(today)
    )
    return cases, posts


def _recorded(ledger: Ledger) -> bytes:
    return ledger.settings[GRIDS] or b""


def _index(office: Office, grid: Grid) -> int:
    return office.grids_file.grids.index(grid)


def _beside(office: Office, parent: Grid, level: object) -> int:
    """The index of the last grid below the same parent, else of the last on that level, else of the parent."""
    grids = list(enumerate(office.grids_file.grids))
    siblings = [index for index, each in grids if each.parent == parent.id]
    level_mates = [index for index, each in grids if each.level == level]
    return (siblings or level_mates or [_index(office, parent)])[-1]


def _named(grid: Grid) -> str:
    return aside(grid.name, grid.id)
