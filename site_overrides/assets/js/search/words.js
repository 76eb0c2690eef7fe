/* A question in the reader's words: the terms in it, each with the other wordings that answer it. */
(() => {
  "use strict";
  const STOPS = new Set(
    ("的 了 吗 呢 吧 啊 是 在 有 和 与 及 或 对 把 被 给 让 就 都 也 还 又 很 太 更 最 不 没 没有 怎么 怎样 怎么样 如何 什么 哪些 哪个 哪里 " +
      "谁 多少 有多少 几个 几 为什么 为何 太多 太少 太贵 关于 有关 相关 我 我们 你 要 想 能 可以 请问 目前 现在 今年 去年 明年 情况 问题 内容 " +
      "措施 办法 一下 介绍 提到 说 到底 是否 有没有 the a an of in on for and to is are what how").split(" "),
  );
  const HAN = "零一二三四五六七八九";
  const segmenter = globalThis.Intl?.Segmenter ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

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

  /** Folded wording ▸ [{text, weight}], the other wordings of everyday words and of entries. */
  function makeDictionary(lexicon, latin, fold) {
    const words = new Map();
    const add = (wording, others) => {
      const key = fold(wording);
      if ([...key].length < 2) return;
      const known = words.get(key) ?? [];
      for (const [text, weight] of others) if (fold(text) !== key) known.push({ text: fold(text), weight });
      words.set(key, known);
    };
    for (const entry of lexicon.entries) {
      const names = [entry.name, ...(entry.forms ?? [])];
      const kin = (entry.kin ?? []).map((n) => [lexicon.entries[n].name, 0.5]);
      for (const name of names) add(name, [...names.map((other) => [other, 0.9]), ...kin]);
    }
    for (const [word, official] of Object.entries(lexicon.everyday)) {
      add(word, official.map((text, n) => [text, Math.max(0.5, 0.85 - 0.05 * n)]));
      for (const text of official) add(text, []);
    }
    for (const [spelled, word] of Object.entries(latin?.everyday ?? {})) add(spelled, [[word, 0.9]]);
    return words;
  }

  /** The runs of letters, digits and Chinese characters in a text, cut where the reader did. */
  const chunksOf = (text) => text.normalize("NFKC").split(/[\s,.;:?!，。；：？！、（）()[\]…/|]+/u).filter(Boolean);

  function cutRun(run) {
    if (!segmenter) return [run];
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
    const add = (text, others, whole) => {
      const folded = folding.fold(text);
      if (folded && !STOPS.has(text) && !words.some((w) => w.text === folded)) words.push({ text: folded, others, whole });
    };
    const whole = folding.fold(query);
    if (dictionary.has(whole)) add(query, dictionary.get(whole), true);
    else {
      for (const chunk of chunksOf(query)) {
        const { chars, starts, ends } = folding.trace(chunk);
        let loose = 0;
        for (let at = 0; at < chars.length; ) {
          let to = Math.min(chars.length, at + 14);
          while (to > at + 1 && !dictionary.has(chars.slice(at, to).join(""))) to -= 1;
          const key = chars.slice(at, to).join("");
          if (to > at + 1 && boundedIn(chunk, starts[at], ends[to - 1])) {
            if (loose < at) for (const word of cutRun(chunk.slice(starts[loose], ends[at - 1]))) add(word, []);
            add(chunk.slice(starts[at], ends[to - 1]), dictionary.get(key), true);
            loose = at = to;
          } else at += 1;
        }
        if (loose < chars.length) for (const word of cutRun(chunk.slice(starts[loose]))) add(word, []);
      }
    }
    return words.slice(0, 24);
  }

  /** Latin words and numbers are not cut in two. */
  function boundedIn(text, start, end) {
    const inside = /[a-z0-9]/i;
    const joined = (at) => inside.test(text[at - 1] ?? "") && inside.test(text[at] ?? "");
    return !joined(start) && !joined(end);
  }

  Object.assign(archiveSearch, { writeNumbers, makeDictionary, readWords });
})();
