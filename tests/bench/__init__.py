"""``make bench``: what building, serving and searching cost, beside what others cost in the same run.

``words`` and ``invented`` (or ``drawn``, from a folder of real texts) give sentences and formulations; ``archive``
writes them as a source, ``plain`` as the Markdown that other generators read; ``peers`` installs these; ``measure``
runs and weighs a command; the ``table_…`` modules run what one table needs; ``report`` writes ``RESULTS.md``.
"""
