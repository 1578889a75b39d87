"""Terms: the field's words for every key that a case or a settings file may hold, in both languages."""

from gridctl.words import Both

STEPS = {
    "collect": Both("信息收集", "collect"),
    "triage": Both("梳理上报", "triage"),
    "file": Both("建档立案", "file"),
    "handle": Both("问题处理", "handle"),
    "feedback": Both("结果反馈", "feedback"),
    "verify": Both("核查结案", "verify"),
    "evaluate": Both("综合评价", "evaluate"),
}

VERBS = STEPS | {
    "dispatch": Both("派遣", "dispatch"),
    "note": Both("备注", "note"),
    "link": Both("关联", "link"),
    "correct": Both("更正", "correct"),
    "renumber": Both("改号", "renumber"),
    "return": Both("退回", "return"),
    "redispatch": Both("改派", "re-dispatch"),
    "extend": Both("申请延期", "ask for an extension"),
    "extend-approve": Both("同意延期", "grant the extension"),
    "extend-deny": Both("不同意延期", "deny the extension"),
    "suspend": Both("申请挂账", "ask for suspension"),
    "suspend-approve": Both("同意挂账", "approve the suspension"),
    "suspend-deny": Both("不同意挂账", "deny the suspension"),
    "resume": Both("恢复办理", "resume"),
    "settle-deadline": Both("确定期限", "settle the deadline"),
    "urge": Both("催办", "urge"),
    "supervise": Both("督办", "supervise"),
    "instruct": Both("领导批示", "instruct"),
    "escalate": Both("上报上级", "escalate"),
    "hand-down": Both("交办", "hand down"),
    "assist": Both("增加协办", "add assisting units"),
    "void": Both("作废", "void"),
    "reopen": Both("重启", "reopen"),
    "appeal": Both("申诉", "appeal"),
    "decide": Both("申诉裁定", "decide the appeal"),
    "callback": Both("回访", "call back"),
}

EVENTS = {
    "collected": Both("信息收集", "collected"),
    "triaged": Both("梳理上报", "triaged"),
    "filed": Both("建档立案", "filed"),
    "dispatched": Both("派遣", "dispatched"),
    "handled": Both("问题处理", "handled"),
    "fed_back": Both("结果反馈", "fed back"),
    "verified": Both("核查结案", "verified"),
    "evaluated": Both("综合评价", "evaluated"),
    "noted": Both("备注", "noted"),
    "linked": Both("关联", "linked"),
    "corrected": Both("更正", "corrected"),
    "renumbered": Both("改号", "renumbered"),
    "returned": Both("退回", "returned"),
    "redispatched": Both("改派", "re-dispatched"),
    "extension_requested": Both("申请延期", "extension asked for"),
    "extended": Both("延期", "extended"),
    "extension_denied": Both("不同意延期", "extension denied"),
    "suspension_requested": Both("申请挂账", "suspension asked for"),
    "suspended": Both("挂账", "suspended"),
    "suspension_denied": Both("不同意挂账", "suspension denied"),
    "resumed": Both("恢复办理", "resumed"),
    "deadline_settled": Both("期限确定", "deadline settled"),
    "urged": Both("催办", "urged"),
    "supervised": Both("督办", "supervised"),
    "instructed": Both("领导批示", "instructed"),
    "escalated": Both("上报上级", "escalated"),
    "handed_down": Both("交办", "handed down"),
    "assisted": Both("增加协办", "assisting units added"),
    "voided": Both("作废", "voided"),
    "reopened": Both("重启", "reopened"),
    "appealed": Both("申诉", "appealed"),
    "decided": Both("申诉裁定", "appeal decided"),
    "called_back": Both("回访", "called back"),
}

WAITS = {
    "triage": Both("待梳理", "waits for triage"),
    "file": Both("待立案", "waits for filing"),
    "handle": Both("待处理", "waits for handling"),
    "feedback": Both("待反馈", "waits for feedback"),
    "verify": Both("待核查", "waits for verification"),
    "evaluate": Both("待评价", "waits for evaluation"),
}

STATES = {
    "open": Both("在办", "open"),
    "suspended": Both("挂账", "suspended"),
    "closed": Both("已结案", "closed"),
    "void": Both("作废", "void"),
}

KINDS = {
    "problem": Both("问题", "problem"),
    "hazard": Both("隐患", "hazard"),
    "dispute": Both("矛盾纠纷", "dispute"),
    "request": Both("请办事项", "request"),
    "inquiry": Both("咨询", "inquiry"),
    "suggestion": Both("建议", "suggestion"),
    "complaint": Both("投诉", "complaint"),
    "campaign": Both("综合整治", "campaign"),
}

SOURCES = {
    "patrol": Both("巡查发现", "patrol"),
    "hotline": Both("热线", "hotline"),
    "walk-in": Both("来访", "walk-in"),
    "online": Both("网上", "online"),
    "media": Both("媒体", "media"),
    "leader": Both("领导交办", "leader"),
    "transfer": Both("部门转办", "transfer"),
    "imported": Both("外部导入", "imported"),
}

SEVERITIES = {
    "normal": Both("一般", "normal"),
    "urgent": Both("紧急", "urgent"),
}

OUTCOMES = {
    "report": Both("上报", "report"),
    "settle": Both("就地解决", "settled in the grid"),
    "reject": Both("不予受理", "rejected"),
    "duplicate": Both("重复", "duplicate"),
}

CLOSURES = {
    "fixed": Both("已解决", "fixed"),
    "settled": Both("格内解决", "settled in the grid"),
    "no-action": Both("无需处理", "no action"),
    "referred": Both("转外单位", "referred"),
    "duplicate": Both("重复", "duplicate"),
    "withdrawn": Both("撤回", "withdrawn"),
    "unfounded": Both("不属实", "unfounded"),
}

SATISFACTIONS = {
    "satisfied": Both("满意", "satisfied"),
    "neutral": Both("基本满意", "neutral"),
    "unsatisfied": Both("不满意", "unsatisfied"),
}

RESULTS = {
    "pass": Both("通过", "passed"),
    "fail": Both("不通过", "failed"),
}

ROLES = {
    "head": Both("网格长", "grid head"),
    "deputy": Both("副网格长", "deputy grid head"),
    "leader": Both("分包领导", "responsible leader"),
    "dispatcher": Both("网格办派遣员", "dispatcher"),
    "patroller": Both("巡查员", "patroller"),
    "enforcer": Both("执法人员", "enforcement officer"),
    "volunteer": Both("楼院长", "courtyard head"),
    "delegate": Both("党代表", "party delegate"),
}

STAFF_KINDS = {
    "officer": Both("办事处工作人员", "officer"),
    "enforcement": Both("下派执法人员", "dispatched enforcement officer"),
    "workteam": Both("群众工作队", "mass-work team"),
    "volunteer": Both("志愿者", "volunteer"),
    "delegate": Both("党代表", "party delegate"),
}

ACTIONS = {
    "enforce": Both("执法处置", "enforce"),
    "license": Both("审批许可", "license"),
    "inspect": Both("监督检查", "inspect"),
    "patrol": Both("日常巡查", "patrol"),
    "mediate": Both("调解", "mediate"),
    "serve": Both("服务", "serve"),
}

EVIDENCE_KINDS = {
    "before": Both("处置前", "before"),
    "after": Both("处置后", "after"),
    "paper": Both("材料", "paper"),
}

PAPERS = {
    "dispatch": Both("案件交办单", "case order"),
    "urge": Both("案件催办单", "reminder"),
    "supervise": Both("案件督办单", "supervision order"),
    "dossier": Both("案卷", "case dossier"),
}

SUPERVISION = {
    "yellow": Both("黄牌督办", "yellow card"),
    "red": Both("红牌督办", "red card"),
    "lift": Both("解除督办", "lifted"),
}

DECISIONS = {
    "granted": Both("申诉成立", "granted"),
    "denied": Both("申诉不成立", "denied"),
}

REQUESTS = {
    "extension": Both("延期待批", "extension asked for"),
    "suspension": Both("挂账待批", "suspension asked for"),
    "appeal": Both("申诉待裁", "appeal waits"),
}

RETURNED_TO = {
    "dispatcher": Both("网格办派遣员", "dispatcher"),
    "grid": Both("网格", "grid"),
}

YES_NO = {"yes": Both("是", "yes"), "no": Both("否", "no")}

DUTY_FINDINGS = {
    "overlaps": Both("重叠", "overlaps"),
    "crossings": Both("交叉", "crossings"),
    "gaps": Both("落空", "gaps"),
    "levels": Both("层级不当", "wrong level"),
    "reach": Both("力量未到", "out of reach"),
    "no_basis": Both("缺少依据", "no basis"),
}

GAPS = {
    "nobody": Both("无人承担", "nobody holds it"),
    "unsettled": Both("有人承担，无人处置", "held, but nobody settles it"),
    "unled": Both("只有协办，没有主责", "units join, none leads"),
}

LEVELS = {
    1: Both("一级网格", "level-1 grid"),
    2: Both("二级网格", "level-2 grid"),
    3: Both("三级网格", "level-3 grid"),
    4: Both("四级网格", "level-4 grid"),
}

CLOCKS = {
    "green": Both("正常", "in time"),
    "yellow": Both("临期", "due soon"),
    "red": Both("超期", "overdue"),
}

STOPS = {
    "merge": Both("合并", "merge"),
    "rebase": Both("变基", "rebase"),
    "cherry-pick": Both("拣选", "cherry-pick"),
    "revert": Both("回退", "revert"),
}
