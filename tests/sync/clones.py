"""Clones: one person's clone, called in this process, and what plain git says there."""

import os
import subprocess
from datetime import datetime, timedelta
from json import loads
from pathlib import Path

from gridctl.cli import main

OFFICE = Path(__file__).parents[1] / "office"
BEGUN = datetime.fromisoformat("2026-11-24T08:00:00+08:00")


def plain_git(folder, *words, fails=False, **environment):
    """What a person's own git says."""
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *words],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert fails == bool(done.returncode), done.stdout + done.stderr
    return done.stdout.rstrip("\n")


class Clone:
    """One clone: calls gridctl in this process, a minute after the call before it."""

    def __init__(self, folder, clock, capfd, monkeypatch):
        self.folder, self.name = folder, folder.name
        self._clock, self._capfd, self._monkeypatch = clock, capfd, monkeypatch

    def __call__(self, *argv, code=0, now=None, lang="en"):
        """Its output, error output as well where it failed or warned."""
        answer = self.answer(*argv, now=now, lang=lang)
        assert answer[0] == code, answer
        return answer[1] + answer[2]

    def answer(self, *argv, now=None, lang="en"):
        """Exit code, output, error output."""
        self._clock[0] = (
            datetime.fromisoformat(now) if now else self._clock[0] + timedelta(minutes=1)
        )
        with self._monkeypatch.context() as here:
            here.chdir(self.folder)
            here.setenv("GRIDCTL_NOW", self._clock[0].isoformat())
            here.setenv("GRIDCTL_LANG", lang)
            here.setenv("GRIDCTL_ID_SEED", f"{self.name} {self._clock[0]}")
            self._capfd.readouterr()
            code = main.run(argv)
            out, err = self._capfd.readouterr()
        assert "Traceback" not in err, err
        return code, out, err

    def json(self, *argv, code=0, **how):
        """The answer in JSON."""
        found, out, err = self.answer(*argv, "--json", **how)
        assert found == code, (out, err)
        return loads(out)

    def git(self, *words, fails=False, **environment):
        """The clerk's own git."""
        return plain_git(self.folder, *words, fails=fails, **environment)

    def is_clerk(self, person):
        """This person works here from now on."""
        self.git("config", "user.email", f"{person}@example.org")

    def commit(self, message="by hand", files=()):
        """A commit of plain git: `files` are paths and texts, None removes one."""
        for path, text in dict(files).items():
            place = self.folder / path
            if text is None:
                place.unlink()
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        self.git("add", "-A")
        self.git("commit", "-qm", message)
        return self.head()

    def collect(self, title="路灯不亮", *words, grid="qy-dh-1"):
        """The ending of a new case."""
        said = ("collect", title, "-g", grid, "--source", "patrol", *words)
        return self.json(*said)["id"][-5:]

    def reported(self, title="路灯不亮", **how):
        """The same, ready to be filed."""
        case = self.collect(title, **how)
        self("triage", case, "--category", "E0405")
        return case

    def shows(self, case):
        """What JSON shows of a case."""
        return self.json("show", case)

    def did(self, case):
        """The verbs of its history, as they were recorded."""
        return [each["did"] for each in self.shows(case)["history"]]

    def said(self, case):
        """The remarks in its history."""
        return [each["text"] for each in self.shows(case)["history"] if each["did"] == "noted"]

    def head(self):
        """HEAD's commit."""
        return self.git("rev-parse", "HEAD")

    def subjects(self, range_="HEAD"):
        """What the commits say, the last first."""
        return self.git("log", "--format=%s", range_).split("\n")

    def edit(self, path, old, new):
        """A hand edit of a file."""
        place = self.folder / path
        text = place.read_text()
        assert old in text, (path, old)
        place.write_text(text.replace(old, new, 1))
