"""Two clerks and a server, at random: nothing that was recorded is lost, both end alike, audit is clean."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

sys.path.insert(0, str(Path(__file__).parent))

from clerks import CAME_BY, Clerk

from gridctl.app.founding import Foundation, found

EXAMPLES = int(os.environ.get("GRIDCTL_CLERKS", "12"))
STEPS = int(os.environ.get("GRIDCTL_CLERKS_STEPS", "12"))
OFFICE = Path(__file__).parents[1] / "office"
WHO = st.integers(0, 1)
HOW = st.sampled_from(["sync", "merge", "rebase"])
SEED = st.integers(0, 10**9)


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


class TwoClerks(RuleBasedStateMachine):
    """Random work in two clones of one office."""

    @initialize(seed=SEED)
    def begin(self, seed):
        self.folder = Path(tempfile.mkdtemp())
        git(self.folder, "init", "-q", "--bare", "-b", "main", "server.git")
        first, second = self.folder / "a", self.folder / "b"
        first.mkdir()
        for name in ("grids.yaml", "staff.yaml"):
            shutil.copy(OFFICE / name, first / name)
        now = datetime.fromisoformat("2026-11-24T07:00:00+08:00")
        found(str(first), Foundation(), now, language="zh", fixed_clock=True)
        git(first, "remote", "add", "origin", str(self.folder / "server.git"))
        git(first, "push", "-q", "origin", "HEAD:main")
        git(self.folder, "clone", "-q", "server.git", "b")
        self.clerks = [Clerk(first, "a"), Clerk(second, "b")]
        # Cases that both have, in many steps: what the two do then meets in them.
        self.work(0, seed, 10)
        for who in (0, 1):
            self.clerks[who].sync()

    @rule(who=WHO, seed=SEED, steps=st.integers(1, 4))
    def work(self, who, seed, steps):
        clerk = self.clerks[who]
        clerk.rng = random.Random(seed)
        for _ in range(steps):
            clerk.step()

    @rule(seeds=st.tuples(SEED, SEED), steps=st.integers(2, 8), first=WHO, how=HOW)
    def both_work(self, seeds, steps, first, how):
        """From one state, without knowing of each other; the second to come back meets the first."""
        for who in (first, 1 - first):
            self.clerks[who].sync()
        self.clerks[first].sync()
        for who in (0, 1):
            self.work(who, seeds[who], steps)
        self.clerks[first].sync()
        if how == "sync":
            self.clerks[1 - first].sync()
        else:
            self.clerks[1 - first].merge(how)

    @rule(who=WHO)
    def sync(self, who):
        self.clerks[who].sync()

    @rule(who=WHO)
    def carry(self, who):
        self.clerks[who].carry(self.folder / "stick.bundle")

    @rule(who=WHO, how=st.sampled_from(["merge", "rebase"]))
    def plain_git(self, who, how):
        self.clerks[who].merge(how)

    @rule(who=WHO, after=st.floats(0.05, 0.9))
    def kill(self, who, after):
        self.clerks[who].killed_in_sync(after)

    @rule(who=WHO, hours=st.sampled_from([-30, -2, 3, 26, 24 * 20]))
    def clock_jumps(self, who, hours):
        self.clerks[who].clock += timedelta(hours=hours)

    @rule(who=WHO, person=st.sampled_from(["p08", "p10", "p17", "p22"]), away=st.booleans())
    def role_changes(self, who, person, away):
        clerk = self.clerks[who]
        until = f"{clerk.clock:%Y-%m-%d}"
        words = (
            ["leave", person]
            if away
            else ["post", person, "--grid", "qy-dh", "--role", "patroller"]
        )
        clerk.call("staff", *words, *(["--until", until] if away else []))

    def teardown(self):
        if not hasattr(self, "clerks"):
            return
        try:
            for who in (0, 1, 0, 1):
                self.clerks[who].sync()
            one, other = self.clerks
            assert one.head == other.head
            for clerk in self.clerks:
                code, out, err = clerk.run("audit")
                assert code == 0, out + err
                code, out, err = clerk.run("check")
                assert code == 0, out + err
                assert clerk.status() == []
                assert clerk.git("fsck", "--strict", "--no-dangling") == ""
        finally:
            shutil.rmtree(self.folder)


def test_whatever_two_clerks_do_nothing_is_lost_and_both_end_alike():
    run_state_machine_as_test(
        TwoClerks,
        settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS),
    )
    print(dict(CAME_BY))
    assert all(CAME_BY[key] for key in ("fetched", "replayed", "pushed", "held", "resolved"))
