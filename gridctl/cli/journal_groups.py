"""Journal groups: the commands of attendance and journal, as the command table has them."""

from gridctl.cli.entry import WRITES, Entry
from gridctl.cli.marks import N_

NOTES = WRITES - {"if_version"}  # a journal has no version: each entry is the next line
JOURNAL = (
    Entry(
        "sign",
        ("签到", "考勤"),
        N_("Sign in and out, take leave, call the roll."),
        entries=(
            Entry("in", ("签到",), N_("Sign in."), "sign_in", NOTES),
            Entry("out", ("签退",), N_("Sign out."), "sign_out", NOTES),
            Entry("leave", ("请假",), N_("Take leave for some days."), "sign_leave", NOTES),
            Entry(
                "correct",
                ("更正",),
                N_("Give an entry another time, or take it out."),
                "sign_correct",
                NOTES,
            ),
        ),
    ),
    Entry(
        "journal",
        ("日志", "工作日志"),
        N_("Patrols, meetings, training, publicity, visits, registrations."),
        entries=(
            Entry("add", ("新增",), N_("Note down what was done."), "journal_add", NOTES),
            Entry("list", ("列表",), N_("List entries."), "journal_list"),
            Entry("show", ("查看",), N_("Show a person's month."), "journal_show"),
        ),
    ),
)
JOURNAL_REPORTS = (
    Entry(
        "attendance",
        ("考勤",),
        N_("Required, present, late, absent, by person, unit and grid."),
        "report_attendance",
    ),
    Entry("journal", ("日志",), N_("Totals of the journal by month and kind."), "report_journal"),
    Entry(
        "watch",
        ("看护",),
        N_("Places to be seen every working day: due, done, missed."),
        "report_watch",
    ),
)
