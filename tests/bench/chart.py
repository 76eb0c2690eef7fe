"""Growth as a picture: lines over two logarithmic axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 420, 56, 20, 190, 44
COLOURS = ("#1f5fa8", "#b3472f", "#3d7a3a", "#7a4fa3", "#8a6d1a", "#4a4a4a")
Points = Sequence[tuple[float, float]]


def draw_growth(lines: Mapping[str, Points]) -> str:
    """An SVG of named lines; a line of slope one is drawn as dots, for the eye."""
    xs = [log10(x) for points in lines.values() for x, _ in points]
    ys = [log10(y) for points in lines.values() for _, y in points if y > 0]
    left, right, low, high = floor(min(xs)), max(xs), floor(min(ys)), ceil(max(ys))
    wide, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def place(x: float, y: float) -> str:
        across = LEFT + (log10(x) - left) / (right - left or 1) * wide
        return f"{across:.1f},{TOP + (high - log10(y)) / (high - low or 1) * tall:.1f}"

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
             f'font-size="12"><rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>']  # fmt: skip
    for power in range(low, high + 1):
        y = place(10**left, 10**power).partition(",")[2]
        parts.append(f'<path d="M{LEFT},{y}H{LEFT + wide}" stroke="#ddd"/><text x="{LEFT - 6}" y="{y}" '
                     f'text-anchor="end" dominant-baseline="middle">{10**power:g}</text>')  # fmt: skip
    for x in sorted({x for points in lines.values() for x, _ in points}):
        across = place(x, 10**low).partition(",")[0]
        parts.append(f'<text x="{across}" y="{TOP + tall + 18}" text-anchor="middle">{x:g}</text>')
    parts.append(f'<text x="{LEFT + wide / 2}" y="{HEIGHT - 6}" text-anchor="middle">documents</text>')
    slope = " ".join(place(10**left * 10**n, 10**low * 10**n) for n in (0, min(high - low, right - left)))
    parts.append(f'<polyline points="{slope}" fill="none" stroke="#999" stroke-dasharray="1 5"/>')
    for n, (name, points) in enumerate(lines.items()):
        colour = COLOURS[n % len(COLOURS)]
        drawn = [place(x, y) for x, y in points if y > 0]
        parts.append(f'<polyline points="{" ".join(drawn)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a}" cy="{b}" r="3" fill="{colour}"/>' for a, b in (p.split(",") for p in drawn)]
        parts.append(f'<text x="{LEFT + wide + 14}" y="{TOP + 14 + 20 * n}" fill="{colour}">{escape(name)}</text>')
    return "\n".join((*parts, "</svg>\n"))
