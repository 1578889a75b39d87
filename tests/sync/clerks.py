"""Clerks: the random walk of one clone, that syncs with a server and loses nothing by it."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "walk"))

from walker import Walk

from gridctl.domain.replaying import _said
from gridctl.store.case_file import read

CAME_BY: Counter[str] = Counter()  # what the walks came by, over all of them


class Clerk(Walk):
    """One clone. `acknowledged` holds every entry that was said to be recorded, by case."""

    def __init__(self, folder, name):
        super().__init__(folder, 0, name)
        self.acknowledged = {}
        self.reload()

    def reload(self):
        """See what is recorded, after something moved it that is no single step."""
        self.head, self.before = self.git("rev-parse", "HEAD"), {}
        self.cases = self.at("HEAD")
        self.settings_moved()

    def at(self, rev):
        """Every case of a commit by id."""
        names = self.git("ls-tree", "-r", "--name-only", rev, "--", "cases/").split()
        found = (read(path, self.git("show", f"{rev}:{path}").encode() + b"\n") for path in names)
        return {case.id: case for case in found}

    def held(self):
        """What is held back here, as entries by case."""
        code, out, err = self.run("held", "--json")
        assert code == 0, err
        return [
            (each["case"], e["did"], e["by"]) for each in json.loads(out) for e in each["events"]
        ]

    def sync(self, *words):
        """Sync, and find everything that was there before."""
        before = self.cases
        code, out, err = self.run("sync", "--json", *words)
        assert code in (0, 1), (out, err)
        answer = json.loads(out)
        assert not answer["incoming"], answer
        assert not answer["outgoing"], answer
        assert (code == 1) == bool(answer["held"]), answer
        CAME_BY.update({key: int(answer[key]) for key in ("fetched", "replayed", "pushed")})
        CAME_BY.update({key: len(answer[key]) for key in ("held", "renumbered")})
        self.reload()
        self.nothing_lost(before)
        return answer

    def carry(self, stick):
        """Sync through a file; refused where it lacks what the server has already."""
        before = self.cases
        code, out, err = self.run("sync", "--bundle", str(stick))
        assert code in (0, 1) or "Y02" in err, (out, err)
        self.reload()
        self.nothing_lost(before)

    def killed_in_sync(self, after):
        """The same, killed after so many seconds; the next command finds a sound ledger."""
        before = self.cases
        environment = dict(os.environ) | {
            "GRIDCTL_NOW": self.clock.isoformat(),
            "GRIDCTL_LEDGER": self.folder,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "gridctl", "sync"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        self.sync()
        self.nothing_lost(before)

    def merge(self, how):
        """What a person may do with plain git; where it stops, `resolve` goes on."""
        before = self.cases
        self.git("fetch", "-q", "origin")
        words = (
            ["merge", "-q", "--no-edit", "origin/main"]
            if how == "merge"
            else ["rebase", "-q", "origin/main"]
        )
        environment = {**os.environ, "GIT_EDITOR": "true"}
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=environment, capture_output=True, check=False
        )
        if done.returncode:
            code, _out, err = self.run("resolve")
            assert code in (0, 1), err
            CAME_BY["resolved"] += 1
        self.reload()
        self.nothing_lost(before)
        assert self.status() == []

    def nothing_lost(self, before):
        """Every entry of before is in HEAD, or held back."""
        kept = self.held()
        for case_id, case in before.items():
            now = self.cases.get(case_id)
            there = [_said(event) for event in now.history] if now else []
            for event in case.history:
                assert _said(event) in there or (case_id, event.did, event.by) in kept, event
