"""A small past: a case that goes to 城管 and is extended, one still new, a journal, settings edited by hand."""

import json
import subprocess

DAY = "2026-11-24"


def git(folder, *words):
    done = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def did(gridctl, *words, now, **how):
    """A call that is accepted."""
    answer = gridctl(*words, now=now if "T" in now else f"{DAY}T{now}:00+08:00", **how)
    assert answer.code == 0, answer.err
    return answer.out


def collected(gridctl, title, *words, now, seed):
    """The id of a new case."""
    said = ("collect", title, "--grid", "qy-dh-1", "--source", "patrol", "--json", *words)
    return json.loads(did(gridctl, *said, now=now, seed=seed))["id"]


def extended_case(gridctl):
    """Collected by 陈十 at 8:00 and typed by 赵一 at noon; filed, dispatched and extended by a day."""
    case = collected(
        gridctl, "店外经营", "--as", "p10", "--at", f"{DAY}T08:00:00+08:00", now="12:00", seed="1"
    )
    did(gridctl, "triage", case, "--category", "E0406", now="12:01")
    limit = ("--limit", "1 natural_day", "--note", "多家")
    did(gridctl, "file", case, *limit, "--to", "chengguan", now="12:02")
    did(gridctl, "extend", case, "--as", "p17", "--request", "--note", "人手不足", now="12:03")
    did(gridctl, "extend", case, "--approve", now="12:04")
    return case


def edited(folder, name, old, new):
    """A settings file edited by hand."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
