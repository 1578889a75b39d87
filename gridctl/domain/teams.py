"""Teams: everybody who works in a grid and below it on a day, once, with their posts there."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from gridctl.domain.office import Office
from gridctl.domain.people import Person, Post
from gridctl.domain.terms import ROLES, STAFF_KINDS


@dataclass(frozen=True)
class Member:
    """A person, and the posts held there on the day."""

    person: Person
    posts: tuple[Post, ...]


@dataclass(frozen=True)
class Team:
    """The members by role and place; counts by kind and home add up to them, roles may be several."""

    grid: str
    day: date
    members: tuple[Member, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many of each kind; they add up to all."""
        counted: Counter[str] = Counter(each.person.kind for each in self.members)
        return {kind: counted[kind] for kind in STAFF_KINDS if counted[kind]}

    @property
    def homes(self) -> dict[str, int]:
        """How many of each department or grid, the most first; they add up to all."""
        return dict(Counter(each.person.home for each in self.members).most_common())

    @property
    def roles(self) -> dict[str, int]:
        """How many hold each role; who holds two counts twice."""
        counted: Counter[str] = Counter(
            role for each in self.members for role in {p.role for p in each.posts}
        )
        return {role: counted[role] for role in ROLES if counted[role]}


def team(office: Office, grid: str, day: date) -> Team:
    """The team of a grid."""
    inside = {each: n for n, each in enumerate(office.grids) if grid in office.line_of(each)}
    order = list(ROLES)

    def place(member: Member) -> tuple[int, int, str]:
        first = min((order.index(post.role), inside[post.grid]) for post in member.posts)
        return (*first, member.person.id)

    posts = {
        person.id: tuple(post for post in person.posts_on(day) if post.grid in inside)
        for person in office.people.values()
    }
    members = [Member(office.people[each], held) for each, held in posts.items() if held]
    return Team(grid, day, tuple(sorted(members, key=place)))
