"""Staff by command: a person is added, takes a post, or leaves posts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gridctl.app.ledger import Ledger
from gridctl.app.settings_change import Decide, Wish
from gridctl.domain import texts
from gridctl.domain.grid_life import check_is_open, without_head
from gridctl.domain.moments import day_typed
from gridctl.domain.office import Office
from gridctl.domain.people import Person, Post
from gridctl.domain.settings_files import STAFF
from gridctl.domain.terms import ROLES, STAFF_KINDS
from gridctl.errors import NotFound, Usage
from gridctl.store import settings_edit
from gridctl.words import Message, aside, listed, say


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """A person as wished for, without a post yet."""

    id: str
    name: str
    home: str
    kind: str
    email: str | None = None
    days: int | None = None


def add(new: NewPerson) -> Decide:
    """Add a person behind the others."""

    def decide(ledger: Ledger, _today: date) -> Wish:
        person = {
            "id": new.id,
            "name": texts.line("--name", new.name),
            "home": ledger.office.unit(new.home),
            "kind": texts.key_of(new.kind, STAFF_KINDS, "--kind"),
            "email": new.email,
            "days": new.days,
        }
        given = {key: value for key, value in person.items() if value is not None}
        data = settings_edit.with_person(_recorded(ledger), given)
        told = say(
            "{person} is on the staff, and may act from the first post on: gridctl staff post {id} --grid GRID --role ROLE",
            person=aside(new.name, new.id),
            id=new.id,
        )
        return _wish(data, f"staff add {new.id}", told)

    return decide


def post(word: str, grid_word: str, role_word: str, since: str | None) -> Decide:
    """Give a person a post."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        person, grid = office.person(word), office.grid(grid_word)
        role = texts.key_of(role_word, ROLES, "--role")
        first = day_typed(since, today) if since else today
        check_is_open(grid, first)
        held = _that_goes_on(person, first, grid.id, role)
        if held:
            raise Usage(
                say(
                    "{person} holds this post already, since {since}.",
                    person=_named(person),
                    since=person.posts[held[0]].since,
                ),
                say("See the posts: gridctl staff show {id}", id=person.id),
            )
        new = {"grid": grid.id, "role": role, "since": first}
        data = settings_edit.with_post(_recorded(ledger), _index(office, person), new)
        told = say(
            "{person} is {role} of {grid} from {since} on.",
            person=_named(person),
            role=ROLES[role],
            grid=aside(grid.name, grid.id),
            since=first,
        )
        return _wish(data, f"staff post {person.id} {role} of {grid.id}", told)

    return decide


def leave(word: str, grid_word: str | None, role_word: str | None, until: str | None) -> Decide:
    """Give a person's posts their last day: all that go on after it, or those in one grid or role."""

    def decide(ledger: Ledger, today: date) -> Wish:
        office = ledger.office
        person = office.person(word)
        grid = office.grid(grid_word).id if grid_word else None
        role = texts.key_of(role_word, ROLES, "--role") if role_word else None
        last = day_typed(until, today) if until else today
        ending = _that_goes_on(person, last, grid, role)
        if not ending:
            raise NotFound(
                say(
                    "{person} holds no such post that goes on after {until}.",
                    person=_named(person),
                    until=last,
                ),
                say("See the posts: gridctl staff show {id}", id=person.id),
            )
        data = settings_edit.with_posts_ended(
            _recorded(ledger), _index(office, person), ending, last
        )
        told = say(
            "{person} leaves; the last day is {until}: {posts}",
            person=_named(person),
            until=last,
            posts=listed(_post(office, person.posts[each]) for each in ending),
        )
        where = f" {grid}" if grid else ""
        return Wish(
            STAFF,
            data,
            f"staff leave {person.id}{where}",
            told,
            tuple(_left_behind(office, person, ending, last)),
        )

    return decide


def _left_behind(
    office: Office, person: Person, ending: tuple[int, ...], last: date
) -> Iterator[Message]:
    """What nobody does any more from the day after on."""
    gone = [person.posts[each] for each in ending]
    kept = tuple(post for n, post in enumerate(person.posts) if n not in ending)
    others = {**office.people, person.id: replace(person, posts=kept)}
    after = office.with_people(others.values())
    next_day = last + timedelta(days=1)
    headed = [post.grid for post in gone if post.role in ("head", "deputy")]
    for grid in without_head(after, headed, next_day):
        yield say(
            "From {day} on nobody heads {grid}; appoint somebody: gridctl staff post STAFF --grid {id} --role head",
            day=next_day,
            grid=aside(grid.name, grid.id),
            id=grid.id,
        )


def _that_goes_on(person: Person, day: date, grid: str | None, role: str | None) -> tuple[int, ...]:
    """The posts, by their place in the file, that do not end by that day."""
    return tuple(
        index
        for index, post in enumerate(person.posts)
        if (post.until is None or post.until > day)
        and grid in (None, post.grid)
        and role in (None, post.role)
    )


def _post(office: Office, held: Post) -> str:
    return f"{office.unit_name(held.grid)} {ROLES[held.role]}"


def _wish(data: bytes, subject: str, told: Message) -> Wish:
    return Wish(STAFF, data, subject, told)


def _recorded(ledger: Ledger) -> bytes:
    return ledger.settings[STAFF] or b""


def _index(office: Office, person: Person) -> int:
    return office.staff_file.staff.index(person)


def _named(person: Person) -> str:
    return aside(person.name, person.id)
