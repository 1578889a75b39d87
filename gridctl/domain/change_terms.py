"""Change terms: the words for what became of a case between two states."""

from gridctl.words import Both

CHANGES = {
    "new": Both("新增", "new"),
    "moved": Both("变动", "changed"),
    "closed": Both("办结", "closed"),
}

# What a reviewer is asked to look at once more.
LOOKS = {
    "late": Both("补录", "late entry"),
    "fixed_clock": Both("时钟手工指定", "fixed clock"),
    "entered": Both("代录", "entered for another"),
    "no_evidence": Both("没有证据", "no evidence"),
    "longer_limit": Both("时限加长", "longer limit"),
    "second_extension": Both("再次延期", "second extension"),
    "suspended": Both("挂账", "suspended"),
    "reopened": Both("重启", "reopened"),
    "no_feedback": Both("未反馈就结案", "closed without feedback"),
    "corrected": Both("更正", "corrected"),
    "voided": Both("作废", "voided"),
    "renumbered": Both("改号", "renumbered"),
    "settings": Both("设置变动", "change of settings"),
    "mended": Both("修复文件", "file mended"),
    "merge": Both("合并", "merge"),
    "clock_back": Both("时钟倒退", "clock went back"),
    "by_another": Both("他人代入账", "committed by another"),
    "unread": Both("无法说明", "cannot be told"),
}
