/* “您要找的是…”: entries by name, other names, English, pinyin, initials and role; indicators by their everyday names. */
(() => {
  "use strict";
  const MOST = 5;

  const wordsOf = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

  function byEnglish(tokens, english) {
    const words = wordsOf(english);
    const hit = (token, n) => words.some((w) => w === token || (n === tokens.length - 1 && token.length > 2 && w.startsWith(token)));
    return tokens.length && tokens.every(hit) ? 50 + (20 * tokens.length) / Math.max(words.length, tokens.length) : 0;
  }

  function bySpelling(typed, spellings) {
    if (typed.length < 2) return 0;
    if (spellings.includes(typed)) return 90;
    return typed.length > 3 && spellings.some((s) => s.startsWith(typed)) ? 45 : 0;
  }

  function byName(folded, names) {
    let best = 0;
    for (const name of names) {
      if (name.length < 2) continue;
      if (name === folded) return 100;
      if (folded.length > 1 && name.startsWith(folded)) best = Math.max(best, 60 + folded.length / name.length);
      else if (folded.length > 1 && name.includes(folded)) best = Math.max(best, 40 + folded.length / name.length);
      else if (folded.includes(name)) best = Math.max(best, 50 + name.length);
    }
    return best;
  }

  /** The entries a query may mean, best first: [{entry, number, score}]. */
  archiveSearch.matchEntries = (query, { lexicon, latin, folding, names }, most = MOST) => {
    const folded = folding.fold(query);
    const typed = query.toLowerCase().replace(/[^a-z0-9]/g, "");
    const tokens = latin ? wordsOf(query) : [];
    const found = [];
    lexicon.entries.forEach((entry, number) => {
      const [english, ...spellings] = latin ? latin.entries[number] : [""];
      const role = folded.length > 1 && (entry.roles ?? []).some((r) => folding.fold(r).includes(folded)) ? 55 : 0;
      const score = Math.max(byName(folded, names[number]), role, latin ? bySpelling(typed, spellings) : 0, byEnglish(tokens, english));
      if (score) found.push({ entry, number, score });
    });
    found.sort((a, b) => b.score - a.score || (b.entry.count ?? 0) - (a.entry.count ?? 0) || a.number - b.number);
    return found.slice(0, most);
  };

  /** Indicators whose name or words the query names, or whose official words its everyday ones stand for. */
  archiveSearch.matchIndicators = (query, { lexicon, folding, dictionary }) => {
    const folded = folding.fold(query);
    const asked = [folded, ...(dictionary.get(folded)?.others ?? []).slice(0, 4).map((other) => other.text)].filter((text) => text.length > 1);
    const closeness = (one) => Math.max(...[one.name, ...one.words].map((word) => {
      const name = folding.fold(word);
      const at = asked.findIndex((text) => name.includes(text) || (name.length > 2 && text.includes(name)));
      return at < 0 ? 0 : 1 / (1 + at) + (name === asked[at] ? 1 : 0) + Math.min(asked[at].length, name.length) / name.length / 10;
    }));
    const rows = lexicon.indicators.map((one, number) => ({ one, number, score: closeness(one) })).filter((row) => row.score > 0);
    return rows.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, 3).map((row) => row.one);
  };

  const pairsOf = (text) => new Set([...text].slice(1).map((char, n) => [...text][n] + char));

  /** The names closest to a query that was not found, by shared pairs of characters. */
  archiveSearch.nearest = (query, { lexicon, folding, names }) => {
    const wanted = pairsOf(folding.fold(query).slice(0, 40));
    const single = new Set(folding.fold(query).slice(0, 40));
    const rows = lexicon.entries.map((entry, number) => {
      const score = Math.max(...names[number].map((name) => {
        const own = pairsOf(name);
        const shared = [...own].filter((pair) => wanted.has(pair)).length;
        const characters = [...new Set(name)].filter((char) => single.has(char)).length;
        return (2 * shared + 0.5 * characters) / (own.size + wanted.size + 1);
      }));
      return { entry, number, score };
    });
    return rows.filter((row) => row.score > 0.2).sort((a, b) => b.score - a.score || a.number - b.number).slice(0, MOST);
  };
})();
