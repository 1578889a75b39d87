"""Every command of gridctl: one literal table for help, dispatch and completion alike."""

from gridctl.cli.duties_group import DUTIES
from gridctl.cli.entry import ALWAYS, ASKS, READS, SETS, WRITES, Entry, Section
from gridctl.cli.journal_groups import JOURNAL, JOURNAL_REPORTS
from gridctl.cli.marks import N_

ABOUT = N_("Cases of a sub-district office in seven steps, kept as plain files in git.")


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
SETTINGS = (
    Entry(
        "grid",
        ("网格",),
        N_("The grids of the office."),
        entries=(
            Entry("tree", ("树",), N_("Show the grids as a tree."), "grid_tree"),
            Entry("show", ("查看",), N_("Show a grid, its people and places."), "grid_show"),
            Entry("who", ("责任人",), N_("Show who is responsible for a grid."), "grid_who"),
            Entry(
                "check",
                ("检查", "三定"),
                N_("Check people, posts and duties of every grid."),
                "grid_check",
            ),
            Entry("add", ("新增",), N_("Add a grid."), "grid_add", SETS),
            Entry("move", ("移动",), N_("Put a grid below another one."), "grid_move", SETS),
            Entry("close", ("撤销",), N_("Give a grid its last day."), "grid_close", SETS),
        ),
    ),
    Entry(
        "staff",
        ("人员",),
        N_("Departments, people and their posts."),
        entries=(
            Entry("list", ("列表",), N_("List people and their posts."), "staff_list"),
            Entry("show", ("查看",), N_("Show a person or a department."), "staff_show"),
            Entry("add", ("新增",), N_("Add a person."), "staff_add", SETS),
            Entry("post", ("任职",), N_("Give a person a post."), "staff_post", SETS),
            Entry("leave", ("离任",), N_("End a person's posts."), "staff_leave", SETS),
        ),
    ),
    DUTIES,
    Entry(
        "source",
        ("来源",),
        N_("The register of the channels through which reports come in."),
        entries=(
            Entry("list", ("列表",), N_("List sources and their cases."), "source_list"),
            Entry(
                "check",
                ("检查",),
                N_("Find what register and cases do not say alike."),
                "source_check",
            ),
            Entry("add", ("新增",), N_("Add a source."), "source_add", SETS),
        ),
    ),
    Entry(
        "catalogue",
        ("类别",),
        N_("Categories, filing conditions and limits."),
        entries=(
            Entry("list", ("列表",), N_("List categories."), "catalogue_list"),
            Entry("show", ("查看",), N_("Show a category with its limits."), "catalogue_show"),
            Entry("suggest", ("推荐",), N_("Suggest a category for a text."), "catalogue_suggest"),
            Entry(
                "add", ("新增",), N_("Add a category of the ledger's own."), "catalogue_add", SETS
            ),
        ),
    ),
    Entry(
        "calendar",
        ("日历",),
        N_("Working days and deadlines."),
        entries=(
            Entry("due", ("时限",), N_("Work out a deadline, day by day."), "calendar_due"),
            Entry("show", ("查看",), N_("Show working days and days off."), "calendar_show"),
            Entry(
                "add",
                ("添加",),
                N_("Take over a holiday plan that is out."),
                "calendar_add",
                WRITES - {"at", "if_version"},
            ),
            Entry(
                "settle",
                ("确定期限",),
                N_("Settle provisional deadlines, now that the plan is known."),
                "calendar_settle",
                WRITES - {"if_version"},
            ),
        ),
    ),
)
APPRAISAL = Entry(
    "appraisal",
    ("考核",),
    N_("How units and grids are scored."),
    entries=(
        Entry("show", ("查看",), N_("Show the method and its marks."), "appraisal_show"),
        Entry(
            "init",
            ("建立",),
            N_("Begin a method of the ledger's own."),
            "appraisal_init",
            SETS,
        ),
        Entry(
            "mark",
            ("打分",),
            N_("Give a unit or grid a mark by hand."),
            "appraisal_mark",
            SETS,
        ),
    ),
)
LEDGER = (
    Entry(
        "init",
        ("初始化", "建账"),
        N_("Make a folder a ledger."),
        "init",
        WRITES - {"at", "if_version", "actor", "dry_run"},
    ),
    Entry(
        "record",
        ("登记", "入账"),
        N_("Check edits made by hand and commit them."),
        "record",
        WRITES - {"at", "if_version", "actor"},
    ),
    Entry(
        "undo",
        ("撤销",),
        N_("Take back your own last entry."),
        "undo",
        WRITES - {"at", "if_version", "actor"},
    ),
    Entry("check", ("检查", "体检"), N_("Check every file of the ledger."), "check"),
)
REPORTS = (
    Entry(
        "report",
        ("报表",),
        N_("Counts and rates over many cases."),
        entries=(
            Entry(
                "overdue",
                ("超期",),
                N_("Who is late now, with what, for how long."),
                "report_overdue",
            ),
            Entry(
                "liability",
                ("追责",),
                N_("Count what went wrong, by grid, unit and month."),
                "report_liability",
            ),
            Entry(
                "source",
                ("来源",),
                N_("Cases and days of handling by source, against the period before."),
                "report_source",
            ),
            Entry(
                "counts",
                ("统计",),
                N_("Every count and rate of a period, whole or by groups."),
                "report_counts",
            ),
            Entry(
                "appraisal",
                ("考核",),
                N_("Units and grids by their scores, with the working."),
                "report_appraisal",
            ),
            *JOURNAL_REPORTS,
        ),
    ),
)
TOOLS = (
    Entry(
        "schema", ("格式",), N_("Print the JSON Schema of a file or an answer."), "schema", ALWAYS
    ),
    Entry(
        "completion",
        ("补全",),
        N_("Print the completion script of a shell."),
        "completion",
        frozenset({"language", "colour"}),
    ),
)

TREE = (
    Section(N_("The seven steps"), STEPS),
    Section(N_("Beside the way"), BESIDE),
    Section(N_("Asking"), ASKING),
    Section(N_("Attendance and journal"), JOURNAL),
    Section(N_("Reports"), REPORTS),
    Section(N_("Settings"), (*SETTINGS, APPRAISAL)),
    Section(N_("The ledger"), LEDGER),
    Section(N_("Tools"), TOOLS),
)
