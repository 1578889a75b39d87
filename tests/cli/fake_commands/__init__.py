"""A small command line with one command for each way to end."""

from gridctl.cli.entry import ALWAYS, READS, WRITES, Entry, Section

SECTIONS = (
    Section(
        "The seven steps",
        (
            Entry("advance", ("立案", "建档立案"), "Move on.", "advance", WRITES, "1"),
            Entry("look", ("查看",), "Look.", "look", READS, takes_ids=True),
        ),
    ),
    Section(
        "Tools",
        (
            Entry("fail", ("失败",), "Fail.", "fail", ALWAYS),
            Entry(
                "group",
                ("组",),
                "A group.",
                entries=(Entry("inner", ("里面",), "Inside.", "inner", READS),),
            ),
        ),
    ),
)
