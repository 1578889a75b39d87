"""What is said to gridctl on a walk: the words of each verb, right and wrong, and who acts."""

from datetime import timedelta

from gridctl.domain import rights
from gridctl.domain.steps import MOVES, position, possible
from gridctl.domain.verbs.suspend import woken

GOOD_UNITS = ["chengguan", "交警大队", "huanbao", "qy-xs-1"]
UNITS = ["chengguan", "城管", "交警大队", "huanbao", "gongzuodui", "qy-xs-1", "qy-dh", "nobody"]
PLACES = ["qy-dh-1", "qy-dh-1a", "qy-dh-2", "西山坡", "qy-xs", "qy", "qy-dh-3", "nowhere"]
GOOD_PLACES = ["qy-dh-1", "qy-dh-1", "qy-dh-1a", "qy-dh-2", "qy-xs-1", "qy"]
WORDS = [
    "又有人来问",
    "两行\n的话",
    "x",
    "",
    "no",
    "电话13812345678",
    "- [a, b]: #",
    "e\u0301 \u200b",
]
GOOD_WORDS = ["已到场", "已清走 3 处", "无异常"]


def note(rng):
    return ["--note", rng.choice(GOOD_WORDS if rng.random() < 0.9 else WORDS)]


def maybe(rng, *words):
    return list(words) if rng.random() < 0.3 else []


def _triage(rng, walk, _case):
    kind = rng.random()
    if kind < 0.75:
        wish = ["-c", rng.choice(["E0406", "E0406", "E0601", "E9999"])]
        return [*wish, *maybe(rng, "--severity", rng.choice(["urgent", "紧急", "soon"]))]
    if kind < 0.85:
        return ["-c", "E0406", "--settle", rng.choice(GOOD_WORDS)]
    if kind < 0.93:
        return ["--reject", "不在本街道", *maybe(rng, "--as-closed", "referred")]
    return ["--duplicate-of", walk.any_case()]


def _file(rng, _walk, _case):
    wish = ["--condition", str(rng.choice([1, 1, 1, 2, 9]))]
    if rng.random() < 0.6:
        limit = rng.choice(["20 work_day", "20 work_day", "30天", "2小时", "soon"])
        wish += ["--limit", limit, "--note", "情况复杂"]
    wish += maybe(rng, "--to", rng.choice(UNITS))
    return wish


def _dispatch(rng, _walk, _case):
    wish = ["--to", rng.choice(GOOD_UNITS), *maybe(rng, "--assist", rng.choice(UNITS))]
    return [
        *wish,
        *maybe(rng, "--person", rng.choice(["p17", "p18", "p23"])),
        *maybe(rng, *note(rng)),
    ]


def _handle(rng, _walk, _case):
    counts = maybe(rng, "--count", rng.choice(["清理占道=30余处", "x=y"]))
    done = ["--done", rng.choice(["fixed", "fixed", "referred", "gone"])]
    return [*note(rng), *counts, *(done if rng.random() < 0.6 else [])]


def _correct(rng, _walk, _case):
    field, new = rng.choice(
        [
            ("title", rng.choice(WORDS)),
            ("text", "改过的话"),
            ("kind", rng.choice(["hazard", "request", "thing"])),
            ("grid", rng.choice(PLACES)),
            ("place", rng.choice(["东河桥头", "桥尾"])),
            ("source", rng.choice(["hotline", "mayor-line", "x"])),
            ("category", rng.choice(["E0406", "E0601"])),
            ("severity", rng.choice(["urgent", "normal"])),
        ]
    )
    return ["--field", field, "--new", new, *note(rng)]


def _until(rng, walk):
    day = walk.clock.date() + timedelta(days=rng.choice([1, 3, 30, 300, 366, 367, 0, -1]))
    return ["--until", rng.choice([str(day), str(day), str(day), "9999-12-31", "0001-01-01", "x"])]


def _extend(rng, _walk, case):
    if case.pending == "extension" and rng.random() < 0.8:
        answer = rng.choice(["--approve", "--approve", "--deny"])
        return [answer, *(note(rng) if answer == "--deny" else [])]
    return [rng.choice(["--request", "--request", "--request", "--approve", "--deny"]), *note(rng)]


def _suspend(rng, walk, case):
    if case.pending == "suspension" and rng.random() < 0.8:
        answer = rng.choice(["--approve", "--approve", "--deny"])
        return [answer, *(maybe(rng, *_until(rng, walk)) if answer == "--approve" else note(rng))]
    request = ["--request", *_until(rng, walk), *note(rng)]
    return request if rng.random() < 0.8 else [rng.choice(["--approve", "--deny"])]


def _evaluate(rng, _walk, case):
    strip = ["--strip", rng.choice(["0", "95", "100", "101"])]
    with_strip = bool(case.lead) != (rng.random() < 0.1)
    return ["--block", rng.choice(["90", "90", "-1"]), *(strip if with_strip else [])]


SAYS = {
    "triage": _triage,
    "file": _file,
    "dispatch": _dispatch,
    "handle": _handle,
    "feedback": lambda rng, *_: ["--told", "反映人", *maybe(rng, "--satisfaction", "不满意")],
    "verify": lambda rng, *_: [rng.choice(["--pass", "--pass", "--fail"])],
    "evaluate": _evaluate,
    "note": lambda rng, *_: [rng.choice(GOOD_WORDS + WORDS)],
    "return": lambda rng, *_: note(rng),
    "extend": _extend,
    "suspend": _suspend,
    "resume": lambda rng, *_: maybe(rng, *note(rng)),
    "urge": lambda rng, *_: maybe(rng, *note(rng)),
    "supervise": lambda rng, *_: [rng.choice(["yellow", "red", "红牌", "lift", "green"])],
    "instruct": lambda rng, *_: [rng.choice(GOOD_WORDS)],
    "escalate": lambda rng, *_: maybe(rng, "--skip", rng.choice(["1", "2", "3"])),
    "hand-down": lambda rng, *_: maybe(rng, "--to", rng.choice(PLACES)),
    "assist": lambda rng, *_: ["--unit", rng.choice(UNITS)],
    "link": lambda rng, walk, _case: ["--to", walk.any_case(), *maybe(rng, *note(rng))],
    "void": lambda rng, *_: note(rng),
    "reopen": lambda rng, *_: note(rng),
    "appeal": lambda rng, *_: note(rng),
    "decide": lambda rng, *_: [rng.choice(["--grant", "--deny"])],
    "callback": lambda rng, *_: ["--satisfaction", rng.choice(["satisfied", "unsatisfied"])],
    "correct": _correct,
}
_COMMAND = {"redispatch": "dispatch"}
FOR_A_UNIT = {"handle", "feedback", "return", "extend", "suspend", "resume", "appeal"}


def collect(rng):
    """A report; seldom one that cannot be taken."""
    place = rng.choice(GOOD_PLACES if rng.random() < 0.9 else PLACES)
    title = rng.choice(["占道经营", "路灯不亮", "井盖破损"] if rng.random() < 0.9 else WORDS)
    wish = ["collect", title, "-g", place, "-s", rng.choice(["patrol", "hotline", "mayor-line"])]
    wish += maybe(rng, "--kind", rng.choice(["hazard", "纠纷", "thing"]))
    wish += maybe(rng, "--reporter", "王小明", "--phone", "13812345678")
    return [*wish, *maybe(rng, "--text", "桥头有摊贩", *maybe(rng, "--secret"))]


def fitting(rng, walk, case):
    """A verb that is possible, the command for it, and somebody who may."""
    day = walk.clock.date()
    case = woken(case, day)
    moves = MOVES[position(case)]
    verbs = [verb for verb in possible(case) if verb != "settle-deadline"]
    onward = [verb for verb in verbs if moves.get(verb, ()) not in ((), ("voided",))]
    answers = [verb for verb in verbs if verb.endswith(("-approve", "-deny")) or verb == "decide"]
    if rng.random() < 0.5 and onward:
        verb = onward[0]
    else:
        verb = rng.choice((answers if rng.random() < 0.5 else onward) or verbs)
    asking = [each for each in verbs if each in ("extend", "suspend", "appeal", "resume")]
    verb = rng.choice(asking) if asking and rng.random() < 0.2 else verb
    verb = rng.choice(answers) if answers and rng.random() < 0.4 else verb
    verb = rng.choice(verbs) if verb in ("return", "reopen") and rng.random() < 0.6 else verb
    verb = "correct" if rng.random() < 0.06 else "link" if rng.random() < 0.06 else verb
    may = list(rights.holders(rights.RIGHTS[verb], walk.office, case, day))
    actor = ["--as", rng.choice(may).id] if may else []
    if not may and case.lead and verb in FOR_A_UNIT:
        actor = ["--for", case.lead]
    if verb.endswith(("-approve", "-deny")):
        command, _, answer = verb.partition("-")
        return command, [f"--{answer}", *actor]
    if verb in ("extend", "suspend"):
        until = ["--until", str(day + timedelta(days=30))] if verb == "suspend" else []
        return verb, ["--request", *until, *note(rng), *actor]
    if verb == "return" and not case.lead:
        actor = ["--as", "p01"]
    command = _COMMAND.get(verb, verb)
    said = SAYS[command](rng, walk, case)
    if command == "note" or command in ("supervise", "instruct"):
        return command, [*actor, *said]
    return command, [*said, *actor]
