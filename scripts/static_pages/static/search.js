// The search of the static edition: no server, no index but the records themselves (records.js).
// All words must stand in a record; a word also finds longer ones that begin with it.
"use strict";

const SHOWN = 20;
const BEFORE = 80; // characters shown before what is found
const AFTER = 160;
const PARTS = new Set(["actor_members", "participants", "roles", "statements"]); // tables of what only belongs to others
const LETTERS = "\\p{L}\\p{N}";

/** A text without accents and capitals, of the same length, so that places in both agree. */
function fold(text) {
  return Array.from(text, (letter) => {
    const plain = letter.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

/** Folded words without the ending of possessives, so that who is sought by it is found without it too. */
const plain = (words) => fold(words).replace(/(?<=[\p{L}\p{N}])['’]s(?![\p{L}\p{N}])/gu, "");

/** What is looked for: each word, and each “phrase” in quotation marks, as an expression; only letters and digits count. */
function terms(typed) {
  const parts = plain(typed).match(/"[^"]*"|“[^”]*”|[^\s"“”]+/gu) ?? [];
  const words = parts.map((part) => part.match(/[\p{L}\p{N}]+/gu)).filter(Boolean);
  return words.map((each) => new RegExp(`(?<![${LETTERS}])${each.join(`[^${LETTERS}]+`)}[${LETTERS}]*`, "gu"));
}

/** The places of a term in a text. */
const places = (term, text) => [...text.matchAll(term)].map((match) => [match.index, match.index + match[0].length]);

/** The words of a name; without case, accents, signs, and the article before it. */
const nameWords = (name) => (plain(name).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").replace(/^the /u, "");

/**
 * A record with its rank, undefined where a term is missing: first what has the words as its name, then what is no part
 * of others, then terms in the heading, then how densely they stand.
 */
function ranked([table, page, label, text, names], wanted, asked) {
  const [name, content] = [fold(names.join("\n")), fold(text)];
  const named = wanted.map((term) => places(term, name).length > 0);
  const found = wanted.map((term) => places(term, content));
  if (found.some((each, number) => !each.length && !named[number])) return undefined;
  const isNamed = names.some((each) => nameWords(each) === asked);
  const place = isNamed ? 2 : PARTS.has(table) ? 0 : 1;
  const rank = place * (wanted.length + 2) + named.filter(Boolean).length + found.flat().length / (content.length + 1);
  return { table, page, label, text, found: found.flat(), rank };
}

/** An element with its contents; strings are words, never markup. */
function element(tag, ...contents) {
  const made = document.createElement(tag);
  made.append(...contents);
  return made;
}

/** The first of the places after which most others stand near, the start of the text where there is none. */
function densest(places) {
  const near = ([from]) => places.filter(([other]) => other >= from && other < from + AFTER).length;
  return places.reduce((best, place) => (near(place) > near(best) ? place : best), places[0] ?? [0, 0]);
}

/** The words around where most is found, with every place in them marked. */
function snippet({ text, found }) {
  const sorted = found.sort(([one], [other]) => one - other);
  const [first, last] = densest(sorted);
  const start = Math.max(0, first - BEFORE);
  const end = Math.min(text.length, last + AFTER);
  const contents = [start ? "…" : ""];
  let reached = start;
  for (const [from, to] of sorted) {
    if (from < reached || to > end) continue;
    contents.push(text.slice(reached, from), element("mark", text.slice(from, to)));
    reached = to;
  }
  return element("dd", ...contents, text.slice(reached, end), end < text.length ? "…" : "");
}

/** A found record: a link to its page, its table, and the words found. */
function entry(record) {
  const link = element("a", record.label);
  link.href = record.page;
  return [element("dt", link, " ", element("small", record.table)), snippet(record)];
}

/** Show what is found instead of the list of all records. */
function search(typed) {
  const wanted = terms(typed);
  const all = wanted.length ? RECORDS.map((record) => ranked(record, wanted, nameWords(typed))).filter(Boolean) : [];
  const best = all.sort((one, other) => other.rank - one.rank).slice(0, SHOWN);
  const count = all.length === 1 ? "1 record has" : `${all.length || "No"} records have`;
  const here = all.length ? (all.length > SHOWN ? `; here are the first ${SHOWN}` : "") : "; here is every record";
  document.getElementById("said").textContent = `${count} “${typed}”${here}.`;
  document.getElementById("found").replaceChildren(...best.flatMap(entry));
  document.getElementById("all").hidden = all.length > 0;
}

const typed = new URLSearchParams(location.search).get("q")?.trim();
document.getElementById("said").textContent =
  "All words must stand in a record; a word also finds longer ones that begin with it. Here is every record.";
if (typed) {
  document.querySelector("main input[name=q]").value = typed;
  search(typed);
}
