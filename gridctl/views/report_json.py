"""Report JSON: a report with stable keys; the only section, or the leading one, at the top as well."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gridctl.reports.report import Rate, Report, Section
from gridctl.views.case_json import plain
from gridctl.words import Both


def answer(report: Report) -> dict[str, Any]:
    """The whole report."""
    head: dict[str, Any] = {
        "report": report.name,
        "period": report.period.name if report.period else None,
        "since": plain(report.period.first if report.period else report.day),
        "until": plain(report.period.last if report.period else report.day),
        "basis": report.basis,
        "commit": report.commit,
    }
    sections = [_section(each) for each in report.sections]
    if report.leads or len(sections) == 1:
        head |= {key: sections[0][key] for key in ("rows", "counts", "cases")}
    remarks = [str(each) for each in report.remarks]
    return head | {"sections": sections, "remarks": remarks}


def _section(section: Section) -> dict[str, Any]:
    return {
        "name": section.name,
        "title": str(section.title),
        "rows": [{key: _value(each) for key, each in row.items()} for row in section.rows],
        "counts": {key: _value(each) for key, each in section.counts.items()},
        "cases": {key: list(ids) for key, ids in section.cases.items()},
        "remarks": [str(each) for each in section.remarks],
    }


def _value(value: Any) -> Any:
    """Rates as percent with two decimals and scores as numbers, null where there is none; terms said."""
    if isinstance(value, Rate):
        return None if value.percent is None else float(value.percent)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Both):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _value(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_value(each) for each in value]
    return plain(value)
