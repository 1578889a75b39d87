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

# What an event or a head may hold, as it is called in front of people.
FIELDS = {
    "assist": Both("协办单位", "assisting units"),
    "block": Both("块（网格）得分", "block score"),
    "category": Both("类别", "category"),
    "closure": Both("结案方式", "closed as"),
    "condition": Both("立案条件", "filing condition"),
    "counts": Both("数量", "counts"),
    "done": Both("处理结论", "outcome of handling"),
    "due": Both("办理期限", "due"),
    "duplicate_of": Both("重复于", "duplicate of"),
    "duplicates": Both("重复件", "duplicates"),
    "evidence": Both("证据", "evidence"),
    "external": Both("外部编号", "outside numbers"),
    "grid": Both("网格", "grid"),
    "kind": Both("类型", "kind"),
    "lead": Both("主办单位", "lead unit"),
    "lesson": Both("教训", "lesson"),
    "limit": Both("时限", "limit"),
    "note": Both("说明", "note"),
    "number": Both("立案号", "number"),
    "outcome": Both("结论", "outcome"),
    "persons": Both("承办人", "persons"),
    "pinned": Both("依据版本", "policy"),
    "place": Both("地点", "place"),
    "praise": Both("表扬", "praise"),
    "provisional": Both("期限暂定", "provisional deadline"),
    "reason": Both("理由", "reason"),
    "relation": Both("关系", "relation"),
    "reporter": Both("反映人", "reporter"),
    "result": Both("结果", "result"),
    "rework": Both("返工次数", "rework"),
    "satisfaction": Both("满意度", "satisfaction"),
    "seized": Both("暂扣物品", "seized"),
    "severity": Both("紧急程度", "severity"),
    "source": Both("来源", "source"),
    "state": Both("状态", "state"),
    "step": Both("当前步骤", "step"),
    "strip": Both("条（单位）得分", "strip score"),
    "text": Both("内容", "text"),
    "title": Both("标题", "title"),
    "to": Both("关联案件", "other case"),
    "told": Both("告知对象", "told"),
    "waits": Both("等待", "waits for"),
}

# Which table holds the words for a field's value.
VALUES = {
    "kind": KINDS,
    "source": SOURCES,
    "severity": SEVERITIES,
    "closure": CLOSURES,
    "done": CLOSURES,
    "satisfaction": SATISFACTIONS,
    "outcome": OUTCOMES | RESULTS,
    "step": STEPS,
    "waits": STEPS,
    "state": STATES,
    "relation": {"duplicate": Both("重复", "duplicate")},
}
