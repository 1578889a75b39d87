"""The groups of commands on the settings, as they stand in the table of all commands."""

from gridctl.cli.duties_group import DUTIES
from gridctl.cli.entry import SETS, WRITES, Entry
from gridctl.cli.marks import N_

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
            Entry("key", ("公钥",), N_("Give a person a key to sign with."), "staff_key", SETS),
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
    APPRAISAL,
)
