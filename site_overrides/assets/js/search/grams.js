/* Where a folded string stands: covered by indexed grams whose places are joined by their offsets. */
(() => {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map([...DIGITS].map((digit, n) => [digit.charCodeAt(0), n]));
  const NONE = { units: [], starts: [], count: 0, complete: true };
  const lists = new Map();
  const phrases = new Map();

  /** The occurrences that build_pages/search/coding.py wrote: ascending units, and the offsets in each. */
  function decode(text, at = 0) {
    const units = [];
    const starts = [];
    let count = 0;
    const next = () => {
      let value = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = VALUE.get(text.charCodeAt(at++));
        value += (digit & 31) * 2 ** shift;
        if (digit < 32) return value;
      }
    };
    for (let unit = -1; at < text.length; ) {
      const head = next();
      unit += head >> 1;
      const here = new Array(head & 1 ? next() : 1);
      let offset = 0;
      for (let n = 0; n < here.length; n++) here[n] = offset += next();
      units.push(unit);
      starts.push(here);
      count += here.length;
    }
    return { units, starts, count, complete: true };
  }

  function shardOf(gram, shards) {
    let value = 0;
    for (const char of gram) value = (Math.imul(value, 31) + char.codePointAt(0)) >>> 0;
    return value % shards;
  }

  async function readList(gram, manifest) {
    if (lists.has(gram)) return lists.get(gram);
    const shard = await archiveSearch.load(`grams/${shardOf(gram, manifest.shards)}`);
    const text = Object.hasOwn(shard, gram) ? shard[gram] : undefined;
    let list = NONE;
    if (text !== undefined) {
      const head = /^(\d+) (\d+) /.exec(text);
      list = decode(text, head ? head[0].length : 0);
      if (head) list = { ...list, complete: false, unitCount: +head[1], count: +head[2] };
    }
    if (lists.size > 500) lists.clear();
    lists.set(gram, list);
    return list;
  }

  /** Light grams that together cover the characters, with their offsets; or the one heavy gram that they are. */
  function cover(chars, heavy) {
    const isHeavy = (from, to) => heavy[to - from - 1]?.has(chars.slice(from, to).join("")) ?? false;
    const pieces = [];
    for (let at = 0; at < chars.length; ) {
      let from = at;
      let to = at + 1;
      while (isHeavy(from, to)) {
        if (to < chars.length) to += 1;
        else if (from > 0) from -= 1;
        else return [{ gram: chars.join(""), at: 0 }];
      }
      pieces.push({ gram: chars.slice(from, to).join(""), at: from });
      at = to;
    }
    return pieces;
  }

  /** Occurrences of `one` at which `other` stands `distance` characters on. */
  function join(one, other, distance) {
    const units = [];
    const starts = [];
    let count = 0;
    for (let i = 0, j = 0; i < one.units.length && j < other.units.length; ) {
      if (one.units[i] < other.units[j]) i += 1;
      else if (one.units[i] > other.units[j]) j += 1;
      else {
        const there = new Set(other.starts[j]);
        const here = one.starts[i].filter((start) => there.has(start + distance));
        if (here.length) {
          units.push(one.units[i]);
          starts.push(here);
          count += here.length;
        }
        i += 1;
        j += 1;
      }
    }
    return { units, starts, count, complete: true };
  }

  const shift = (list, by) => (by ? { ...list, starts: list.starts.map((here) => here.map((s) => s - by)) } : list);

  async function findOnce(folded) {
    const manifest = await archiveSearch.open();
    const pieces = cover([...folded], manifest.heavy);
    if (!pieces.length) return NONE;
    const read = await Promise.all(pieces.map(({ gram }) => readList(gram, manifest)));
    const order = pieces.map((piece, n) => ({ ...piece, list: read[n] })).sort((a, b) => a.list.count - b.list.count);
    let found = order[0].list;
    for (const { at, list } of order.slice(1)) found = join(found, list, at - order[0].at);
    return { unitCount: found.units.length, ...shift(found, order[0].at) };
  }

  /** The units in which a folded string stands, with its offsets there; `complete` is false for the best of too many. */
  archiveSearch.find = (folded) => {
    if (!phrases.has(folded)) {
      if (phrases.size > 2000) phrases.clear();
      const found = findOnce(folded);
      found.catch(() => phrases.delete(folded));
      phrases.set(folded, found);
    }
    return phrases.get(folded);
  };
  archiveSearch.decode = decode;
  archiveSearch.shardOf = shardOf;
})();
