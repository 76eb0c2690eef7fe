"""Taking files in: bytes kept, readings made, records written, or nothing at all."""

from __future__ import annotations

import hashlib
import io
import tempfile
import zipfile
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_pages.build import build, check
from build_pages.initiate import initiate
from build_pages.intake import take_in
from build_pages.intake.reading import read_received
from build_pages.model.problem import SourceError

REPORT = "2031年江城市政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请提出意见。\n"
PAGE = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>江城政府网</title><script>alert(1)</script></head>
<body><div class="nav"><a href="/">首页</a></div><h1>江城市政府工作报告</h1><div id="zoom"><p>　　各位代表：</p>
<p>现在，我代表市人民政府，向大会报告工作，
请予审议，并请各位政协委员提出意见。PM<sub>2.5</sub>下降。</p><table><tr><th>指标</th><th>数值</th></tr><tr><td>总产值</td><td>1.5万亿元</td></tr>
</table></div><div class="footer">版权所有</div></body></html>"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    initiate(tmp_path / "archive")
    return tmp_path / "archive"


def held(archive: Path) -> dict[str, bytes]:
    return {p.relative_to(archive).as_posix(): p.read_bytes() for p in archive.rglob("*") if p.is_file()}


def word(*lines: str, cells: tuple[str, str] = ("指标", "数值")) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = cells
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_bytes_are_kept_and_listed(archive: Path, tmp_path: Path) -> None:
    data = ("\ufeff" + REPORT.replace("\n", "\r\n")).encode()
    (tmp_path / "report.txt").write_bytes(data)
    said = list(take_in(archive, [tmp_path / "report.txt"]))
    assert held(archive)["source/received/report.txt"] == data
    listed = yaml.safe_load((archive / "source/received.yml").read_text(encoding="utf-8"))
    assert [(file["file"], file["sha256"]) for file in listed] == [("report.txt", hashlib.sha256(data).hexdigest())]
    assert said[0] == "source/received/report.txt: UTF-8 with BOM, 4 lines"


def test_a_second_import_adds_to_the_first(archive: Path, tmp_path: Path) -> None:
    for name, year in (("a.txt", "2031"), ("b.txt", "2031")):
        (tmp_path / name).write_text(REPORT.replace("2031", year) + name, encoding="utf-8")
        list(take_in(archive, [tmp_path / name]))
    listed = yaml.safe_load((archive / "source/received.yml").read_text(encoding="utf-8"))
    assert [file["file"] for file in listed] == ["a.txt", "b.txt"]
    ids = sorted(path.stem for path in (archive / "source/documents").glob("*.yml"))
    assert ids == ["2031-jiangcheng-government-work-report", "2031-jiangcheng-government-work-report-2"]


def test_word_and_web_pages_get_a_reading(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word("江城市政府工作报告", "各位代表：", "我代表市人民政府向大会报告工作。"))
    (tmp_path / "b.html").write_bytes(PAGE.encode("gb18030"))
    list(take_in(archive, [tmp_path / "a.docx", tmp_path / "b.html"]))
    made = held(archive)
    assert made["source/received/a.docx.txt"].decode().split("\n")[:4] == [
        "江城市政府工作报告", "各位代表：", "我代表市人民政府向大会报告工作。", "指标\t数值",
    ]  # fmt: skip
    page = made["source/received/b.html.txt"].decode()
    assert "请予审议" in page and "PM2.5下降" in page and "总产值\t1.5万亿元" in page and "# 江城市政府工作报告" in page
    assert "，请予" in page and not any(chrome in page for chrome in ("首页", "版权", "alert"))


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (70 << 20))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("bomb.docx", bomb(), "I002"),
        ("broken.docx", b"PK\x03\x04word/", "I007"),
        ("empty.docx", word(cells=("", "")), "I001"),
        ("scripts.html", b"<html><script>alert(1)</script></html>", "I001"),
        ("blank.txt", b"\n", "I001"),
        (".hidden.txt", REPORT.encode(), "I009"),
    ],
)
def test_nothing_is_written_for_a_bad_file(archive: Path, tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    before = held(archive)
    with pytest.raises(SourceError) as refused:
        list(take_in(archive, [tmp_path / "good.txt", tmp_path / name]))
    assert [problem.code for problem in refused.value.problems] == [code]
    assert held(archive) == before


def test_links_folders_and_the_same_bytes_are_refused(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "folder/link.txt").symlink_to(tmp_path / "a.txt")
    files = ["a.txt", "b.txt", "folder", "folder/link.txt", "none.txt"]
    with pytest.raises(SourceError) as refused:
        list(take_in(archive, [tmp_path / file for file in files]))
    codes = {Path(problem.path).name: problem.code for problem in refused.value.problems}
    assert codes == {"b.txt": "I010", "folder": "I008", "link.txt": "I008", "none.txt": "I008"}


def test_a_path_upwards_keeps_only_its_last_name(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    list(take_in(archive, [archive / ".." / "a.txt"]))
    assert "source/received/a.txt" in held(archive)


def test_a_folder_that_leads_out_of_the_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    for path in (archive / "source/received", archive / "source/documents"):
        if path.is_dir():
            for inside in path.iterdir():
                inside.unlink()
            path.rmdir()
    (archive / "source/received").symlink_to(tmp_path / "outside")
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    with pytest.raises(SourceError):
        list(take_in(archive, [tmp_path / "a.txt"]))
    assert not list((tmp_path / "outside").iterdir())


@given(st.binary(max_size=300), st.sampled_from(["a.docx", "a.html", "a.txt"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_fuzzed_files_never_crash(data: bytes, name: str) -> None:
    try:
        assert read_received(data, name).text.strip()
    except SourceError as refused:
        assert refused.problems


LINES = st.lists(
    st.text("市长各位代表：，。；！“”+ 　\t一二三（）1234567890.,%#*—工作报告增长到达年月日", max_size=60),
    min_size=1,
    max_size=12,
)


@given(LINES, st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
def test_what_is_imported_is_published_byte_for_byte(lines: list[str], codec: str) -> None:
    data = ("各位代表：现在，我向大会报告工作，请予审议。\n" + "\n".join(lines)).encode(codec)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "archive"
        initiate(root)
        (Path(folder) / "a.txt").write_bytes(data)
        list(take_in(root, [Path(folder) / "a.txt"]))
        build(root, root / "out")
        assert (root / "out/received/a.txt").read_bytes() == data
        assert not [problem for problem in check(root) if problem.code.startswith("A")]
