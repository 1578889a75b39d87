"""What an audit advises on a journal: the state before the first break, and no loss of later entries."""


def remedies(town):
    return [each["remedy"] for each in town.audit()["violations"]]


def test_of_two_breaks_the_state_before_the_first_comes_back(town):
    good = town.head
    town.swap(town.journal, "T08:", "T07:", 1)
    town.commit("one")
    town.swap(town.journal, "T07:", "T06:", 1)
    town.commit("two")
    advice = (
        f"A dispatcher brings back what was recorded: git checkout {good[:10]} -- {town.journal}, "
        "then: git commit -m restored"
    )
    assert remedies(town) == [advice, advice]
    town.git("checkout", good[:10], "--", town.journal)
    town.commit("restored")
    assert remedies(town) == [advice, advice]


def test_entries_made_since_are_not_dropped(town):
    town.swap(town.journal, "T08:", "T07:", 1)
    town.commit("one")
    town.call("sign", "leave", "--for", "p10", "--kind", "sick", "--since", "2026-11-25")
    assert remedies(town) == [
        (
            "Entries were made on it since, and bringing the old file back would drop them. "
            "Enter again what is missing: gridctl sign, or gridctl journal add"
        )
    ]
