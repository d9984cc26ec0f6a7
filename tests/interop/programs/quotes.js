// Finds every annotation in its article by its words alone and a hint of the place.
// Usage: node quotes.js annotations.jsonld ARTICLES
import { toTextPosition } from "dom-anchor-text-quote";
import { annotations, tell } from "./articles.js";

function isFound({ position, words, body }) {
  const found = toTextPosition(body, words, { hint: position.utf16Start });
  return found?.start === position.utf16Start && found?.end === position.utf16End;
}

const all = annotations(...process.argv.slice(2));
const lost = all.filter((annotation) => !isFound(annotation)).map(({ id }) => id);
tell(all.length - lost.length, lost);
