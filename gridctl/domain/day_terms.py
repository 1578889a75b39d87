"""Day terms: the words for what waits for a person and for the parts of a day, in both languages."""

from gridctl.words import Both

MATTERS = {
    "triage": Both("待梳理", "to triage"),
    "file": Both("待立案", "to file"),
    "dispatch": Both("待派遣", "to dispatch"),
    "handle": Both("待处理", "to handle"),
    "feedback": Both("待反馈", "to feed back"),
    "verify": Both("待核查", "to verify"),
    "evaluate": Both("待评价", "to evaluate"),
    "extension": Both("延期待批", "extension to decide"),
    "suspension": Both("挂账待批", "suspension to decide"),
    "appeal": Both("申诉待裁", "appeal to decide"),
    "escalated": Both("上报待办", "escalated here"),
    "provisional": Both("期限待定", "deadline to settle"),
}

DAY_PARTS = {
    "attendance": Both("签到", "attendance"),
    "overdue": Both("已超期", "overdue"),
    "today": Both("今天到期", "due today"),
    "soon": Both("两个工作日内到期", "due within two working days"),
    "resumed": Both("挂账到期，今天恢复办理", "resumed today"),
    "inbox": Both("待办事项", "in your inbox"),
    "watch": Both("今天要看的地点", "places to watch"),
    "follow-ups": Both("会议交办事项", "left by meetings"),
    "days-off": Both("近期休假安排", "days off ahead"),
}

WEEKDAYS = {
    1: Both("星期一", "Monday"),
    2: Both("星期二", "Tuesday"),
    3: Both("星期三", "Wednesday"),
    4: Both("星期四", "Thursday"),
    5: Both("星期五", "Friday"),
    6: Both("星期六", "Saturday"),
    7: Both("星期日", "Sunday"),
}
