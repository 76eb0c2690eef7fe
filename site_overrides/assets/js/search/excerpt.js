/* The words around a hit, with the hit marked; the text itself stays as it is. */
(() => {
  "use strict";
  const WIDTH = 100;
  const BEFORE = 34;

  function occurrences(chars, term) {
    const wanted = [...term];
    const found = [];
    for (let at = 0; at + wanted.length <= chars.length; at++) {
      if (wanted.every((char, n) => chars[at + n] === char)) found.push([at, at + wanted.length]);
    }
    return found;
  }

  /** Stretches of a text (UTF-16 offsets, in order, not touching) in which folded terms stand. */
  function spansOf(text, terms, folding) {
    const { chars, starts, ends } = folding.trace(text);
    const spans = terms.filter(Boolean).flatMap((term) => occurrences(chars, term)).map(([from, to]) => [starts[from], ends[to - 1]]);
    const merged = [];
    for (const [from, to] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return merged;
  }

  /** Where to begin: at the sentence, if that leaves the hit in view, else a little before it. */
  function beginning(text, hit) {
    const sentence = Math.max(...["。", "；", "！", "？"].map((stop) => text.lastIndexOf(stop, hit - 1))) + 1;
    if (hit - sentence <= BEFORE + 14) return sentence;
    const comma = text.lastIndexOf("，", hit - 1) + 1;
    return hit - comma <= BEFORE ? comma : hit - BEFORE;
  }

  /** A stretch of the text around its first hit as [{text, mark}], with … where it is cut. */
  archiveSearch.excerpt = (text, terms, folding, width = WIDTH) => {
    const spans = spansOf(text, terms, folding);
    const first = spans[0] ?? [0, 0];
    const from = text.length <= width ? 0 : beginning(text, first[0]);
    const to = Math.min(text.length, Math.max(from + width, first[1] + 10));
    const parts = from > 0 ? [{ text: "…" }] : [];
    let at = from;
    for (const [start, end] of spans) {
      if (end <= from || start >= to) continue;
      if (start > at) parts.push({ text: text.slice(at, start) });
      parts.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), mark: true });
      at = Math.min(end, to);
    }
    if (at < to) parts.push({ text: text.slice(at, to) });
    if (to < text.length) parts.push({ text: "…" });
    return { parts, from, to, spans };
  };
})();
