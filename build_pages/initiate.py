"""A new, empty archive."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_pages.model.problem import Problem, SourceError

_FILES = {
    "source/archive.yml": (
        'title: 政策文献\nsubtitle: ""\nenglish: Policy Documents\n'
        "lead: 政府工作报告、讲话与决议，逐字校订、逐条注解；不是官方网站，文件以原件为准。\n"
        'place: ""\nrepository: ""\nexamples: []\n'
    ),
    "source/received.yml": "",
    "source/missing.yml": "",
    "source/pages/about.md": "# 关于\n\n这里说明本库收什么、不收什么，由谁维护。\n",
    "source/pages/guide.md": "# 读法\n\n这里说明这类文件怎样读：标注、限定语与数字的意思。\n",
    "source/pages/method.md": "# 方法\n\n这里说明文本怎样收到、校订、注解，有哪些局限。\n",
}
# what holds for the genre and not for one archive starts as it is here
_GENERAL = ("themes.yml", "everyday.yml")
_SOURCE = Path(__file__).resolve().parent.parent / "source"
_FOLDERS = ("received", "documents", "rulings", "glossary/terms", "glossary/people", "glossary/bodies", "pages")


def initiate(folder: Path) -> None:
    """Write the files of an empty archive below ``folder``; raises SourceError where there is one already."""
    if (folder / "source").exists():
        raise SourceError(
            [Problem(f"{folder}/source", 1, "N001", "choose another folder: this one already holds an archive")]
        )
    for name in _FOLDERS:
        (folder / "source" / name).mkdir(parents=True)
    for name, text in _FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in _GENERAL:
        if (_SOURCE / name).exists():
            shutil.copyfile(_SOURCE / name, folder / "source" / name)
