/* From the number of a unit to its document, its anchor and its text. */
(() => {
  "use strict";

  /** The number of the document a unit stands in. */
  function documentOf(manifest, unit) {
    let low = 0;
    let high = manifest.units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (manifest.first[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function readAnchors(joined) {
    let last = 0;
    return joined.split(" ").map((written) => {
      const match = /^([ps])(-?\d+)(.*)$/.exec(written);
      if (!match) return written;
      last += +match[2];
      return match[1] + last + match[3];
    });
  }

  const unfolded = new Map();

  async function readDocument(manifest, n) {
    const group = Math.floor(n / manifest.group);
    const rows = await archiveSearch.load(`documents/${group}`);
    const row = rows[n - group * manifest.group];
    if (!unfolded.has(n)) unfolded.set(n, { ...row, anchors: readAnchors(row.anchors) });
    return unfolded.get(n);
  }

  /** Where a unit stands: its document's row, its anchor, its address below the site, its rough length. */
  archiveSearch.placeOf = async (manifest, unit) => {
    const n = documentOf(manifest, unit);
    const row = await readDocument(manifest, n);
    const at = unit - manifest.first[n];
    const anchor = row.anchors[at];
    return {
      row, at, anchor, document: n, path: anchor ? `${row.path}#${anchor}` : row.path,
      kind: anchor ? (anchor[0] === "s" ? "heading" : "paragraph") : "head",
      length: 2 ** ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef".indexOf(row.sizes[at]) - 0.5),
    };
  };

  /** The text of a placed unit, its section and its figures (start, end, start, … in code points). */
  archiveSearch.textOf = async (place) => {
    let at = place.at;
    let n = 0;
    while (at >= place.row.cuts[n]) at -= place.row.cuts[n++];
    const shard = await archiveSearch.load(`texts/${place.row.id}-${n}`);
    const [text, section, figures] = shard.units[at];
    return { text, section: shard.sections[section], figures };
  };

  archiveSearch.documentOf = documentOf;
})();
