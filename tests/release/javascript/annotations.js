// Finds every annotation of a release in its article, in a document, by its words alone and a hint of the place.
// Usage: node annotations.js RELEASE ARTICLES; prints how many were found at their place, and those that were not.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { JSDOM } from "jsdom";
import { toTextPosition } from "dom-anchor-text-quote";

const [release, articles] = process.argv.slice(2);

function inDocument(file) {
  const content = readFileSync(`${articles}/${file}`);
  const body = new JSDOM("<body></body>").window.document.body;
  body.textContent = content.toString("utf-8");
  const name = createHash("sha256").update(content).digest("base64url");
  return [`ni:///sha-256;${name}`, body];
}

function isFound({ target }) {
  const [position, words] = target.selector;
  const found = toTextPosition(bodies.get(target.source.id), words, { hint: position.utf16Start });
  return found?.start === position.utf16Start && found?.end === position.utf16End;
}

const bodies = new Map(readdirSync(articles).filter((file) => file.endsWith(".txt")).map(inDocument));
const { items } = JSON.parse(readFileSync(`${release}/annotations.jsonld`, "utf-8"));
const lost = items.filter((item) => !isFound(item)).map((item) => item.id);
console.log(JSON.stringify({ found: items.length - lost.length, lost }));
