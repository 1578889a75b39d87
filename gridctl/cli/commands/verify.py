"""`gridctl verify`: the result was looked at."""

from typing import Annotated

import typer

from gridctl.app.verbs.verify import verify
from gridctl.cli.asking import choose
from gridctl.cli.calling import case_ids
from gridctl.cli.marks import N_
from gridctl.cli.options import Ids, Mask, Note, Photos
from gridctl.cli.writing import on_cases
from gridctl.domain.terms import RESULTS
from gridctl.domain.texts import key_of
from gridctl.errors import Usage
from gridctl.words import say

MORE = N_("Never by a person who handled the case, nor by one of its units.")


def command(
    ids: Ids = None,
    passed: Annotated[
        bool, typer.Option("--pass", help=N_("It is in order: the case closes."))
    ] = False,
    failed: Annotated[
        bool, typer.Option("--fail", help=N_("It is not: the case goes back."))
    ] = False,
    note: Note = None,
    photo: Photos = None,
    mask: Mask = False,
) -> None:
    """Verify the cases."""
    if passed and failed:
        raise Usage(say("--pass and --fail exclude each other."), say("Give the one that you saw."))
    words = case_ids(ids)
    given = "pass" if passed else "fail" if failed else None
    labels = {key: str(label) for key, label in RESULTS.items()}
    outcome = key_of(
        choose(given, "--pass | --fail", say("Result"), labels), RESULTS, "--pass | --fail"
    )
    on_cases(
        words,
        lambda desk, case: verify(
            desk, case, passed=outcome == "pass", note=note, photos=photo or ()
        ),
        mask=mask,
    )
