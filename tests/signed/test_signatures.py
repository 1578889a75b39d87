"""Commits made by plain git, each held against the keys that its parent gives its author."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from gridctl.app.signatures import Signatures
from gridctl.domain.public_keys import in_line
from gridctl.git import signing
from gridctl.git.objects import Objects
from gridctl.git.repository import discover
from gridctl.store import settings_file
from gridctl.words import use

ZONE = ZoneInfo("Asia/Shanghai")
NAMES = {"p01": "赵一", "p02": "钱二"}


@pytest.fixture
def staff(git, ledger_folder, keys, office_files):
    """Gives people keys by plain git: `staff(p01=[("p01", "2026-11-01", "2026-11-30")])`."""

    def given(**people):
        text = office_files["staff.yaml"].decode()
        for person, held in people.items():
            spans = ", ".join(_written(keys[name], *days) for name, *days in held)
            text = text.replace(f"{{id: {person},", f"{{id: {person}, keys: [{spans}],")
        (ledger_folder / "staff.yaml").write_text(text, "utf-8")
        git("add", "staff.yaml")

    return given


def _written(path, since, until=None):
    public = in_line(path.with_name(path.name + ".pub").read_text())
    end = f", until: {until}" if until else ""
    return f"{{key: {public}, since: {since}{end}}}"


@pytest.fixture
def commits(git, keys):
    """A commit in somebody's name, signed or not; its id."""
    count = iter(range(1000))

    def made(who, key=None, day="2026-11-24", *, when="16:00:00+08:00", also=()):
        stamp = f"{day}T{when}"
        signed = ["-S"] if key else []
        config = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={keys[key]}"] if key else []
        git(
            *config,
            "commit",
            "-q",
            *("--allow-empty", "-m", f"n {next(count)}"),
            *signed,
            *also,
            GIT_AUTHOR_NAME=NAMES[who],
            GIT_AUTHOR_EMAIL=f"{who}@example.org",
            GIT_COMMITTER_NAME=NAMES[who],
            GIT_COMMITTER_EMAIL=f"{who}@example.org",
            GIT_AUTHOR_DATE=stamp,
            GIT_COMMITTER_DATE=stamp,
        )
        return git("rev-parse", "HEAD")

    return made


@pytest.fixture
def off(ledger_folder):
    """What is wrong with the commits, in order, by the office of each one's parent."""

    def look(*ids):
        repository = discover(str(ledger_folder))
        with Objects(repository) as objects:
            signatures = Signatures(repository, objects)
            return [_off(signatures, objects, each) for each in ids]

    return look


def _off(signatures, objects, id_):
    commit = objects.commit(id_)
    parent = objects.commit(commit.parents[0])
    files = {
        name: objects.blob(objects.find(parent.tree, name).id)
        for name in ("grids.yaml", "staff.yaml")
    }
    author = settings_file.read(files).person_by_email(commit.author.email)
    use("en")
    signatures.note(commit)
    found = signatures.check(commit, author, ZONE)
    return str(found.message) if found else None


UNSIGNED = "赵一 (p01) has a key, and the commit is not signed with it."
ALTERED = "The signature of 赵一 (p01) does not fit what the commit holds."


def is_anothers(message):
    return message.startswith("The signature is not 赵一 (p01)'s: the key SHA256:")


def test_signed_by_its_author_is_right_and_unsigned_is_not(staff, commits, off):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    assert off(commits("p01", "p01"), commits("p01")) == [None, UNSIGNED]


def test_a_good_signature_of_somebody_else_is_none(staff, commits, off):
    staff(p01=[("p01", "2026-11-01")], p02=[("p02", "2026-11-01")])
    commits("p01")
    hers, stray, own = commits("p01", "p02"), commits("p01", "stray"), commits("p02", "p02")
    first, second, third = off(hers, stray, own)
    assert (is_anothers(first), is_anothers(second), third) == (True, True, None)


def test_a_key_counts_from_the_commit_after_the_one_that_brings_it(staff, commits, off):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    staff(p01=[("p01", "2026-11-01"), ("stray", "2026-11-01")])
    brought, later = commits("p01", "stray"), commits("p01", "stray")
    first, second = off(brought, later)
    assert is_anothers(first)
    assert second is None


def test_a_commit_that_takes_the_key_away_is_signed_with_it(staff, commits, off):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    staff()
    assert off(commits("p01"), commits("p01")) == [UNSIGNED, None]


def test_who_has_no_key_signs_nothing_and_starts_no_process(staff, commits, off, monkeypatch):
    staff(p01=[("p01", "2026-11-01")])
    commits("p01")
    plain, signed = commits("p02"), commits("p02", "stray")
    monkeypatch.setattr(signing, "_keygen", None)
    assert off(plain, signed) == [None, None]


@pytest.mark.parametrize(
    ("day", "key", "says"),
    [
        ("2026-11-30", None, None),
        ("2026-12-01", None, "unsigned"),
        ("2026-12-01", "p01", None),
        ("2026-12-31", "p01", None),
        ("2026-12-31", None, "unsigned"),
        ("2027-01-01", None, None),
        ("2027-01-01", "p01", None),
    ],
)
def test_a_key_counts_on_its_first_day_and_on_its_last(staff, commits, off, day, key, says):
    staff(p01=[("p01", "2026-12-01", "2026-12-31")])
    commits("p02")
    assert off(commits("p01", key, day)) == [UNSIGNED if says else None]


def test_days_are_those_of_the_ledger(staff, commits, off):
    staff(p01=[("p01", "2026-12-01", "2026-12-31")])
    commits("p02")
    before = commits("p01", day="2026-11-30", when="15:59:59+00:00")
    first = commits("p01", day="2026-11-30", when="16:00:00+00:00")
    last = commits("p01", "p01", day="2026-12-31", when="15:59:59+00:00")
    after = commits("p01", day="2026-12-31", when="16:00:00+00:00")
    assert off(before, first, last, after) == [None, UNSIGNED, None, None]


def test_a_date_put_back_does_not_revive_a_key(staff, commits, off):
    staff(p01=[("old", "2026-10-01", "2026-10-31"), ("p01", "2026-11-01")])
    commits("p02", day="2026-11-20")
    forged, chained = commits("p01", "old", "2026-10-15"), commits("p02", day="2026-10-15")
    second = commits("p01", "old", "2026-10-16")
    first, _, third = off(forged, chained, second)
    assert is_anothers(first)
    assert is_anothers(third)


def test_a_date_put_back_does_not_escape_a_key(staff, commits, off):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02", day="2026-11-20")
    alone = commits("p01", day="2026-10-15")
    commits("p02", day="2026-10-15")
    assert off(alone, commits("p01", day="2026-10-16")) == [UNSIGNED, UNSIGNED]


def test_a_signature_moved_onto_other_words_does_not_fit(staff, commits, git, off, ledger_folder):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    signed = commits("p01", "p01")
    raw = git("cat-file", "commit", signed) + "\n"
    path = ledger_folder.parent / "raw"
    for was, now in (("\n\nn ", "\n\nm "), ("committer 赵一", "committer 赵二")):
        path.write_text(raw.replace(was, now), "utf-8")
        altered = git("hash-object", "-t", "commit", "-w", str(path))
        assert off(altered) == [ALTERED]


@pytest.mark.parametrize(
    "broken", ["none of it", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----"]
)
def test_what_only_looks_like_a_signature_is_none(staff, commits, git, off, ledger_folder, broken):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    raw = (git("cat-file", "commit", commits("p01")) + "\n").encode()
    path = ledger_folder.parent / "raw"
    path.write_bytes(signing.joined(raw, broken.encode(), like="0" * 40))
    (found,) = off(git("hash-object", "-t", "commit", "-w", str(path)))
    assert found == "The signature is not 赵一 (p01)'s: the key ? was not his on that day."


def test_two_signatures_are_none(staff, commits, git, off, ledger_folder):
    staff(p01=[("p01", "2026-11-01")])
    commits("p02")
    raw = (git("cat-file", "commit", commits("p01", "p01")) + "\n").encode()
    payload, signature = signing.parted(raw)
    path = ledger_folder.parent / "raw"
    assert signing.joined(payload, signature, like="0" * 40) == raw
    path.write_bytes(signing.joined(raw, signature, like="0" * 40))
    assert off(git("hash-object", "-t", "commit", "-w", "--literally", str(path))) == [UNSIGNED]


def test_days_beyond_any_calendar_are_no_fault_of_ours(staff, commits, off):
    staff(p01=[("p01", "0001-01-01", "9999-12-31")])
    commits("p02")
    assert off(commits("p01", "p01"), commits("p01")) == [None, UNSIGNED]
    assert date.max.year == 9999


def test_the_latest_date_is_reckoned_once_for_all(staff, commits, off, monkeypatch):
    staff(p01=[("old", "2026-10-01", "2026-10-31")])
    commits("p02", day="2026-11-20")
    ids = [commits(who, day="2026-11-21") for who in ("p01", "p02", "p01", "p02", "p01")]
    calls = []
    real = Signatures._reckon
    monkeypatch.setattr(
        Signatures, "_reckon", lambda self, tip: calls.append(tip) or real(self, tip)
    )
    assert off(*ids) == [None] * 5
    assert len(calls) == 1
