"""A second auditor, slow and plain: every commit whole, every file read anew, git asked for each.

It answers with pairs of a commit and the letter of a rule, and shares with the first one only the
rules of the domain, the strict readers and what `record` holds hand edits to.
"""

import subprocess
from collections import Counter
from contextlib import contextmanager
from datetime import datetime

from slow_files import belongs, grew, out_of_place, sound, whole

from gridctl.app.acting import Hand
from gridctl.app.appended import appended
from gridctl.app.case_files import is_case_path
from gridctl.app.earlier import with_sound_settings
from gridctl.app.hand_edits import Edit
from gridctl.app.hand_made import check_hand_made
from gridctl.app.journal_recording import judged
from gridctl.app.opening import open_ledger
from gridctl.app.sound_settings import checked_settings
from gridctl.domain import judging
from gridctl.domain.journal import judging as journal_judging
from gridctl.domain.journal.month import Month, key_of_path
from gridctl.domain.settings_files import REQUIRED, SETTINGS
from gridctl.errors import Broken, GridctlError, Refused
from gridctl.store import settings_file
from gridctl.words import say

AT_THE_TIP = ("C04", "C05")  # told of a commit by the one, of the tip by the other


def agreed(town):
    """Whether both auditors say the same of all of HEAD."""
    first = {
        ("tip" if each["rule"] in AT_THE_TIP else each["commit"], each["rule"][0])
        for each in town.audit()["violations"]
    }
    return SlowAuditor(town.folder).audit("HEAD") == first


class SlowAuditor:
    def __init__(self, folder):
        self.folder, self.good, self.begun, self.found = str(folder), {}, False, set()

    def git(self, *words):
        return subprocess.run(
            ["git", *words], cwd=self.folder, capture_output=True, check=True
        ).stdout

    def audit(self, *words):
        for commit in self.git("rev-list", "--topo-order", "--reverse", *words).decode().split():
            parents = self.parents(commit)
            stood = [each for each in parents if set(REQUIRED) <= set(self.tree(each))]
            stood = stood or [each for each in parents if self.began_before(each)]
            if not stood:
                self.founded(commit)
            elif len(parents) > 1:
                self.merged(commit, parents)
            else:
                self.recorded(commit, parents[0])
        self.at_the_end(commit)
        return self.found

    def began_before(self, commit):
        return bool(self.git("rev-list", "-1", commit, "--", "staff.yaml").strip())

    def tree(self, commit):
        """Mode and content of every file of a commit, by its path."""
        listed = self.git("ls-tree", "-r", "-z", commit).decode().split("\0")[:-1]
        split = [(line.partition("\t")[2], line.split()[:3]) for line in listed]
        return {path: (mode, blob) for path, (mode, _kind, blob) in split}

    def data(self, there):
        return self.git("cat-file", "blob", there[1]) if there and there[0] == "100644" else None

    def name(self, commit, rule):
        self.found.add(("tip" if rule in AT_THE_TIP else commit, rule[0]))

    def founded(self, commit):
        tree = self.tree(commit)
        files = {name: self.data(tree[name]) for name in SETTINGS if name in tree}
        self.beside(commit)
        if not files and any(self.fresh(commit, folder) for folder in ("cases", "journal")):
            self.name(commit, "H03")
        if files:
            for problem in settings_file.problems(files):
                self.name(commit, problem.rule)
            if self.begun:
                self.name(commit, "H03")
            self.begun = True

    def parents(self, commit):
        return self.git("show", "-s", "--format=%P", commit).decode().split()

    def fresh(self, commit, folder):
        """Whether something begins with that folder's name which no parent has so."""
        theirs = [self.tree(each).items() for each in self.parents(commit)]
        mine = {each for each in self.tree(commit).items() if each[0].split("/")[0] == folder}
        return bool(mine.difference(*theirs))

    def beside(self, commit):
        """What has no place in git, and what differs from the ledger's own names in capitals alone."""
        if self.fresh(commit, "private") or self.fresh(commit, "evidence"):
            self.name(commit, "P03")
        own = {*SETTINGS, "cases", "journal", "private", "evidence"}
        twins = {n for p in self.tree(commit) if (n := p.split("/")[0]).lower() in own} - own
        if any(self.fresh(commit, name) for name in twins):
            self.name(commit, "F10")

    def merged(self, commit, parents):
        self.beside(commit)
        mine, theirs = self.tree(commit), [self.tree(each) for each in parents]
        for path in set().union(mine, *theirs):
            now, before = mine.get(path), [tree.get(path) for tree in theirs]
            if path.split("/")[0] not in ("cases", "journal"):
                continue
            if now not in before or not all(self.begins(path, each, now) for each in before):
                self.name(commit, "H02")
        for path in SETTINGS:
            if self.made(path, parents) != {mine.get(path)}:
                for parent in filter(self.began_before, parents):
                    self.settings(commit, parent)

    def made(self, path, commits):
        """What a merge of these makes of a file; several where somebody has to choose."""
        found = {self.tree(each).get(path) for each in commits}
        if len(found) < 2:
            return found
        before = {each: set(self.git("rev-list", each).decode().split()) for each in commits}
        shared = set.intersection(*before.values())
        older = {
            each for one in shared for each in self.git("rev-list", f"{one}^@").decode().split()
        }
        base = self.made(path, shared - older)
        return found - base if len(base) == 1 else found

    def begins(self, path, old, new):
        """Whether what one side had stands at the start of the merged file."""
        old, new = self.data(old), self.data(new)
        return old is None or not sound(path, old) or (new is not None and grew(path, old, new))

    def recorded(self, commit, parent):
        before, after = self.tree(parent), self.tree(commit)
        changed = {p for p in before | after if before.get(p) != after.get(p)}
        mine = [p for p in sorted(changed) if p.split("/")[0] in ("cases", "journal")]
        if changed & set(SETTINGS):
            self.settings(commit, parent)
            if mine:
                self.name(commit, "H01")
        self.beside(commit)
        with open_ledger(self.folder, as_of=parent) as ledger:
            rules = with_sound_settings(ledger)
            entry = self.entry(commit, rules)
            if mine and entry is None:
                self.name(commit, "R02")
            for path in mine:
                fresh = frozenset(each[-22:-5] for each in mine)
                self.file(commit, rules, entry, path, before.get(path), after.get(path), fresh)

    def entry(self, commit, rules):
        author = self.git("show", "-s", "--format=%ae", commit).decode().strip().lower()
        people = [p for p in rules.office.people.values() if (p.email or "").lower() == author]
        seconds = int(self.git("show", "-s", "--format=%at", commit))
        recorded = datetime.fromtimestamp(seconds, rules.zone)
        return judging.Entry(rules.office, people[0], recorded) if people else None

    def file(self, commit, rules, entry, path, old, new, fresh):
        """One case or journal: whole, in its place, grown from what it was, by legal entries."""
        past, data = self.data(old), self.data(new)
        stood = past if past is not None and belongs(path) and sound(path, past) else None
        fault = out_of_place(path, past, new, data)
        if fault:
            self.good.setdefault(path, (stood, ())) if stood else None
            return self.name(commit, fault)
        if data is None or (stood and grew(path, stood, data)):
            named = len(self.found)
            self.entries(commit, rules, entry, path, stood, data, fresh)
            legal = entry and len(self.found) == named
            return self.since(path, stood, data, legal=legal) if path in self.good else None
        last = self.good.get(path) or (None if stood else (self.last_sound(path, commit, old), ()))
        last = whole(path, *last) if last and last[0] else None
        if (stood or last) and not (last and grew(path, last, data)):
            self.good.setdefault(path, (stood, ())) if stood else None
            return self.name(commit, "C06" if path.startswith("cases/") else "J04")
        if last:
            self.good.pop(path, None)
            self.mended(commit, entry, path, last)
        return self.entries(commit, rules, entry, path, last, data, fresh)

    def since(self, path, stood, data, *, legal):
        """What was legally recorded of a case that lacks something, until it lacks nothing."""
        good, since = self.good[path]
        if path.startswith("cases/") and grew(path, whole(path, good, since), data):
            self.good.pop(path)
        elif path.startswith("cases/") and data and legal:
            known = len(sound(path, stood).history)
            self.good[path] = (good, (*since, *sound(path, data).history[known:]))

    def last_sound(self, path, commit, old):
        """The latest sound content that a path had before a commit, where it had one at all."""
        for earlier in (
            self.git("rev-list", f"{commit}^", "--", path).decode().split() if old else ()
        ):
            data = self.data(self.tree(earlier).get(path))
            if data and sound(path, data):
                return data
        return None

    def mended(self, commit, entry, path, last):
        module = judging if path.startswith("cases/") else journal_judging
        with self.naming(commit):
            if entry:
                module.check_mender(sound(path, last), entry)

    def entries(self, commit, rules, entry, path, stood, data, fresh):
        """What a file gained, judged by the rules of the domain one by one."""
        if data is None or entry is None:
            return
        with self.naming(commit):
            if path.startswith("cases/"):
                before, after = stood and sound(path, stood), sound(path, data)
                if after.grid not in rules.office.grids:
                    raise Refused("C05", say("no such grid"))
                check_hand_made(rules, after, before, appended(after, before, entry))
            else:
                month = sound(path, stood) if stood else Month(*key_of_path(path))
                for event in sound(path, data).entries[len(month.entries) :]:
                    month = judged(rules, month, event, entry, fresh)

    def settings(self, commit, parent):
        with open_ledger(self.folder, as_of=parent) as ledger:
            rules, after = with_sound_settings(ledger), self.tree(commit)
            entry = self.entry(commit, rules)
            if entry is None:
                return self.name(commit, "R02")
            now = {name: self.data(after.get(name)) for name in SETTINGS}
            edits = [
                Edit(n, ledger.settings.get(n), now[n])
                for n in SETTINGS
                if now[n] != ledger.settings.get(n)
            ]
            if any(name in after and now[name] is None for name in SETTINGS):
                return self.name(commit, "F09")
            with self.naming(commit):
                checked_settings(ledger, Hand("", entry, entry.recorded, None), edits)
        return None

    def at_the_end(self, tip):
        """Numbers are given once, and links known to both ends; told of the tip."""
        cases = [
            c
            for p, t in self.tree(tip).items()
            if is_case_path(p) and (c := sound(p, self.data(t) or b""))
        ]
        known = {case.id: case for case in cases}
        if any(n > 1 for n in Counter(case.number for case in cases if case.number).values()):
            self.name("tip", "C04")
        for case in cases:
            if any(case.id not in known[other].links for other in case.links):
                self.name("tip", "C05")

    @contextmanager
    def naming(self, commit):
        try:
            yield
        except Broken as error:
            for problem in error.problems:
                self.name(commit, problem.rule)
        except GridctlError as error:
            self.name(commit, getattr(error, "rule", "F05"))
