"""How an option or an argument is written and described, in the language of the session."""

from enum import Enum

from typer._click import Context, Parameter
from typer._click.types import BoolParamType, _NumberParamTypeBase, _NumberRangeBase
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperOption

from gridctl.words import _, listed


def in_words(text: str | None) -> str:
    """A text marked with N_, translated now."""
    return _(text) if text else ""


def forms(option: Parameter) -> str:
    """`-o, --output FILE`; a flag without its value."""
    written = ", ".join(sorted(option.opts, key=len))
    if option.secondary_opts:
        written += " / " + ", ".join(option.secondary_opts)
    is_flag = isinstance(option, TyperOption) and (option.is_flag or option.count)
    return written if is_flag else f"{written} {metavar(option)}"


def metavar(param: Parameter) -> str:
    """The word that stands for the value."""
    if param.metavar:
        return _(param.metavar)
    choices = choices_of(param)
    if choices:
        return "|".join(choices)
    if param.param_type_name == "argument":
        return _((param.name or "").upper())
    if isinstance(param.type, _NumberParamTypeBase):
        return _("N")
    return _("FILE") if param.type.name in ("path", "file", "filename", "directory") else _("TEXT")


def choices_of(param: Parameter) -> list[str]:
    """The values a parameter is limited to; empty where any will do."""
    if not isinstance(param.type, TyperChoice):
        return []
    return [str(c.value) if isinstance(c, Enum) else str(c) for c in param.type.choices]


def described(param: Parameter, context: Context) -> str:
    """The help text with what it must be, may be, or is when left out."""
    text = in_words(getattr(param, "help", None))
    notes = []
    if getattr(param, "show_envvar", False) and param.envvar:
        names = [param.envvar] if isinstance(param.envvar, str) else param.envvar
        notes.append(_("env: {names}").format(names=listed(names)))
    default = _default(param, context)
    if default:
        notes.append(_("default: {value}").format(value=default))
    if isinstance(param.type, _NumberRangeBase) and limits_of(param.type):
        notes.append(limits_of(param.type))
    if param.multiple:
        notes.append(_("may be repeated"))
    if param.required and param.param_type_name == "option":
        notes.append(_("required"))
    for note in notes:
        text = (
            _("{sentence} {more}").format(sentence=text, more=f"[{note}]") if text else f"[{note}]"
        )
    return text


def limits_of(number: _NumberRangeBase) -> str:
    """The range that a number must keep to."""
    if number.min is None:
        return _("at most {most}").format(most=number.max)
    if number.max is None:
        return _("at least {least}").format(least=number.min)
    return _("{least} to {most}").format(least=number.min, most=number.max)


def _default(param: Parameter, context: Context) -> str:
    if not isinstance(param, TyperOption | TyperArgument) or not param.show_default:
        return ""
    if isinstance(param.show_default, str):
        return _(param.show_default)
    value = param.get_default(context, call=False)
    if value in (None, "", (), []) or callable(value) or isinstance(param.type, BoolParamType):
        return ""
    values = value if isinstance(value, list | tuple) else [value]
    return listed(v.value if isinstance(v, Enum) else v for v in values)
