"""The vocabulary of organs: which words name a body that issues or receives documents."""

from __future__ import annotations

import itertools
import re

_LONG_ENDS = (
    "委员会|办公室|办公厅|领导小组|工作组|专班|指挥部|联席会议|机制|中心|公司|集团|政府|法院|检察院|银行|大学|学院|学校|中学|小学"
    "|医院|协会|学会|联合会|总工会|工会|团委|妇联|支队|总队|大队|中队|街道|办事处|人大|政协|纪委|监委|党委|党组|党工委|管委会|组织"
    "|机关|单位|部门|团体|企业|院校|法制办|国资委|发改委|人民团体|基金会|合作社|研究院|研究所|事务所|保护区|开发区|园区|新区|示范区"
    "|科室|处室|机构|报社|出版社|电视台|常委|分行|支行|党支部|党总支|工商联|侨联|科协|文联|残联|红十字会|秘书处|国务院|中央"
)
_SHORT_ENDS = "局委办厅部院署会组所站处科室队馆社厂台行库校团股店"
_ORGAN = re.compile(
    rf"[\u4e00-\u9fffA-Za-z0-9·、（）/“”\-]{{1,48}}(?:(?:{_LONG_ENDS})|(?<!开)(?<!机)[{_SHORT_ENDS}])$|(?:{_LONG_ENDS})$"
)
_PLACE_END = re.compile(
    r"(?:省|市|区|县|乡|镇|州|盟|旗|村|社区|自治区|直辖市|同志|先生|女士|公民|居民|考生|人员|师生|员工|职工|代表|委员|群众|市民"
    r"|纳税人|用户|家长|同学|教师|老师|负责人|人士|军区|战区|军兵种|师|垦区|农场|林场|联络员|经营者|个人|商户|院长|校长|局长|主任|所长|经理|各位|学生|党员|干部|市委|县委|区委|省委)$"
)
_ADDRESSED = re.compile(
    r"^(?:各|有关|相关|全市|全县|全区|全省|全国|驻|市直|区直|县直|省直|局属|市属|区属|县属|在.{1,4}各|本)"
)
_NO_NAME = re.compile(
    r"[。，：；？！《》〈〉…★=><|]|^(?:请|要|为|根据|按照|现|特此|附件|抄送|主题词|如有|以上|对|将|由|并|在|经)|关于|的通知|如下|现就|第.{1,4}[条章]"
    r"|[了着]|不得|应当|必须|进行|加强|做好|落实"
)
_BRACKETED = re.compile(r"（[^（）]*）")
_BETWEEN = re.compile(r"[、，；](?![^（]*）)")
# 各委、办、局: one name, not three
_SHARED_KINDS = re.compile(r"(?<=各)([委办局部厅署院会])(?:、[委办局部厅署院会])+(?=[、，；（]|$)")
_POST = "部长|局长|主任|省长|市长|县长|区长|州长|主席|总理|校长|院长|厅长|署长|行长|会长|书记|委员长|检察长|镇长|乡长|盟长|台长|社长|关长|总干事|秘书长|董事长|总经理"
_POST_AND_NAME = re.compile(rf"^(?:代|副)?(?:{_POST})[：]?[\u4e00-\u9fff·]{{2,6}}$")
_MINISTRIES = (
    "中共中央|国务院|中央军委|外交部|国防部|国家发展改革委|国家发展和改革委员会|教育部|科技部|科学技术部|工业和信息化部|国家民委"
    "|公安部|国家安全部|监察部|民政部|司法部|财政部|人力资源社会保障部|人力资源和社会保障部|人事部|劳动保障部|国土资源部|自然资源部"
    "|环境保护部|生态环境部|住房城乡建设部|住房和城乡建设部|建设部|交通运输部|铁道部|水利部|农业部|农业农村部|商务部|文化部|文化和旅游部"
    "|卫生部|国家卫生计生委|国家卫生健康委|退役军人部|退役军人事务部|应急部|应急管理部|中国人民银行|人民银行|审计署|国务院国资委|国资委"
    "|海关总署|税务总局|国家税务总局|市场监管总局|工商总局|质检总局|广电总局|体育总局|统计局|国家统计局|知识产权局|国管局"
    "|中央组织部|中央宣传部|中央编办|全国总工会|共青团中央|全国妇联|中国残联|银保监会|银监会|证监会|保监会|国家医保局|国家文物局"
    "|国家粮食局|国家能源局|国家林草局|国家林业局|中国民航局|国家邮政局|国家中医药局|国家药监局|扶贫办|国务院扶贫办"
)
_KNOWN = re.compile(
    rf"(?:{_MINISTRIES})(?:办公厅|办公室)?(?=(?:中共|中央|国务院|国家|全国|{_MINISTRIES}))"
)


def is_organ(name: str) -> bool:
    """Whether `name` (folded, without blanks) names one body that can sign a document."""
    bare = _BRACKETED.sub("", name)
    if not 2 <= len(bare) <= 48 or _NO_NAME.search(bare):
        return False
    return _ORGAN.fullmatch(bare) is not None


def is_signer(name: str) -> bool:
    """Whether `name` is a post with a name, as it stands under an order (令)."""
    return _POST_AND_NAME.match(name) is not None


def is_addressee(name: str) -> bool:
    """Whether `name` can stand in a line of addressees."""
    bare = _BRACKETED.sub("", name)
    if not 2 <= len(bare) <= 60 or _NO_NAME.search(bare):
        return False
    return bool(_ORGAN.fullmatch(bare) or _PLACE_END.search(bare) or _ADDRESSED.match(bare))


def is_addressee_line(line: str) -> bool:
    """Whether all of a line names addressees; its last one must end as a name does."""
    names = [name for name in _BETWEEN.split(_SHARED_KINDS.sub(r"\1", line)) if name]
    if not names:
        return False
    known = sum(map(is_addressee, names))
    last = _BRACKETED.sub("", names[-1])
    ends_well = bool(_ORGAN.fullmatch(last) or _PLACE_END.search(last))
    return ends_well and is_addressee(names[-1]) and known * 2 > len(names)


def split_fused(names: str) -> tuple[str, ...]:
    """The organs of a joint signature printed without blanks: 甲市乙局甲市丙局 → 甲市乙局, 甲市丙局."""
    place = names[:2]
    cuts = {found.end() for found in _KNOWN.finditer(names)}
    cuts |= {
        found.start()
        for found in re.finditer(re.escape(place), names)
        if found.start() > 3 and is_organ(names[: found.start()])
    }
    edges = [0, *sorted(cuts), len(names)]
    parts = tuple(names[a:b] for a, b in itertools.pairwise(edges))
    return parts if all(map(is_organ, parts)) else (names,)
