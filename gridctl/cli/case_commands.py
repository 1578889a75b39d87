"""The commands on cases, as they stand in the table of all commands."""

from gridctl.cli.entry import ALWAYS, ASKS, READS, WRITES, Entry
from gridctl.cli.marks import N_


def _step(step: str, name: str, aliases: tuple[str, ...], text: str) -> Entry:
    return Entry(name, aliases, text, name, WRITES, step, takes_ids=True)


def _beside(name: str, aliases: tuple[str, ...], text: str, module: str = "") -> Entry:
    return Entry(name, aliases, text, module or name.replace("-", "_"), WRITES, takes_ids=True)


STEPS = (
    Entry(
        "collect",
        ("信息收集", "收集", "采集"),
        N_("Take down what was found or reported."),
        "collect",
        WRITES - {"if_version"},
        "1",
    ),
    _step(
        "2",
        "triage",
        ("梳理上报", "梳理"),
        N_("Judge a report: send it up, settle it in the grid, or reject it."),
    ),
    _step("3", "file", ("建档立案", "立案"), N_("Open the case: number, category and limit.")),
    _step("3", "dispatch", ("派遣", "派单"), N_("Give the case to the units that handle it.")),
    _step(
        "4", "handle", ("问题处理", "处理", "处置"), N_("Record measures taken and their result.")
    ),
    _step("5", "feedback", ("结果反馈", "反馈"), N_("Record what the reporter was told.")),
    _step(
        "6", "verify", ("核查结案", "核查", "结案"), N_("Check on the spot: close or send back.")
    ),
    _step("7", "evaluate", ("综合评价", "评价"), N_("Score the unit and the grid.")),
)
BESIDE = (
    Entry("note", ("备注", "记事"), N_("Add a remark to a case."), "note", WRITES, takes_ids=True),
    _beside("return", ("退回",), N_("Give a case back, with a reason."), "return_"),
    _beside("extend", ("延期",), N_("Ask for more time, grant or deny it.")),
    _beside("suspend", ("挂账",), N_("Put a case aside until a day.")),
    _beside("resume", ("恢复",), N_("Go on with a suspended case.")),
    _beside("urge", ("催办",), N_("Remind the units.")),
    _beside("supervise", ("督办",), N_("Raise a yellow or red card, or lift it.")),
    _beside("instruct", ("领导批示", "批示"), N_("Record a leader's word.")),
    _beside("escalate", ("上报",), N_("Send a case up to the grid above.")),
    _beside("hand-down", ("交办",), N_("Hand an escalated case down.")),
    _beside("assist", ("协办",), N_("Add assisting units.")),
    _beside("link", ("关联",), N_("Link a case with another.")),
    _beside("void", ("作废",), N_("End a case that should not be one.")),
    _beside("reopen", ("重启",), N_("Begin a closed or void case again.")),
    _beside("appeal", ("申诉",), N_("Contest lateness, once.")),
    _beside("decide", ("裁定",), N_("Decide an appeal.")),
    _beside("callback", ("回访",), N_("Ask again who reported.")),
    _beside("correct", ("更正",), N_("Mend a mistake in an entry.")),
    _beside("renumber", ("改号",), N_("Of two cases with one number, give one the next.")),
)
ASKING = (
    Entry("list", ("列表", "清单"), N_("List cases, the most urgent first."), "list"),
    Entry("inbox", ("待办",), N_("What waits for you, by your posts."), "inbox", ASKS),
    Entry("today", ("今日", "今天"), N_("Your plan of the day, one thing a line."), "today", ASKS),
    Entry("show", ("查看", "查询"), N_("Show a case with its history."), "show", takes_ids=True),
    Entry(
        "why",
        ("缘由", "为什么"),
        N_("Explain a case's limit, deadline and unit."),
        "why",
        takes_ids=True,
    ),
    Entry(
        "liability",
        ("追责", "双向追责"),
        N_("Name who answers for what went wrong with a case."),
        "liability",
        takes_ids=True,
    ),
    Entry(
        "whoami",
        ("本人", "我是谁"),
        N_("Say who you are to the ledger, and what you may do."),
        "whoami",
        ALWAYS,
    ),
    Entry("team", ("队伍", "班子"), N_("List who works in a grid and below it."), "team"),
    Entry(
        "print",
        ("打印", "出单"),
        N_("Print an order, a reminder, a supervision order or the dossier."),
        "print_",
        READS - {"json"},
        takes_ids=True,
    ),
)
