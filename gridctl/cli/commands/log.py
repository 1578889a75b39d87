"""`gridctl log`: what was recorded of a case, a grid, a unit or a person, told as a story."""

from functools import partial
from itertools import islice
from typing import Annotated

import typer

from gridctl.app.earlier import under_sound_settings
from gridctl.app.editions import catalogue_of
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.shared import number_is_shared
from gridctl.app.story import newest_first, of_case
from gridctl.app.topic import Topic, topic_of
from gridctl.cli import output
from gridctl.cli.marks import N_
from gridctl.cli.reading import moment, warn_shallow, warn_unrecorded
from gridctl.cli.session import current
from gridctl.domain.moments import day_typed
from gridctl.domain.office import Office
from gridctl.domain.told import Told
from gridctl.views.details import Details
from gridctl.views.story_lines import StoryLines, case_head
from gridctl.words import _, say

IN_A_TERMINAL = 50
MORE = N_(
    "A case is told from its beginning; a grid (with those below it), a unit or a person from the newest record back."
)


def command(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("CASE|GRID|UNIT|PERSON"),
            help=N_("Whose story, by id or name."),
            show_default=N_("everything"),
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            min=1,
            help=N_("At most so many."),
            show_default=N_("50 in a terminal"),
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar=N_("DAY"),
            help=N_("Only what was recorded from this day on."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Tell it."""
    session = current()
    with open_ledger(session.folder, as_of=session.as_of) as opened:
        warn_unrecorded(opened)
        warn_shallow(opened)
        ledger = under_sound_settings(opened)
        day = day_typed(since, moment(ledger).date()) if since else None
        topic = topic_of(ledger, word)
        if topic.kind == "case":
            found = of_case(ledger, next(iter(topic.ids)), since=day)
        else:
            found = newest_first(ledger, topic, since=day)
        most = limit or (IN_A_TERMINAL if session.interactive and not session.json else None)
        shown = list(islice(found, most))
        more = next(found, None) if most else None
        _put(ledger, topic, shown)
    if more:
        output.warn([say("There is more; --limit shows it.")])


def _put(ledger: Ledger, topic: Topic, shown: list[Told]) -> None:
    if current().json:
        from gridctl.views.story_json import answer

        output.say_json([answer(each) for each in shown])
        return

    def details(office: Office | None) -> Details:
        return Details(office or ledger.office, ledger.catalogue, partial(catalogue_of, ledger))

    lines = StoryLines(details, ledger.local)
    one = topic.kind == "case"
    if one and shown and shown[0].case:
        shared = number_is_shared(ledger, shown[0].case)
        output.say_lines(case_head(shown[0], shared=shared))
    for each in shown:
        output.say_lines([lines.of_case(each) if one else lines.of_many(each)])
    if not shown:
        output.say_lines([_("Nothing is recorded of it.")])
