"""Server rules: those of signatures and of what a server takes."""

from gridctl.words import Both

SERVER_RULES: dict[str, Both] = {
    "G01": Both(
        "登记了公钥的人，入账时用本人当日有效的公钥签名",
        "who has a key signs what he records, with a key of his own that is valid that day",
    ),
    "G02": Both(
        "公钥是规范的 SSH 公钥，只属于一个有邮箱的人",
        "a key is a plain SSH public key of one person, who has an address",
    ),
    "G03": Both(
        "服务器上的记录不删除、不倒退",
        "what the server has is neither deleted nor rewound",
    ),
    "G04": Both(
        "入账时间不超前服务器时钟五分钟以上",
        "no record is dated more than 5 minutes ahead of the server's clock",
    ),
    "G05": Both(
        "服务器只收台账的分支，不收标签和其他引用",
        "a server takes branches of the ledger, no tags or other refs",
    ),
    "G06": Both(
        "已有的钩子不被覆盖",
        "a hook that is there already is not overwritten",
    ),
}
