"""Report page: a report as tables in a terminal, as plain tab-separated rows when piped."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from gridctl.domain.hidden import visible
from gridctl.domain.report_terms import BASES
from gridctl.reports.report import Report, Section
from gridctl.words import _, listed


def lines(report: Report) -> Iterator[str]:
    """The whole report for a pipe."""
    yield from head(report)
    for section in report.sections:
        yield from ("", str(section.title))
        yield from _counts(section)
        if section.rows:
            yield "\t".join(str(column.head) for column in section.columns)
            yield from ("\t".join(row) for row in cells(section))
        elif section.columns:
            yield _("none")
        yield from map(str, section.remarks)
    yield from map(str, report.remarks)


def show(report: Report, *, colour: bool) -> None:
    """The whole report on a terminal."""
    from gridctl.views import table

    _put(head(report))
    for section in report.sections:
        _put(("", str(section.title), *_counts(section)))
        if section.columns and not section.rows:
            _put((_("none"),))
        elif section.columns:
            heads = [str(column.head) for column in section.columns]
            table.show(heads, list(cells(section)), colour=colour)
        _put(map(str, section.remarks))
    _put(map(str, report.remarks))


def head(report: Report) -> Iterator[str]:
    """What it is, of when, on which basis, and from which commit."""
    when = report.period.name if report.period else f"{report.day}" if report.day else ""
    yield f"{report.title}  {when}".rstrip()
    if report.basis:
        yield _("basis: {basis}").format(basis=BASES[report.basis])
    yield _("made from {commit}").format(commit=report.commit[:12])


def cells(section: Section) -> Iterator[list[str]]:
    """The rows as faces show them."""
    for row in section.rows:
        yield [shown(row.get(column.key)) for column in section.columns]


def shown(value: Any) -> str:
    """A value in a cell; nothing is a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return listed([visible(str(each)) for each in value], most=12) or "–"
    return visible(str(value))


def _counts(section: Section) -> Iterator[str]:
    for key, value in section.counts.items():
        if key in section.words:
            yield f"{section.words[key]}  {shown(value)}"


def _put(texts: Any) -> None:
    import sys

    sys.stdout.writelines(visible(each, keep="\t") + "\n" for each in texts)
