"""A folder served on this machine as GitHub Pages would: compressed before, cached by the browser; every byte counted.

A line of a phone can be put between: it is the server that waits, so that workers are slowed down as pages are.
"""

from __future__ import annotations

import gzip
import mimetypes
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Any
from urllib.parse import unquote, urlsplit

_SMALL = (".pf_meta", ".pf_index", ".pf_fragment", ".png", ".woff2")
"""Compressed already."""


@dataclass(frozen=True, slots=True)
class Line:
    """What lies between server and reader: seconds until an answer begins, bytes a second that all answers share."""

    latency: float
    rate: float


PHONE = Line(0.15, 1.6e6 / 8)
"""Slow 4G as Lighthouse has it: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md"""


@dataclass(slots=True)
class Served:
    """A running server: its address, the line before it, and the compressed bytes it sent, by path."""

    address: str
    line: Line | None = None
    sent: list[tuple[str, int]] = field(default_factory=list)
    free: float = 0
    """When the line is free again."""
    lock: Any = field(default_factory=Lock)

    def take(self, marker: str) -> int:
        """Bytes sent since it was last asked, for paths that hold a marker; forgets all."""
        with self.lock:
            total = sum(size for path, size in self.sent if marker in path)
            self.sent.clear()
        return total

    def send(self, path: str, size: int) -> None:
        """Note an answer, and wait as long as the line takes for it."""
        with self.lock:
            self.sent.append((path, size))
            if not self.line:
                return
            self.free = max(self.free, monotonic() + self.line.latency) + size / self.line.rate
            wait = self.free - monotonic()
        sleep(max(0, wait))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Readers leave while something is still under way: no word of that, but of everything else."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    with ThreadPoolExecutor() as pool:
        packed = pool.map(_pack, paths)
        bodies = dict(zip((f"/{path.relative_to(folder).as_posix()}" for path in paths), packed, strict=True))
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            path = f"{path}index.html" if path.endswith("/") else path
            body = bodies.get(path, b"")
            self.send_response(200 if body else 404)
            if body and not path.endswith(_SMALL):
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            served.send(path, len(body))
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


def _pack(file: Path) -> bytes:
    data = file.read_bytes()
    return data if file.suffix in _SMALL else gzip.compress(data, 6, mtime=0)
