"""Takes a case through the seven steps in a scratch copy of the sample ledger, and shows each diff.

The clock and the id are fixed, so two tours print the same; the copy is gone afterwards.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from typing import NamedTuple

from scratch import ROOT, environment

DAY = "2026-11-24"


class Stop(NamedTuple):
    """One stop of the tour: the step in both languages, when it happened, and the command."""

    title: str
    at: str
    command: str


STEPS = (
    Stop(
        "1 信息收集 collect: 巡查员余晓晨 takes it down",
        f"{DAY}T08:31:00+08:00",
        "gridctl collect 晋王庙村东口占道经营 --grid rhl-jwm-1 --source patrol --as s084"
        " --text '东口两侧流动摊贩占用人行道，早高峰行人绕行机动车道。'",
    ),
    Stop(
        "2 梳理上报 triage: 网格长米晓红 sends it up",
        f"{DAY}T08:52:00+08:00",
        "gridctl triage {id} --category E0406 --as s049",
    ),
    Stop(
        "3 建档立案 file: 派遣员许文彬 gives it a number and a limit",
        f"{DAY}T09:40:00+08:00",
        "gridctl file {id} --limit '2 urgent_hour'",
    ),
    Stop(
        "3 建档立案 dispatch: and gives it to the units",
        f"{DAY}T10:31:00+08:00",
        "gridctl dispatch {id} --to 城管 --assist 交警",
    ),
    Stop(
        "4 问题处理 handle: 执法人员江卫东 is on the spot",
        f"{DAY}T11:20:00+08:00",
        "gridctl handle {id} --note 劝离流动摊贩 --count 清理占道经营=6处 --as s086",
    ),
    Stop(
        "4 问题处理 handle: and done",
        f"{DAY}T11:50:00+08:00",
        "gridctl handle {id} --note 恢复通行 --done fixed --as s086",
    ),
    Stop(
        "5 结果反馈 feedback: the village is told",
        f"{DAY}T14:05:00+08:00",
        "gridctl feedback {id} --told 村委会 --satisfaction satisfied --note 已电话告知",
    ),
    Stop(
        "6 核查结案 verify: 巡查员卜亚男, who did not handle it, looks and closes",
        f"{DAY}T15:10:00+08:00",
        "gridctl verify {id} --pass --note 现场已恢复 --as s070",
    ),
    Stop(
        "7 综合评价 evaluate: the strip (条) and the block (块)",
        "2026-11-27T09:00:00+08:00",
        "gridctl evaluate {id} --strip 95 --block 90 --note 处置及时",
    ),
)


class Scratch(NamedTuple):
    """A copy of the sample ledger, and the world that it lies in."""

    ledger: str
    environment: dict[str, str]

    def run(self, command: str, at: str) -> str:
        """What a command prints, errors too; the tour ends where one fails."""
        done = subprocess.run(
            ["/bin/sh", "-c", command],
            cwd=self.ledger,
            env=self.environment | {"GRIDCTL_NOW": at},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            sys.exit(f"$ {command}\n{done.stdout}\nexit code {done.returncode}")
        return done.stdout


def copy_into(folder: str) -> Scratch:
    """The sample's settings and cases, in a folder of their own; git knows 许文彬 there."""
    ledger, home = os.path.join(folder, "rhl"), os.path.join(folder, "home")
    os.makedirs(home)
    os.makedirs(ledger)
    for name in ("grids.yaml", "staff.yaml"):
        shutil.copy(os.path.join(ROOT, name), ledger)
    if os.path.isdir(os.path.join(ROOT, "cases")):
        shutil.copytree(os.path.join(ROOT, "cases"), os.path.join(ledger, "cases"))
    spoken = {k: v for k, v in os.environ.items() if k == "GRIDCTL_LANG"}
    return Scratch(ledger, environment(home, GRIDCTL_ID_SEED="tour", **spoken))


def begin(scratch: Scratch) -> None:
    """The copy becomes a ledger; the sample's cases come along as they are."""
    first = STEPS[0].at
    scratch.run("git config --global user.name 许文彬", first)
    scratch.run("git config --global user.email s001@example.org", first)
    scratch.run("git config --global init.defaultBranch main", first)
    scratch.run("gridctl init .", first)
    if os.path.isdir(os.path.join(scratch.ledger, "cases")):
        scratch.run("git add cases", first)
        scratch.run("git commit --quiet --message 'cases of the sample'", first)


def show(command: str, printed: str) -> None:
    print(f"$ {command}\n{printed.rstrip()}\n")


def tour(scratch: Scratch) -> None:
    begin(scratch)
    case = "ID"
    for stop in STEPS:
        print(f"── {stop.title} · {stop.at[:16].replace('T', ' ')}\n")
        command = stop.command.format(id=case)
        printed = scratch.run(command, stop.at)
        case = printed.split()[0] if case == "ID" else case
        show(command, printed)
        show("git show", scratch.run("git -c core.quotePath=false show --format=%B", stop.at))
    print("── The case and the ledger, afterwards\n")
    for command in (
        f"gridctl show {case}",
        "gridctl list",
        "gridctl list --all grid:rhl-jwm",
        "gridctl check",
    ):
        show(command, scratch.run(command, STEPS[-1].at))


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="gridctl-tour-") as folder:
        tour(copy_into(folder))
    print("The scratch copy is gone. Your own ledger: docs/tutorial.md, docs/tutorial.en.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
