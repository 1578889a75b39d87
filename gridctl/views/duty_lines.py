"""Duty lines: what duties check found, in sentences, gathered under the widest class."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.duty_checks import DutyFindings
from gridctl.domain.duty_placement import Misplaced
from gridctl.domain.folding import Fold, folded
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.domain.terms import ACTIONS, DUTY_FINDINGS, GAPS, LEVELS, ROLES
from gridctl.words import _, aside, listed


class _Book(NamedTuple):
    """Where the names of what was found stand."""

    office: Office
    catalogue: Catalogue


def of_findings(found: DutyFindings, office: Office, catalogue: Catalogue) -> Iterator[str]:
    """A paragraph a kind of finding; what was not found is said too."""
    book = _Book(office, catalogue)
    tell: dict[str, Callable[[Any], Iterable[str]]] = {
        "overlaps": lambda each: _gathered(book, each, _same_units, _action_of, _overlap),
        "crossings": lambda each: _gathered(book, each, _same_crossing, _action_of, _crossing),
        "gaps": lambda each: _gathered(book, each, _same_gap, lambda gap: gap.office, _gap),
        "levels": lambda each: _levels(book, each),
        "reach": lambda each: _gathered(book, each, _same_reach, _action_of, _reach),
        "no_basis": lambda each: _no_basis(book, each),
    }
    for kind, label in DUTY_FINDINGS.items():
        findings = getattr(found, kind)
        if findings:
            yield _("{kind} [{rule}]: {count}").format(
                kind=label, rule=findings[0].rule, count=len(findings)
            )
            yield from (f"  {line}" for line in tell[kind](findings))
        else:
            yield _("{kind}: none").format(kind=label)


def of_fold(fold: Fold[Any], catalogue: Catalogue) -> str:
    """The categories of a group: a whole class, a part of one, or a single one."""
    if len(fold.codes) == 1:
        return f"{fold.codes[0]} {catalogue.categories[fold.codes[0]].name}"
    known = catalogue.classes.get(fold.code)
    name = f"{fold.code} {known.name}" if known else fold.code
    if fold.whole:
        return aside(name, _("all {count} categories").format(count=len(fold.codes)))
    return aside(
        name,
        _("{count} categories: {codes}").format(count=len(fold.codes), codes=listed(fold.codes)),
    )


def _gathered(
    book: _Book,
    findings: Iterable[Any],
    same: Callable[[Any], object],
    apart: Callable[[Any], str],
    tell: Callable[[_Book, Any], str],
) -> Iterator[str]:
    """A line a group of categories of which the same was found; `apart` keeps several findings of
    one category from one another.
    """
    kinds: dict[str, dict[str, Any]] = {}
    for each in findings:
        kinds.setdefault(apart(each), {})[each.category] = each
    for values in kinds.values():
        for fold in folded(values, book.catalogue.categories, same):
            yield f"{of_fold(fold, book.catalogue)}  {tell(book, fold.value)}"


def _action_of(found: Any) -> str:
    return str(found.action)


def _same_units(found: Any) -> object:
    return found.units


def _same_crossing(found: Any) -> object:
    return found.units, found.office, found.level


def _same_gap(found: Any) -> object:
    return found.why, found.held, found.missing


def _same_reach(found: Any) -> object:
    return found.units, found.grids


def _overlap(book: _Book, found: Any) -> str:
    return _("{action}: {units} all lead").format(
        action=ACTIONS[found.action], units=_units(book, found.units)
    )


def _crossing(book: _Book, found: Any) -> str:
    office = visible(book.office.unit_name(found.office))
    return _("{action}: {units}, and {office} as a duty on the {level}").format(
        action=ACTIONS[found.action],
        units=_units(book, found.units),
        office=office,
        level=LEVELS.get(found.level, "–"),
    )


def _gap(book: _Book, found: Any) -> str:
    line = str(GAPS[found.why])
    if found.held:
        held = [f"{visible(book.office.unit_name(u))} {ACTIONS[a]}" for u, a in found.held]
        line += _("; there is: {held}").format(held=listed(held))
    if found.missing:
        line += _("; missing: {actions}").format(
            actions=listed(ACTIONS[action] for action in found.missing)
        )
    return line


def _reach(book: _Book, found: Any) -> str:
    names = listed((visible(book.office.unit_name(grid)) for grid in found.grids), most=6)
    return _("{action}: {units} has nobody for second-level grids ({count}): {grids}").format(
        action=ACTIONS[found.action],
        units=_units(book, found.units),
        count=len(found.grids),
        grids=names,
    )


def _levels(book: _Book, found: Iterable[Misplaced]) -> Iterator[str]:
    """A line a duty, and one for all the people of a role on one level."""
    posts: dict[tuple[str, int], list[Misplaced]] = {}
    for each in found:
        if each.role:
            posts.setdefault((each.role, each.level), []).append(each)
        else:
            category = each.category or ""
            known = book.catalogue.classes.get(category) or book.catalogue.categories.get(category)
            yield _(
                "duty {category} {action} stands on the {level}; it belongs on: {allowed}"
            ).format(
                category=f"{category} {known.name}" if known else category,
                action=ACTIONS[each.action],
                level=LEVELS[each.level],
                allowed=_allowed(each),
            )
    for (role, level), held in posts.items():
        who = [
            aside(visible(book.office.person_name(m.staff or "")), f"{m.staff} {m.grid}")
            for m in held
        ]
        yield _("{role} in a {level}, belongs on: {allowed}; {count}: {people}").format(
            role=ROLES[role],
            level=LEVELS[level],
            allowed=_allowed(held[0]),
            count=len(held),
            people=listed(who, most=4),
        )


def _allowed(found: Misplaced) -> str:
    return listed(LEVELS[level] for level in found.allowed)


def _no_basis(book: _Book, found: Iterable[Any]) -> Iterator[str]:
    for each in found:
        yield f"{_units(book, [each.unit])}  {each.category} {ACTIONS[each.action]}"


def _units(book: _Book, units: Iterable[str]) -> str:
    return listed(visible(book.office.unit_name(unit)) for unit in units)
