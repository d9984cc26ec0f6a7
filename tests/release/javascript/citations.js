// Reads the citations of a release in each format. Usage: node citations.js RELEASE; prints the titles by file.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const [release] = process.argv.slice(2);
const titles = {};
for (const ending of ["json", "bib", "ris"]) {
  const cite = new Cite(readFileSync(`${release}/citations.${ending}`, "utf-8"));
  titles[ending] = cite.data.map((reference) => reference.title);
}
console.log(JSON.stringify(titles));
