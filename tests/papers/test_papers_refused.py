"""Papers that would say what does not hold are refused, and what is offered instead is legal."""

import pytest

FORMS = ("dispatch", "urge", "supervise")


def refusal(answer):
    """The message and the hint of a refusal by O01."""
    assert (answer.code, answer.out) == (20, "")
    message, hint, *more = answer.err.splitlines()
    assert more == []
    return message.removeprefix("Refused by the rule O01: "), hint


@pytest.fixture
def stage(collected, gridctl):
    """A case on its way: as far as the verbs of `moves` take it."""

    def go(*moves):
        ending = collected()
        for verb, *words in moves:
            answer = gridctl(verb, ending, *words)
            assert answer.code == 0, answer.err
        return ending

    return go


TRIAGED = ("triage", "--category", "E0406")
SETTLED = ("triage", "--category", "E0406", "--settle", "当场劝离", "--as", "p08")
FILED = ("file", "--condition", "1")
TOLD = ("feedback", "--told", "商户", "--satisfaction", "satisfied")
PASSED = ("verify", "--pass", "--as", "p10")


@pytest.mark.parametrize(
    ("moves", "hint"),
    [
        ((), "Triage it first: gridctl triage {id} --category CODE"),
        ((TRIAGED,), "File and dispatch it first: gridctl file {id} --to UNIT"),
        ((TRIAGED, FILED), "Dispatch it first: gridctl dispatch {id} --to UNIT"),
        ((SETTLED,), "Print the whole case instead: gridctl print {id} --form dossier"),
        (
            (SETTLED, TOLD, PASSED),
            "Print the whole case instead: gridctl print {id} --form dossier",
        ),
    ],
)
def test_an_order_without_a_unit_names_the_next_step(stage, paper, moves, hint):
    ending = stage(*moves)
    message, told = refusal(paper(ending, "dispatch", lang="en"))
    assert message == f"{ending} is with no unit, so there is no order to print."
    assert told == hint.format(id=ending)


def test_a_void_case_has_no_papers_but_its_dossier(stage, paper):
    ending = stage(TRIAGED, ("file", "--to", "城管"), ("void", "--note", "测试"))
    dossier = f"Print the whole case instead: gridctl print {ending} --form dossier"
    message, hint = refusal(paper(ending, "dispatch", lang="en"))
    assert (message, hint) == (f"{ending} is void, so there is no order to print.", dossier)
    message, hint = refusal(paper(ending, "supervise", lang="en"))
    expected = f"{ending} is over, so there is no supervision order to print."
    assert (message, hint) == (expected, dossier)
    assert refusal(paper(ending, "urge", lang="en"))[1].endswith(f"gridctl show {ending}")
    assert paper(ending, "dossier").code == 0


def test_a_closed_case_gets_no_supervision_order_though_its_card_still_hangs(closed, paper):
    message, _hint = refusal(paper(closed.ending, "supervise", day="30", lang="en"))
    assert message == f"{closed.ending} is over, so there is no supervision order to print."


def test_a_supervision_order_takes_a_card(stage, paper):
    ending = stage(TRIAGED)
    message, hint = refusal(paper(ending, "supervise", lang="en"))
    assert message == f"{ending} is not under supervision."
    assert hint == f"Put it there first: gridctl supervise {ending} yellow"


@pytest.mark.parametrize("moves", [(TRIAGED,), (TRIAGED, FILED), (SETTLED, TOLD)])
def test_where_the_office_itself_is_waited_for_nobody_is_reminded(stage, paper, moves):
    ending = stage(*moves)
    message, hint = refusal(paper(ending, "urge", lang="en"))
    assert message == f"{ending} waits for no unit or grid, so nobody is to be reminded."
    assert hint == f"See where it stands: gridctl show {ending}"


@pytest.mark.parametrize("word", ["交办单", "案件交办单", "case order", "dispatch"])
def test_a_paper_is_named_as_the_office_calls_it(told, paper, word):
    assert "案件交办单" in paper(told.ending, word).out


def test_a_mistyped_paper_is_guessed(told, paper):
    code, out, err = paper(told.ending, "交单")
    assert (code, out) == (2, "")
    assert err == (
        "错误：--form 不能是“交单”。\n"
        "是不是 dispatch（交办单）？可用的有：dispatch（交办单）、urge（催办单）、supervise（督办单）、"
        "dossier（案卷）\n"
    )
