"""Names of persons and of offices as they stand in bylines and titles."""

from __future__ import annotations

import re

from build_pages.rules.characters import HAN

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞"
    "颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻"
    "祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师栾隋"
    "商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉仝区郜"
    "海阚权强帅屠豆朴练廉禹井祖漆巴丰支卿狄平索宣晋相初云容敬来扈晁都普浦伏鹿薄雍乌母隆茹展信铁"
)
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|宇文|长孙"
PERSON = (
    rf"(?:(?:{_COMPOUND})[{HAN}]{{1,2}}|[{_SURNAMES}](?:[{HAN}]{{1,2}}|[ \u3000]{{1,2}}[{HAN}])"
    rf"|[{HAN}]{{2,6}}·[{HAN}]{{2,8}})"
)
"""A person's name: one or two characters after a surname, or a transcribed name with its dot."""
OFFICE = (
    r"(?:代理|代|副)?(?:总理|省长|市长|主席|州长|县长|区长|旗长|盟长|书记|主任|院长|检察长|秘书长|总书记|镇长|乡长)"
)
"""An office whose holder speaks or reports."""
ROLE = rf"[{HAN}、]{{0,24}}{OFFICE}"
"""An office with the body it belongs to."""
_BARE = re.compile(PERSON)


def is_person(text: str) -> bool:
    """Whether a line is nothing but a person's name."""
    return bool(_BARE.fullmatch(text.strip()))


def plain_name(name: str) -> str:
    """A name without the blank that sets two characters apart in print."""
    return re.sub(r"[ \u3000]", "", name)
