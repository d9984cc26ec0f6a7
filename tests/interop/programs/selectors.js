// Finds every annotation in its article by each of its selectors: the position must hold the words, and the words
// must be found there too. Usage: node selectors.js annotations.jsonld ARTICLES
import { JSDOM } from "jsdom";
import { createTextPositionSelectorMatcher, createTextQuoteSelectorMatcher } from "@apache-annotator/dom";
import { annotations, tell } from "./articles.js";

const { Node, NodeFilter } = new JSDOM().window;
Object.assign(globalThis, { Node, NodeFilter }); // the library expects a browser's globals

async function ranges(matches) {
  const found = [];
  for await (const range of matches) found.push(range);
  return found;
}

async function isFound({ position, words, body }) {
  const [place] = await ranges(createTextPositionSelectorMatcher(position)(body));
  const places = await ranges(createTextQuoteSelectorMatcher(words)(body));
  const isThere = (range) => range.startOffset === place.startOffset && range.endOffset === place.endOffset;
  return place.toString() === words.exact && places.some(isThere);
}

const lost = [];
const all = annotations(...process.argv.slice(2));
for (const annotation of all) {
  if (!(await isFound(annotation))) lost.push(annotation.id);
}
tell(all.length - lost.length, lost);
