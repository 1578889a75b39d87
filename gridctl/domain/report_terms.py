"""Report terms: the words of reports and appraisals, in both languages."""

from gridctl.words import Both

BASES = {
    "deadline": Both("期限在本期", "deadline in the period"),
    "dispatched": Both("派遣在本期", "dispatched in the period"),
    "reported": Both("上报在本期", "reported in the period"),
    "closed": Both("结案在本期", "closed in the period"),
    "breached": Both("失责在本期", "breached in the period"),
    "recorded": Both("入账在本期", "recorded in the period"),
}
SIDES = {
    "block": Both("块", "block"),
    "strip": Both("条", "strip"),
}
STANDINGS = {
    "ranked": Both("参加排名", "ranked"),
    "exempt": Both("免考", "exempt"),
    "few": Both("件数不足", "too few cases"),
    "missing": Both("得分不全", "score incomplete"),
}
