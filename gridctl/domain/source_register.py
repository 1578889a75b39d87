"""Source register: what does not hold between the register of sources and the cases that name them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from gridctl.domain.facts import Facts
from gridctl.domain.grids import Settings, Source
from gridctl.domain.office import Office
from gridctl.domain.source_terms import SOURCE_RULES
from gridctl.domain.sources import departments_of, is_open, labels, span, systems_of
from gridctl.words import Message, aside, listed, say


class Gap(NamedTuple):
    """What does not hold of a source: a key of `source_terms.SOURCE_RULES`, how, and the cases in point."""

    rule: str
    source: str
    message: Message
    cases: tuple[str, ...] = ()


def gaps(office: Office, cases: Iterable[Facts], today: date) -> list[Gap]:
    """Every gap, in the order of the rules."""
    settings = office.settings
    by_source: dict[str, list[Facts]] = defaultdict(list)
    for case in cases:
        by_source[case.source].append(case)
    found = [
        *_declared(office),
        *_unused(settings, by_source, today),
        *_unknown(settings, by_source),
        *_out_of_time(settings, by_source),
    ]
    return sorted(found, key=lambda gap: list(SOURCE_RULES).index(gap.rule))


def _declared(office: Office) -> Iterator[Gap]:
    """As many systems and departments are named as a platform is said to merge."""
    for source in office.settings.sources:
        if source.merged is None:
            continue
        systems = [each.name for each in systems_of(office.settings, source.id)]
        units = [office.unit_name(each) for each in departments_of(office.settings, source.id)]
        for rule, declared, named in (
            ("merged-systems", source.merged.systems, systems),
            ("merged-departments", source.merged.departments, units),
        ):
            if declared != len(named):
                yield Gap(
                    rule,
                    source.id,
                    say(
                        "{source} is said to merge {declared} {what}; {count} are named: {names}",
                        source=aside(source.name, source.id),
                        declared=declared,
                        what=say("systems") if rule == "merged-systems" else say("departments"),
                        count=len(named),
                        names=listed(named, most=20) or "–",
                    ),
                )


def _unused(settings: Settings, by_source: dict[str, list[Facts]], today: date) -> Iterator[Gap]:
    """Every source of the ledger's own that is in use has a case, a platform through its systems."""
    for source in settings.sources:
        through = [source, *systems_of(settings, source.id)]
        if is_open(settings, source.id, today) and not any(by_source.get(s.id) for s in through):
            yield Gap(
                "unused",
                source.id,
                say("No case came through {source}.", source=aside(source.name, source.id)),
            )


def _unknown(settings: Settings, by_source: dict[str, list[Facts]]) -> Iterator[Gap]:
    """Every source that a case names stands in the register."""
    known = labels(settings)
    for key in sorted(by_source.keys() - known.keys()):
        cases = by_source[key]
        yield Gap(
            "unknown",
            key,
            say(
                "“{source}” is not registered, but named by {ids}.",
                source=key,
                ids=listed([case.ending for case in cases]),
            ),
            tuple(case.id for case in cases),
        )


def _out_of_time(settings: Settings, by_source: dict[str, list[Facts]]) -> Iterator[Gap]:
    """A source was in use on the day that a case came through it."""
    for source in settings.sources:
        cases = [
            case
            for case in by_source.get(source.id, ())
            if not is_open(settings, source.id, case.begun.date())
        ]
        if cases:
            yield Gap("out-of-time", source.id, _late(source, cases), tuple(c.id for c in cases))


def _late(source: Source, cases: list[Facts]) -> Message:
    return say(
        "{source} is in use {span}, and was not on the day of {ids}.",
        source=aside(source.name, source.id),
        span=span(source),
        ids=listed([case.ending for case in cases]),
    )
