// The search of the static edition: no server, no index but the records and sentences themselves (records.js).
// All words must stand in one of them; a word also finds its other forms, and longer words that begin with it.
"use strict";

const SHOWN = 20;
const BEFORE = 80; // characters shown before what is found
const AFTER = 160;
const ONWARDS = 300; // characters after a sentence in which a phrase may go on
const QUOTATION = 3; // words from which on what is typed may be a quotation
const STEM = 3; // letters that must stand before an ending
const [SENTENCE, OWN, QUOTED, NAMED] = [1, 2, 3, 4]; // places among what is found; 0 is what only belongs to others
const NOUNS = { actor_members: "member", discrepancies: "disagreement", people: "person", roles: "post", sources: "article" };
const SENTENCE_END = /[.?!]”?$/u;
const NOTATION = /[<=]|^Certainty: |\d{4}[-/]\d|\/\d{4}| → (?!.*\.$)/u;
const LETTERS = "\\p{L}\\p{N}";
const LISTED = new Set(FORMS.flat().filter((form) => !form.startsWith("-"))); // words with no forms but those of their list

/** A text without accents and capitals, of the same length, so that places in both agree. */
function fold(text) {
  return Array.from(text, (letter) => {
    const plain = letter.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

/** Folded words without the ending of possessives, so that who is sought by it is found without it too. */
const plain = (words) => fold(words).replace(/(?<=[\p{L}\p{N}])['‘’‛′ʼ＇`´]s(?![\p{L}\p{N}])/gu, "");

/** The other forms of a word: those of its list, else those with another ending of one list. */
function forms(word) {
  if (LISTED.has(word)) return FORMS.filter((list) => list.includes(word)).flat();
  const endings = FORMS.filter((list) => list[0].startsWith("-")).map((list) => list.map((ending) => ending.slice(1)));
  const swapped = (list, ending) => list.map((other) => word.slice(0, word.length - ending.length) + other);
  const fits = (ending) => word.endsWith(ending) && word.length - ending.length >= STEM;
  return endings.flatMap((list) => list.filter(fits).flatMap((ending) => swapped(list, ending))).filter((form) => !LISTED.has(form));
}

/** An expression for words that follow one another, with whatever signs between them. */
const sequence = (words) => words.join(`[^${LETTERS}]+`);

/** An expression for a word, or for several that hyphens join, which may be one. */
function anyForm(words) {
  const joined = words.join("");
  const others = forms(joined).map((form) => `${form}(?![${LETTERS}])`);
  return [...others, `${sequence(words)}[${LETTERS}]*`, joined].join("|");
}

/** What is looked for: each word, and each “phrase” in quotation marks, as an expression; only letters and digits count. */
function terms(typed) {
  const parts = plain(typed).match(/"[^"]*"|“[^”]*”|[^\s"“”]+/gu) ?? [];
  const wanted = parts.map((part) => [/^["“]/u.test(part), part.match(/[\p{L}\p{N}]+/gu)]).filter(([, words]) => words);
  return wanted.map(([isPhrase, words]) => new RegExp(`(?<![${LETTERS}])(?:${isPhrase ? sequence(words) : anyForm(words)})(?![${LETTERS}])`, "gu"));
}

/** All words typed as one phrase; undefined where there is but one. */
function phrase(typed) {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 1 ? new RegExp(`(?<![${LETTERS}])${sequence(words)}(?![${LETTERS}])`, "gu") : undefined;
}

/** Whether what is typed may be a quotation: in quotation marks, or of several words. */
const isQuotation = (typed) => /["“]/u.test(typed) || (typed.match(/[\p{L}\p{N}]+/gu) ?? []).length >= QUOTATION;

/** A sentence and what follows it in its article, as far as a phrase may go on. */
function goOn(number) {
  const article = (row) => row?.[5] === SENTENCE && row[1].split("#")[0].split("/").pop(); // its page, or its record
  let text = RECORDS[number][3];
  const least = text.length + ONWARDS;
  for (let next = number + 1; text.length < least && article(RECORDS[next]) === article(RECORDS[number]); next += 1) text += ` ${RECORDS[next][3]}`;
  return text;
}

/** The places of a term in a text. */
const places = (term, text) => [...text.matchAll(term)].map((match) => [match.index, match.index + match[0].length]);

/** The words of a name; without case, accents, signs, and the article before it. */
const nameWords = (name) => (plain(name).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").replace(/^the /u, "");

/** The places of the phrase typed where it begins in a sentence, and the text that has all of it. */
function quoted(number, wanted) {
  if (RECORDS[number][5] !== SENTENCE || !wanted) return undefined;
  const text = goOn(number);
  const found = places(wanted, fold(text)).filter(([start]) => start < RECORDS[number][3].length);
  return found.length ? { text: found.some(([, end]) => end > RECORDS[number][3].length) ? text : RECORDS[number][3], found } : undefined;
}

/**
 * A record or sentence with its rank and how many of the terms it has: first what has the words as its name, then as a
 * quotation, then what is no part of others, then sentences; then terms in the heading, then how densely they stand.
 */
function ranked(number, asked) {
  const [table, page, label, text, names, ownPlace, resting, when] = RECORDS[number];
  const [name, content] = [fold(names.join("\n")), fold(text)];
  const named = asked.terms.map((term) => places(term, name).length > 0);
  const found = asked.terms.map((term) => places(term, content));
  const quotation = quoted(number, asked.phrase);
  const has = quotation ? asked.terms.length : found.filter((each, which) => each.length || named[which]).length;
  const isNamed = names.some((each) => nameWords(each) === asked.name);
  const place = isNamed ? NAMED : quotation && asked.isQuotation ? QUOTED : ownPlace;
  const rank = place * (asked.terms.length + 2) + named.filter(Boolean).length + found.flat().length / (content.length + 1);
  return { table, page, label, text: quotation?.text ?? text, found: quotation?.found ?? found.flat(), rank, has, resting, when };
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

/** How good a line of a record is to show, the lowest first, as in database/excerpts.py. */
function rate(line, found, hasVoice) {
  const isQuote = line.startsWith("“");
  if (!found || (NOTATION.test(line) && !isQuote)) return isQuote ? 3 : found ? 4 : 5;
  return isQuote && hasVoice ? 0 : SENTENCE_END.test(line) ? 1 : 2;
}

/** The line of a record that shows best what is found, with the places in it; a sentence as it is. */
function bestLine({ table, text, found }) {
  if (table === "sentences") return { text, found };
  let start = 0;
  const lines = text.split("\n").map((line) => {
    const own = found.filter(([from]) => from >= start && from < start + line.length).map(([from, to]) => [from - start, to - start]);
    start += line.length + 1;
    return { text: line.replaceAll(" > ", " – "), found: own, rating: rate(line, own.length, table !== "discrepancies") };
  });
  return lines.reduce((best, line) => (line.rating < best.rating || (line.rating === best.rating && line.found.length > best.found.length) ? line : best));
}

/** The words around where most is found, with every place in them marked. */
function snippet(record) {
  const { text, found } = bestLine(record);
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

/** A link. */
function link(page, label) {
  const made = element("a", label);
  made.href = page;
  return made;
}

/** What is found: a link to its page, its table, the words found, and the records that rest on a sentence. */
function entry(record) {
  const shown = snippet(record);
  if (record.resting.length) {
    const list = element("ul", ...record.resting.map(([label, page]) => element("li", link(page, label))));
    list.className = "plain";
    shown.append(list);
  }
  const noun = NOUNS[record.table] ?? record.table.replace(/s$/u, "");
  const when = record.when ? [" ", element("small", record.when)] : [];
  return [element("dt", link(record.page, record.label), " ", element("small", noun), ...when), shown];
}

/** What to say of the hits. */
function describe(typed, all, isWhole) {
  const count = all.length === 1 ? "1 record or sentence has" : `${all.length || "No"} records and sentences have`;
  const here = all.length ? (all.length > SHOWN ? `; here are the first ${SHOWN}` : "") : "; here is every record";
  const how = isWhole || !all.length ? `“${typed}”` : `most of the words of “${typed}”, nothing has all`;
  return `${count} ${how}${here}.${HAS_TEXTS ? "" : " Only quotations are searched, since the articles’ texts are not here."}`;
}

/** Show what is found instead of the list of all records: what has all words, else what has half of them or more. */
function search(typed) {
  const asked = { terms: terms(typed), phrase: phrase(typed), name: nameWords(typed), isQuotation: isQuotation(typed) };
  const any = asked.terms.length ? RECORDS.map((_, number) => ranked(number, asked)).filter(({ has }) => has) : [];
  const whole = any.filter(({ has }) => has === asked.terms.length);
  const all = whole.length ? whole : any.filter(({ has }) => has * 2 >= asked.terms.length);
  const best = all.sort((one, other) => other.has - one.has || other.rank - one.rank).slice(0, SHOWN);
  document.getElementById("said").textContent = describe(typed, all, whole.length > 0);
  document.getElementById("found").replaceChildren(...best.flatMap(entry));
  document.getElementById("all").hidden = all.length > 0;
}

const typed = new URLSearchParams(location.search).get("q")?.trim();
document.getElementById("said").textContent =
  "All words must stand in a record or sentence; a word also finds its other forms, and longer ones that begin with it. Here is every record.";
if (typed) {
  document.querySelector("main input[name=q]").value = typed;
  search(typed);
}
