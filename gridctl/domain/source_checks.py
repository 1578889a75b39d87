"""Source checks: the ledger's own sources have ids of their own and refer to what there is."""

from collections.abc import Iterator

from gridctl.domain.catalogue import Catalogue
from gridctl.domain.finding import Finding, check_span, unknown
from gridctl.domain.grids import Source
from gridctl.domain.identifiers import NAME
from gridctl.domain.office import Office
from gridctl.domain.settings_files import GRIDS
from gridctl.domain.terms import SOURCES
from gridctl.words import Message, say


def check_sources(office: Office, _catalogue: Catalogue) -> Iterator[Finding]:
    """Ids, platforms, departments, days and the numbers declared of every source."""
    taken = set(SOURCES)
    names = {term.zh for term in SOURCES.values()} | {term.en for term in SOURCES.values()}
    for index, source in enumerate(office.settings.sources):
        place = ("ledger", "sources", index)
        if source.id in taken or not NAME.fullmatch(source.id):
            yield Finding(
                GRIDS,
                (*place, "id"),
                "S01",
                say("The source id “{id}” is taken or not well formed.", id=source.id),
            )
        if source.name in names:
            taken_name = say("The source name “{name}” is taken already.", name=source.name)
            yield Finding(GRIDS, (*place, "name"), "S01", taken_name)
        taken.add(source.id)
        names.add(source.name)
        message = _of_platform(office, source)
        if message:
            yield Finding(GRIDS, (*place, "platform"), "S02", message)
        for unit in source.departments:
            if unit not in office.departments:
                yield Finding(
                    GRIDS,
                    (*place, "departments"),
                    "S02",
                    unknown("department", unit, office.departments),
                )
        yield from check_span(GRIDS, place, source.since, source.until)
        merged = source.merged
        if merged and (merged.systems < 0 or merged.departments < 0):
            yield Finding(
                GRIDS,
                (*place, "merged"),
                "F06",
                say("Numbers of what was merged are not negative."),
            )


def _of_platform(office: Office, source: Source) -> Message | None:
    """A system is merged into a source of the ledger's own, which is itself not merged into one."""
    if source.platform is None:
        return None
    own = {each.id: each for each in office.settings.sources}
    platform = own.get(source.platform)
    if platform is None:
        return unknown("source", source.platform, own)
    if platform.platform or source.merged:
        return say("A platform is not itself merged into another one.")
    return None
