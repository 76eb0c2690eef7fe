"""The stage of a project as worded: 谋划 → 开工 → 在建 → 投用."""

from __future__ import annotations

import re

from build_pages.model.commitment import Stage

_WORDS: tuple[tuple[Stage, re.Pattern[str]], ...] = (
    (
        "planned",
        re.compile(
            r"谋划(?!多年)|筹建|争取(?!.*资金)|争创|申建|申办|申报|推动出台|编制|前期工作|论证|拟建|规划建设|立项|可研"
        ),
    ),
    (
        "done",
        re.compile(
            r"建成(?:投用|投产|通车|运营|启用|开放)?|投用|投产|通车|竣工|完工|交付|开业(?:运营)?|开通(?:运行|运营)?|贯通(?:投用)?|上线(?:运行|试运营)?|封关运行|投入运营|"
            r"启动运行|投入使用|揭牌(?:成立)?|挂牌(?:运行)?|注册成立|成功组建|组建|获批|实现扩区|落地(?!率)|收官|销号|全部完成"
        ),
    ),
    ("started", re.compile(r"开工(?:建设)?(?!率)|动工|启动(?:建设)?|奠基|破题开篇")),
    ("building", re.compile(r"在建|加快推进|加快建设|持续推进|扎实推进|推进|提速|建设|改扩建|修编|进展")),
)
"""The first stage whose words stand in a clause counts: 谋划建设 is planned, 建成 done."""


def read_stage(words: str) -> tuple[Stage, str] | None:
    """The stage a clause speaks of, and the words that say so; None where it names none."""
    for stage, pattern in _WORDS:
        if match := pattern.search(words):
            return stage, match[0]
    return None
