"""Words of the genre that the patterns lean on: of the language and of its offices, never the names of one place."""

from __future__ import annotations


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


HEADS = frozenset(
    _split("""
    一体化 专项债 中心 中枢 之城 之都 产业 产业园 产业带 企业 住房 体系 保卫战 保护区 保护地 债券 先导区
    先行区 公园 公寓 共同体 农业 冠军 制度 券 办法 化 医共体 合伙人 合作区 同城化 名城 名录 品牌 园 园区
    圈 基地 大会 大典 大模型 大脑 奖 季 学校 实验区 实验室 岛 工作法 工厂 工程 平台 度假区 廊道
    开发区 强市 强镇 形态 思维 总基调 战略 指数 支点 改革 攻坚战 新区 方案 旅游带 智能 服务业 服务圈 机制
    机构 条例 枢纽 标杆城市 核心区 格局 案例 模型 模式 清单 港 热线 片区 现代化 理念 生产力 生态带 生活圈
    目的地城市 直联点 研究院 示范区 示范城市 示范市 示范项目 科学城 科技城 空间 策源地城市 精神 纲要 经济
    经理人 经验 综保区 网 网络 联合体 联盟 自贸区 节 节点 节点城市 融合 行动 街 街区 规划 计划 论坛 设施
    试点 试点城市 试验区 谷 责任制 贷 走廊 都市圈 重地 长制 门户 陆港 院 险 集群 集聚区 马拉松 驾驶舱
    驿站 高地
    """)
)
"""Nouns that can end the name of a programme, of a place of policy, or a term."""

OFFICIAL = _split("""
    行动 工程 计划 试点 试点城市 示范区 示范市 示范城市 试验区 实验区 先导区 先行区 集聚区 合作区 强市
    名城 之城 之都 标杆城市 支点城市 节点城市 目的地城市 策源地城市 产业集群 产业带 走廊 廊道 高地 重地
    枢纽 门户 生活圈 服务圈 健身圈 都市圈 攻坚战 保卫战 规划 纲要 制度 直联点 示范项目 联合体 医共体
    工作法 支点 责任制 理念 陆港 科技城 科学城 综试区 综保区 案例 强镇
    """)
"""Endings of names that an office gives: programmes, pilots, titles a city holds or wants."""

GOVERNING = frozenset(
    _split("""
    不断 严控 严格 主动 举办 争创 争取 优化 依托 促进 保持 做优 做到 做大 做好 做强 健全 充分 兜牢 入选
    全力 全面 出台 切实 列入 创建 创新 初步 利用 制定 力争 办好 加力 加大 加强 加快 努力 化解 协同 压茬
    参与 发展 发挥 叫响 启动 吸引 围绕 坚定 坚持 培育 基本 塑造 增强 壮大 大力 奋力 学习 守牢 完善 完成
    实施 实现 巩固 布局 建好 建强 建成 建立 建设 开发 开展 开工 开行 开通 引导 引育 引进 弘扬 强化 强调
    形成 成为 成立 扎实 打响 打造 执行 扩大 承办 承接 把准 把握 抓住 抓好 拓展 持续 挺起 探索 推动 推广
    推行 推进 提出 提升 提质 提高 搭建 擦亮 支持 攻坚 整治 新增 晋位 晋升 普及 有序 有效 服务 构建 树牢
    树立 治理 消除 涵盖 深入 深化 激发 牢固 用好 申建 申报 盘活 着力 破解 确保 积极 稳步 突出 筑牢 纳入
    纵深 组建 织密 统筹 编制 联动 聚焦 荣膺 荣获 获批 获评 营造 落地 落实 融入 要求 覆盖 解决 谋划 谱写
    贯彻 跨入 践行 跻身 迈入 运用 进一步 迭代 释放 锚定 防范 高标准 高水平 高质量 鼓励
    """)
)
"""Verbs and adverbs that govern a name, and are no part of it, where they open a clause."""

CUTTING = frozenset(
    _split("""
    不断 与 为 举办 也 了 争创 于 从 以 使 依托 促进 做优 做大 做强 健全 入选 全市上下 全面 其 创建 加强
    加快 及 取得 各 同时 向 和 围绕 在 地 坚持 完善 完成 实施 实现 对 将 就 巩固 已 带动 并 建成 开展
    引领 强化 形成 得到 成为 成功 我们 我市 我省 打造 把 持续 推动 推进 支持 是 暨 更 最 有 构建 正式 每
    由 的 着 突破 等 组建 聚焦 荣获 获批 获评 落实 被 让 该 谱写 跻身 达到 这 进一步 都 锚定 首次
    """)
)
"""Words that no name runs over."""

FOLLOWING = frozenset(
    _split("""
    任务 优势 作用 力度 功能 发展 品牌 工作 布局 建设 成效 成果 改革 政策 水平 经验 能力 要求 规模 资金
    问题 项目
    """)
)
"""Nouns that often follow a name without being part of it."""

PARTS_OF_NAMES = ("示范", "试点", "先行", "标准", "规划")
"""What may follow 建设 inside a name."""
