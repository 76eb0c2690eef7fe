/* Where a folded string stands: covered by indexed grams whose places are joined by their offsets. */
(() => {
  "use strict";
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Uint8Array(128);
  [...DIGITS].forEach((digit, n) => (VALUE[digit.charCodeAt(0)] = n));
  const NONE = { positions: [], count: 0, complete: true };
  const MANY = 500; // lists and answers that are kept
  const lists = new Map();
  const phrases = new Map();

  /** The ascending numbers that build_pages/search/coding.py wrote as steps, counted from a base. */
  function decode(text, at, base, numbers) {
    let value = 0;
    let scale = 1;
    for (; at < text.length; at++) {
      const digit = VALUE[text.charCodeAt(at)];
      value += (digit & 31) * scale;
      if (digit < 32) {
        numbers.push((base += value));
        value = 0;
        scale = 1;
      } else scale *= 32;
    }
  }

  function shardOf(gram, shards) {
    let value = 0;
    for (const char of gram) value = (Math.imul(value, 31) + char.codePointAt(0)) >>> 0;
    return value % shards;
  }

  /** The places of a gram in all blocks: its positions, or those that are kept of a heavy one, and how many there are. */
  async function readList(gram, shards) {
    if (lists.has(gram)) return lists.get(gram);
    const [parts, { first, block }] = await Promise.all([archiveSearch.load(`grams/${shardOf(gram, shards)}`), archiveSearch.open()]);
    const list = { ...NONE, positions: [], unitCount: 0 };
    parts.forEach((part, n) => {
      const words = part.split(" ");
      for (let at = 0; at < words.length; at += 2) {
        if (words[at] !== gram) continue;
        const [, head, units, count] = /^((\d+)\.(\d+)\.)?/.exec(words[at + 1]);
        if (head) Object.assign(list, { complete: false, unitCount: list.unitCount + +units, count: list.count + +count });
        decode(words[at + 1], head?.length ?? 0, first[n * block], list.positions);
        break;
      }
    });
    if (list.complete) list.count = list.positions.length;
    if (lists.size > MANY) lists.clear();
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

  /** Positions of `one` from which some of `others` are `distance` characters away. */
  function join(one, others, distance) {
    const met = [];
    let n = 0;
    for (const position of one) {
      while (others[n] < position + distance) n += 1;
      if (others[n] === position + distance) met.push(position);
    }
    return met;
  }

  /** Positions by unit: the ascending positions of units, and the offsets in each. */
  function group(positions, { first, documents }) {
    const units = [];
    const starts = [];
    let n = 0;
    let end = -1;
    for (const position of positions) {
      if (position >= end) {
        while (position >= first[n + 1]) n += 1;
        const room = 2 ** documents.bits[n];
        units.push(position - ((position - first[n]) % room));
        starts.push([]);
        end = units[units.length - 1] + room;
      }
      starts[starts.length - 1].push(position - units[units.length - 1]);
    }
    return { units, starts };
  }

  async function findOnce(folded) {
    const { heavy, shards } = await archiveSearch.readManifest();
    const pieces = cover([...folded], heavy);
    const read = await Promise.all(pieces.map(({ gram }) => readList(gram, shards)));
    const [rarest, ...others] = pieces.map((piece, n) => ({ ...piece, ...read[n] })).sort((a, b) => a.count - b.count);
    if (!rarest) return { ...NONE, units: [], starts: [], unitCount: 0 };
    let { positions } = rarest;
    for (const { at, positions: there } of others) positions = join(positions, there, at - rarest.at);
    const found = group(rarest.at ? positions.map((position) => position - rarest.at) : positions, await archiveSearch.open());
    const { complete } = rarest;
    return { ...found, complete, count: complete ? positions.length : rarest.count, unitCount: complete ? found.units.length : rarest.unitCount };
  }

  /** The units in which a folded string stands, with its offsets there; `complete` is false for some of too many. */
  archiveSearch.find = (folded) => {
    if (!phrases.has(folded)) {
      if (phrases.size > 4 * MANY) phrases.clear();
      const found = findOnce(folded);
      found.catch(() => phrases.delete(folded));
      phrases.set(folded, found);
    }
    return phrases.get(folded);
  };
})();
