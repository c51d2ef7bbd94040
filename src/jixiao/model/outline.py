"""The outline of the evaluation report: its parts, and which of them people write in narrative.md.

Source: the outline attached to 财预〔2020〕10号, in the wording of published reports (docs: domain §1, §4).
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the report.

    id: what programs call it. number, title: as printed. level: 1 to 3. narrative: whether a person must write it;
    then narrative.md has a heading of this path, and an empty one prints 〔待填〕. hint: what belongs there, for the
    template of narrative.md.
    """

    id: str
    number: str
    title: str
    level: int
    narrative: bool = False
    hint: str = ""

    @property
    def heading(self) -> str:
        """Number and title."""
        return f"{self.number}{self.title}"


OUTLINE: Final = (
    Part("basics", "一、", "基本情况", 1),
    Part("project", "（一）", "项目概况", 2),
    Part("background", "1.", "项目背景", 3, narrative=True, hint="单位职责、立项缘由、政策依据"),
    Part("content", "2.", "主要内容及实施情况", 3, narrative=True, hint="做了哪些事，由谁做，怎样做"),
    Part("funds", "3.", "资金投入和使用情况", 3),
    Part("goals", "（二）", "项目绩效目标", 2),
    Part("work", "二、", "绩效评价工作开展情况", 1),
    Part("purpose", "（一）", "绩效评价目的、对象和范围", 2, narrative=True, hint="为什么评、评什么、哪一段时间"),
    Part("method", "（二）", "绩效评价原则、评价指标体系（附表说明）、评价方法、评价标准等", 2),
    Part("process", "（三）", "绩效评价工作过程", 2, narrative=True, hint="依据哪份通知，分几步，谁参加"),
    Part("conclusion", "三、", "综合评价情况及评价结论（附相关评分表）", 1),
    Part("analysis", "四、", "绩效评价指标分析", 1),
    Part("decision", "（一）", "项目决策情况", 2, narrative=True, hint="项目立项、绩效目标、资金投入是否有据"),
    Part("management", "（二）", "项目过程情况", 2, narrative=True, hint="资金管理、组织实施、合同与制度执行"),
    Part("output", "（三）", "项目产出情况", 2),
    Part("benefit", "（四）", "项目效益情况", 2),
    Part("lessons", "五、", "主要经验及做法、存在的问题及原因分析", 1),
    Part("experience", "（一）", "主要经验及做法", 2, narrative=True, hint="行之有效、可以推广的做法"),
    Part("problems", "（二）", "存在的问题及原因分析", 2),
    Part("advice", "六、", "有关建议", 1),
    Part("other", "七、", "其他需要说明的问题", 1),
)


def path_of(part: Part) -> str:
    """The headings from the top down to a part: 一、基本情况/（一）项目概况/1.项目背景."""
    above: dict[int, str] = {}
    for one in OUTLINE:
        above = {level: heading for level, heading in above.items() if level < one.level} | {one.level: one.heading}
        if one is part:
            return "/".join(above[level] for level in sorted(above))
    raise ValueError(f"{part.id} is no part of the outline")
