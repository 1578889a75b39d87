"""Typer's own complaints about a call, said in our words and in the language of the session."""

import re
from difflib import get_close_matches

from typer._click import ClickException, Parameter
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    FileError,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.types import (
    BoolParamType,
    DateTime,
    File,
    FloatParamType,
    IntParamType,
    ParamType,
    UUIDParameterType,
    _NumberRangeBase,
)
from typer.models import TyperPath

from gridctl.cli.marks import N_
from gridctl.cli.parameters import choices_of, forms, limits_of, metavar
from gridctl.words import _, listed

_WHOLE = N_("{value} is not a whole number.")
_NUMBER = N_("{value} is not a number.")
_YES_OR_NO = N_("{value} is neither yes nor no.")
_DATE = N_("{value} is not a date; write it like 2026-11-24.")
_UUID = N_("{value} is not a UUID.")
_FILE = N_("{value} cannot be opened.")
_PATHS = (
    ("does not exist.", N_("{value} does not exist.")),
    ("is a file.", N_("{value} is a file, not a folder.")),
    ("is a directory.", N_("{value} is a folder, not a file.")),
    ("is not readable.", N_("{value} cannot be read.")),
    ("is not writable.", N_("{value} cannot be written to.")),
)


def complaint(error: ClickException) -> str:
    """What is wrong with the call, as it was typed: not yet fit for a terminal."""
    match error:
        case MissingParameter(param=Parameter() as param):
            return _missing(param)
        case BadParameter(param=Parameter() as param):
            return _("{name}: {reason}").format(name=_name(param), reason=_reason(error, param))
        case NoSuchOption():
            return _no_such_option(error)
        case BadOptionUsage():
            return _bad_option(error)
        case BadArgumentUsage():
            return _("An argument has too few values.")
        case FileError():
            return _("The file {path} cannot be opened.").format(path=error.ui_filename)
    return _plain(error.format_message())


def advice(error: ClickException) -> str:
    """Where to read on."""
    context = error.ctx if isinstance(error, UsageError) else None
    return _("How it is called: {path} --help").format(
        path=context.command_path if context else "gridctl"
    )


def _plain(message: str) -> str:
    """Complaints that carry nothing but an English sentence, told apart by its beginning."""
    if message.startswith("Got unexpected extra argument"):
        words = message.partition("(")[2].partition("(")[2].rstrip(")")
        return _("This is too much: {words}").format(words=words)
    if message.startswith("Missing command"):
        return _("A command is missing.")
    return message


def _name(param: Parameter) -> str:
    if param.param_type_name == "option":
        return ", ".join(sorted(param.opts, key=len))
    return metavar(param)


def _missing(param: Parameter) -> str:
    choices = choices_of(param)
    if param.param_type_name == "option":
        text = _("The option {option} is missing.").format(option=forms(param))
    else:
        text = _("The argument {argument} is missing.").format(argument=metavar(param))
    return _joined(text, _choose(choices)) if choices else text


def _joined(sentence: str, more: str) -> str:
    """Two sentences; Chinese sets no blank between them."""
    return _("{sentence} {more}").format(sentence=sentence, more=more)


def _choose(choices: list[str]) -> str:
    return _("Choose from: {choices}").format(choices=listed(choices, most=30))


def _no_such_option(error: NoSuchOption) -> str:
    text = _("There is no option {option}.").format(option=error.option_name)
    params = error.ctx.command.params if error.ctx else []
    shown = [opt for param in params if not getattr(param, "hidden", False) for opt in param.opts]
    near = get_close_matches(error.option_name, shown, n=3, cutoff=0.7)
    if not near:
        return text
    return _joined(text, _("Did you mean {options}?").format(options=listed(near)))


def _bad_option(error: BadOptionUsage) -> str:
    params = error.ctx.command.params if error.ctx else []
    for param in params:
        if error.option_name in param.opts:
            if getattr(param, "is_flag", False):
                return _("{option} takes no value.").format(option=error.option_name)
            return _("{option} needs a value: {form}").format(
                option=error.option_name, form=forms(param)
            )
    return _("{option} is not used like this.").format(option=error.option_name)


def _reason(error: BadParameter, param: Parameter) -> str:
    """Why a value is refused, by the type that refused it."""
    value = _value(error.message)
    if choices := choices_of(param):
        text = _("{value} is not among the choices.").format(value=value)
        return _joined(text, _choose(choices))
    if isinstance(param.type, _NumberRangeBase) and "not in the range" in error.message:
        return _("{value} is out of range ({range}).").format(
            value=value, range=limits_of(param.type)
        )
    template = _expected(param.type, error.message)
    return _(template).format(value=value) if template else error.message


def _expected(kind: ParamType, message: str) -> str | None:
    """The English sentence for a value of the wrong form; None where the type speaks for itself."""
    match kind:
        case IntParamType():
            return _WHOLE
        case FloatParamType():
            return _NUMBER
        case BoolParamType():
            return _YES_OR_NO
        case DateTime():
            return _DATE
        case UUIDParameterType():
            return _UUID
        case File():
            return _FILE
        case TyperPath():
            return next((said for typers, said in _PATHS if message.endswith(typers)), _FILE)
    return None


def _value(message: str) -> str:
    """The value that Typer quotes in its message, as it shows it."""
    quoted = re.search(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", message)
    if quoted:
        return quoted[1] if quoted[1] is not None else quoted[2]
    return message.partition(" ")[0]
