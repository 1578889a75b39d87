"""History rules: what commits are held to beside the rules of files, and when one is taken back."""

from gridctl.words import Both

HISTORY: dict[str, Both] = {
    "H01": Both(
        "设置与案件、日志分开入账",
        "settings are never recorded together with cases or journals",
    ),
    "H02": Both("合并不增记录也不丢记录", "a merge adds no event and drops none"),
    "H03": Both("一本台账只建一次", "a ledger begins once"),
    "H04": Both("存证所指的入账记录原样都在", "the record that an anchor names is there as it was"),
    # Taking back
    "U01": Both("只撤销本人的最后一条入账记录", "only one's own last entry is taken back"),
    "U02": Both("撤销在十五分钟之内", "an entry is taken back within 15 minutes"),
    "U03": Both("已经共享的记录不能撤销", "what is shared is not taken back"),
    "U04": Both("不能连续撤销", "no two entries are taken back in a row"),
    # Bringing clones together
    "Y01": Both(
        "别人已经推动的案件，不在不知情时再推动",
        "a case that somebody else has moved is not moved again unseen",
    ),
    "Y02": Both("别人已有的记录不再改动", "what others have already is not made anew"),
    "Y03": Both(
        "先前的记录被搁置，后面跟着它的也搁置",
        "what builds on an entry that is held back is held back too",
    ),
    "Y04": Both("服务器上的记录只增不减", "what the server has only grows"),
    "Y06": Both(
        "同一处设置或文件不被两边各改各的",
        "two edits of one place in a file are brought together by a person",
    ),
    "Y07": Both(
        "化解的是 git 中断的合并或变基", "only a stopped merge or rebase of git is resolved"
    ),
    "Y08": Both("点名搁置的记录不发送", "what is named to be held back is not sent"),
}
