"""Dossier 案卷: the whole case for the archive: cover, contents, every entry, evidence, signatures."""

from collections.abc import Iterator
from dataclasses import replace

from gridctl.domain.event import Event, Evidence
from gridctl.domain.fields import FIELDS
from gridctl.domain.hidden import visible
from gridctl.domain.paper_facts import end_of
from gridctl.domain.second_look import LATE
from gridctl.domain.terms import EVENTS, EVIDENCE_KINDS
from gridctl.domain.verbs.correct import Corrected
from gridctl.domain.verbs.evaluate import Evaluated
from gridctl.domain.verbs.verify import Verified
from gridctl.views.papers import labels, sentences
from gridctl.views.papers.contact import reporter
from gridctl.views.papers.material import Material, minute
from gridctl.views.papers.paper import Paper, Part, Row
from gridctl.words import aside

_JUDGED = (Verified, Evaluated)


def dossier(material: Material) -> Paper:
    """The file of a case."""
    parts = (
        Part(rows=tuple(_cover(material))),
        _contents(material),
        Part(title=str(labels.STORY), new_page=True),
        *(_entry(material, event) for event in material.case.history),
        _evidence(material),
        _corrections(material),
        _judgement(material),
        _signatures(),
    )
    return replace(material.letter("dossier", "", *parts), cover=True)


def _cover(material: Material) -> Iterator[Row]:
    case = material.case
    begun, end = case.history[0].at, end_of(case)
    until = f"{end.at:%Y-%m-%d}" if end else ""
    yield Row(str(labels.TITLE), material.title)
    yield Row(str(labels.NUMBER), material.number)
    yield Row(str(labels.CASE), case.id)
    yield Row(str(labels.CATEGORY), material.category())
    yield Row(str(labels.WHERE), material.where())
    yield Row(str(labels.LEAD), material.units((case.lead,) if case.lead else ()))
    yield Row(str(labels.ASSIST), material.units(case.assist))
    yield reporter(material)
    yield Row(str(labels.PERIOD), f"{begun:%Y-%m-%d} – {until}".rstrip())
    yield Row(str(labels.STANDING), material.standing())
    yield Row(str(labels.ENTRIES), str(case.version))
    yield Row(str(labels.PIECES), str(len(list(_pieces(material)))))
    yield Row(str(labels.REVISION), material.revision)


def _contents(material: Material) -> Part:
    heads = (labels.NO, labels.MATTER, labels.WHEN, labels.WHO)
    rows = (
        (str(event.n), str(EVENTS[event.did]), minute(event.at), material.person(event.by))
        for event in material.case.history
    )
    return Part(
        title=str(labels.CONTENTS),
        heads=tuple(map(str, heads)),
        cells=tuple(rows),
        shares=(2, 6, 5, 5),
        new_page=True,
    )


def _entry(material: Material, event: Event) -> Part:
    """One entry: who, when, typed by whom, recorded when, and all that it holds."""
    rows = [
        Row(str(labels.WHEN), minute(event.at)),
        Row(str(labels.WHO), aside(material.person(event.by), event.by)),
    ]
    if event.entered:
        typist = aside(material.person(event.entered), event.entered)
        rows.append(Row(str(labels.ENTERED), typist))
    rows.append(Row(str(labels.RECORDED), _recorded(material, event)))
    rows += (Row(label, value) for label, value in _pairs(material, event))
    return Part(title=f"{event.n}. {EVENTS[event.did]}", rows=tuple(rows))


def _pairs(material: Material, event: Event) -> Iterator[tuple[str, str]]:
    """Label and value of all that an entry holds; what a correction names, in words."""
    plain = dict(material.plain["history"][event.n - 1])
    if isinstance(event, Corrected):
        plain["field"] = str(FIELDS[event.field])
        for key in ("old", "new"):
            if key in plain:
                plain[key] = _in_words(material, event.field, plain[key])
    return material.details.pairs(plain)


def _in_words(material: Material, field: str, value: str | None) -> str:
    """What a field holds, as it is called."""
    if value is None:
        return str(labels.NONE)
    return next(material.details.pairs({field: value}))[1]


def _recorded(material: Material, event: Event) -> str:
    when = material.recorded.get(event.n)
    if when is None:
        return str(labels.UNKNOWN)
    return aside(minute(when), labels.LATE) if when - event.at > LATE else minute(when)


def _pieces(material: Material) -> Iterator[tuple[Event, Evidence]]:
    for event in material.case.history:
        for piece in getattr(event, "evidence", ()):
            yield event, piece


def _evidence(material: Material) -> Part:
    rows = (
        (
            str(number),
            f"{visible(piece.name)}\n{piece.sha256}",
            str(EVIDENCE_KINDS[piece.kind]),
            str(event.n),
        )
        for number, (event, piece) in enumerate(_pieces(material), 1)
    )
    heads = (labels.NO, labels.FILE, labels.KIND, labels.IN_ENTRY)
    return _table(str(labels.EVIDENCE), tuple(map(str, heads)), tuple(rows), (2, 12, 3, 3))


def _corrections(material: Material) -> Part:
    made = (event for event in material.case.history if isinstance(event, Corrected))
    rows = (
        (
            str(each.entry),
            str(FIELDS[each.field]),
            _in_words(material, each.field, each.old),
            _in_words(material, each.field, each.new),
            visible(each.reason, keep="\n"),
            f"{material.person(each.by)}\n{minute(each.at)}",
        )
        for each in made
    )
    heads = (labels.IN_ENTRY, labels.FIELD, labels.OLD, labels.NEW, labels.WHY, labels.WHO)
    return _table(str(labels.CORRECTIONS), tuple(map(str, heads)), tuple(rows), (3, 3, 4, 4, 4, 5))


def _judgement(material: Material) -> Part:
    """Every verification and evaluation on one page."""
    rows: list[Row] = []
    for event in material.case.history:
        if isinstance(event, _JUDGED):
            values = [str(sentences.pair(*each)) for each in _pairs(material, event)]
            who = f"{material.person(event.by)} {minute(event.at)}"
            rows.append(Row(str(EVENTS[event.did]), "\n".join([*values, who])))
    return _rows(str(labels.OUTCOME), tuple(rows))


def _rows(title: str, rows: tuple[Row, ...]) -> Part:
    return Part(title=title, rows=rows, lines=() if rows else (str(labels.NONE),))


def _table(
    title: str,
    heads: tuple[str, ...],
    cells: tuple[tuple[str, ...], ...],
    shares: tuple[int, ...],
) -> Part:
    if not cells:
        return Part(title=title, lines=(str(labels.NONE),))
    return Part(title=title, heads=heads, cells=cells, shares=shares)


def _signatures() -> Part:
    return Part(
        title=str(labels.SIGNATURES),
        new_page=True,
        rows=(
            Row(str(labels.ARCHIVE_NO)),
            Row(str(labels.PAGES)),
            Row(str(labels.COMPILED_BY)),
            Row(str(labels.CHECKED_BY)),
            Row(str(labels.HANDED_OVER)),
            Row(str(labels.REMARKS), lines=3),
        ),
    )
