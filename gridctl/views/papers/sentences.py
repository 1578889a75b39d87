"""Sentences: what papers say in whole sentences, in both languages."""

from datetime import date, datetime

from gridctl.words import Both

KEEP_SECRET = Both(
    "反映人要求保密：不得打听、泄露其身份；办理结果报网格办，由网格办答复。",
    "The reporter asked for secrecy: do not inquire after or reveal who it is. Report the result to "
    "the office, which answers.",
)
THROUGH_THE_OFFICE = Both(
    "需要联系反映人的，经网格办派遣员转接；办结后告知其结果。",
    "Contact the reporter through the office's dispatcher, and have the result told when it is done.",
)
CALL_DIRECTLY = Both(
    "请直接联系反映人，办结后告知其结果；姓名、电话只用于办理本案，不得转给被反映人，用后连同本单交回。",
    "Contact the reporter directly and tell the result. Name and number serve this case alone, never "
    "reach those complained of, and are handed back with this paper.",
)
NO_TIME_RUNS = Both("期限已停止计算", "the clock stands still")
NO_TIME_SET = Both("尚未派遣，期限未起算", "not dispatched yet, no limit runs")
CORRECTED_SINCE = Both(
    "类别在立案后更正过；条件和时限按立案类别",
    "the category was corrected since; conditions and limit are those of the filing",
)


def slip_of(paper: object) -> Both:
    """The title of what is handed back."""
    return Both(f"{paper}回执", f"Answer to the {paper}")


def pair(label: str, value: str) -> Both:
    """A label and its value on one line."""
    return Both(f"{label}：{value}", f"{label}: {value}")


def left(due: datetime, now: datetime) -> Both:
    """How many calendar days a deadline lies ahead of a moment, or behind it."""
    days = (due.date() - now.date()).days
    if days == 0 and due < now:
        return Both(f"今日 {due:%H:%M} 已到期", f"fell due today at {due:%H:%M}")
    if days == 0:
        return Both(f"今日 {due:%H:%M} 到期", f"due today at {due:%H:%M}")
    if days > 0:
        return Both(f"还有 {days} 天到期", f"{_days(days)} left")
    return Both(f"已超期 {-days} 天", f"{_days(-days)} past due")


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def put_aside(until: date, *, late: bool) -> Both:
    """A suspended case's clock; that the deadline had passed before stays said."""
    zh, en = f"挂账至 {until}，期限暂停计算", f"put aside until {until}, the clock stands still"
    return Both(f"{zh}；挂账前已超期", f"{en}; it was past due before") if late else Both(zh, en)


def order(*, reprint: bool, until: date | None) -> Both:
    """What an order opens with; a copy asks for nothing, nor does a case that is put aside."""
    if until:
        return Both(
            f"下列案件由你单位承办，现挂账至 {until}，其间不要求办理；恢复办理后，请按到期时间办结，"
            "并将办理情况填入回执交回。",
            f"The following case is yours; it is put aside until {until}, and nothing is asked of you "
            "until then. After that please handle it by its deadline, fill in the answer below and "
            "hand it back.",
        )
    if reprint:
        return Both(
            "下列案件承办单位已办理完毕，本单为补印，仅供存档。",
            "The unit's part of the following case is done. This is a copy of the order for the file.",
        )
    return Both(
        "现将下列案件交你单位办理，请按时限办结，并将办理情况填入回执交回。",
        "The following case is given to you. Please handle it in time, fill in the answer below and "
        "hand it back.",
    )


def moved(when: str, did: object, due: str, why: str | None) -> Both:
    """A deadline that is not the one which the order and the limit give."""
    zh = f"{when} {did}，改为 {due}"
    en = f"{when} {did}, now {due}"
    return Both(f"{zh}：{why}", f"{en}: {why}") if why else Both(zh, en)


def reminder(title: str, clock: str, urgings: int, *, unit: bool) -> Both:
    """What a reminder opens with; the last one recorded is the one on paper."""
    zh = f"本次为第 {urgings} 次催办" if urgings else "此前未作催办记录"
    en = f"this is reminder no. {urgings}" if urgings else "no reminder is recorded so far"
    holder = "你单位主办的" if unit else "在你网格的"
    return Both(
        f"{holder}“{title}”一案，{clock}；{zh}。",
        f"The case “{title}”, which {'you lead' if unit else 'lies with your grid'}: {clock}; {en}.",
    )


def due_at(due: str, time_left: str) -> Both:
    """A deadline and how far it is."""
    return Both(f"办理期限为 {due}，{time_left}", f"due {due}, {time_left}")


def nth(number: int, said: str) -> Both:
    """A reminder by its number."""
    return Both(f"第 {number} 次：{said}", f"no. {number}: {said}")


def request(*, waits: str, overdue: bool) -> Both:
    """What a reminder asks for."""
    if waits == "triage":
        return Both("请尽快梳理上报。", "Please triage it soon.")
    if waits == "feedback":
        return Both(
            "请尽快反馈办理结果，并告知反映人。",
            "Please give feedback on the result and tell the reporter soon.",
        )
    if overdue:
        return Both(
            "请立即办理，尽快办结，并书面说明未按期办结的原因。",
            "Please handle it at once, and explain in writing why it was not done in time.",
        )
    return Both(
        "请抓紧办理，按期办结；确有困难的，应在到期前申请延期并说明理由。",
        "Please have it done in time; where that cannot be, ask for an extension before it is due, "
        "with reasons.",
    )


def supervision(
    title: str, since: str, level: str, by: str, *, unit: bool, until: date | None
) -> Both:
    """What a supervision order opens with; while the case is put aside it asks how that goes on."""
    head, of = ("单位负责人", "unit") if unit else ("网格长", "grid")
    asks = Both(
        f"请{head}牵头抓紧办理，并书面报告办理情况；未按期办结的，一并说明原因。",
        f"The head of the {of} is to see to it and to report in writing, with reasons where it is "
        "not done in time.",
    )
    if until:
        asks = Both(
            f"本案已挂账至 {until}，请{head}书面报告挂账原因的解决情况和恢复办理后的安排。",
            f"It is put aside until {until}. The head of the {of} is to report in writing how far its "
            "grounds are removed, and what is planned for after that.",
        )
    return Both(
        f"“{title}”一案自 {since} 起实行{level}，督办人{by}。{asks.zh}",
        f"The case “{title}” is under supervision ({level}) since {since}, by {by}. {asks.en}",
    )
