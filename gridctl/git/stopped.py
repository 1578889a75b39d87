"""Stopped: a merge or rebase of plain git that waits for a person, and how it is given up."""

import os
from typing import NamedTuple

from gridctl.domain.terms import STOPS
from gridctl.errors import Refused
from gridctl.git.repository import Repository
from gridctl.words import say


class Stop(NamedTuple):
    """What stopped, one's own last commit before it, the commit it was to come together with, and the
    branch in full.
    """

    what: str
    own: str
    theirs: str
    branch: str


def stop_of(repository: Repository) -> Stop:
    """The merge or rebase under way; Refused where there is none, or something else."""
    what = repository.under_way()
    if what == "merge":
        own, branch = repository.head_id(), repository.head_name()
        theirs = _text(repository, "MERGE_HEAD").split("\n")
        if own and branch and len(theirs) == 1:
            return Stop(what, own, theirs[0], branch)
    folder = next((f for f in ("rebase-merge", "rebase-apply") if _text(repository, f, "onto")), "")
    if what == "rebase" and folder:
        own = _text(repository, folder, "orig-head")
        branch = _text(repository, folder, "head-name")
        if own and branch.startswith("refs/heads/"):
            return Stop(what, own, _text(repository, folder, "onto"), branch)
    if what is None:
        raise Refused(
            "Y07",
            say("No merge and no rebase of git is under way here."),
            say("To bring this clone and the server together: gridctl sync"),
        )
    raise Refused(
        "Y07",
        say("This {what} of git cannot be resolved by gridctl.", what=STOPS[what]),
        say("End it first: git {what} --abort", what=what),
    )


def give_up(repository: Repository, stop: Stop) -> None:
    """Forget it: HEAD is one's own last commit again, and so is the index; files are not touched."""
    repository.git("read-tree", stop.own)
    if stop.what == "rebase":
        repository.git("symbolic-ref", "-m", "gridctl resolve", "HEAD", stop.branch)
    repository.git(stop.what, "--quit")


def _text(repository: Repository, *names: str) -> str:
    try:
        with open(os.path.join(repository.git_dir, *names), encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""
