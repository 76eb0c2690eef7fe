/* A question in the reader's words: the terms in it, each with the other wordings that answer it. */
(() => {
  "use strict";
  const STOPS = new Set(
    ("的 了 吗 呢 吧 啊 是 在 有 和 与 及 或 对 把 被 给 让 就 都 也 还 又 很 太 更 最 不 没 没有 怎么 怎样 怎么样 如何 什么 哪些 哪个 哪里 " +
      "谁 多少 有多少 几个 几 为什么 为何 太多 太少 太贵 关于 有关 相关 我 我们 你 要 想 能 可以 请问 目前 现在 今年 去年 明年 情况 问题 内容 " +
      "措施 办法 一下 介绍 提到 说 到底 是否 有没有 the a an of in on for and to is are what how").split(" "),
  );
  const LONGEST = 40; // characters of a known wording
  const HAN = "零一二三四五六七八九";
  let segmenter; // made when a word is first cut: the browser reads a dictionary for it

  function toHan(number) {
    const [tens, ones] = [Math.floor(number / 10), number % 10];
    if (!tens) return HAN[ones];
    return (tens > 1 ? HAN[tens] : "") + "十" + (ones ? HAN[ones] : "");
  }

  function fromHan(word) {
    const [, tens, ones] = /^(.?)十(.?)$/.exec(word);
    return String((tens ? HAN.indexOf(tens) : 1) * 10 + (ones ? HAN.indexOf(ones) : 0));
  }

  /** The ways to write the numbers in a query: as it stands, 十四 as 14, 14 as 十四. */
  function writeNumbers(query) {
    const plain = query.normalize("NFKC");
    const arabic = plain.replace(/[二三四五六七八九]?十[一二三四五六七八九]?/g, fromHan);
    const han = plain.replace(/(?<![\d.,])\d{1,2}(?![\d.,])/g, (digits) => (+digits > 9 ? toHan(+digits) : digits));
    return [...new Set([query, arabic, han, plain.replace(/(?<!\d)2(?=[个高大类级批项])/g, "两")])];
  }

  /** Folded wording ▸ {others, kin}: what answers it as well, and what may answer where the wording itself is nowhere. */
  function makeDictionary(lexicon, foldText) {
    const words = new Map();
    const known = new Map();
    const fold = (text) => known.get(text) ?? known.set(text, foldText(text)).get(text); // each wording once
    const entryOf = (wording) => {
      const key = fold(wording);
      if (!words.has(key)) words.set(key, { others: [], kin: [] });
      return words.get(key);
    };
    const add = (list, own, text, weight) => {
      const folded = fold(text);
      if (folded !== fold(own) && !list.some((other) => other.text === folded)) list.push({ text: folded, weight });
    };
    for (const entry of lexicon.entries) {
      const names = [entry.name, ...(entry.forms ?? [])];
      for (const name of names) {
        const { others } = entryOf(name);
        for (const other of names) add(others, name, other, 0.9);
        for (const n of entry.kin ?? []) add(others, name, lexicon.entries[n].name, 0.5);
      }
    }
    for (const [word, official] of Object.entries(lexicon.everyday)) {
      official.forEach((text, n) => add(entryOf(word).others, word, text, Math.max(0.5, 0.85 - 0.05 * n)));
      for (const text of official) for (const other of official) add(entryOf(text).kin, text, other, 0.4);
    }
    for (const key of words.keys()) if ([...key].length < 2) words.delete(key);
    return words;
  }

  /** The stretches of a text between stops, and between blanks beside Chinese characters. */
  const chunksOf = (text) =>
    text.split(/[;:?!，。；：？！、（）()[\]…/|\n]+|(?<!\d)[.,]+|[.,]+(?!\d)|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u).filter((chunk) => chunk?.trim());

  function cutRun(run) {
    if (!globalThis.Intl?.Segmenter) return [run];
    segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
    const words = [];
    let loose = "";
    for (const { segment } of segmenter.segment(run)) {
      if ([...segment].length === 1 && !STOPS.has(segment)) loose += segment;
      else {
        if (loose) words.push(loose);
        loose = "";
        words.push(segment);
      }
    }
    return loose ? [...words, loose] : words;
  }

  /** The words of a question: known ones first match longest, the rest as the browser cuts Chinese. */
  function readWords(query, dictionary, folding) {
    const words = [];
    const add = (text, known) => {
      const folded = folding.fold(text);
      if (!folded || STOPS.has(text.trim().toLowerCase()) || words.some((word) => word.text === folded)) return;
      words.push({ text: folded, others: known?.others ?? [], kin: known?.kin ?? [], raw: text });
    };
    const whole = dictionary.get(folding.fold(query));
    if (whole) add(query, whole);
    else for (const chunk of chunksOf(query)) readChunk(chunk, dictionary, folding, add);
    const longer = words.filter((word) => [...word.text].length > 1);
    return (longer.length ? longer : words).slice(0, 24);
  }

  function readChunk(chunk, dictionary, folding, add) {
    const { chars, starts, ends } = folding.trace(chunk);
    const addLoose = (from, to) => {
      if (from < to) for (const word of cutRun(chunk.slice(starts[from], ends[to - 1]))) add(word);
    };
    let loose = 0;
    for (let at = 0; at < chars.length; ) {
      const known = (to) => dictionary.has(chars.slice(at, to).join("")) && boundedIn(chunk, starts[at], ends[to - 1]);
      let to = Math.min(chars.length, at + LONGEST);
      while (to > at + 1 && !known(to)) to -= 1;
      if (to > at + 1) {
        addLoose(loose, at);
        add(chunk.slice(starts[at], ends[to - 1]), dictionary.get(chars.slice(at, to).join("")));
        loose = at = to;
      } else at += 1;
    }
    addLoose(loose, chars.length);
  }

  /** What a word that is found nowhere is made of: its words, or its pairs of Chinese characters. */
  function splitWord(word) {
    const parts = cutRun(word.raw).filter((part) => [...part].length > 1);
    if (parts.length > 1) return parts;
    const chars = [...word.text];
    return chars.slice(1).map((char, n) => chars[n] + char).filter((pair) => !/[a-z]/.test(pair));
  }

  /** Latin words and numbers are not cut in two. */
  function boundedIn(text, start, end) {
    const inside = /[a-z0-9]/i;
    const joined = (at) => inside.test(text[at - 1] ?? "") && inside.test(text[at] ?? "");
    return !joined(start) && !joined(end);
  }

  Object.assign(archiveSearch, { writeNumbers, makeDictionary, readWords, splitWord });
})();
