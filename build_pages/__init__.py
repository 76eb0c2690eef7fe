"""From received documents to the Markdown and the open data of a published archive.

    write(render(plan(compose(read("source")))))

``source`` reads records from disk; ``edit`` applies the repairs on record; ``split`` finds sections and paragraphs;
``find`` marks what might be a mention; ``settle`` decides which mentions stand; ``compose`` gathers everything into one
Edition; ``plan`` says which pages and data files there are; ``render`` writes their text; ``write`` puts on disk what
changed. Everything between ``source`` and ``write`` is pure. ARCHITECTURE.md has the map.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's threads, of no use here, make it unsafe to fork
