"""undo between syncs: what others have is not taken back, what they have not yet is."""


def test_what_was_sent_is_not_taken_back(a, shared):
    a("note", shared, "写错了")
    a("sync")
    assert "U03" in a("undo", code=20)


def test_what_was_given_away_on_a_stick_is_not_taken_back(a, shared, town):
    a("note", shared, "写错了")
    a("sync", "--bundle", str(town / "stick"))
    assert "U03" in a("undo", code=20)


def test_what_others_sent_is_not_taken_back(a, b, shared):
    a("note", shared, "写错了")
    a("sync")
    b("sync")
    assert "U03" in b("undo", code=20)


def test_what_was_recorded_after_a_sync_is_taken_back(a, b, shared):
    a("note", shared, "看过")
    a("sync")
    a("note", shared, "写错了")
    a("undo")
    assert a("sync") == "Nothing new on either side (origin)\n"
    a("note", shared, "又看过")
    a("sync")
    b("sync")
    assert b.said(shared) == ["看过", "又看过"]


def test_what_was_put_on_top_and_not_sent_is_taken_back(a, b, shared, refusing):
    a("note", shared, "甲看过")
    a("sync")
    b("note", shared, "写错了")
    with refusing("not now"):
        b("sync", code=40)
    b("undo")
    assert b.said(shared) == ["甲看过"]
    assert b("sync") == "Nothing new on either side (origin)\n"
