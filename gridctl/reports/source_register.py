"""Source register: every source with its kind, the departments behind it, and its cases in a period."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gridctl.domain.facts import Facts
from gridctl.domain.grids import Source
from gridctl.domain.office import Office
from gridctl.domain.periods import Period
from gridctl.domain.source_terms import SOURCE_KINDS
from gridctl.domain.sources import departments_of, kind_of, labels, systems_of
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both

_COLUMNS = (
    Column("source", Both("编号", "id")),
    Column("name", Both("来源", "source")),
    Column("kind_name", Both("类型", "kind")),
    Column("platform_name", Both("并入平台", "merged into")),
    Column("department_names", Both("部门", "departments")),
    Column("since", Both("启用", "since")),
    Column("until", Both("停用", "until")),
    Column("cases", Both("案件", "cases")),
)
_PLATFORMS = (
    Column("name", Both("平台", "platform")),
    Column("systems_declared", Both("报称并入系统", "systems declared")),
    Column("systems_named", Both("列明系统", "systems named")),
    Column("departments_declared", Both("报称并入部门", "departments declared")),
    Column("departments_named", Both("列明部门", "departments named")),
)


def source_register(office: Office, cases: Sequence[Facts], period: Period, commit: str) -> Report:
    """Sources with the cases reported in the period, and what each platform is said to merge."""
    reported = [case for case in cases if case.begun.date() in period]
    return Report(
        name="source-register",
        title=Both("反映来源登记", "Register of sources"),
        commit=commit,
        period=period,
        basis="reported",
        sections=(_sources(office, reported), _platforms(office)),
    )


def _sources(office: Office, cases: Sequence[Facts]) -> Section:
    counts = Counter(case.source for case in cases)
    own = {each.id: each for each in office.settings.sources}
    known = labels(office.settings)
    return Section(
        name="sources",
        title=Both("来源", "Sources"),
        columns=_COLUMNS,
        rows=tuple(
            {"source": key, "name": str(name)}
            | _own(office, key, own.get(key))
            | {"cases": counts[key]}
            for key, name in known.items()
        ),
        counts={"cases": sum(counts[key] for key in known)},
        words={"cases": Both("合计", "all")},
        cases={
            f"{key}.cases": tuple(case.id for case in cases if case.source == key) for key in known
        },
    )


def _own(office: Office, key: str, source: Source | None) -> dict[str, Any]:
    kind = kind_of(office.settings, key)
    platform = source.platform if source else None
    units = source.departments if source else ()
    return {
        "kind": kind,
        "kind_name": str(SOURCE_KINDS[kind]),
        "platform": platform,
        "platform_name": str(labels(office.settings)[platform]) if platform else None,
        "departments": list(units),
        "department_names": [office.unit_name(unit) for unit in units],
        "since": source.since if source else None,
        "until": source.until if source else None,
    }


def _platforms(office: Office) -> Section:
    return Section(
        name="platforms",
        title=Both("统一平台", "Platforms"),
        columns=_PLATFORMS,
        rows=tuple(_platform_rows(office)),
    )


def _platform_rows(office: Office) -> Iterator[Mapping[str, Any]]:
    for source in office.settings.sources:
        if kind_of(office.settings, source.id) == "platform":
            yield {
                "source": source.id,
                "name": source.name,
                "systems_declared": source.merged.systems if source.merged else None,
                "systems_named": len(systems_of(office.settings, source.id)),
                "departments_declared": source.merged.departments if source.merged else None,
                "departments_named": len(departments_of(office.settings, source.id)),
            }
