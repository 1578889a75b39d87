"""Sources: the register of the channels through which reports come in, built-in and the ledger's own."""

from datetime import date

from gridctl.domain.grids import Settings, Source
from gridctl.domain.terms import SOURCES
from gridctl.errors import Refused
from gridctl.words import Both, Message, aside, say


def labels(settings: Settings) -> dict[str, Both]:
    """The name of every source by its key, the built-in ones first."""
    return SOURCES | {each.id: Both(each.name, each.name) for each in settings.sources}


def kind_of(settings: Settings, key: str) -> str:
    """`built-in`, `platform` (others were merged into it), `system` (merged into one), else `own`."""
    source = {each.id: each for each in settings.sources}.get(key)
    if source is None:
        return "built-in"
    if source.platform:
        return "system"
    return "platform" if source.merged or systems_of(settings, key) else "own"


def systems_of(settings: Settings, platform: str) -> tuple[Source, ...]:
    """The systems that are named as merged into a platform."""
    return tuple(each for each in settings.sources if each.platform == platform)


def departments_of(settings: Settings, platform: str) -> tuple[str, ...]:
    """The departments that are named for a platform: its own and those of its systems, each once."""
    named = (each for each in settings.sources if platform in (each.id, each.platform))
    return tuple(dict.fromkeys(unit for each in named for unit in each.departments))


def is_open(settings: Settings, key: str, day: date) -> bool:
    """Whether a report of that day may come through it; a built-in or unknown source has no end."""
    source = {each.id: each for each in settings.sources}.get(key)
    if source is None:
        return True
    return (not source.since or source.since <= day) and (not source.until or day <= source.until)


def check_open(settings: Settings, key: str, day: date) -> None:
    """Refuses a source that was not yet, or no longer, there on the day of the report."""
    if is_open(settings, key, day):
        return
    source = next(each for each in settings.sources if each.id == key)
    raise Refused(
        "K01",
        say(
            "The source {source} is in use {span}, not on {day}.",
            source=aside(source.name, source.id),
            span=span(source),
            day=day,
        ),
        say("See the register: gridctl source list"),
    )


def span(source: Source) -> Message | str:
    """From when until when it is in use, in words."""
    if source.since and source.until:
        return say("from {since} to {until}", since=source.since, until=source.until)
    if source.until:
        return say("until {until}", until=source.until)
    return say("from {since} on", since=source.since) if source.since else "–"
