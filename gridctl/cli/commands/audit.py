"""`gridctl audit`: does the history show that no record was altered, and everybody might do what he did?"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from gridctl.app.audit_here import audit_here
from gridctl.app.auditing import Audited
from gridctl.cli import output
from gridctl.cli.auditing import commit_lines
from gridctl.cli.faults import spoken
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.domain.anchor import read
from gridctl.domain.moments import stamp
from gridctl.domain.violation import Violation
from gridctl.views import audit_page
from gridctl.words import _

MORE = N_(
    "A..B takes what was recorded after A and up to B, A.. what came after A; A and B are revisions or "
    "days, and 2026-11 is a period. Without a range the "
    "whole history is audited. Every commit is judged by the settings before it."
)
Between = Annotated[
    str | None,
    typer.Argument(
        metavar=N_("RANGE"), help=N_("What to audit, such as A..B or 2026-11."), show_default=False
    ),
]


Anchors = Annotated[
    list[str] | None,
    typer.Option(
        "--anchor",
        metavar=N_("LINE"),
        help=N_("The line of an anchor, from paper; can be given again."),
        show_default=False,
    ),
]


def command(between: Between = None, anchor: Anchors = None) -> int:
    """Audit; 1 where something breaks a rule."""
    session = current()
    anchors = [read(line) for line in anchor or ()]
    done = audit_here(session.folder, between, session.now, watch=_watched, anchors=anchors)
    if session.json:
        output.say_json(_object(done, between or "HEAD"))
    else:
        output.say_lines(_page(done))
    return 1 if done.violations else 0


def _page(done: Audited) -> Iterator[str]:
    """Violations commit by commit, how much was looked at, and what is not proved."""
    yield from commit_lines(done)
    yield audit_page.summary(done.commits, len(done.violations))
    yield audit_page.not_proved(done.unproven)


def _object(done: Audited, asked: str) -> dict[str, Any]:
    return {
        "range": asked,
        "commits": done.commits,
        "tip": done.tip,
        "violations": [_violation(done, each) for each in done.violations],
        "unproven": [spoken(each) for each in done.unproven],
        "sound": not done.violations,
    }


def _violation(done: Audited, found: Violation) -> dict[str, Any]:
    made = done.named[found.commit]
    return {
        "commit": found.commit,
        "author": f"{made.author.name} <{made.author.email}>",
        "recorded": stamp(made.authored_at),
        "rule": found.rule,
        "message": spoken(found.message),
        "path": found.path,
        "case": found.case,
        "remedy": spoken(found.remedy) if found.remedy else None,
    }


def _watched(edges: Iterable[Any]) -> Iterable[Any]:
    """The edges with a progress bar on standard error, in a terminal."""
    if not current().interactive:
        return edges
    from gridctl.views.progress import watched

    return watched(edges, None, _("Auditing"))
