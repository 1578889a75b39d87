"""Terms of who answers for what: breaches, why they are not counted, rules on grids, coverages."""

from gridctl.words import Both

BREACHES = {
    "deadline": Both("处置超期", "unit's deadline missed"),
    "closing": Both("结案超期", "closing deadline missed"),
    "verification": Both("核查不通过", "verification failed"),
    "complaint": Both("结案后不满意", "complaint after closing"),
}

PARDONS = {
    "exempt": Both("申诉成立，不计", "appeal granted, not counted"),
    "void": Both("案件作废，不计", "case void, not counted"),
}

GRID_RULES = {
    "person": Both("定人", "person"),
    "post": Both("定岗", "post"),
    "duty": Both("定责", "duty"),
    "vacancy": Both("空缺", "vacancy"),
    "deputy": Both("副职", "deputy"),
    "households": Both("户数", "households"),
    "sums": Both("合计", "sums"),
    "placement": Both("下沉", "placement"),
    "delegate": Both("党代表", "delegate"),
    "room": Both("联合执法室", "room"),
    "department": Both("部门进驻", "department"),
    "volunteer": Both("楼院长", "volunteer"),
}

COVERAGES = {
    "zero_distance": Both("服务零距离", "zero distance"),
    "full_coverage": Both("管理全覆盖", "full coverage"),
    "full_response": Both("诉求全响应", "full response"),
}
