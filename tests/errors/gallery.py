"""The error gallery: smallest wrong inputs, each planted in a small real ledger and asked about.

An entry is a file GROUP/NAME.toml: what it is in both languages, what is planted, the call, the
exit code, and below that the whole answer in both languages, which `tools/error_gallery.py --write`
brings up to date for review.
"""

import codecs
import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

HERE = Path(__file__).parent
OFFICE = HERE / "office"
GROUPS = {
    "bytes": ("文件的字节", "Bytes of a file"),
    "yaml": ("YAML 的写法", "Ways of YAML"),
    "keys": ("键", "Keys"),
    "values": ("数字、日期和时间", "Numbers, dates and times"),
    "history": ("办理记录", "Histories"),
    "journal": ("日志", "Journals"),
    "paths": ("编号和路径", "Ids and paths"),
    "hostile": ("不怀好意的内容", "Hostile text"),
    "settings": ("网格和人员设置", "Grids and staff"),
    "calls": ("命令的写法", "Calls"),
    "actors": ("操作人和规则", "Actors and rules"),
    "ledger": ("台账和 git", "The ledger and git"),
}
CASES = {path.stem[-5:]: f"cases/2026/11/24/{path.name}" for path in OFFICE.rglob("lz-*.yaml")}
NOW = "2026-11-24T11:00:00+08:00"
_C_QUOTED = re.compile(r"\$'((?:[^'\\]|\\.)*)'")


@dataclass(frozen=True)
class Said:
    """One answer: exit code, standard output, standard error."""

    exit: int
    out: str
    err: str


@dataclass(frozen=True)
class Error:
    """One entry of the gallery."""

    path: Path
    plain: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def plants(self) -> list[dict[str, Any]]:
        return self.plain.get("plant", [])

    def expected(self, language: str) -> Said:
        texts = self.plain.get(language + "_says", {})
        return Said(self.plain["exit"], texts.get("out", ""), texts.get("err", ""))


def errors() -> list[Error]:
    """Every entry, group by group."""
    paths = [path for group in GROUPS for path in sorted((HERE / group).glob("*.toml"))]
    return [Error(path, tomllib.loads(path.read_text("utf-8"))) for path in paths]


def words_of(call: str) -> list[str]:
    """The words of a call as a shell takes them; `$'…'` is a word with escapes, as bash has it."""
    quoted: list[str] = []

    def keep(match: re.Match[str]) -> str:
        raw, _length = codecs.escape_decode(match[1].encode())  # type: ignore[attr-defined]
        quoted.append(os.fsdecode(raw))
        return f"\0{len(quoted) - 1}\0"

    words = shlex.split(_C_QUOTED.sub(keep, call))
    return [re.sub("\0(\\d+)\0", lambda match: quoted[int(match[1])], word) for word in words]


def place(plant: dict[str, Any]) -> str:
    """The path that is planted; a case may be named by its ending."""
    return CASES.get(plant["path"], plant["path"])


def content(plant: dict[str, Any], had: bytes = b"") -> bytes:
    """The bytes of a planted file: a whole text, or what the file had with one passage changed."""
    encoding = plant.get("encoding", "utf-8")
    if "was" not in plant:
        return (plant.get("whole", "") * plant.get("times", 1)).encode(encoding)
    before, found, after = had.partition(plant["was"].encode())
    assert found, f"{plant['was']!r} is not in {place(plant)}"
    return before + (plant["is"] * plant.get("times", 1)).encode(encoding) + after


class World:
    """A folder with the office as a ledger, a home of its own, and nothing of the machine's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.home, self.ledger = self.folder / "home", self.folder / "office"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": NOW,
            "GIT_COMMITTER_DATE": NOW,
            "GRIDCTL_NOW": NOW,
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
        }

    def found(self) -> None:
        """Make the office a ledger, recorded by git alone."""
        self.home.mkdir(parents=True)
        (self.home / ".gitconfig").write_text(
            "[user]\n\tname = 周明\n\temail = s001@example.org\n[init]\n\tdefaultBranch = main\n",
            encoding="utf-8",
        )
        shutil.copytree(OFFICE, self.ledger)
        (self.ledger / ".gitattributes").write_text("*.yaml -text\n", encoding="utf-8")
        (self.ledger / ".gitignore").write_text("private/\nevidence/\n.gridctl-*\n", "utf-8")
        self.sh("git init -q && git add -A && git commit -q -m office && rm -rf .git/hooks")

    def copy(self, folder: Path) -> "World":
        """The same world again, in another folder."""
        shutil.copytree(self.folder, folder, symlinks=True)
        return World(folder)

    def sh(self, line: str) -> str:
        done = subprocess.run(
            ["sh", "-ec", line], cwd=self.ledger, env=self.environ, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def plant(self, error: Error) -> None:
        """Bring the error into the ledger, recorded by git unless the entry says `edited`."""
        for plant in error.plants:
            _plant(self.ledger / place(plant), plant)
        if error.plants and not error.plain.get("edited"):
            self.commit()
        if "prepare" in error.plain:
            self.sh(error.plain["prepare"])

    def commit(self) -> None:
        """Record what the folder holds by git alone, past every check."""
        self.sh("git add -A && git commit -q -m planted")

    def ask(self, error: Error, language: str) -> Said:
        """The answer to the entry's call."""
        return self.run(error.plain["call"], GRIDCTL_LANG=language, **error.plain.get("env", {}))

    def run(self, call: str, **also: str) -> Said:
        """The answer to a call, in this process."""
        environ = self.environ | {"GRIDCTL_LANG": "en"} | also
        with patch.dict(os.environ, environ, clear=True), contextlib.chdir(self.ledger):
            code, out, err = _run(words_of(call))
        return Said(code, self.neutral(out), self.neutral(err))

    def neutral(self, text: str) -> str:
        """The text without the place where this world happens to lie."""
        return text.replace(str(self.ledger), "/office").replace(str(self.folder), "")

    def state(self) -> str:
        """What must stay as it is: the recorded state, and every file of the folder."""
        files = sorted(path for path in self.ledger.rglob("*") if ".git" not in path.parts)
        held = [(str(p), p.is_file() and p.stat().st_size, p.lstat().st_mtime_ns) for p in files]
        refs = self.sh("git show-ref || true") if (self.ledger / ".git").exists() else ""
        return f"{refs}{held}"


def _plant(path: Path, plant: dict[str, Any]) -> None:
    if plant.get("gone"):
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in plant:
        path.unlink(missing_ok=True)
        path.symlink_to(plant["link"])
    else:
        path.write_bytes(content(plant, path.read_bytes() if "was" in plant else b""))


def _run(argv: list[str]) -> tuple[int, str, str]:
    from gridctl.cli.main import run

    with _streams() as (out, err):
        code = run(argv)
        return code, _text(out), _text(err)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    """Standard streams of bytes, as a script has them; nobody is there to be asked."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        patch.object(sys, "stdin", io.StringIO("")),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        yield out, err
