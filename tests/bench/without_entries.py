"""A hook that leaves the pages of entries out of a build, to see what marking alone costs."""

from build_pages import pages

if not hasattr(pages, "entry_pages"):
    raise SystemExit(
        "build_pages.pages no longer plans entries' pages: let without_entries.py leave them out elsewhere"
    )
pages.entry_pages = lambda *_: ()
