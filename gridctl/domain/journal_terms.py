"""Journal terms: the field's words for what a journal may hold, in both languages."""

from gridctl.words import Both

JOURNAL_KINDS = {
    "patrol": Both("巡查", "patrol"),
    "meeting": Both("例会", "meeting"),
    "training": Both("培训", "training"),
    "publicity": Both("宣传", "publicity"),
    "visit": Both("走访", "visit"),
    "registration": Both("登记", "registration"),
    "sign-in": Both("签到", "sign-in"),
    "sign-out": Both("签退", "sign-out"),
    "leave": Both("请假", "leave"),
    "correction": Both("更正", "correction"),
}

LEAVES = {
    "sick": Both("病假", "sick leave"),
    "annual": Both("年休假", "annual leave"),
    "personal": Both("事假", "personal leave"),
    "business": Both("公出", "away on business"),
}

COVERAGE = {
    "enterprise": Both("进企业", "enterprises"),
    "campus": Both("进校园", "campuses"),
    "community": Both("进社区", "communities"),
    "village": Both("进村居", "villages"),
    "family": Both("进家庭", "families"),
}

ATTENDANCE_MARKS = {
    "late": Both("迟到", "late"),
    "early": Both("早退", "left early"),
}
