"""The codes of records and data in the words of the page."""

from __future__ import annotations

KIND = {
    "speech": "讲话", "report": "政府工作报告", "digest": "报告摘编", "resolution": "决议", "decision": "决定",
    "communique": "公报", "plan": "规划", "editorial": "社论", "explainer": "解读", "news": "会讯", "notice": "通知",
    "other": "其他",
}  # fmt: skip
COMPLETENESS = {"full": "全文", "digest": "摘编", "excerpt": "节录"}
LEVEL = {"central": "中央", "provincial": "省", "municipal": "市", "district": "区县", "sector": "行业"}
CATEGORY = {
    "numeric-abbreviation": "数字缩写", "slogan": "口号", "programme": "行动计划", "platform": "平台",
    "set-phrase": "固定表述", "city-brand": "城市品牌", "policy-term": "政策用语", "institution": "机构",
    "meeting": "会议", "company": "企业", "university": "高校", "media": "媒体", "office": "职务", "person": "人物",
}  # fmt: skip
BASIS = {"text": "文内自释", "archive": "本库互证", "source": "外部来源", "editors": "编者", "unknown": "未见解释"}
STATUS = {"actual": "结果", "target": "目标", "standard": "标准", None: "未定"}
MEASURE = {
    "level": "水平", "increment": "增量", "growth": "增速", "change": "降幅", "share": "占比", "rank": "位次",
    None: "",
}  # fmt: skip
FURNITURE = {
    "dateline": "日期行", "byline": "署名", "note": "题注", "jump": "转版标记", "caption": "图片说明",
    "credit": "图片署名", "label": "栏目", "furniture": "版面文字",
}  # fmt: skip
FIELD = {
    "title": "标题", "subtitle": "副题", "date": "日期", "year": "年度", "speaker": "讲话人", "role": "职务",
    "issuer": "发布者", "occasion": "场合", "kind": "文种", "series": "系列", "completeness": "全文与否",
}  # fmt: skip
CONFIDENCE = {"certain": "确定", "likely": "很可能", "doubt": "存疑"}
RULES = {
    "width": "标点全半角", "blanks": "空白", "markup": "标记残留", "join": "行断接合", "break": "行内分段",
    "broken-headline": "标题断行接合", "lost-plus": "加号恢复", "misread-dash": "连接号误识", "misread": "误字",
    "lost-character": "脱字", "punctuation": "标点", "unbalanced-quotes": "引号不成对", "printed-twice": "重出",
    "lost-stop": "句号脱落",
}  # fmt: skip

ANSWER = {
    "value": "有值", "words": "有叙述", "silent": "文件在库，未说及", "not-due": "未到期", "not-held": "应答之件未收",
}  # fmt: skip
COMPARABILITY = {"same": "同期同口径", "period": "期间不同", "scope": "口径或说法不同", "coverage": "只有叙述"}
STAGE = {"planned": "谋划", "started": "开工", "building": "在建", "done": "投用"}
CLASS = {
    "value": "数值不同", "period": "时期不同", "rounding": "取整或限定不同", "status": "已有还是将有",
    "scope": "口径不同", "name": "名称写法不同", "wording": "名目或文句不同", "transmission": "疑传写有误",
}  # fmt: skip
GROUND = {"indicator": "同一指标", "entry": "同一提法", "wording": "主题与用语相近，存疑", "editor": "编者定"}
UNSAID = {"full": "文件在库，未说及", "digest": "摘编未载（不等于没说）", "excerpt": "节录未载（不等于没说）"}
FRAME = {
    "A": "上年回顾", "B": "五年回顾", "C": "形势与问题", "D": "规划期目标", "E": "年度安排", "F": "号召、致谢、套语",
    "G": "上级要求的转述", None: "其他",
}  # fmt: skip


def say_date(date: str) -> str:
    """An EDTF date in Chinese: 2026年2月6日, 2026年2月, 2023年."""
    parts = date.rstrip("?~%").split("-")
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False) if part.isdigit())
