"""Source terms: the words for kinds of sources and for what the register lacks, in both languages."""

from gridctl.words import Both

SOURCE_KINDS = {
    "built-in": Both("固定渠道", "built-in"),
    "own": Both("自有渠道", "own"),
    "platform": Both("统一平台", "platform"),
    "system": Both("并入系统", "merged system"),
}

SOURCE_RULES = {
    "merged-systems": Both("并入系统有未列明的", "merged systems are not all named"),
    "merged-departments": Both("并入部门有未列明的", "merged departments are not all named"),
    "unused": Both("没有案件的来源", "a source without cases"),
    "unknown": Both("未登记的来源", "a source that is not registered"),
    "out-of-time": Both("来源不在使用期内", "a source on a day when it was not in use"),
}
