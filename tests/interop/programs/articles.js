// What the programs that look for annotations share: the annotations of a release, and each article in a document.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { JSDOM } from "jsdom";

/** Return the annotations, each with its id, position, words, and the body of a document that holds its article. */
export function annotations(file, folder) {
  const articles = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const bodies = new Map(articles.map((name) => inDocument(readFileSync(`${folder}/${name}`))));
  const { items } = JSON.parse(readFileSync(file, "utf-8"));
  return items.map(({ id, target }) => {
    const [position, words] = target.selector;
    return { id, position, words, body: bodies.get(target.source.id) };
  });
}

/** Print how many were found, or fail and name those that were not. */
export function tell(found, lost) {
  if (lost.length) throw new Error(`not found at its place: ${lost.join(", ")}`);
  console.log(JSON.stringify({ annotations: found }));
}

function inDocument(content) {
  const { body } = new JSDOM("<body></body>").window.document;
  body.textContent = content.toString("utf-8");
  return [`ni:///sha-256;${createHash("sha256").update(content).digest("base64url")}`, body];
}
