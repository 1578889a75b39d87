"""Private file: the name and number of a reporter, kept beside the ledger and out of git."""

from collections.abc import Mapping

from gridctl.errors import Problem
from gridctl.store.yaml_text import Unreadable, load
from gridctl.words import say


def path_of(case_id: str) -> str:
    """Where the file of a case lies, relative to the ledger."""
    return f"private/{case_id}.yaml"


def read(path: str, data: bytes, case_id: str) -> Mapping[str, str]:
    """`name` and `phone`, as far as they were given; raises Unreadable."""
    plain = load(path, data)
    given = plain.get("reporter") if isinstance(plain, dict) else None
    if not isinstance(given, dict) or plain.get("case") != case_id:
        raise Unreadable(Problem(path, 0, "F05", say("This is no file of that case's reporter.")))
    return {key: value for key, value in given.items() if isinstance(value, str)}
