"""The commands of the duty matrix, as they stand in the table of all commands."""

from gridctl.cli.entry import SETS, Entry
from gridctl.cli.marks import N_

DUTIES = Entry(
    "duties",
    ("职责",),
    N_("Powers of departments and duties of the office."),
    entries=(
        Entry(
            "check",
            ("检查", "梳理"),
            N_("Find overlaps, crossings, gaps and what is out of place."),
            "duties_check",
        ),
        Entry(
            "matrix",
            ("矩阵", "清单"),
            N_("Show who leads, who joins and what the office does, by category."),
            "duties_matrix",
        ),
        Entry(
            "who",
            ("谁管",),
            N_("Show whose a category is in a grid, and who is there."),
            "duties_who",
        ),
        Entry(
            "trace",
            ("追溯",),
            N_("Trace a case to the holder of the power, its basis and its people."),
            "duties_trace",
            takes_ids=True,
        ),
        Entry(
            "import",
            ("导入",),
            N_("Take powers over from a spreadsheet."),
            "duties_import",
            SETS,
        ),
    ),
)
