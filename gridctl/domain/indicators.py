"""Indicators: the names of all counts and rates, as reports, scoring.yaml and JSON have them.

What each count is stands in `reports/counts.py`; a rate is one count divided by another.
"""

from typing import NamedTuple

from gridctl.words import Both

# Counted over the cases that were reported in the period, whatever the basis of the others.
INTAKE = {
    "report": Both("上报数", "reports"),
    "valid_report": Both("有效上报数", "valid reports"),
    "public_report": Both("公众举报数", "reports by the public"),
    "valid_public_report": Both("有效公众举报数", "valid reports by the public"),
    "operate": Both("受理数", "accepted"),
    "to_operate": Both("待受理数", "not sorted yet"),
    "not_operate": Both("不予受理数", "rejected"),
    "duplicate": Both("重复件数", "duplicates"),
    "patrol_deal": Both("自行处置数", "settled in the grid"),
    "cancel": Both("作废数", "void"),
    "inst": Both("立案数", "filed"),
    "to_inst": Both("待立案数", "not filed yet"),
    "not_inst": Both("未立案了结数", "ended without filing"),
    "accurate_inst": Both("准确立案数", "filed and not void"),
    "need_dispatch": Both("应派遣数", "to be dispatched in all"),
    "dispatch": Both("派遣数", "dispatched"),
    "to_dispatch": Both("待派遣数", "not dispatched yet"),
    "accurate_dispatch": Both("准确派遣数", "dispatched and never returned or taken away"),
    "orders": Both("派遣次数", "orders to units"),
    "returns": Both("退回次数", "returns by units"),
    "redispatches": Both("改派次数", "re-dispatches"),
}

# Counted over the cases that belong to the period by the basis of the report.
COURSE = {
    "need_dispose": Both("应处置数", "to be handled in all"),
    "dispose": Both("处置数", "handled"),
    "intime_dispose": Both("按期处置数", "handled in time"),
    "overtime_dispose": Both("超期处置数", "handled late"),
    "to_dispose": Both("待处置数", "not handled yet"),
    "intime_to_dispose": Both("按期待处置数", "not handled yet, in time"),
    "overtime_to_dispose": Both("超期待处置数", "not handled yet, late"),
    "overtime": Both("超期数", "late in handling"),
    "exempt": Both("申诉成立数", "late, not counted after an appeal"),
    "through_dispose": Both("经办次数", "passages through a unit"),
    "rework": Both("返工次数", "reworks"),
    "rework_cases": Both("返工件数", "cases with rework"),
    "multi_rework": Both("多次返工件数", "cases with several reworks"),
    "rework_from_third": Both("第三次起的返工次数", "reworks from the third of a case on"),
    "need_check": Both("应核查数", "to be verified in all"),
    "check": Both("已核查数", "verified"),
    "checks": Both("核查次数", "verifications"),
    "check_passes": Both("核查通过次数", "verifications passed"),
    "need_archive": Both("应结案数", "to be closed in all"),
    "archive": Both("结案数", "closed"),
    "intime_archive": Both("按期结案数", "closed in time"),
    "overtime_archive": Both("超期结案数", "closed late"),
    "to_archive": Both("待结案数", "not closed yet"),
    "intime_to_archive": Both("按期待结案数", "not closed yet, in time"),
    "overtime_to_archive": Both("超期待结案数", "not closed yet, late"),
    "solved": Both("解决数", "solved"),
    "urgent_need_archive": Both("紧急应结案数", "urgent, to be closed in all"),
    "urgent_archive": Both("紧急结案数", "urgent, closed"),
    "urgent_intime_archive": Both("紧急按期结案数", "urgent, closed in time"),
    "special_need_archive": Both(
        "交办转办曝光应结案数", "from leaders, transfer and media, in all"
    ),
    "special_archive": Both("交办转办曝光结案数", "from leaders, transfer and media, closed"),
    "special_intime_archive": Both(
        "交办转办曝光按期结案数", "from leaders, transfer and media, closed in time"
    ),
    "urge": Both("催办次数", "reminders"),
    "supervise": Both("督办件数", "supervised"),
    "yellow_card": Both("黄牌次数", "yellow cards"),
    "red_card": Both("红牌次数", "red cards"),
    "postpone": Both("延期件数", "extended"),
    "extensions": Both("延期次数", "extensions granted"),
    "hang": Both("挂账件数", "suspended now"),
    "his_hang": Both("历史挂账件数", "ever suspended"),
    "suspended_days": Both("挂账天数", "days of suspension"),
    "answered": Both("有效满意度件数", "with a word on satisfaction"),
    "satisfied": Both("满意件数", "satisfied"),
    "unsatisfied": Both("不满意件数", "unsatisfied"),
    "call_answered": Both("有效回访件数", "called back about the result"),
    "call_solved": Both("回访解决件数", "called back, solved"),
    "strip_scores": Both("条评分件数", "cases with a strip score"),
    "strip_score_sum": Both("条评分合计", "sum of strip scores"),
    "block_scores": Both("块评分件数", "cases with a block score"),
    "block_score_sum": Both("块评分合计", "sum of block scores"),
}

COUNTS = INTAKE | COURSE


class RateOf(NamedTuple):
    """A rate's name, and the counts that it divides."""

    name: Both
    part: str
    whole: str


RATES = {
    "valid_report_rate": RateOf(Both("有效上报率", "valid reports"), "valid_report", "report"),
    "public_report_share": RateOf(
        Both("公众举报占比", "reports by the public"), "valid_public_report", "valid_report"
    ),
    "local_rate": RateOf(Both("就地解决率", "settled in the grid"), "patrol_deal", "valid_report"),
    "file_rate": RateOf(Both("立案率", "filed"), "inst", "report"),
    "accurate_file_rate": RateOf(Both("准确立案率", "rightly filed"), "accurate_inst", "inst"),
    "accurate_dispatch_rate": RateOf(
        Both("准确派遣率", "rightly dispatched"), "accurate_dispatch", "need_dispatch"
    ),
    "return_rate": RateOf(Both("退回率", "returned"), "returns", "orders"),
    "handle_rate": RateOf(Both("处置率", "handled"), "dispose", "need_dispose"),
    "intime_handle_rate": RateOf(
        Both("按期处置率", "handled in time"), "intime_dispose", "need_dispose"
    ),
    "overdue_rate": RateOf(Both("超期率", "late"), "overtime", "need_dispose"),
    "rework_rate": RateOf(
        Both("返工率（按次）", "reworks, of passages"), "rework", "through_dispose"
    ),
    "rework_case_rate": RateOf(
        Both("返工率（按件）", "reworked, of cases"), "rework_cases", "need_archive"
    ),
    "extension_rate": RateOf(Both("延期率", "extended"), "postpone", "need_archive"),
    "close_rate": RateOf(Both("结案率", "closed"), "archive", "need_archive"),
    "intime_close_rate": RateOf(
        Both("按期结案率", "closed in time"), "intime_archive", "need_archive"
    ),
    "overtime_close_rate": RateOf(
        Both("超期结案率", "closed late"), "overtime_archive", "need_archive"
    ),
    "check_pass_rate": RateOf(Both("核查通过率", "passed verification"), "check_passes", "checks"),
    "solve_rate": RateOf(
        Both("解决率", "solved, when called back"), "call_solved", "call_answered"
    ),
    "satisfy_rate": RateOf(Both("满意率", "satisfied"), "satisfied", "answered"),
}

RATE_NAMES = {key: rate.name for key, rate in RATES.items()}
