/* From the position of a unit to its document, its anchor and its text: build_pages/search/beds.py says how they lie. */
(() => {
  "use strict";
  const LENGTHS = [0, 50, 165, 400]; // about as many characters have the units of a grade

  /** The number of the document a unit stands in. */
  function documentOf({ first }, unit) {
    let low = 0;
    let high = first.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (first[middle] <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a unit stands: its document, its number there, its kind, its rough length. */
  archiveSearch.roughPlaceOf = (manifest, unit) => {
    const document = documentOf(manifest, unit);
    const room = Math.floor((unit - manifest.first[document]) / 2 ** manifest.documents.bits[document]);
    const number = Math.floor(room / 4);
    const grade = room % 4;
    return { document, number, kind: grade ? "paragraph" : number ? "heading" : "head", length: LENGTHS[grade] };
  };

  /** The same with the document's name, the anchor and the address below the site. */
  archiveSearch.placeOf = (manifest, unit) => {
    const place = archiveSearch.roughPlaceOf(manifest, unit);
    const { document, number, kind } = place;
    const { id, name, odd, size } = manifest.documents;
    const others = odd[document] ?? [];
    const rest = number - (size[document] - others.length);
    const anchor = rest >= 0 ? others[rest] : number ? `${kind[0] === "p" ? "p" : "s"}${number}` : "";
    const path = manifest.page.replace("*", id[document]);
    return { ...place, name: name[document], anchor, path: anchor ? `${path}#${anchor}` : path };
  };

  /** The text of a placed unit, its section and its figures (start, end, start, … in code points). */
  archiveSearch.textOf = async ({ document, number }, { documents }) => {
    const shard = await archiveSearch.load(`texts/${documents.id[document]}-${Math.floor(number / documents.step[document])}`);
    const [text, section, figures] = shard.units[number];
    return { text, section: shard.sections[section], figures };
  };

  archiveSearch.documentOf = documentOf;
})();
