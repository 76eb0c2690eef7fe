"""The phrases around a number that can name its subject, without bounds, verbs of change and openers."""

from __future__ import annotations

import re

from build_pages.find.figures.wording import any_of

LONGEST = 24
"""Signs a subject has at most."""

_STOPS = re.compile(r"[，。；：！？、!?;:,\n…]")
_WIDER_STOPS = re.compile(r"[，。；：,\n]")
_LEADING = re.compile(
    any_of(
        "约 其中 目前 今年 去年 [五5]年[内来间]? 全年 年内 预计 同时 并 且 也 又 还 再 更(?!新|换|改) "
        "我[们省市区国县州] "
        "力争 争取 确保 努力 推动 促进 带动 使 让 将 对 为 由 从 在(?!建|校|岗) 与 和 及 已经 已(?![建有]) 首次 率先 "
        "初步核算 [0-9]{4}年 [0-9]+月[份底末]? [一二三四五六七八九十]是 到(?![位期岗]) 至 —— — \\( “(?![^”]*”)"
    )
    + "+"
)
_CHANGE = any_of("增长 增加 提高 提升 上升 上涨 扩大 下降 减少 降低 压减 压缩 缩短 下滑 回落 压降 增 降 涨")
_TRAILING_WORDS = (
    any_of(
        "突破了? 超过了? 超出 逾 超 近 约为? 大约 将近 接近 不?低于 不?少于 不?超过 不?高于 至少 最高 达到了? 达 "
        "完成 实现 为 是 有 共 共有 (?<!累)计 [稳保维控][定持制]在 将 力争 确保 预期 预计 争取 拟 按 连续 历史性 "
        "首次 成功 跻身 跃上 迈[上入]? 连?[跨迈]越?过? 约?折?合 新增 "
        "从过去 过去 现在 同比 环比 实际 名义 年均 分别 均 平均 由 从 再 还 各 每 "
        "的 了 至 到 安排 上 跃居 跃升 晋升 保持 位居 位列 稳居 居 (?<!班)列 排名 排 升 第 前 [(（] "
        "连续[0-9一二三四五六七八九十两]+年 [比较](?:上年|去年|前[一五]年|[0-9]{4}年[底末]?) "
        "[高低快慢]于[全东中西]?[国省市部]?(?:平均)?(?:水平)?"
    )
    + f"|(?:累计)?{_CHANGE}[到至了]?"
)
_TRAILING_SIGNS = "".join(sorted(set(re.findall(r"[^\x00-\x7f]", _TRAILING_WORDS)))) + "("
_TRAILING = re.compile(f"(?=[{_TRAILING_SIGNS}])(?:{_TRAILING_WORDS})+$")  # most signs begin none of the words
_NOUN_ENDS = re.compile(
    any_of(
        "增加 减少 提高 提升(?![机工行]) 下降 上升 压缩 缩短 扩大 增至 增长 达到 突破 超过 完成 实现 通过 入选 "
        "取得 获得 获批 获评 荣获 荣登 上榜 列入 纳入 跻身 进入 晋升 参与 提供 带动 免交 就近 (?<!新)开工 建成 投用 "
        "投产 再[上创] 创历史 落地 (?<=.)年度 提前 顺利 正式 相继 有序 加快 全部 全面 分别 连续 累计 均 向 "
        "占(?![地比]) (?<=.)在(?![建校岗]) "
        "[位稳跃]?居(?=[全世第首前国中沿同西东北南省市各]) 的(?=[，。；]|$) [0-9](?![0-9]*强)"
    )
)
_CHOSEN = re.compile("(?:入选|获评|获批|列入|纳入|荣获|获得)")
"""Verbs whose object is counted where nothing stands between: 12人入选国家高层次人才."""
_JOINT_END = re.compile("(?:以及|[和及与])$")


def words_before(folded: str, begin: int, end: int) -> str:
    """The words that name a quantity between ``begin`` and its bound."""
    return trim(_STOPS.split(trim_end(folded[begin:end].strip()))[-1])


def words_behind(folded: str, start: int, end: int) -> str:
    """The noun a number counts, right behind it: 40个 ▸ 沿海重点项目."""
    stop = _STOPS.search(folded, start, end)
    if stop and stop.start() == start + 1:
        stop = _WIDER_STOPS.search(folded, start, end)
    words = folded[start : stop.start() if stop else end]
    words = _without(_CHOSEN, words)
    stop = _NOUN_ENDS.search(words)
    noun = _JOINT_END.sub("", (words[: stop.start()] if stop else words)[:LONGEST].lstrip("的").strip())
    return noun if noun.count("(") == noun.count(")") else noun.partition("(")[0]


def trim(words: str) -> str:
    """Words without openers: 目前全市… ▸ 全市…."""
    return _without(_LEADING, words).strip("的了 ")


def trim_end(words: str) -> str:
    """Words without the bounds and verbs of change at their end: 民间投资同比增长 ▸ 民间投资."""
    match = _TRAILING.search(words)
    return words[: match.start()] if match else words


def _without(beginning: re.Pattern[str], words: str) -> str:
    match = beginning.match(words)
    return words[match.end() :] if match else words


def shorten(words: str) -> str:
    """The last 24 signs of a subject at most, begun at a word where a joint shows."""
    if len(words) <= LONGEST:
        return words
    cut = words[-LONGEST:]
    joint = max(cut.find(sign) for sign in "的”》")
    return cut[joint + 1 :] if 0 <= joint < LONGEST - 6 else cut
