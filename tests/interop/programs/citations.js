// Reads the citations of a release in one format. Usage: node citations.js FILE; prints the titles.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const cite = new Cite(readFileSync(process.argv[2], "utf-8"));
console.log(JSON.stringify(cite.data.map((reference) => reference.title)));
