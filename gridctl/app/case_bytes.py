"""Case bytes: what a case will hold on the disk, read back and compared before anything is written."""

from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.steps import is_neutral
from gridctl.errors import Refused
from gridctl.store import case_file
from gridctl.store.sizes import LARGEST
from gridctl.words import say


def case_bytes(case: Case, before: bytes) -> bytes:
    """The new bytes; Refused where nobody could read them back.

    `before` are the recorded ones, empty for a new case.
    """
    path, after = case_path(case.id), case_file.write(case)
    _check_size(case, len(after))
    if case_file.read(path, after) != case or not only_appends(before, after):
        raise AssertionError(path)
    return after


def _check_size(case: Case, size: int) -> None:
    """A file that nobody could read back is not written; the last steps always find room."""
    room = 32 * 1024 if is_neutral(case.history[-1]) else 0
    if size > LARGEST - room:
        raise Refused(
            "F02",
            say(
                "The file of {case} would have {size} bytes; that is too many.",
                case=case.ending,
                size=size,
            ),
            say("Shorten it. What is long goes into a paper, which collect and handle take."),
        )


def only_appends(before: bytes, after: bytes) -> bool:
    """Whether the history of the old bytes stands unchanged at the start of the new ones'."""
    old, new = (each.partition(b"\nhistory:\n")[2] for each in (before, after))
    # Whole entries: more lines of the last one would be no new entry, but another old one.
    rest = new[len(old) :]
    return new.startswith(old) and (not rest or rest.startswith(b"- n: "))
