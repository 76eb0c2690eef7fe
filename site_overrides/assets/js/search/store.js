/* The shards of the index. Each is a classic script that registers its data, so that pages opened as files work too. */
window.archiveSearch = (() => {
  "use strict";
  const site = new URL("../../../", document.currentScript.src);
  const served = site.protocol.startsWith("http"); // a browser does not fetch files of a folder
  const arrived = new Map();
  const asked = new Map();

  function register(name, data) {
    arrived.set(name, data);
  }

  function addressOf(name, version) {
    const path = name.split("/").map(encodeURIComponent).join("/");
    return `${new URL(`search/${path}.js`, site)}${version ? `?v=${version}` : ""}`;
  }

  /** A shard read as the JSON that it hands over: from a server much sooner than as a script. */
  async function fetchData(name, version) {
    try {
      const answer = await fetch(addressOf(name, version));
      if (!answer.ok) throw new Error(name);
      const text = await answer.text();
      const [, data] = JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`);
      return data;
    } catch (error) {
      asked.delete(name); // a later question may find the network back
      throw error;
    }
  }

  function fetchScript(name, version) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = addressOf(name, version);
      script.onload = () => {
        script.remove();
        if (arrived.has(name)) resolve(arrived.get(name));
        else reject(new Error(name));
      };
      script.onerror = () => {
        asked.delete(name);
        reject(new Error(name));
      };
      document.head.append(script);
    });
  }

  /** The data registered under a name, fetched once; the version keeps shards of two builds apart. */
  async function load(name) {
    const version = name === "manifest" ? "" : (await load("manifest")).version;
    if (!asked.has(name)) asked.set(name, (served ? fetchData : fetchScript)(name, version));
    return asked.get(name);
  }

  /** What is made of a file once it is there; made again if that failed. */
  function once(name, make) {
    let ready;
    return () => {
      ready ??= load(name).then(make);
      ready.catch(() => (ready = undefined));
      return ready;
    };
  }

  /** The manifest, with how to fold and the sets of heavy grams by length: enough to know which shards to ask for. */
  const readManifest = once("manifest", (manifest) => {
    const heavy = manifest.heavy.map((joined, n) => {
      const chars = [...joined];
      const grams = new Set();
      for (let at = 0; at < chars.length; at += n + 1) grams.add(chars.slice(at, at + n + 1).join(""));
      return grams;
    });
    return { ...manifest, heavy, folding: api.makeFolding(manifest.fold) };
  });

  /** The manifest with the columns of all documents, and the first position of each. */
  const open = once("documents", async (documents) => {
    const first = [0];
    documents.size.forEach((size, n) => first.push(first[n] + size * 4 * 2 ** documents.bits[n]));
    return { ...(await readManifest()), documents, first };
  });

  const api = { register, load, readManifest, open, site };
  return api;
})();
