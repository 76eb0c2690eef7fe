/* Which paragraphs answer a query, best first: those with its very characters, then those with its words. */
(() => {
  "use strict";
  const MOST = 50; // hits by words that are listed
  const SHOWN = 10; // hits whose words are shown at once
  const LISTED = 500; // hits that are listed at all
  const LONGEST = 120; // characters of a query that are looked for as they stand
  const NEAR = 40; // characters within which two words belong together

  const rarity = (units, total) => Math.log(1 + total / (units + 1));
  const often = (times) => (2.2 * times) / (times + 1.2);
  const brevity = (length) => 1 / (0.7 + (0.3 * length) / 200);

  /** Whether a document passes the reader's filters. */
  function makeFilter(manifest, { kind, year, speaker }) {
    const kindOf = kind ? manifest.words.kind.indexOf(kind) : -1;
    const speakerOf = speaker ? manifest.words.speaker.indexOf(speaker) : -1;
    return (unit) => {
      if (!kind && !year && !speaker) return true;
      const n = archiveSearch.documentOf(manifest, unit);
      const { documents } = manifest;
      return (!kind || documents.kind[n] === kindOf) && (!speaker || documents.speaker[n] === speakerOf) && (!year || documents.date[n].startsWith(year));
    };
  }

  const cut = (text, folding) => [...folding.fold(text)].slice(0, LONGEST).join("");

  /** Begin to fetch what the answer to a query will rest on. */
  archiveSearch.begin = (query) => {
    const files = ["documents", "lexicon"].map(archiveSearch.load); // on their way while the manifest is read
    const found = archiveSearch.readManifest().then(({ folding }) => archiveSearch.find(cut(query, folding)));
    for (const begun of [...files, found]) begun.catch(() => {}); // the answer will say
  };

  /** The units with the characters of the query as it stands, or with its numbers written another way. */
  async function findExact(query, manifest, passes) {
    const variants = archiveSearch.writeNumbers(query).map((text) => cut(text, manifest.folding));
    const hits = new Map();
    const count = { units: 0, places: 0, complete: true };
    for (const [n, folded] of [...new Set(variants)].entries()) {
      if (!folded) continue;
      const found = await archiveSearch.find(folded);
      count.complete &&= found.complete;
      if (!found.complete) Object.assign(count, { units: count.units + found.unitCount, places: count.places + found.count });
      found.units.forEach((unit, i) => {
        if (!passes(unit)) return;
        if (found.complete) count.places += found.starts[i].length;
        const times = found.starts[i].length + (hits.get(unit)?.times ?? 0);
        const terms = [...(hits.get(unit)?.terms ?? []), folded];
        if (found.complete && !hits.has(unit)) count.units += 1;
        hits.set(unit, { unit, times, terms, match: "exact", score: often(times) * (n ? 0.5 : 1) });
      });
    }
    return { hits: [...hits.values()], count };
  }

  /** For one word of the question: unit ▸ how well it answers, with the wording that does and where it stands. */
  async function weighWord(wordings, total) {
    const found = await Promise.all(wordings.map(({ text }) => archiveSearch.find(text)));
    const answers = new Map();
    found.forEach((list, n) => {
      const { text, weight } = wordings[n];
      const rare = weight * rarity(list.unitCount, total);
      list.units.forEach((unit, i) => {
        const score = rare * often(list.starts[i].length);
        const before = answers.get(unit) ?? { score: 0 };
        const [more, less] = score > before.score ? [score, before.score] : [before.score, score];
        answers.set(unit, { score: more + 0.15 * less, text: more === score ? text : before.text, at: more === score ? list.starts[i][0] : before.at });
      });
    });
    return answers;
  }

  /** A word with its answers; where it has none, its kin's or those of its parts. */
  async function answerWord(word, total, folding) {
    const size = Math.min(4, [...word.text].length);
    const answers = await weighWord([{ text: word.text, weight: 1 }, ...word.others], total);
    if (answers.size) return [{ size, answers }];
    const akin = await weighWord(word.kin, total);
    if (akin.size) return [{ size, answers: akin }];
    const parts = archiveSearch.splitWord(word).map((part) => folding.fold(part)).filter((part) => part && part !== word.text);
    return Promise.all(parts.map(async (text) => ({ size: size / parts.length, answers: await weighWord([{ text, weight: 0.6 }], total) })));
  }

  /** The units that answer the words of a question, those that cover more of it first. */
  async function findRelated(words, manifest, passes) {
    const answered = (await Promise.all(words.map((word) => answerWord(word, manifest.units, manifest.folding)))).flat();
    const whole = answered.reduce((sum, { size, answers }) => sum + (answers.size ? size : 0), 0);
    const hits = new Map();
    for (const { size, answers } of answered) {
      for (const [unit, { score, text, at }] of answers) {
        if (!passes(unit)) continue;
        const hit = hits.get(unit) ?? { unit, score: 0, covered: 0, terms: [], ats: [], match: "related" };
        const near = hit.ats.some((other) => Math.abs(other - at) < NEAR);
        hit.score += near ? 1.5 * score : score;
        hit.covered += size / whole;
        hit.ats.push(at);
        hit.terms.push(text);
        hits.set(unit, hit);
      }
    }
    const best = [...hits.values()];
    for (const hit of best) hit.score *= 0.2 + 0.8 * hit.covered ** 1.5;
    return best;
  }

  /** The best hits with their places, which weigh in by kind and length. */
  function place(hits, manifest, order, most) {
    const { date } = manifest.documents;
    const newest = (a, b) => b.unit - a.unit;
    const byDate = (a, b) => (date[a.document] === date[b.document] ? a.unit - b.unit : date[a.document] < date[b.document] ? 1 : -1);
    const weighed = hits.map((hit) => {
      const rough = archiveSearch.roughPlaceOf(manifest, hit.unit);
      return { ...hit, document: rough.document, score: hit.score * weighPlace(rough) };
    });
    weighed.sort(order === "time" ? byDate : (a, b) => b.score - a.score || newest(a, b));
    return weighed.slice(0, most).map((hit) => ({ ...hit, place: archiveSearch.placeOf(manifest, hit.unit) }));
  }

  /** Of hits for a query that folding may have met in another spelling, those that have it character for character first. */
  async function literalFirst(hits, query, manifest) {
    const { folding, heavy } = manifest;
    const some = heavy.length ? SHOWN : LISTED; // of a large archive only the texts that are shown anyway
    const first = hits.slice(0, some);
    const folded = folding.fold(query);
    if (folded === query && !/\d/.test(folded)) return hits;
    const texts = await Promise.all(first.map((hit) => archiveSearch.textOf(hit.place, manifest)));
    const literal = texts.map(({ text }) => text.includes(query));
    const others = first.filter((_, n) => !literal[n]).map((hit) => ({ ...hit, match: "folded" }));
    return [...first.filter((_, n) => literal[n]), ...others, ...hits.slice(some)];
  }

  const weighPlace = ({ kind, length }) => (kind === "paragraph" ? brevity(length) : kind === "heading" ? 0.9 : 0.6);

  /** The words of a query; one in Latin letters that is no known word is what the entries of that name are called. */
  function readQuestion(query, { manifest, dictionary, latin, lexicon, entries }) {
    const typed = query.toLowerCase().replace(/[^a-z0-9]/g, "");
    const spelled = latin && Object.hasOwn(latin.everyday, typed) ? latin.everyday[typed] : undefined;
    const words = archiveSearch.readWords(spelled ?? query, dictionary, manifest.folding);
    const named = entries.filter(({ score }) => score >= 45);
    if (!latin || /\p{Script=Han}/u.test(query) || words.some((word) => word.others.length) || !named.length) return words;
    const others = named.flatMap(({ entry, score }) =>
      [entry.name, ...(entry.forms ?? [])].map((name) => ({ text: manifest.folding.fold(name), weight: score / 100 })));
    return [{ text: manifest.folding.fold(query), raw: query, others, kin: [] }];
  }

  /** Everything that is found for a query. `related` is asked for where the characters of the query stand nowhere, or
   * where the whole query is a word with other wordings (`close`), or a few hits and several words suggest it. */
  archiveSearch.search = async (query, desk, { filters = {}, order = "rank" } = {}) => {
    const { manifest } = desk;
    const passes = makeFilter(manifest, filters);
    const exact = await findExact(query, manifest, passes);
    const whole = manifest.folding.fold(query);
    const small = !manifest.heavy.length; // in a large archive what was not asked for is not fetched
    const words = small || !exact.hits.length || desk.latin || desk.dictionary.has(whole) ? readQuestion(query, desk) : [];
    const meansMore = words.length === 1 && words[0].others.length > 0 && words[0].text === whole;
    const close = !exact.hits.length || meansMore;
    const several = small && words.length > 1 && exact.count.units < 6 && words.every((word) => [...word.text].length > 1);
    const met = new Set(exact.hits.map((hit) => hit.unit));
    const related = close || several ? (await findRelated(words, manifest, passes)).filter((hit) => !met.has(hit.unit)) : [];
    const best = Math.max(0, ...related.map((hit) => hit.score));
    const placed = place(exact.hits, manifest, order, LISTED);
    return {
      close, count: exact.count,
      exact: order === "time" ? placed : await literalFirst(placed, query, manifest),
      related: place(related.filter((hit) => hit.score > 0.2 * best), manifest, order, MOST),
    };
  };
})();
