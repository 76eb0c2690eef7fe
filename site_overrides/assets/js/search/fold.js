/* One spelling for queries and texts, by the same steps as build_pages/search/fold.py. */
(() => {
  "use strict";
  const MANY = 20000; // characters that are kept folded

  /** What folds a text: `fold` gives the folded string, `trace` also where in the text each character stood. */
  archiveSearch.makeFolding = ({ pairs, dropped }) => {
    const chars = [...pairs];
    const table = new Map();
    for (let n = 0; n < chars.length; n += 2) table.set(chars[n], chars[n + 1]);
    const out = new Set(dropped);
    const known = new Map();

    function foldCharacter(char) {
      let folded = known.get(char);
      if (folded === undefined) {
        folded = [...char.normalize("NFKC").toLowerCase()].map((c) => table.get(c) ?? c).filter((c) => !out.has(c));
        if (known.size > MANY) known.clear();
        known.set(char, folded);
      }
      return folded;
    }

    function trace(text) {
      const folded = [];
      const starts = [];
      const ends = [];
      let at = 0;
      for (const char of text) {
        for (const c of foldCharacter(char)) {
          folded.push(c);
          starts.push(at);
          ends.push(at + char.length);
        }
        at += char.length;
      }
      return { chars: folded, starts, ends };
    }

    /** The folded string alone, which is quicker. */
    function fold(text) {
      let folded = "";
      for (const char of text) for (const c of foldCharacter(char)) folded += c;
      return folded;
    }

    return { trace, fold };
  };
})();
