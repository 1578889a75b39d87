"""Grid check page: what was found by rule, the coverages and the rooms."""

from collections.abc import Iterator, Mapping, Sequence

from gridctl.domain.answering_terms import COVERAGES, GRID_RULES
from gridctl.domain.coverage import Share
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.placement import Rooms
from gridctl.domain.shortfall import REMINDERS, Shortfall
from gridctl.reports.report import Rate
from gridctl.words import _, aside, listed


def of_findings(found: Sequence[Shortfall], office: Office, *, most: int) -> Iterator[str]:
    """By rule, in the rules' order; where several grids lack the same, it is said once.

    `most`: how many grids a line names.
    """
    for rule, title in GRID_RULES.items():
        of_rule = [each for each in found if each.rule == rule]
        if of_rule:
            mark = _("to note") if rule in REMINDERS else _("to mend")
            yield f"{title}  [{mark}]  {len(of_rule)}"
            yield from _messages(of_rule, office, most)


def _messages(found: Sequence[Shortfall], office: Office, most: int) -> Iterator[str]:
    alike: dict[str, list[str]] = {}
    for each in found:
        where = alike.setdefault(str(each.message), [])
        if each.grid:
            where.append(aside(office.unit_name(each.grid), each.grid))
    for message, grids in alike.items():
        place = visible(listed(grids, most=most))
        text = visible(message)
        yield "  " + (_("{place}: {message}").format(place=place, message=text) if place else text)


def of_coverage(shares: Mapping[str, Share], month: str) -> Iterator[str]:
    """The three ratios as counts; full response is about the cases of the month."""
    for name, share in shares.items():
        part, whole = len(share.part), len(share.whole)
        line = (
            _("{name}: {part} of {whole} cases reported in {month} ({rate})")
            if name == "full_response"
            else _("{name}: {part} of {whole} leaf grids ({rate})")
        )
        yield line.format(
            name=COVERAGES[name], part=part, whole=whole, month=month, rate=Rate(part, whole)
        )


def of_rooms(rooms: Rooms) -> str:
    """The joint enforcement rooms in one line."""
    return _(
        "Joint enforcement rooms: {rooms}, in {with_room} of {grids} level-2 grids; {departments} departments, {people} people"
    ).format(
        rooms=rooms.rooms,
        with_room=rooms.with_room,
        grids=rooms.grids,
        departments=len(rooms.departments),
        people=len(rooms.people),
    )
