"""Progress: a bar on standard error over long work."""

from collections.abc import Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def watched(items: Iterable[T], count: int | None, label: str) -> Iterable[T]:
    """The items, with a bar while they are taken; one without an end where nobody has counted them."""
    return track(
        items, description=label, total=count, console=Console(stderr=True), transient=True
    )
