"""Rules: every rule that a Problem or a refusal names, by its stable number."""

from gridctl.domain.history_rules import HISTORY
from gridctl.domain.server_rules import SERVER_RULES
from gridctl.words import Both

RULES: dict[str, Both] = {
    # Files
    "F01": Both(
        "文件是不带 BOM 的 UTF-8 文本，行尾为 LF，没有控制字符",
        "a file is UTF-8 text without a BOM, with LF line ends and no control characters",
    ),
    "F02": Both("文件大小和嵌套层数有上限", "size and nesting of a file are limited"),
    "F03": Both(
        "文件是普通的 YAML：没有锚点、别名、标签、指令和第二份文档",
        "a file is plain YAML: no anchors, aliases, tags, directives or second documents",
    ),
    "F04": Both("同一处不写两个相同的键", "no key stands twice in one place"),
    "F05": Both(
        "只有规定的键，该有的键都有", "only the keys of the format, and all that are required"
    ),
    "F06": Both("每个值都是规定的类型和形式", "every value has its type and form"),
    "F07": Both(
        "案件文件和日志文件各有一种标准写法",
        "a case file and a journal file have one canonical form",
    ),
    "F08": Both("案件文件的位置由编号中的日期决定", "a case file lies where its id says"),
    "F09": Both(
        "台账里的文件是普通文件：不是链接，不带可执行权限",
        "files of the ledger are plain files: no links, nothing executable",
    ),
    "F10": Both(
        "没有文件或文件夹与账本自己的只差大小写",
        "no name differs from the ledger's own in capitals alone",
    ),
    # Cases
    "C01": Both(
        "版本号等于记录条数，记录从 1 起连续编号",
        "the version is the number of events, numbered from 1 without gaps",
    ),
    "C02": Both("案件抬头由办理记录推得", "the head of a case follows from its history"),
    "C03": Both("办理记录符合七步流程", "the history follows the seven steps"),
    "C04": Both("立案号在同一办事处同一年内不重复", "a number is unique in its office and year"),
    "C05": Both(
        "案件提到的网格、单位、人员、类别和案件都存在",
        "grids, units, people, categories and cases that a case names exist",
    ),
    "C06": Both("办理记录只增不改", "a history only grows"),
    "C09": Both(
        "立案依据和期限按当时的规定",
        "policy and deadline of a case are those in force when it was filed and dispatched",
    ),
    "C08": Both("证据文件齐全且未被改动", "evidence is there, and is what was recorded"),
    "C07": Both("案件文件不删除、不移动", "a case file is never deleted or moved"),
    # Settings
    "S01": Both(
        "编号在同类中唯一，且不易混淆；编号和名称没有看不见的字符",
        "ids are unique in their kind and not easily mistaken; nothing in ids and names is hidden",
    ),
    "S02": Both(
        "引用的网格、单位、人员、类别存在",
        "grids, units, people and categories that are referred to exist",
    ),
    "S03": Both(
        "网格层级自上而下，没有环", "the hierarchy of grids runs downward, without circles"
    ),
    "S04": Both(
        "日期、时间和时限写得正确且先后有序", "dates, times and limits are well formed and in order"
    ),
    "S05": Both(
        "编号格式能生成互不相同的立案号", "the numbering pattern makes numbers that differ"
    ),
    "S06": Both(
        "类别目录有改动，版本号随之加大；登记过的文件不删除",
        "the version of the catalogue grows with every change of it, and its file stays",
    ),
    "S07": Both(
        "网格撤销时没有未结案件、下级网格和在岗人员，撤销后不再新增",
        "a grid ends with no open case, grid below or post in it, and nothing begins in it after that",
    ),
    # Appraisal
    "A01": Both(
        "考核表达式写得正确，只用已有的件数、率和函数",
        "an expression is well formed and names counts, rates and functions that exist",
    ),
    "A02": Both(
        "条块权重合计 100，块不低于条",
        "the weights of block and strip add up to 100, the block first",
    ),
    "A03": Both(
        "考核对象、项目和权重齐全，不重复",
        "profiles, terms and their weights are whole, none twice",
    ),
    "A04": Both(
        "人工打分写明已开始的期间、对象、项目和 0–100 的分数，一项一次",
        "a mark by hand names a period that has begun, unit, name and a score from 0 to 100, once",
    ),
    "A05": Both(
        "考核办法有改动，版本号随之加大；登记过的文件不删除",
        "the version of the method of appraisal grows with every change of it, and its file stays",
    ),
    "A06": Both(
        "不给自己的单位打分，也不决定它免考",
        "nobody marks or exempts his own unit, whether he gives it or types it",
    ),
    # The walk of a case
    "W01": Both("案件所在的步骤允许这个操作", "the position of the case allows the verb"),
    "W02": Both("记录的时间不早于案件的上一步", "an event is not before the last step of the case"),
    "W03": Both("梳理结论该有的内容齐全", "a triage has what its outcome needs"),
    "W04": Both("案件只与别的案件关联，且只关联一次", "a case is linked to others only, and once"),
    "W05": Both("时限写法规范", "a limit is in its normal form"),
    "W06": Both("一个案件只有一个立案号", "a case has one number"),
    "W07": Both("一个单位只承担一种角色：主办或协办", "a unit leads or assists, once"),
    "W08": Both("办理期限不早于派遣时间", "a deadline is not before the order"),
    "W09": Both("一条记录总要写明内容", "an entry says something"),
    "W10": Both("谁办理谁不核查", "who handled a case does not verify it"),
    "W11": Both("评分在 0 到 100 之间", "scores lie between 0 and 100"),
    "W12": Both(
        "派了单位才评条，派了就要评", "the strip is scored where a unit worked, and then always"
    ),
    "W13": Both("记录的时间不在将来", "nothing lies in the future"),
    "W14": Both(
        "单位退给派遣员，派遣员退给网格",
        "a unit returns to the dispatcher, a dispatcher to the grid",
    ),
    "W15": Both(
        "先派遣、后改派，没有退回就改派要说明理由",
        "a case is dispatched once; re-dispatching it without a return needs a reason",
    ),
    "W16": Both(
        "延期在到期前申请，最多两次",
        "an extension is asked for before expiry, and granted at most twice",
    ),
    "W17": Both("谁申请谁不审批", "who asks never approves"),
    "W18": Both("挂账只有一次，最长一年", "a suspension is granted once, for a year at most"),
    "W19": Both("督办只升不降，只能解除", "supervision is raised or lifted, not lowered"),
    "W20": Both("上报、交办沿网格层级进行", "a case climbs and comes down along its line of grids"),
    "W21": Both(
        "一次派遣（改派、重启各算一次）由主办单位在结案后申诉一次，裁定一次",
        "the lead unit appeals once an order, after closing; it is decided once",
    ),
    "W22": Both(
        "更正写明原值、新值和理由", "a correction names old and new value of what an entry holds"
    ),
    "W23": Both("暂定期限只确定一次", "a provisional deadline is settled once"),
    "W24": Both("重启不超过规定期限", "a case is reopened within the window"),
    "W25": Both("记录的时间用台账的时区", "an event's time is in the ledger's zone"),
    # Rights
    "R01": Both(
        "操作人当日在本网格或上级网格有相应职权",
        "the actor held a role for it that day, in the grid or above it",
    ),
    "R02": Both(
        "操作人在册并且当日在岗", "the actor is in the staff file and held a post that day"
    ),
    "R03": Both(
        "只有派遣员可以代录，并且注明代录人",
        "only a dispatcher enters for others, and the entry says who typed",
    ),
    "R04": Both(
        "网格设置只由一级网格的派遣员、网格长或领导修改，不得给自己任职、登记公钥",
        "settings are changed by a dispatcher, head or leader of a level-1 grid, nobody giving himself a post or a key",
    ),
    "R05": Both(
        "单位在册有人时由人办理，没有人时由派遣员代录",
        "a unit acts by its people; only one without any is entered for by a dispatcher",
    ),
    # The journal
    "J01": Both(
        "日志文件的位置由人员和月份决定", "a journal file lies where its person and month say"
    ),
    "J02": Both("日志从 1 起连续编号", "the entries of a journal are numbered from 1 without gaps"),
    "J03": Both(
        "一条日志记在当天所在月份、本人名下；更正由派遣员作出",
        "an entry stands in its person's journal of its month; corrections are a dispatcher's",
    ),
    "J04": Both(
        "日志只增不改，不删除、不移动", "a journal only grows, and is never deleted or moved"
    ),
    "J05": Both(
        "日志提到的人员、网格、地点和案件存在",
        "people, grids, places and cases that a journal names exist",
    ),
    "J06": Both("一天签到一次", "a person signs in once a day"),
    "J07": Both("先签到、后签退", "a person signs out after signing in"),
    "J08": Both(
        "请假起止日期先后有序，不重叠", "a leave has its days in order, and overlaps with no other"
    ),
    "J09": Both(
        "更正写明原时间和理由，只更正有效的记录",
        "a correction names time and reason, and mends what counts",
    ),
    "J10": Both("日志总要写明内容，数字前后一致", "an entry says something, and its numbers agree"),
    "J11": Both(
        "签到签退记在当时，请假不晚于当天；过后的补录、更正由另一名派遣员办理",
        "one signs at the time itself and takes leave no later than its first day; what has passed is entered and corrected by another, a dispatcher",
    ),
    # History, and taking back
    **HISTORY,
    # Powers and duties
    "D01": Both(
        "一个类别的一项职责只有一个主责部门", "one department leads an action on a category"
    ),
    "D02": Both(
        "部门的权限与街道的治理任务不交叉",
        "powers of departments and duties of the office do not cross",
    ),
    "D03": Both("每个类别都有人负责处置", "somebody has to settle every category"),
    "D04": Both(
        "执法在一、二级网格，巡查在三级网格",
        "enforcement stands on level 1 or 2, patrol on level 3",
    ),
    "D05": Both(
        "每个二级网格都有行使权限的部门的人",
        "every second-level grid has somebody of a department with the power",
    ),
    "D06": Both("每项权限写明法律依据", "every power names its law"),
    "D07": Both(
        "按职责派遣，主责单位只能有一个", "an order follows the matrix only where it has one answer"
    ),
    "D08": Both(
        "派遣记录的依据与职责矩阵相符",
        "the line of the matrix that an order names is what it gives",
    ),
    "D09": Both("导入的每一行都完整、正确", "every row of an import is whole and right"),
    # Papers
    "O01": Both(
        "单据如实：派了单位才出交办单，有单位或网格在办才出催办单，督办期间才出督办单",
        "a paper says what holds: no order without a unit, no reminder where nobody is waited for, no supervision order without a card",
    ),
    "O02": Both(
        "反映人要求保密的，任何单据都不印其姓名和电话",
        "name and number of a reporter who asked for secrecy stand on no paper",
    ),
    "O03": Both("单据不写到台账自己的文件上", "no paper is written over the ledger's own files"),
    # Sources
    "K01": Both(
        "反映来源在当日使用期内", "the source of a report was in use on the day of the report"
    ),
    # What enters git
    "P01": Both(
        "居民的电话、身份证号和反映人姓名不进入 git，设置和注释也一样",
        "phone and identity numbers of residents, and the name of who reported, never enter git, by cases, settings or their remarks",
    ),
    "P03": Both("private/ 和 evidence/ 不纳入 git", "private/ and evidence/ are not in git"),
    "P04": Both("照片和材料在 git 里只用中性的名称", "photos and papers have neutral names in git"),
    "P02": Both("未登记的手工改动不被覆盖", "unrecorded hand edits are not overwritten"),
} | SERVER_RULES
