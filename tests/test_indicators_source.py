"""The real indicators of this repository: each is proven by a figure, and the headline targets all belong to one."""

from __future__ import annotations

import pytest

from build_pages.compose import compose
from build_pages.indicators.series import read_series
from build_pages.model.edition import Edition
from build_pages.pages.headline import make_headline
from build_pages.source import read_source
from tests.publish import ROOT

pytestmark = pytest.mark.source


@pytest.fixture(scope="module")
def real() -> Edition:
    return compose(read_source(ROOT))


def test_every_indicator_has_a_value(real: Edition) -> None:
    assert not [id for id, values in read_series(real).items() if not values]


def test_the_headline_table_has_a_target_in_every_row(real: Edition) -> None:
    table = make_headline(real, "index.html")
    assert table and len(table.rows) == 7
    assert all(row.cells[n].words for row in table.rows for n, column in enumerate(table.columns) if column.newest)
