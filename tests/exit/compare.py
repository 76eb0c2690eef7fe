"""Is the way out open? The same generated tree built by MkDocs, ProperDocs and Zensical: pages, ids, links and words.

``python -m tests.exit.compare`` builds all three below ``.cache/exit`` (each builder in an environment of its own),
prints what differs from MkDocs' site, and ends with status 1 if anything does. No hook runs: only the tree, the
configuration and the overrides of the theme are tried.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import html
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / ".cache/exit"
MATERIAL = "mkdocs-material==9.8.1"
BUILDERS = {"properdocs": ("properdocs==1.6.7", MATERIAL), "zensical": ("zensical==0.0.73",)}
"""What is tried ▸ what its environment holds. Zensical brings a theme of its own."""
THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "search.json", "sitemap.xml", "404.html")
"""Where files of a builder and its theme lie."""
SHOWN = 5
"""How many differences of a sort are printed."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says, whatever the frame around it: its title, and ids, links and words of its article in order."""

    title: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    words: tuple[str, ...]


def main() -> int:
    """Build and compare; the status."""
    PLACE.mkdir(parents=True, exist_ok=True)
    docs = PLACE / "docs"
    _run(sys.executable, "-m", "build_pages", "build", "--root", str(ROOT), "--out", str(docs))
    own = _build("mkdocs", sys.executable, "-m", "mkdocs")
    status = 0
    for name, packages in BUILDERS.items():
        command = _environment(name, packages) / name
        try:
            built = _build(name, str(command))
        except subprocess.CalledProcessError as error:
            status = 1
            print(f"{name}: does not build with our overrides, so with its own theme: {_last_line(error.output)}")
            built = _build(name, str(command), overrides=False)
            differences = [one for one in compare(own, built) if ": assets/" not in one]
        else:
            differences = list(compare(own, built))
        status = status or bool(differences)
        print(f"{name}: {len(list(built.rglob('*.html')))} pages, {len(differences)} differences from MkDocs' site")
        for line in _few(differences):
            print(f"  {line}")
    return status


def compare(own: Path, other: Path) -> Iterator[str]:
    """Each difference of the site in ``other`` from that in ``own``: ``sort: file: what``."""
    mine, theirs = _files(own), _files(other)
    for name in sorted(mine ^ theirs):
        yield f"{'missing' if name in mine else 'more'}: {name}"
    for name in sorted(mine & theirs):
        if name.endswith(".html"):
            one, two = read_content(own / name), read_content(other / name)
            for part in Content.__slots__:
                if getattr(one, part) != getattr(two, part):
                    yield f"{part}: {name}: {_first_difference(getattr(one, part), getattr(two, part))}"
        elif (own / name).read_bytes() != (other / name).read_bytes():
            yield f"bytes: {name}"


def read_content(path: Path) -> Content:
    """The content of a page; ids that begin with two underscores are the theme's."""
    tree: Any = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    article = next(iter(tree.xpath("//article")), tree)
    for ours in article.find_class("address"):  # of the overrides, for print
        ours.drop_tree()
    return Content(
        str(tree.xpath("string(//title)")).strip(),
        tuple(id for id in article.xpath(".//@id") if not id.startswith("__")),
        tuple(article.xpath(".//@href | .//@src | .//@action")),
        tuple(str(article.text_content()).split()),
    )


def _files(site: Path) -> set[str]:
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {name for name in names if not name.startswith(THEIRS)}


def _first_difference(one: Any, other: Any) -> str:
    if isinstance(one, str):
        return f"{one!r}, not {other!r}"
    less, more = Counter(one) - Counter(other), Counter(other) - Counter(one)
    return f"without {list(less)[:3]}, with {list(more)[:3]}" if less or more else "in another order"


def _few(lines: list[str]) -> Iterator[str]:
    """The first lines of each sort, and how many more there are."""
    for sort, count in Counter(line.partition(":")[0] for line in lines).items():
        yield from [line for line in lines if line.startswith(f"{sort}:")][:SHOWN]
        if count > SHOWN:
            yield f"{sort}: {count - SHOWN} more"


def _build(name: str, *command: str, overrides: bool = True) -> Path:
    """Build the tree with one builder, with our overrides of the theme or with the builder's own."""
    config = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for ours in ("hooks", "watch"):
        config.pop(ours, None)
    config |= {"docs_dir": "docs", "site_dir": name}
    if overrides:
        config["theme"]["variant"] = "classic"  # Zensical's name for the looks of Material; others ignore it
        config["theme"]["custom_dir"] = os.path.relpath(ROOT / config["theme"]["custom_dir"], PLACE)
    else:
        config["theme"] = {"name": "material", "language": "zh", "font": False}
    path = PLACE / f"{name}.yml"
    path.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    _run(*command, "build", "--clean", "-f", str(path))
    return PLACE / name


def _environment(name: str, packages: tuple[str, ...]) -> Path:
    """The folder of programs of an environment that holds ``packages``; made once for the same packages."""
    folder = PLACE / f"venv-{name}"
    made = folder / "packages"
    if not made.is_file() or made.read_text() != " ".join(packages):
        venv.create(folder, clear=True, with_pip=True)
        _run(str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
        made.write_text(" ".join(packages))
    return folder / "bin"


def _run(*command: str) -> None:
    """Run a command in the repository; raises CalledProcessError with what it said."""
    try:
        subprocess.run(
            command, cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        error.add_note(error.output)
        raise


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]


if __name__ == "__main__":
    sys.exit(main())
