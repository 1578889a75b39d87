"""Sentences: what papers say in whole sentences, in both languages."""

from datetime import date, datetime

from gridctl.words import Both

NOBODY_TO_CALL = Both("没有反映人需要联系。", "There is no reporter to be contacted.")
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


def pair(label: str, value: str) -> Both:
    """A label and its value on one line."""
    return Both(f"{label}：{value}", f"{label}: {value}")


def left(due: datetime, day: date) -> Both:
    """How many calendar days a deadline lies ahead of a day, or behind it."""
    days = (due.date() - day).days
    if days == 0:
        return Both(f"今日 {due:%H:%M} 到期", f"due today at {due:%H:%M}")
    if days > 0:
        return Both(f"还有 {days} 天到期", f"{_days(days)} left")
    return Both(f"已超期 {-days} 天", f"{_days(-days)} past due")


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def put_aside(until: date) -> Both:
    """A suspended case's clock."""
    return Both(f"挂账至 {until}，期限暂停计算", f"put aside until {until}, the clock stands still")


def order() -> Both:
    """What an order opens with."""
    return Both(
        "现将下列案件交你单位办理，请按时限办结，并将办理情况填入回执交回。",
        "The following case is given to you. Please handle it in time, fill in the answer below and "
        "hand it back.",
    )


def reminder(title: str, due: str, time_left: str, urgings: int) -> Both:
    """What a reminder opens with."""
    zh = f"此前已催办 {urgings} 次" if urgings else "此前未作催办记录"
    en = f"reminders so far: {urgings}" if urgings else "no reminder is recorded so far"
    return Both(
        f"你单位主办的“{title}”一案，办理期限为 {due}，{time_left}；{zh}。",
        f"The case “{title}”, which you lead, is due {due}: {time_left}; {en}.",
    )


def request(*, waits: str, overdue: bool) -> Both:
    """What a reminder asks for."""
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


def supervision(title: str, since: str, level: str, by: str) -> Both:
    """What a supervision order opens with."""
    return Both(
        f"“{title}”一案自 {since} 起实行{level}，督办人{by}。请单位负责人牵头抓紧办理，"
        "并书面报告办理情况；未按期办结的，一并说明原因。",
        f"The case “{title}” is under supervision ({level}) since {since}, by {by}. The head of the "
        "unit is to see to it and to report in writing, with reasons where it is not done in time.",
    )
