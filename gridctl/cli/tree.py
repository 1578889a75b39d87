"""Every command of gridctl: one literal table for help, dispatch and completion alike."""

from gridctl.cli.case_commands import ASKING, BESIDE, STEPS
from gridctl.cli.entry import ALWAYS, SETS, WRITES, Entry, Section
from gridctl.cli.journal_groups import JOURNAL
from gridctl.cli.marks import N_
from gridctl.cli.report_group import REPORT
from gridctl.cli.settings_groups import SETTINGS

ABOUT = N_("Cases of a sub-district office in seven steps, kept as plain files in git.")


MEMORY = (
    Entry(
        "log",
        ("沿革", "经过"),
        N_("Tell what was recorded: of a case, a grid, a unit, a person, or all."),
        "log",
        takes_ids=True,
    ),
    Entry("diff", ("对比", "差异"), N_("Tell what differs between two states."), "diff"),
    Entry(
        "review",
        ("复核", "审阅"),
        N_("Go through what was recorded, case by case, with what needs a second look."),
        "review",
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
    Entry(
        "mend",
        ("修复",),
        N_("Put back a case that plain git altered, broke or removed."),
        "mend",
        WRITES - {"at", "if_version", "actor"},
        takes_ids=True,
    ),
    Entry(
        "sync",
        ("同步",),
        N_("Bring this clone and the office's server together."),
        "sync",
        WRITES - {"at", "if_version", "actor"},
    ),
    Entry(
        "held",
        ("搁置", "待定"),
        N_("What did not follow when clones came together."),
        bare="list",
        entries=(
            Entry("list", ("列表",), N_("List what is held back."), "held_list", ALWAYS),
            Entry(
                "take",
                ("补登",),
                N_("Take it up anew."),
                "held_take",
                WRITES - {"actor", "if_version"},
            ),
            Entry("drop", ("放弃",), N_("Keep it no longer."), "held_drop", SETS),
        ),
    ),
    Entry(
        "resolve",
        ("化解",),
        N_("Give up a stopped git merge and put your entries on top instead."),
        "resolve",
        ALWAYS,
    ),
    Entry("check", ("检查", "体检"), N_("Check every file of the ledger."), "check"),
    Entry(
        "audit",
        ("审计", "稽核"),
        N_("Prove from the history that nothing recorded was altered."),
        "audit",
        ALWAYS,
    ),
    Entry(
        "anchor",
        ("存证", "留痕"),
        N_("Print one line that proves later what is recorded now."),
        "anchor",
    ),
)
HOOK = Entry(
    "hook",
    ("把关",),
    N_("Have git look through what is pushed."),
    entries=(
        Entry(
            "install",
            ("安装",),
            N_("Install the hook, on a server or in a clone."),
            "hook_install",
            SETS,
        ),
        Entry(
            "pre-receive",
            ("收前",),
            N_("Look through what comes in; git calls it."),
            "hook_pre_receive",
            ALWAYS - {"json"},
        ),
        Entry(
            "pre-push",
            ("送前",),
            N_("Look through what goes out; git calls it."),
            "hook_pre_push",
            ALWAYS - {"json"},
        ),
    ),
)
TOOLS = (
    HOOK,
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
    Section(N_("Reports"), (REPORT,)),
    Section(N_("Settings"), SETTINGS),
    Section(N_("The past"), MEMORY),
    Section(N_("The ledger"), LEDGER),
    Section(N_("Tools"), TOOLS),
)
