"""`gridctl sync`: this clone and the office's server come together."""

from typing import Annotated, Any

import typer

from gridctl.app.holding import still_held
from gridctl.app.opening import open_ledger
from gridctl.app.syncing import Synced, sync
from gridctl.cli import held_back, output
from gridctl.cli.faults import spoken
from gridctl.cli.marks import N_
from gridctl.cli.progress import telling
from gridctl.cli.session import current
from gridctl.cli.writing import acting
from gridctl.domain.hidden import visible
from gridctl.domain.office import Office
from gridctl.errors import Usage
from gridctl.views import sync_page
from gridctl.words import _, say

MORE = N_(
    "What others recorded comes first, what is yours follows on top of it, and both sides have both. What "
    "does not follow, since somebody else moved the same case meanwhile, is held back and kept: gridctl "
    "held. Nothing is taken that an audit finds altered, and nothing is ever pushed by force."
)


def command(
    server: Annotated[
        str | None,
        typer.Option(
            "--server",
            metavar=N_("SERVER"),
            help=N_("Remember this server: a folder, or what ssh takes."),
            show_default=False,
        ),
    ] = None,
    bundle: Annotated[
        str | None,
        typer.Option(
            "--bundle",
            metavar=N_("FILE"),
            help=N_("Sync through a file, on a stick for example, without a server."),
            show_default=False,
        ),
    ] = None,
    accept: Annotated[
        str | None,
        typer.Option(
            "--accept",
            metavar=N_("COMMIT"),
            help=N_(
                "Take the server's last state as it is, though it was set back or breaks a rule."
            ),
            show_default=False,
        ),
    ] = None,
    hold: Annotated[
        list[str] | None,
        typer.Option(
            "--hold",
            metavar=N_("COMMIT"),
            help=N_(
                "Hold this one of your own back and send the rest; it is kept. May be given again."
            ),
            show_default=False,
        ),
    ] = None,
) -> int:
    """Sync; 1 where something was held back or not taken."""
    _check_words(server, bundle, accept, *(hold or ()))
    session = current()
    done = sync(
        session.folder,
        acting(),
        server=server,
        bundle=bundle,
        accept=accept,
        hold=hold or (),
        tell=telling(),
    )
    output.warn(done.warnings)
    if session.json:
        output.say_json(_object(done))
    else:
        with open_ledger(session.folder) as ledger:
            output.say_lines(_lines(done, ledger.office))
            before = still_held(ledger) - len(done.held)
        if before > 0:
            output.warn(
                [say("{count} entries are held back from earlier: gridctl held", count=before)]
            )
    return 0 if done.sound else 1


def _check_words(server: str | None, bundle: str | None, *words: str | None) -> None:
    if server is not None and bundle is not None:
        raise Usage(
            say("--server and --bundle do not go together: a sync has one other side."),
            say("Through a file: gridctl sync --bundle FILE"),
        )
    if any(word is not None and not word.strip() for word in (server, bundle, *words)):
        raise Usage(
            say("An option was given without what it names."), say("See: gridctl sync --help")
        )


def _lines(done: Synced, office: Office) -> list[str]:
    heading = [_("Dry run: nothing was taken and nothing sent.")] if current().dry_run else []
    refused = [
        *held_back.violation_lines(
            done.incoming, say("Nothing was taken: what came breaks the rules.")
        ),
        *held_back.violation_lines(
            done.outgoing, say("Nothing was sent: what is yours breaks the rules.")
        ),
    ]
    if refused:
        return [*heading, *refused, *_next(done), *held_back.lines(done.held, office)]
    counted = sync_page.counted(done.fetched, done.replayed, done.pushed, done.server)
    numbers = [sync_page.renumbered(*each) for each in done.renumbered]
    there = sync_page.already_there(done.there)
    return [*heading, *counted, *there, *numbers, *held_back.lines(done.held, office)]


def _next(done: Synced) -> list[str]:
    found = done.incoming or done.outgoing
    word = f"{found[0].commit[:10]}~1..{found[0].commit[:10]}"
    lines = []
    if done.outgoing:
        lines += [visible(spoken(each.remedy)) for each in found[:1] if each.remedy]
        named = dict.fromkeys(each.commit[:10] for each in done.outgoing)
        command = "gridctl sync " + " ".join(f"--hold {each}" for each in named)
        lines.append(_("Next: {command}").format(command=command))
        lines.append("  " + _("or: {command}").format(command=f"gridctl diff {word}"))
        return lines
    lines.append(_("Next: {command}").format(command=f"gridctl diff {word}"))
    if done.incoming:
        lines.append(
            _("Show it to who keeps the server. If the office takes it as it is: {command}").format(
                command=f"gridctl sync --accept {done.came[:10]}"
            )
        )
    return lines


def _object(done: Synced) -> dict[str, Any]:
    return {
        "server": done.server,
        "head": done.head,
        "fetched": done.fetched,
        "replayed": done.replayed,
        "already_there": done.there,
        "pushed": done.pushed,
        "renumbered": [each._asdict() for each in done.renumbered],
        "held": held_back.objects(done.held),
        "incoming": held_back.violation_objects(done.incoming),
        "outgoing": held_back.violation_objects(done.outgoing),
    }
