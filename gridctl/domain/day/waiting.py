"""The inbox in a plan: how much waits, by what is to be done."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gridctl.domain.day.plan import Item, Part
from gridctl.domain.day_terms import MATTERS
from gridctl.domain.todo import Task
from gridctl.words import say


def waiting(tasks: Iterable[Task]) -> Iterator[Part]:
    """A line for each matter that waits."""
    counts = Counter(task.matter for task in tasks)
    items = (
        Item(
            say("{matter}: {count}", matter=MATTERS[matter], count=counts[matter]),
            {"matter": matter, "count": counts[matter]},
            "gridctl inbox",
        )
        for matter in MATTERS
        if counts[matter]
    )
    yield Part("inbox", tuple(items))
