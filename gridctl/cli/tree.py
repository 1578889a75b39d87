"""Every command of gridctl: one literal table for help, dispatch and completion alike."""

from gridctl.cli.case_commands import ASKING, BESIDE, STEPS
from gridctl.cli.entry import ALWAYS, WRITES, Entry, Section
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
    ),
    Entry("diff", ("对比", "差异"), N_("Tell what differs between two states."), "diff"),
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
    Section(N_("Reports"), (REPORT,)),
    Section(N_("Settings"), SETTINGS),
    Section(N_("The past"), MEMORY),
    Section(N_("The ledger"), LEDGER),
    Section(N_("Tools"), TOOLS),
)
