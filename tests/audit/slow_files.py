"""What the slow auditor sees in one file: whether it is in its place, sound, and grown from another."""

from dataclasses import replace

from gridctl.app.case_files import is_case_path
from gridctl.domain import steps
from gridctl.domain.journal.month import key_of_path
from gridctl.domain.replaying import next_in
from gridctl.domain.steps import rebuild
from gridctl.errors import Refused
from gridctl.store import case_file, journal_file
from gridctl.store.yaml_text import Unreadable


def out_of_place(path, past, new, data):
    """The rule that a path breaks before anybody compares what it holds."""
    is_case = path.startswith("cases/")
    if new is None:
        return ("C07" if is_case else "J04") if belongs(path) and past is not None else None
    if data is None:
        return "F09"
    if not belongs(path):
        return "F08" if is_case else "J01"
    return None if sound(path, data) else rule_of(path, data)


def belongs(path):
    return is_case_path(path) or key_of_path(path) is not None


def sound(path, data):
    """The case or journal in these bytes, None where they are not sound."""
    try:
        return (case_file if path.startswith("cases/") else journal_file).read(path, data)
    except Unreadable:
        return None


def rule_of(path, data):
    try:
        (case_file if path.startswith("cases/") else journal_file).read(path, data)
    except Unreadable as error:
        return error.problem.rule


def whole(path, good, since):
    """A case as it was last good, and behind it whatever of `since` can follow there."""
    case, numbers = sound(path, good), {}
    for event in since:
        try:
            own = next_in(event, len(case.history) + 1, numbers)
            case = steps.advance(case, own)
            numbers[event.n] = own.n
        except Refused:
            numbers[event.n] = None
    return case_file.write(case) if since else good


def grew(path, old, new):
    """Whether the entries of the one stand unchanged at the start of the other's."""
    before, after = sound(path, old), sound(path, new)
    if after is None:
        return False
    if path.startswith("cases/"):
        return case_file.write(rebuild(after.id, after.history[: before.version])) == old
    kept = after.entries[: len(before.entries)]
    return journal_file.write(replace(after, entries=kept)) == old
