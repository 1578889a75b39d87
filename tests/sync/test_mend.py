"""mend: what a push of plain git altered is put back by one clerk, and every sync and hook takes that."""

import pytest


@pytest.fixture
def altered(a, b, shared):
    """A case that a push of plain git altered, a remark on top, with both clones where the server is."""
    [path] = (a.folder / "cases").rglob(f"*-{shared}.yaml")
    path.write_text(path.read_text().replace("路灯不亮", "路灯亮了"))
    a.git("commit", "-qam", "by hand")
    a.git("push", "-q", "origin", "main")
    b.git("pull", "-q", "--ff-only")
    a("note", shared, "已联系")
    a("sync")
    b("sync")
    return shared


@pytest.mark.parametrize("hook", [False, True])
def test_a_mended_case_goes_through_sync_and_hook(a, b, server, altered, hook):
    if hook:
        a("-C", str(server), "hook", "install", "--server")
    b("mend", altered)
    assert b.json("sync")["pushed"] == 1
    assert a.json("sync")["fetched"] == 1
    assert a.shows(altered)["title"] == "路灯不亮"
    assert a.said(altered) == ["已联系"]
    assert a("check")
