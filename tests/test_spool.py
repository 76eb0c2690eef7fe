"""``spool``: what is put aside is read again, in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_pages.spool import Spool


@given(st.lists(st.binary(max_size=20)))
def test_what_is_put_aside_is_read_again(pieces: list[bytes]) -> None:
    spool = Spool()
    places = [spool.put(piece) for piece in pieces]
    assert [spool.read(*place) for place in reversed(places)] == pieces[::-1]
    start, end = spool.put(b"late")  # behind all, wherever was read last
    assert (start, spool.read(start, end)) == (sum(map(len, pieces)), b"late")
