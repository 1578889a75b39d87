"""A small town with a morning's work on record, and hands that write into git past gridctl."""

import contextlib
import io
import json
import os
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from gridctl.cli import main
from gridctl.domain.identifiers import case_path
from gridctl.domain.moments import stamp
from gridctl.domain.steps import advance, rebuild
from gridctl.store.case_file import read, write

BEGAN = datetime.fromisoformat("2026-11-24T08:00:00+08:00")


class Town:
    """One ledger; `clock` is the present, a minute later at every call."""

    def __init__(self, folder, clock=BEGAN):
        self.folder, self.clock = Path(folder), clock
        self.me = "p01"

    def git(self, *words, check=True):
        """Plain git, as the person of this clone, at the present time."""
        environment = {f"GIT_{who}_DATE": stamp(self.clock) for who in ("AUTHOR", "COMMITTER")}
        done = subprocess.run(
            ["git", "-c", f"user.email={self.me}@example.org", *words],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | environment,
        )
        assert done.returncode == 0 or not check, (words, done.stdout, done.stderr)
        return done.stdout.strip()

    def run(self, *argv, folder=None):
        """A call of gridctl; code, output, errors."""
        out, err = io.StringIO(), io.StringIO()
        environment = {
            "GRIDCTL_NOW": stamp(self.clock),
            "GRIDCTL_LANG": "en",
            "GRIDCTL_ID_SEED": stamp(self.clock),
            "GRIDCTL_LEDGER": str(folder or self.folder),
        }
        with (
            patch.dict(os.environ, environment),
            patch("sys.stdin", io.StringIO()),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main.run(argv)
        return code, out.getvalue(), err.getvalue()

    def call(self, *argv):
        """A call that has to succeed, a minute after the one before; its JSON where it has one."""
        self.clock += timedelta(minutes=1)
        self.git("config", "user.email", f"{self.me}@example.org")
        code, out, err = self.run(*argv)
        assert code == 0, (argv, out, err)
        return json.loads(out) if "--json" in argv else out

    def audit(self, *words):
        """The answer of the audit as JSON."""
        code, out, err = self.run("audit", "--json", *words)
        assert code in (0, 1), err
        found = json.loads(out)
        assert code == (0 if found["sound"] else 1)
        return found

    def collect(self, *words):
        """A new case, by its id."""
        return self.call(
            "--json", "--as", "p10", "collect", "桥头占道", "-g", "qy-dh-1", "-s", "patrol", *words
        )["id"]

    def case(self, case_id):
        return read(case_path(case_id), self.bytes_of(case_path(case_id)))

    def bytes_of(self, path):
        return (self.folder / path).read_bytes()

    def put(self, path, data):
        where = self.folder / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(data if isinstance(data, bytes) else data.encode())

    def swap(self, path, old, new, count=-1):
        """Other words in a file."""
        data = self.bytes_of(path).decode()
        assert old in data, (path, old)
        self.put(path, data.replace(old, new, count))

    def append(self, case_id, shape, **said):
        """An event at the end of a case, as a hand would write it."""
        case = self.case(case_id)
        event = shape(**({"n": case.version + 1, "at": self.clock, "by": self.me} | said))
        self.put(case_path(case_id), write(advance(case, event)))

    def rewrite(self, case_id, change):
        """A sound file with another past."""
        history = change(list(self.case(case_id).history))
        numbered = [replace(event, n=n) for n, event in enumerate(history, 1)]
        self.put(case_path(case_id), write(rebuild(case_id, numbered)))

    def commit(self, said="by hand"):
        """Everything in the folder, committed with plain git; the id."""
        self.clock += timedelta(minutes=1)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", said)
        return self.head

    @property
    def head(self):
        return self.git("rev-parse", "HEAD")


def a_morning(town):
    """Four cases on their way and two journals; `handled` waits for its verification."""
    town.handled = town.collect()
    town.call("--as", "p05", "triage", town.handled, "-c", "E0406")
    town.call("file", town.handled, "--to", "chengguan")
    town.call("--as", "p17", "handle", town.handled, "--note", "已到场")
    town.call("--as", "p17", "handle", town.handled, "--note", "已清走", "--done", "fixed")
    town.call("--as", "p05", "feedback", town.handled, "--told", "反映人")
    town.reported = town.collect()
    town.call("--as", "p05", "triage", town.reported, "-c", "E0406")
    town.filed = town.collect()
    town.call("--as", "p05", "triage", town.filed, "-c", "E0406")
    town.call("file", town.filed)
    town.fresh = town.collect()
    town.call("sign", "in", "--for", "p10,p17")
    town.call("--as", "p10", "sign", "out")
    town.journal = "journal/2026/11/p10.yaml"
    return town
