"""What is put behind the last entry of another, and would stand in his name, is not recorded."""

import pytest
import tamperings

LENGTHENED = (
    tamperings.more_lines_of_the_last_text,
    tamperings.a_result_behind_anothers_progress,
    tamperings.a_verdict_behind_anothers_feedback,
)


@pytest.mark.parametrize("act", LENGTHENED, ids=lambda act: act.__name__)
def test_record_refuses_it(town, act):
    act(town)
    before = town.head
    town.git("config", "user.email", f"{town.me}@example.org")
    code, _out, err = town.run("record")
    assert (code, "C06" in err) == (20, True), err
    assert town.head == before
