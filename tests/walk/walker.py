"""A walk through the real commands: each call is answered for, each commit holds what was said."""

import contextlib
import io
import json
import os
import random
import re
import subprocess
from collections import Counter
from datetime import datetime, timedelta
from unittest.mock import patch

import hand_edits
import spoken

from gridctl.cli import main
from gridctl.domain.identifiers import case_path
from gridctl.domain.rules import RULES
from gridctl.store.case_file import read
from gridctl.store.settings_file import read as read_office

BEGIN = datetime.fromisoformat("2026-11-24T08:00:00+08:00")
CODES = {0, 2, 10, 20, 30, 50}
_REFUSED = re.compile(r"^(?:Refused by the rule|按规则)\s?([A-Z]\d\d)", re.MULTILINE)
_TIMES = ["08:31", "2026-11-24 08:31", "1999-01-01 00:00", "0001-01-01T00:00:00+23:00", "9:99"]


class Walk:
    """One ledger, and what should be in it: every case as it was last acknowledged."""

    def __init__(self, folder, seed, name=""):
        self.folder, self.rng = str(folder), random.Random(seed)
        self.name = name  # two clones make different ids
        self.clock, self.calls = BEGIN, 0
        self.cases, self.before = {}, {}
        self.codes, self.rules, self.did = Counter(), Counter(), Counter()
        self.head = self.git("rev-parse", "HEAD")
        self.settings_moved()

    def git(self, *words):
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *words],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def settings_moved(self):
        names = ("grids.yaml", "staff.yaml")
        self.office = read_office({name: self.bytes_of(name) for name in names})

    def bytes_of(self, path):
        with open(os.path.join(self.folder, path), "rb") as file:
            return file.read()

    def any_case(self):
        """Some case, by its ending, its id, or as people type it; seldom one that there is not."""
        if not self.cases or self.rng.random() < 0.02:
            return self.rng.choice(["zzzzz", "7", "qy", "../x"])
        case_id = self.rng.choice(list(self.cases)[-40:])
        return self.rng.choice([case_id[-5:], case_id[-5:], case_id, case_id[-5:].upper()])

    def step(self):
        """One call, or a few that belong together."""
        rng = self.rng
        self.clock += timedelta(minutes=rng.choice([0, 1, 1, 2, 5, 30]))
        if rng.random() < 0.02:
            self.clock += timedelta(days=rng.choice([1, 2, 40]))
        kind = rng.random()
        if not self.cases or kind < 0.09:
            self.call(*spoken.collect(rng), *self.who(rng), *self.manner(rng))
        elif kind < 0.64:
            self.fitting_verb(rng)
        elif kind < 0.82:
            self.any_verb(rng)
        elif kind < 0.86:
            self.call("undo", *spoken.maybe(rng, "--dry-run"))
        elif kind < 0.92:
            hand_edits.edit_and_record(self, rng)
        elif kind < 0.94:
            self.somebody_else_works(rng)
        elif kind < 0.95:
            self.call("calendar", "settle", *self.manner(rng))
        else:
            self.look(rng)

    def fitting_verb(self, rng):
        recent = [self.cases[id_] for id_ in list(self.cases)[-40:]]
        current = [case for case in recent if case.state in ("open", "suspended")]
        case = rng.choice(current if current and rng.random() < 0.85 else recent)
        command, said = spoken.fitting(rng, self, case)
        self.call(command, case.ending, *said, *self.manner(rng))

    def any_verb(self, rng):
        command = rng.choice(list(spoken.SAYS))
        words = [self.any_case() for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        said = spoken.SAYS[command](rng, self, self.cases[rng.choice(list(self.cases))])
        unit = command in spoken.FOR_A_UNIT and rng.random() < 0.1
        said = [*said, "--for", rng.choice(spoken.UNITS)] if unit else said
        stdin = ""
        if rng.random() < 0.15:
            words, stdin = ["-"], "\n".join(words)
        self.call(command, *self.who(rng), *self.manner(rng), *words, *said, stdin=stdin)

    def who(self, rng):
        return spoken.maybe(rng, "--as", rng.choice([*self.office.people, "赵一", "nobody"]))

    def manner(self, rng):
        """The options of any writing command; most calls have none."""
        wish = ["--json"] if rng.random() < 0.5 else []
        if rng.random() < 0.1:
            minutes = rng.choice([-3, -10, -600, 3, 10])
            near = (self.clock + timedelta(minutes=minutes)).isoformat()
            wish += ["--at", rng.choice([near, near, near, *_TIMES])]
        if rng.random() < 0.05:
            wish += ["--dry-run"]
        if rng.random() < 0.05:
            wish += ["--if-version", rng.choice(["1", "3", "99", "0"])]
        return wish + (["--lang", "zh"] if rng.random() < 0.05 else [])

    def somebody_else_works(self, rng):
        """Another identity of git takes over, most of whom may enter nothing for others."""
        email = rng.choice(["p01", "p01", "p08", "p10", "p17", "p22", "stranger"])
        self.git("config", "user.email", f"{email}@example.org")
        for _ in range(3):
            self.fitting_verb(rng)
        self.git("config", "user.email", "p01@example.org")

    def look(self, rng):
        """What reads changes nothing, and knows every case."""
        one = rng.choice(list(self.cases))
        call = rng.choice(
            [["show", one], ["list", "--all", "--ids"], ["list", "overdue"], ["check"]]
        )
        answer = self.call(*call)
        assert answer[0] == 0, answer
        if "--ids" in call:
            assert sorted(answer[1].split()) == sorted(self.cases)

    def run(self, *argv, stdin=""):
        """The call itself, in this process."""
        self.calls += 1
        out, err = io.StringIO(), io.StringIO()
        environment = {
            "GRIDCTL_NOW": self.clock.isoformat(),
            "GRIDCTL_LANG": "en",
            "GRIDCTL_ID_SEED": f"{self.name} {self.calls}",
            "GRIDCTL_LEDGER": self.folder,
        }
        with (
            patch.dict(os.environ, environment),
            patch("sys.stdin", io.StringIO(stdin)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main.run(argv)
        return code, out.getvalue(), err.getvalue()

    def call(self, *argv, stdin="", dirty=()):
        """Run it and hold it to what any call must keep; `dirty`: paths edited by hand before."""
        dry = "--dry-run" in argv
        code, out, err = answer = self.run(*argv, stdin=stdin)
        told = (argv, answer)
        self.codes[code] += 1
        assert code in CODES, told
        assert "Traceback" not in out + err, told
        head = self.git("rev-parse", "HEAD")
        if code or dry:
            assert head == self.head, told
        if code:
            assert err.strip(), told
        if code == 20:
            rule = _REFUSED.search(err)
            assert rule, told
            assert rule[1] in RULES, told
            self.rules[rule[1]] += 1
        if head != self.head:
            self.took(argv, out, head)
        still = () if head != self.head or (argv[0] == "record" and not code) else dirty
        self.head = head
        if not dirty or code or dry:
            assert self.status() == sorted(still or dirty), told
        return answer

    def status(self):
        """What differs from the record in the folder."""
        found = self.git("status", "--porcelain", "--untracked-files=all")
        return sorted(line.strip().partition(" ")[2].strip() for line in found.splitlines())

    def took(self, argv, out, head):
        """The record moved: by one commit for an entry, back to the parent for an undo."""
        if argv[0] == "undo":
            assert self.git("rev-parse", f"{self.head}^") == head, argv
            for case_id, case in self.before.items():
                self.cases.pop(case_id) if case is None else self.cases.update({case_id: case})
            self.before = {}
            self.settings_moved()
            self.did["undo"] += 1
            return
        commits = self.git("rev-list", f"{self.head}..{head}").split()
        assert len(commits) == 1 or argv[0] == "record", argv
        self.before = {}
        for commit in commits:
            paths = self.git("diff-tree", "-r", "--no-commit-id", "--name-only", commit).split("\n")
            for path in paths:
                self.took_file(path, argv)
        if "--json" in argv and argv[0] != "record":
            answers = json.loads(out)
            answers = answers if isinstance(answers, list) else [answers]
            known = {each["id"]: each["version"] for each in answers}
            assert known.items() <= {id_: self.cases[id_].version for id_ in self.before}.items(), (
                argv
            )
        self.did[argv[0]] += 1

    def took_file(self, path, argv):
        if not path.startswith("cases/"):
            assert path in ("grids.yaml", "staff.yaml"), (argv, path)
            self.settings_moved()
            return
        data = self.bytes_of(path)
        assert data.decode() == self.git("show", f"HEAD:{path}") + "\n", argv
        case = read(path, data)
        assert path == case_path(case.id)
        known = self.cases.get(case.id)
        if known:
            assert case.history[: known.version] == known.history, argv
            assert case.version > known.version, argv
        self.before[case.id] = known
        self.cases[case.id] = case

    def ends_well(self):
        """All that was acknowledged is there, and everything is sound."""
        assert self.run("check")[0] == 0, self.run("check")
        assert self.status() == []
        listed = self.run("list", "--all", "--ids")[1].split()
        assert sorted(listed) == sorted(self.cases)
        for case_id, case in self.cases.items():
            path = case_path(case_id)
            assert read(path, self.git("show", f"HEAD:{path}").encode() + b"\n") == case
        assert self.run("show", *self.cases)[0] == 0
        assert self.git("fsck", "--strict", "--no-dangling") == ""
