"""`gridctl init`: a folder becomes a ledger."""

from dataclasses import replace
from typing import Annotated

import typer

from gridctl.app.founding import Foundation, found, has_settings, identity_at
from gridctl.cli import output
from gridctl.cli.asking import ask
from gridctl.cli.marks import N_
from gridctl.cli.session import current
from gridctl.words import Message, _, listed, say

MORE = N_(
    "A folder with grids.yaml and staff.yaml is recorded as it is; an empty one gets both from "
    "--id, --name and --code-name. Who makes it becomes its first dispatcher."
)


def command(
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("DIR"),
            help=N_("The folder; it is made where there is none."),
            show_default=N_("this folder"),
        ),
    ] = None,
    office: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar=N_("ID"),
            help=N_("Short id of the office, which begins its case ids: lz."),
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar=N_("LABEL"), help=N_("Name of the office."), show_default=False
        ),
    ] = None,
    code_name: Annotated[
        str | None,
        typer.Option(
            "--code-name",
            metavar=N_("CODE-NAME"),
            help=N_("Code name of the office in case numbers."),
            show_default=False,
        ),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(
            "--person",
            metavar=N_("NAME"),
            help=N_("Your name, where git does not know it."),
            show_default=False,
        ),
    ] = None,
    email: Annotated[
        str | None,
        typer.Option(
            "--email",
            metavar=N_("ADDRESS"),
            help=N_("Your address, where git does not know it."),
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make the ledger."""
    session = current()
    target = folder or session.folder
    foundation = _asked(
        target,
        Foundation(
            office=office, office_name=name, code_name=code_name, person=person, email=email
        ),
    )
    done = found(
        target,
        foundation,
        session.now.astimezone(),
        language=session.language,
        fixed_clock=session.fixed_clock,
    )
    output.warn(done.warnings)
    if session.json:
        output.say_json({"ledger": done.root, "files": list(done.files), "commit": done.commit})
    elif done.commit is None:
        output.say_lines(
            [_("{folder} is a ledger already; nothing was changed.").format(folder=done.root)]
        )
    else:
        lines = [
            _("{folder} is a ledger now; recorded: {files}").format(
                folder=done.root, files=listed(done.files)
            ),
            "  " + _("Next: {command}").format(command="gridctl grid tree"),
        ]
        output.say_lines(lines)


def _asked(target: str, given: Foundation) -> Foundation:
    """What a person answers where a new ledger needs it."""
    if not current().interactive:
        return given
    questions: dict[str, Message] = {}
    if not has_settings(target):
        questions |= {
            "office": say("Short id of the office (letters, e.g. lz)"),
            "office_name": say("Name of the office"),
            "code_name": say("Code name in case numbers"),
        }
    if identity_at(target) is None:
        questions |= {"person": say("Your name"), "email": say("Your address")}
    answers = {key: ask(question) for key, question in questions.items() if not getattr(given, key)}
    return replace(given, **answers)
