"""Edits by hand on a walk: honest entries, lies, removals, and what `record` makes of them."""

import os
from dataclasses import replace
from datetime import timedelta

from positions import SAID, collected
from positions import event as said_event

from gridctl.domain.identifiers import case_path, new_case_id
from gridctl.domain.steps import advance
from gridctl.domain.verbs.collect import begin
from gridctl.errors import GridctlError
from gridctl.store.case_file import write


def edit_and_record(walk, rng):
    """Edit, try to write over it, record, and take the edit back where it was refused."""
    path = rng.choice([_append, _append, _append, _new, _spoil, _remove, _settings])(walk, rng)
    if path is None:
        return
    if (
        path.startswith("cases/")
        and os.path.basename(path)[:-5] in walk.cases
        and rng.random() < 0.4
    ):
        code, _out, err = walk.call("note", os.path.basename(path)[:-5], "覆盖", dirty=[path])
        assert code == 20, err
        assert "P02" in err
    if rng.random() < 0.2:
        walk.call("record", "--dry-run", dirty=[path])
    code, _out, _err = walk.call("record", dirty=[path])
    if code:
        _take_back(walk, path)
    assert walk.status() == []


def _take_back(walk, path):
    if walk.git("ls-tree", "--name-only", "HEAD", "--", path):
        walk.git("checkout", "HEAD", "--", path)
    else:
        os.unlink(os.path.join(walk.folder, path))


def _put(walk, path, data):
    where = os.path.join(walk.folder, path)
    os.makedirs(os.path.dirname(where), exist_ok=True)
    with open(where, "wb") as file:
        file.write(data)
    return path


def _append(walk, rng):
    """An entry at the end, as the steps allow it or not."""
    case = walk.cases[rng.choice(list(walk.cases)[-40:])]
    for _ in range(8):
        name = rng.choice(list(SAID))
        event = said_event(name, case, at=walk.clock + timedelta(minutes=rng.choice([0, 0, -9, 9])))
        typed = None if event.by == "p01" else rng.choice(["p01", "p01", "p01", None])
        event = replace(event, entered=typed)
        try:
            return _put(walk, case_path(case.id), write(advance(case, event)))
        except GridctlError:
            continue
    return _put(walk, case_path(case.id), write(case.after(event)))


def _new(walk, rng):
    """A case written by hand."""
    day = walk.clock.date() - timedelta(days=rng.choice([0, 0, 1]))
    case_id = new_case_id(rng.choice(["qy", "qy", "lz"]), day, seed=f"hand {walk.calls}")
    report = collected(
        at=walk.clock, entered=rng.choice(["p01", None]), grid=rng.choice(["qy-dh-1", "nowhere"])
    )
    return _put(walk, case_path(case_id), write(begin(case_id, report)))


def _spoil(walk, rng):
    """What no history says: another title, a past altered, an end cut off, a second reading."""
    case_id = rng.choice(list(walk.cases))
    path = case_path(case_id)
    data = walk.bytes_of(path)
    spoiled = rng.choice(
        [
            data.replace(b"\ntitle: ", b"\ntitle: x", 1),
            data.replace(b"by: p", b"by: q", 1),
            data[: len(data) // 2],
            data + b"# remark\n",
            data.replace(b"\n", b"\r\n"),
            b"",
        ]
    )
    return _put(walk, path, spoiled)


def _remove(walk, rng):
    path = case_path(rng.choice(list(walk.cases)))
    os.unlink(os.path.join(walk.folder, path))
    return path


def _settings(walk, rng):
    """A person more, a person less, or no settings at all."""
    data = walk.bytes_of("staff.yaml")
    added = (
        f"- {{id: w{walk.calls}, name: 新人{walk.calls}, home: qy, kind: officer, "
        f"posts: [{{grid: qy-dh-1, role: patroller, since: {walk.clock.date()}}}]}}\n"
    )
    lines = data.splitlines(keepends=True)
    edited = rng.choice(
        [
            data + added.encode(),
            data + added.encode(),
            b"".join(line for line in lines if b"id: p10," not in line),
            data.replace(b"role: dispatcher", b"role: king", 1),
            data + b"x: [",
        ]
    )
    return None if edited == data else _put(walk, "staff.yaml", edited)
