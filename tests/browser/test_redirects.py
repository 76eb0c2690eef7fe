"""Old addresses in Chromium: a page that moved leads on, with its fragment where scripts run, and from a folder too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import CORPUS
from tests.publish import copy_repository, publish

REPORT = "documents/2031-01-12-work-report.html"
REDIRECTS = f"""
- {{from: documents/old.html, to: {REPORT}, why: 改了编号}}
- {{from: documents/old.html#p70, to: {REPORT}#p17, why: 改了编号}}
- {{from: {REPORT}#p11, to: {REPORT}#p12, why: 两段合为一段}}
- {{from: documents/gone.html, why: 不应收入}}
"""


@pytest.fixture(scope="module")
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented archive with redirects, as MkDocs publishes it."""
    repository = copy_repository(tmp_path_factory.mktemp("moved"), CORPUS / "source")
    (repository / "source/redirects.yml").write_text(REDIRECTS, encoding="utf-8")
    folder = tmp_path_factory.mktemp("moved-site")
    done = publish(repository, folder)
    assert done.returncode == 0, done.stdout[-2000:]
    return folder


@pytest.mark.browser
@pytest.mark.parametrize(
    ("old", "script", "new"),
    [
        ("documents/old.html", True, REPORT),
        ("documents/old.html", False, REPORT),
        ("documents/old.html#p8", True, f"{REPORT}#p8"),
        ("documents/old.html#p70", True, f"{REPORT}#p17"),
        ("documents/old.html#%E6%8F%90", True, f"{REPORT}#%E6%8F%90"),
        ("documents/gone.html#p8", True, "documents/gone.html#p8"),
    ],
)
def test_an_old_address_leads_on(old: str, script: bool, new: str, moved_site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{moved_site.as_uri()}/{old}")
    page.wait_for_url(f"{moved_site.as_uri()}/{new}", timeout=5_000)
    assert not complaints
    context.close()


@pytest.mark.browser
def test_an_old_fragment_stands_at_the_text(moved_site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{moved_site.as_uri()}/{REPORT}#p11")
    offset = "document.getElementById('p12').getBoundingClientRect().top"
    assert 0 <= page.evaluate(offset) < page.viewport_size["height"]  # type: ignore[index]
    page.close()
