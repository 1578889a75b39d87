"""The reports, as they stand in the table of all commands."""

from gridctl.cli.entry import Entry
from gridctl.cli.journal_groups import JOURNAL_REPORTS
from gridctl.cli.marks import N_

REPORT = Entry(
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
        Entry(
            "late-entry",
            ("补录", "迟录"),
            N_("How long after it happened things were recorded, by person and grid."),
            "report_late_entry",
        ),
        *JOURNAL_REPORTS,
    ),
)
