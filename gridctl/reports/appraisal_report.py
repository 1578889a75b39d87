"""Appraisal report: units and grids by level in their ranks, who is left out and why, and the working."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from gridctl.domain.expression_tree import marks_in
from gridctl.domain.expressions import parse
from gridctl.domain.names import Names
from gridctl.domain.periods import Period
from gridctl.domain.report_terms import SIDES, STANDINGS
from gridctl.domain.scoring import Scoring
from gridctl.domain.terms import LEVELS
from gridctl.reports.appraisal import Appraised, Worked, ranked, two_decimals
from gridctl.reports.report import Column, Report, Section
from gridctl.words import Both, Message, listed, say

_TITLE = Both("考核排名", "Appraisal")
_RANKING = (
    Column("rank", Both("名次", "rank")),
    Column("name", Both("名称", "name")),
    Column("cases", Both("应处置数", "cases")),
    Column("score", Both("得分", "score")),
    Column("block", SIDES["block"]),
    Column("strip", SIDES["strip"]),
)
_LEFT_OUT = (
    Column("name", Both("名称", "name")),
    Column("stands", Both("情况", "standing")),
    Column("why", Both("原因", "why")),
)
_TERMS = (
    Column("title", Both("项目", "term")),
    Column("sided", Both("条块", "side")),
    Column("expression", Both("算式", "expression")),
    Column("value", Both("得分", "value")),
    Column("share", Both("占比", "share")),
    Column("points", Both("计入", "adds")),
    Column("remark", Both("备注", "remark")),
)
_NUMBERS = (
    Column("title", Both("项目", "term")),
    Column("count", Both("统计数", "count")),
    Column("number", Both("数", "number")),
    Column("cases", Both("案件", "cases")),
)


def appraisal_report(
    appraised: Sequence[Appraised],
    scoring: Scoring,
    names: Names,
    period: Period,
    basis: str,
    now: datetime,
    commit: str,
) -> Report:
    """The whole ranking. Every row holds its working, which JSON has and tables leave out."""
    levels = dict.fromkeys(each.level for each in appraised)
    sections = [
        _ranking(level, [each for each in appraised if each.level == level], names)
        for level in levels
    ]
    sections.append(_left_out(appraised, names))
    remarks = tuple(_remarks(scoring, period, appraised, now))
    return Report("appraisal", _TITLE, commit, tuple(sections), period, None, basis, remarks)


def _remarks(
    scoring: Scoring, period: Period, appraised: Iterable[Appraised], now: datetime
) -> Iterator[Message]:
    weights = scoring.file.weights
    yield say(
        "method {edition}: block {block}%, strip {strip}%",
        edition=scoring.edition,
        block=weights.block,
        strip=weights.strip,
    )
    if now.date() <= period.last:
        waiting = (
            each.found.number("intime_to_dispose") for each in appraised if each.level is None
        )
        yield say(
            "{period} is not over; {count} cases of units are not due yet and not handled.",
            period=period.name,
            count=sum(waiting),
        )
    lacking = [each.of for each in appraised if _lacks_a_mark(each)]
    if lacking:
        yield say(
            "A mark by hand is given with: gridctl appraisal mark {of} NAME SCORE --period {period}",
            of=lacking[0],
            period=period.name,
        )


def _lacks_a_mark(each: Appraised) -> bool:
    """Whether the score stays empty for want of a mark by hand."""
    empty = (worked.term.expression for worked in each.terms if worked.value is None)
    return each.standing == "missing" and any(marks_in(parse(text)) for text in empty)


def _ranking(level: int | None, appraised: Sequence[Appraised], names: Names) -> Section:
    rows = tuple({"rank": rank} | _row(each, names) for rank, each in ranked(appraised))
    best_known = [each for _rank, each in ranked(appraised)]
    return Section(
        name="units" if level is None else f"level-{level}",
        title=Both("单位排名", "Units") if level is None else LEVELS[level],
        columns=_RANKING,
        rows=rows,
        cases={
            f"{each.of}.{count}": each.found.cases(count)
            for each in best_known
            for count in _counts(each)
        },
    )


def _left_out(appraised: Sequence[Appraised], names: Names) -> Section:
    """Who is not ranked, and why; who had no case at all is named in a line."""
    out = [each for each in appraised if each.standing != "ranked"]
    idle = [each.of for each in out if each.standing == "few" and not _cases(each)]
    rows = (
        _row(each, names)
        | {"stands": str(STANDINGS[each.standing]), "why": [str(why) for why in each.why]}
        for each in out
        if each.of not in idle
    )
    idlers = listed([names.unit_name(of) for of in idle], most=len(idle))
    return Section(
        name="left-out",
        title=Both("未参加排名", "Not ranked"),
        columns=_LEFT_OUT,
        rows=tuple(rows),
        counts={"without_cases": idle},
        remarks=(say("without any case: {names}", names=idlers),) if idle else (),
    )


def _cases(each: Appraised) -> int:
    return each.found.number("need_dispose")


def _row(each: Appraised, names: Names) -> dict[str, Any]:
    return {
        "of": each.of,
        "name": names.unit_name(each.of),
        "level": each.level,
        "standing": each.standing,
        "cases": _cases(each),
        "score": two_decimals(each.score),
        "block": two_decimals(each.side("block")),
        "strip": two_decimals(each.side("strip")),
        "terms": [_term(worked, each) for worked in each.terms],
    }


def _term(worked: Worked, of: Appraised) -> dict[str, Any]:
    term = worked.term
    return {
        "term": term.id,
        "title": str(worked.title),
        "side": term.side,
        "sided": str(SIDES[term.side]),
        "expression": term.expression,
        "weight": two_decimals(worked.share * 100),
        "share": f"{two_decimals(worked.share * 100)}%",
        "value": two_decimals(worked.value),
        "points": two_decimals(worked.points),
        "remark": str(worked.why) if worked.why else None,
        "counts": dict(worked.counts),
        "cases": {count: list(of.found.cases(count)) for count in worked.counts},
    }


def _counts(each: Appraised) -> dict[str, None]:
    return dict.fromkeys(count for worked in each.terms for count in worked.counts)


def working(
    of: Appraised, rank: int | None, term: str | None, whole: Report, names: Names
) -> Report:
    """How one unit or grid came by its score, or one of its terms by its value."""
    chosen = [worked for worked in of.terms if term in (None, worked.term.id)]
    score = Section(
        name="score",
        title=Both("得分", "Score"),
        counts={
            "name": names.unit_name(of.of),
            "standing": of.standing,
            "stands": STANDINGS[of.standing],
            "rank": rank,
            "score": two_decimals(of.score),
            "block": two_decimals(of.side("block")),
            "strip": two_decimals(of.side("strip")),
        },
        words=_WORDS,
        remarks=of.why,
    )
    terms = Section(
        name="terms",
        title=Both("各项", "Terms"),
        columns=_TERMS,
        rows=tuple(_term(worked, of) for worked in chosen),
    )
    numbers = Section(
        name="numbers",
        title=Both("所用统计数", "Counts used"),
        columns=_NUMBERS,
        rows=tuple(row for worked in chosen for row in _numbers(worked, of)),
        cases={count: of.found.cases(count) for worked in chosen for count in worked.counts},
    )
    return Report(
        "appraisal",
        _TITLE,
        whole.commit,
        (score, terms, numbers),
        whole.period,
        None,
        whole.basis,
        whole.remarks,
    )


_WORDS = {
    "name": Both("名称", "name"),
    "stands": Both("情况", "standing"),
    "rank": Both("名次", "rank"),
    "score": Both("得分", "score"),
    "block": SIDES["block"],
    "strip": SIDES["strip"],
}


def _numbers(worked: Worked, of: Appraised) -> Iterator[dict[str, Any]]:
    for count, number in worked.counts.items():
        yield {
            "term": worked.term.id,
            "title": str(worked.title),
            "count": count,
            "number": number,
            "cases": [case[-5:] for case in of.found.cases(count)],
        }
