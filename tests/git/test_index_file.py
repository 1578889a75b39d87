"""After a step the person's own git has nothing to tell."""

import os
from pathlib import Path

import pytest

from gridctl.errors import Busy
from gridctl.git import index_file
from gridctl.git.objects import Objects


@pytest.fixture
def bring(repository, office: Path):
    """Bring the index to HEAD at every path of it, work files written before but those `without`."""

    def call(*without: str) -> None:
        with Objects(repository) as objects:
            head = objects.commit("HEAD")
            assert head
            found = dict(objects.walk(head.tree))
            for path, entry in found.items():
                if path not in without:
                    (office / path).parent.mkdir(parents=True, exist_ok=True)
                    (office / path).write_bytes(objects.blob(entry.id))
        index_file.bring(repository, {path: entry.id for path, entry in found.items()})

    return call


def test_new_and_changed_files_are_clean_to_the_last_plumbing(bring, recorded, git):
    recorded({"a": "1\n", "目录/b c": "2\n"})
    bring()
    recorded({"a": "3\n"})
    bring()
    git("diff-index", "--quiet", "HEAD")
    git("diff-files", "--quiet")
    assert git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    "attributes", ["*.yaml -text\n", "* text=auto eol=crlf\n", "* ident\n", "*.yaml text eol=lf\n"]
)
def test_the_index_holds_the_recorded_blob_whatever_the_attributes(
    attributes, bring, recorded, git
):
    recorded({".gitattributes": attributes, "a.yaml": "$Id: mine $\n行\n", "b.yaml": "x\r\ny\n"})
    bring()
    assert git("diff-index", "--cached", "HEAD") == ""


@pytest.mark.parametrize("value", ["true", "input"])
def test_line_ends_stay_whatever_the_person_has_configured(value, bring, recorded, git):
    git("config", "core.autocrlf", value)
    git("config", "core.safecrlf", "true")
    recorded({"a": "1\n", "b": "1\r\n2\n"})
    bring()
    assert git("diff-index", "--cached", "HEAD") == ""


def test_a_work_file_that_is_another_does_not_get_into_the_index(bring, recorded, git, office):
    recorded({"a": "1\n", "b": "1\n"})
    (office / "a").write_text("the person's own\n")
    bring("a", "b")
    assert git("diff-index", "--cached", "HEAD") == ""
    assert git("status", "--porcelain").split("\n") == [" M a", " D b"]


def test_what_the_person_has_staged_elsewhere_stays(bring, recorded, git, office):
    recorded({"a": "1\n"})
    bring()
    (office / "mine").write_text("x\n")
    git("add", "mine")
    recorded({"a": "2\n"})
    bring("mine")
    assert git("status", "--porcelain") == "A  mine"


def test_a_removed_file_leaves_the_index(bring, repository, recorded, git, office):
    recorded({"a": "1\n", "b": "1\n"})
    bring()
    recorded({"a": None})
    (office / "a").unlink()
    index_file.bring(repository, {"a": None})
    assert git("status", "--porcelain") == ""
    assert index_file.entries(repository).keys() == {"b"}


def test_a_mode_may_be_given(repository, recorded, git, office):
    recorded({"a": "1\n"})
    blob = git("rev-parse", "HEAD:a")
    index_file.bring(repository, {"run": ("100755", blob)})
    assert index_file.entries(repository)["run"] == ("100755", blob)


def test_a_locked_index_is_busy(bring, recorded, office):
    recorded({"a": "1\n"})
    (office / ".git/index.lock").touch()
    with pytest.raises(Busy):
        bring()


def test_a_large_index_is_split_and_still_clean(bring, recorded, git, office, monkeypatch):
    recorded({f"cases/{n}": f"{n}\n" for n in range(50)})
    bring()
    monkeypatch.setattr(index_file, "_LARGE", 10)
    recorded({"cases/7": "changed\n"})
    bring()
    assert any(name.startswith("sharedindex.") for name in os.listdir(office / ".git"))
    git("diff-index", "--quiet", "HEAD")
    assert git("status", "--porcelain") == ""
