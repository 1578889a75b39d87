"""A long ledger: honest commits by many people, made by gridctl's own verbs in one stream to git."""

import random
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from gridctl.app.acting import Acting, Hand
from gridctl.app.commit_message import commit_message
from gridctl.app.desk import Desk
from gridctl.app.founding import Foundation, found
from gridctl.app.ledger import Ledger
from gridctl.app.opening import open_ledger
from gridctl.app.verbs.collect import Report, collect
from gridctl.app.verbs.dispatch import Order
from gridctl.app.verbs.evaluate import Scores, evaluate
from gridctl.app.verbs.feedback import Answer, feedback
from gridctl.app.verbs.file import Filing, file
from gridctl.app.verbs.handle import Measures, handle
from gridctl.app.verbs.note import note
from gridctl.app.verbs.triage import Sorting, triage
from gridctl.app.verbs.verify import verify
from gridctl.domain import rights
from gridctl.domain.case import Case
from gridctl.domain.identifiers import case_path
from gridctl.domain.judging import Entry
from gridctl.git.repository import Identity
from gridctl.store import case_file

OFFICE = Path(__file__).parent.parent
BEGAN = datetime.fromisoformat("2026-11-02T08:00:00+08:00")
REPORTERS = ("s001", "s002", "s007", "s086")
GRIDS = ("rhl-zbj", "rhl-zx", "rhl-jwm")
AT_ONCE = 40  # cases that are under way together
# Each stage: the right that it takes, and what is done.
STAGES = (
    ("triage", lambda desk, case: triage(desk, case, Sorting(category="E0406"))),
    ("file", lambda desk, case: file(desk, case, Filing(order=Order(to="chengguan")))),
    ("handle", lambda desk, case: handle(desk, case, Measures(note="已到场，正在清理"))),
    ("note", lambda desk, case: note(desk, case, "又有居民来问")),
    ("handle --done", lambda desk, case: handle(desk, case, Measures(note="已清走", done="fixed"))),
    ("feedback", lambda desk, case: feedback(desk, case, Answer(told=["反映人"]))),
    ("verify", lambda desk, case: verify(desk, case, passed=True)),
    ("evaluate", lambda desk, case: evaluate(desk, case, Scores(block=95, strip=90))),
)


def make(folder: Path, commits: int, seed: int = 1) -> None:
    """Begin the sample office's ledger in the folder, and record that many commits of cases."""
    folder.mkdir(parents=True)
    for name in ("grids.yaml", "staff.yaml"):
        (folder / name).write_bytes((OFFICE / name).read_bytes())
    foundation = Foundation(person="许文彬", email="s001@example.org")
    found(str(folder), foundation, BEGAN, language="zh", fixed_clock=True)
    stream = b"".join(_stream(folder, commits, random.Random(seed)))
    for words, feed in (
        (("fast-import", "--quiet", "--done"), stream),
        (("reset", "-q", "--hard"), b""),
    ):
        subprocess.run(["git", "-C", str(folder), *words], input=feed, check=True)


def _stream(folder: Path, commits: int, rng: random.Random) -> Iterator[bytes]:
    """What fast-import reads: one commit after another, each by whoever might do it."""
    with open_ledger(str(folder)) as ledger:
        desk = Desk(ledger, Acting(BEGAN, id_seed="bench"), _hand(ledger, "s001", BEGAN))
        under_way: list[tuple[str, int]] = []
        clock = BEGAN
        for number in range(commits):
            clock += timedelta(minutes=rng.choice([1, 1, 2, 5]))
            desk.placed.clear()
            if len(under_way) < AT_ONCE:
                desk.hand = _hand(ledger, rng.choice(REPORTERS), clock)
                report = Report(
                    title=f"第{number}处占道经营", grid=rng.choice(GRIDS), source="patrol"
                )
                under_way.append((collect(desk, report).id, 0))
            else:
                case_id, stage = under_way.pop(rng.randrange(len(under_way)))
                verb, act = STAGES[stage]
                case = desk.cases[case_id]
                desk.hand = _hand(ledger, _who(ledger, verb, case, rng), clock)
                act(desk, case)
                under_way += [(case_id, stage + 1)] if stage + 1 < len(STAGES) else []
            yield _commit(desk, ledger.commit.id if number == 0 else None)
    yield b"done\n"


def _hand(ledger: Ledger, staff: str, clock: datetime) -> Hand:
    person = ledger.office.people[staff]
    entry = Entry(ledger.office, person, ledger.local(clock))
    return Hand(staff, entry, clock, Identity(person.name, person.email or ""))


def _who(ledger: Ledger, verb: str, case: Case, rng: random.Random) -> str:
    """Somebody who may do it now, and who has an address."""
    may = rights.holders(rights.RIGHTS[verb], ledger.office, case, BEGAN.date())
    return rng.choice([person.id for person in may if person.email])


def _commit(desk: Desk, parent: str | None) -> bytes:
    """The commit of what lies on the desk, as fast-import takes it."""
    after = desk.placed[-1].after
    person, when = desk.hand.identity, desk.hand.entry.recorded
    who = f"{person.name} <{person.email}> {int(when.timestamp())} +0800"
    head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
    said = _data(commit_message(desk.placed, fixed_clock=True).encode())
    start = f"from {parent}\n".encode() if parent else b""
    path = f"M 100644 inline {case_path(after.id)}\n".encode()
    return head + said + start + path + _data(case_file.write(after)) + b"\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)
