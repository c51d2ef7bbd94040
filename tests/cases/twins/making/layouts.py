"""The layouts: which labels stand where. Only the labels are those of published forms; see `LAYOUTS.md` of the corpus."""

from dataclasses import dataclass

# (header, field, header above it); a field that begins with "=" is printed as it stands and is no field of the truth.
Column = tuple[str, str, str]


def columns(text: str) -> tuple[Column, ...]:
    """`header field` or `above/header field`, separated by ` | `; a field alone has no header."""
    found = []
    for one in text.split(" | "):
        header, _, name = one.strip().rpartition(" ")
        above, _, label = header.rpartition("/")
        found.append((label, name, above))
    return tuple(found)


@dataclass(frozen=True)
class Spec:
    """One layout.

    head, tail: rows of label, field, label, field …; funds: the columns of amounts; parts: labels of the rows below the
    total, with the share of each in percent; goals: label at the left, header of expected, header of achieved.
    """

    name: str
    title: str
    kind: str
    indicators: tuple[Column, ...]
    head: tuple[tuple[str, ...], ...]
    fund_label: str = "项目资金\n（{unit}）"
    funds: tuple[Column, ...] = ()
    fund_total: str = "年度资金总额"
    parts: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    label: str = "绩效指标"
    total: str = ""
    grade: str = ""
    tail: tuple[tuple[str, ...], ...] = ()
    apart: bool = False
    group_weights: bool = False


_NAMED = (("项目名称", "project"), ("主管部门", "department", "实施单位", "unit"))
_PLACE = (("项目名称", "project"), ("主管部门", "department"), ("项目实施单位", "unit"))
_LEVELS = "一级指标 level1 | 二级指标 level2 | 三级指标 level3"
_TITLE = "项目支出绩效自评表"
_SCORED = "自评表"
_GOAL = "目标申报"

_ALL = (
    Spec(
        "L01", _TITLE, _SCORED,
        columns(f"{_LEVELS} | 年度\n指标值 target | 实际\n完成值 actual | 分值 weight | 得分 score | 偏差原因分析及改进措施 reason"),
        _NAMED,
        funds=columns("年初预算数 initial | 全年预算数 annual | 全年执行数 executed | 分值 weight | 执行率 rate | 得分 score"),
        parts=("其中：当年财政拨款", "上年结转资金", "其他资金"),
        goals=("年度总体目标", "预期目标", "实际完成情况"), total="总分",
    ),
    Spec(
        "L01s", "财政项目支出绩效自评表", _SCORED,
        columns(f"{_LEVELS} | 年度指标值 target | 实际完成值 actual | 分值 weight | 得分 score | 偏差原因分析及改进措施 reason"),
        (("项目名称", "project"), ("主管部门", "department", "实施单位", "unit"), ("计划开始日期", "=2022-01-01", "计划完成日期", "=2022-12-31")),
        funds=columns("年初预算数 initial | 全年预算数(A) annual | 全年执行数(B) executed | 分值 weight | 执行率(B/A) rate | 得分 score"),
        parts=("其中：当年财政拨款", "上年结转资金", "其他资金"),
        goals=("年度总体目标", "预期目标", "实际完成情况"), total="总分",
    ),
    Spec(
        "L01n", _TITLE, _SCORED,
        columns(
            f"{_LEVELS} | 指标性质 =正向 | 指标方向 sign | 年度指标值 value | 实际完成值 actual | 计量单位 unit | 分值 weight | 得分 score"
            " | 偏差原因分析及改进措施 reason"
        ),
        _NAMED,
        funds=columns("年初预算数 initial | 全年预算数 annual | 全年执行数 executed | 分值 weight | 执行率（%） rate | 得分 score"),
        parts=("其中：财政拨款", "其他资金"),
        goals=("年度总体目标", "预期目标", "实际完成情况"), total="总分",
    ),
    Spec(
        "L02", _TITLE, _SCORED,
        columns(f"{_LEVELS} | 年度指标值(A) target | 实际完成值(B) actual | 分值 weight | 得分 score | 偏差原因分析及改进措施 reason"),
        (("项目名称", "project"), ("市级主管部门", "department", "项目实施单位", "unit")),
        funds=columns(
            "年初预算数 initial | 全年预算数（A） annual | 全年执行数（B） executed | 分值 weight | 得分 score | 执行率（B/A） rate | 偏差原因分析及改进措施 =" ),
        parts=("其中：中央补助", "市级资金", "其他资金"),
        goals=("年度总体目标", "年初预期目标", "年度实际完成情况"), total="总分", group_weights=True,
    ),
    Spec(
        "L03", "项目支出绩效自评表", _SCORED,
        columns("一级指标 level1 | 二级指标 level2 | 三级指标 level3 | 年初目标值（A） target | 实际完成值（B） actual | 得分 score"),
        (
            ("项目名称", "project"), ("主管部门", "department", "项目实施单位", "unit"),
            ("项目类别", "=1、部门预算项目☑　2、市直专项□　3、市对下转移支付项目□"), ("项目属性", "=1、持续性项目☑　2、新增性项目□"),
            ("项目类型", "=1、常年性项目☑　2、延续性项目□　3、一次性项目□"),
        ),
        fund_label="预算执行情况\n（{unit}）\n（20分）",
        funds=columns("预算数（A） annual | 执行数（B） executed | 执行率（B/A） rate | 得分\n（20分×执行率） score"),
        fund_total="年度财政资金总额", label="年度绩效目标1\n（80分）", total="总分", group_weights=True,
        tail=(("偏差大或\n目标未完成\n原因分析", "=无"), ("改进措施及\n结果应用方案", "=继续按进度推进，结果作为下年度安排预算的参考。")),
    ),
    Spec(
        "L04", "乡村振兴衔接资金项目支出绩效自评表", _SCORED,
        columns(f"{_LEVELS} | 分值 weight | 年度指标值 target | 全年实际值 actual | 得分 score | 未完成原因及拟采取的改进措施 reason"),
        _NAMED,
        funds=columns("全年预算数（A） annual | 全年执行数（B） executed | 分值 weight | 执行率（B/A） rate | 得分 score"),
        parts=("其中：财政拨款", "其他资金"),
        goals=("年度总体目标", "年初设定目标", "年度总体目标完成情况综述"), total="总分",
    ),
    Spec(
        "L05", "部门预算项目支出绩效自评表", _SCORED,
        columns(
            f"{_LEVELS} | 指标性质 sign | 指标值 value | 度量单位 unit | 完成值 actual | 权重 weight | 得分 score | 未完成原因分析 reason"
        ),
        (("项目名称", "project"), ("主管部门", "department", "实施单位\n（盖章）", "unit")),
        fund_label="预算执行情况（10分）",
        funds=columns("年初预算 initial | 调整后预算数 annual | 预算执行数 executed | 预算执行率 rate | 权重 weight | 得分 score | 原因 ="),
        fund_total="总额", parts=("其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"),
        goals=("项目年度目标\n完成情况", "项目年度目标", "年度目标完成情况"), label="绩效指标（90分）", total="合计",
        tail=(("评价结论", "=项目按计划完成，资金使用合规，群众反映较好。"), ("存在问题", "=无"), ("改进措施", "=无"), ("项目负责人：", "=", "财务负责人：", "=")),
    ),
    Spec(
        "L07", "项目支出绩效自评表（公开14表）", _SCORED,
        columns(
            f"绩效指标/一级指标 level1 | 绩效指标/二级指标 level2 | 绩效指标/三级指标 level3 | 年度指标值/指标性质 sign | 年度指标值/指标值 value"
            " | 年度指标值/度量单位 unit | 实际完成值 actual | 分值 weight | 得分 score | 偏差原因分析及改进措施 reason"
        ),
        _NAMED,
        funds=columns("年初预算数 initial | 全年预算数 annual | 全年执行数 executed | 分值 weight | 执行率 rate | 得分 score"),
        parts=("其中：本年财政拨款", "上年结转资金", "非财政拨款"),
        goals=("年度总体目标", "预期目标", "实际完成情况"), label="", total="总分", grade="（自评等级）优",
    ),
    Spec(
        "L08", "部门预算项目绩效自评表", _SCORED,
        columns(
            f"{_LEVELS} | 指标分值 weight | 预期指标值/符号 sign | 预期指标值/值 value | 预期指标值/单位 unit | 单项指标实际完成值 actual"
            " | 单项指标完成情况 =完成 | 自评得分 score"
        ),
        (("项目名称", "project"), ("主管部门", "department", "实施单位", "unit")),
        fund_label="", funds=columns("预算安排情况(调整后) annual | 资金到位情况 =全部到位 | 资金执行情况 executed | 预算执行进度(%) rate"),
        goals=("", "年度预期目标", "具体完成情况"), label="", total="总分", apart=True,
    ),
    Spec(
        "L10", "部门项目支出绩效自评表", _SCORED,
        columns(f"{_LEVELS} | 参考分值 weight | 指标值（A） target | 全年实际值（B） actual | 得分 score | 未完成原因分析 reason"),
        _NAMED,
        funds=columns("年初预算数 initial | 调整预算数（A） annual | 全年执行数（B） executed | 执行率（B/A） rate"),
        parts=("其中：财政拨款", "其他资金"),
        goals=("年度总体目标", "年初设定目标", "年度总体目标完成情况"), label="", total="总分", group_weights=True,
    ),
    Spec(
        "L13", "中央转移支付区域（项目）绩效自评表", _SCORED,
        columns(f"{_LEVELS} | 指标值 target | 全年实际完成值 actual | 未完成原因和改进措施 reason"),
        (("转移支付（项目）名称", "project"), ("中央主管部门", "=国家某部门"), ("地方主管部门", "department", "资金使用单位", "unit")),
        fund_label="资金投入情况\n（{unit}）", fund_total="年度资金总额：",
        funds=columns("全年预算数（A） annual | 全年执行数（B） executed | 预算执行率（B/A×100%） rate"),
        parts=("其中：中央财政资金", "地方财政资金", "其他资金"),
        goals=("总体目标完成情况", "总体目标", "全年实际完成情况"),
    ),
    Spec(
        "L19", "部门项目绩效自评表", _SCORED,
        columns(
            "指标名称 level3 | 计量单位 unit | 指标性质 sign | 指标值 value | 指标权重（分） weight | 全年完成值 actual | 指标得分（分） score | 说明 reason"
        ),
        (("项目名称", "project", "自评总分（分）", "total_score"), ("主管部门", "department", "项目实施单位", "unit")),
        fund_label="", fund_total="年度总金额",
        funds=columns(
            "年初预算数 initial | 全年（调整）预算数 annual | 全年执行数 executed | 执行率 rate | 执行率权重 weight | 执行率得分 score"
        ),
        parts=("其中：财政拨款",),
        goals=("当年绩效目标", "年初绩效目标", "全年目标实际完成情况"),
    ),
    Spec(
        "L20", "部门整体支出绩效自评表", "部门整体",
        columns(f"{_LEVELS} | 绩效目标值 target | 实际完成值 actual | 评分标准 =完成得满分，未完成按比例得分 | 指标分值 weight | 自评得分 score | 未完成原因 reason"),
        (("部门名称", "unit"),),
        fund_label="部门预算资金\n（{unit}）", fund_total="",
        funds=columns(
            "年初部门预算安排金额① initial | 年中调整金额② change | 小计③=①+② annual | 年度拨付金额④ executed | 支出实现率(%)⑤=④/③ rate"
            " | 本年度结余金额⑥ rest | 资金结余率(%)⑦ =0.00"
        ),
        label="", total="合计",
    ),
    Spec(
        "L24", "财政支出项目绩效评价评分汇总表", _SCORED,
        columns("评价内容 level1 | 权重 weight | 得分 score | 绩效等级 =优"),
        (("项目名称", "project"), ("项目单位", "unit")), label="", total="合计",
        tail=(("注", "=优（≥90）、良（≥80，<90）、中（≥60，<80）、差（<60）"),),
    ),
    Spec(
        "L30", "项目支出绩效目标表", _GOAL,
        columns(f"{_LEVELS} | 指标性质 sign | 指标值 value | 度量单位 unit | 权重（%） weight"),
        (("单位信息：", "unit", "项目名称：", "project"), ("主管部门：", "department", "项目经办人：", "="), ("整体目标：", "expected")), label="",
    ),
    Spec(
        "L31", "项目支出绩效目标申报表", _GOAL,
        columns(f"{_LEVELS} | 指标值 target | 备注 ="),
        (("项目名称", "project"), ("主管部门", "department", "项目实施单位", "unit"), ("项目属性", "=经常性项目", "项目期", "=1年")),
        fund_label="项目资金\n（{unit}）", funds=columns("initial"), parts=("其中：财政拨款", "其他资金"),
        goals=("总体目标", "年度目标"),
    ),
    Spec(
        "L34", "省级财政项目支出绩效目标申报表", _GOAL,
        columns(f"{_LEVELS} | 实施期指标值 target | 年度指标值 target"),
        (
            ("项目名称", "project", "项目类别", "=特定目标类"), ("主管部门", "department", "主管部门编码", "=118"),
            ("项目实施单位", "unit", "项目负责人", "="), ("起止时间", "=2023年1月至2025年12月", "项目属性", "=延续项目"),
            ("项目概况", "=按规划分三年实施，每年完成一批，年底组织验收。"), ("立项依据", "=市级行业发展规划及年度工作要点。"),
        ),
        fund_label="资金情况\n（{unit}）", fund_total="年度资金总额", funds=columns("initial"), parts=("其中：财政拨款", "自有资金"),
        goals=("年度绩效目标", "年度目标"),
    ),
    Spec(
        "L60", "项目支出绩效运行监控表", "监控",
        columns(
            f"{_LEVELS} | 年度指标值 target | 1-7月执行数 actual | 全年预计执行数 =按计划完成 | 偏差原因分析/经费保障 = | 偏差原因分析/制度保障 ="
            " | 偏差原因分析/人员保障 = | 偏差原因分析/硬件条件保障 = | 偏差原因分析/其他 = | 偏差原因分析/原因说明 reason"
            " | 完成目标可能性/确定能 =√ | 完成目标可能性/有可能 = | 完成目标可能性/完全不可能 = | 备注 ="
        ),
        (("项目名称", "project"), ("主管部门及代码", "department", "项目单位", "unit")),
        fund_label="项目资金\n（{unit}）",
        funds=columns("年初预算数 initial | 1-7月执行数 executed | 1-7月执行率 rate | 全年预计执行数 ="),
        parts=("其中：财政拨款", "其他资金"), goals=("年度总体目标", "年度总体目标"),
    ),
)
SPECS = {spec.name: spec for spec in _ALL}
