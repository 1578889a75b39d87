"""The one answer to every error: a sentence for the person, an exit code for the script."""

import sys

from gridctl.cli import streams
from gridctl.cli.marks import N_
from gridctl.domain.hidden import visible
from gridctl.errors import Broken, GridctlError, Problem, Refused, Rejected
from gridctl.words import Message, _

INTERRUPTED = 130
READER_GONE = 141  # what a shell reports of a program that SIGPIPE ended
DISK = 40
OUR_FAULT = 70
# What the system says of a file or a disk, most often.
SYSTEM = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Input/output error"),
)
_LONGEST = 500  # characters quoted of one value; the rest is cut


def answer(error: BaseException) -> int:
    """Tell `error` on standard error and return the exit code that goes with it."""
    if isinstance(error, GridctlError):
        _tell(_lines(error))
        return error.exit_code
    if isinstance(error, BrokenPipeError):
        streams.hush()
        return READER_GONE
    if isinstance(error, KeyboardInterrupt):
        _tell([_("Interrupted.")])
        return INTERRUPTED
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 0 if error.code is None else 1
    return _typers(error)


def _typers(error: BaseException) -> int:
    """Typer is imported by now, or the error is nothing of its."""
    import typer
    from typer._click.exceptions import ClickException, NoArgsIsHelpError

    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort | EOFError):
        _tell([_("Interrupted.")])
        return INTERRUPTED
    if isinstance(error, NoArgsIsHelpError):
        _tell([error.format_message()])
        return error.exit_code
    if isinstance(error, ClickException):
        from gridctl.cli.typer_words import advice, complaint

        _tell([_("Error: {message}").format(message=visible(complaint(error))), advice(error)])
        return 2
    return _unforeseen(error)


def _unforeseen(error: BaseException) -> int:
    """One line for the person, the trace in a file."""
    from gridctl.cli.trace import keep

    path = keep(error)
    if isinstance(error, OSError):
        reason = _(error.strerror) if error.strerror in SYSTEM else error.strerror
        what = visible(_(": ").join(str(part) for part in (error.filename, reason) if part))
        line = _("Error: a file or the disk failed: {what}. Details: {path}")
        _tell([line.format(what=what or type(error).__name__, path=path)])
        streams.hush()
        return DISK
    line = _("Error: gridctl itself failed ({kind}). Please report it with this file: {path}")
    _tell([line.format(kind=type(error).__name__, path=path)])
    return OUR_FAULT


def _lines(error: GridctlError) -> list[str]:
    """Message, what stands against it, hint, and what is possible instead."""
    message = spoken(error.message)
    if isinstance(error, Refused):
        return [
            _("Refused by the rule {rule}: {message}").format(rule=error.rule, message=message),
            *_reach(error),
            *_hint(error),
            *([_("Possible now:")] if error.legal else []),
            *(f"  {visible(command)}" for command in error.legal),
        ]
    problems = error.problems if isinstance(error, Broken | Rejected) else ()
    told = [line for problem in problems for line in problem_lines(problem)]
    return [_("Error: {message}").format(message=message), *_reach(error), *told, *_hint(error)]


def problem_lines(problem: Problem) -> list[str]:
    """`path:line: [rule] message`, and the remedy under it."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    lines = [f"{visible(place)}: [{problem.rule}] {spoken(problem.message)}"]
    return [*lines, f"  {spoken(problem.remedy)}"] if problem.remedy else lines


def spoken(message: Message) -> str:
    """The message in the language of the session; what it quotes cannot steer the terminal."""
    quoted = {
        name: _quoted(_(value) if name == "reason" and value in SYSTEM else value)
        for name, value in message.values.items()
    }
    return _(message.template).format(**quoted) if quoted else _(message.template)


def _quoted(value: object) -> object:
    if isinstance(value, str):
        text = visible(value)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return spoken(value) if isinstance(value, Message) else value


def _reach(error: GridctlError) -> list[str]:
    return [spoken(error.reach)] if error.reach else []


def _hint(error: GridctlError) -> list[str]:
    return [spoken(error.hint)] if error.hint else []


def _tell(lines: list[str]) -> None:
    """A closed standard error changes nothing about the exit code."""
    try:
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return
