// The page: what is shown for the part of its address after the #, and what is done with what is typed.
import { PAGE, RULES, ask, openDatabase } from "./database.js";
import { findRedirect, loadRecord } from "./record.js";
import { cutWords, search } from "./search.js";
import { decode, display, nestMarks, readable, writeCsv } from "./words.js";

const CELLS = 6000; // of a table that are drawn
const LONGEST_CELL = 2000; // characters
const LONGEST_TITLE = 80; // characters of what is typed or asked for
const FEW = 12; // items that stand open in a list
const [main, state] = [document.querySelector("main"), document.getElementById("state")];
const QUOTE_ID = /\b[a-z0-9-]+_\d+-\d+\b/gu;

/** An element with its attributes and contents; strings are words, never markup. */
function make(tag, attributes, ...contents) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...contents);
  return made;
}

const small = (...contents) => make("small", {}, ...contents);
const link = (id, words) => make("a", { href: `#${id}` }, words);
const address = (asked) => `#?${new URLSearchParams(asked)}`;
const article = (source) => make("cite", {}, link(source, PAGE.articles[source] ?? source));
const shorten = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);
const plural = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Contents one after the other, with a space before each but the first. */
const spaced = (contents) => contents.flatMap((each, place) => (place ? [" ", each] : [each]));

function showHome() {
  const questions = PAGE.questions.map(({ name, title }) => make("li", {}, make("a", { href: address({ question: name }) }, title)));
  return [PAGE.title, make("p", {}, PAGE.description), make("h2", {}, "Questions"), make("ul", { class: "plain columns" }, ...questions),
    make("h2", {}, "SQL"), make("p", {}, make("a", { href: address({ sql: PAGE.example }) }, "Ask in SQL of your own"), ": the whole database is in this file, and nothing leaves it.")];
}

function showSearch(typed, { all }) {
  if (!typed) return showHome();
  const words = shorten(cutWords(typed), LONGEST_TITLE);
  const { hits, total, notes, hint, isEmpty } = search(typed, all ? RULES.MAX_RANKED : RULES.SHOWN);
  const more = total > hits.length && !all ? [make("p", {}, make("a", { href: address({ q: typed, all: 1 }) }, "Show them all"))] : [];
  const counted = `${total.toLocaleString("en")}${total >= RULES.MAX_RANKED ? " or more" : ""} ${total === 1 ? "record or sentence has" : "records and sentences have"} “${words}”`;
  const said = total ? (total > hits.length ? `${counted}; here are the first ${hits.length}.` : `${counted}.`) : `Nothing has “${words}”${hint ? "." : isEmpty ? "; type a word." : "; try fewer words, or a prefix*."}`;
  return [`Search: ${words}`, ...[notes.length ? "" : said, ...notes.map((note) => `${note}.`), RULES.WITHOUT_TEXTS && `${RULES.WITHOUT_TEXTS}.`].filter(Boolean).map((line) => make("p", {}, line[0].toUpperCase() + line.slice(1))),
    ...(hint ? [make("p", {}, "Did you mean “", make("a", { href: address({ q: hint }) }, hint), "”?")] : []),
    make("dl", { class: "found" }, ...hits.flatMap(showHit)), ...more];
}

/** A hit: its sentence with a link, what it is and when, and the words found in it. */
function showHit({ id, table, label, when, found, records, quote }) {
  const noun = RULES.NOUNS[table] ?? table.replace(/s$/u, "");
  const about = [link(table === "sentences" ? quote ?? id.replace(/_[^_]*$/u, "") : id, label), make("small", { class: table }, noun), ...(when ? [small(when)] : []), make("code", {}, id)];
  const parts = nestMarks(found).split(RULES.INNER_MARK).map((part, place) => (place % 2 ? make("mark", {}, part) : part));
  const resting = (decode(records) ?? []).map((record) => make("li", { class: record.table }, link(record.id, record.label)));
  return [make("dt", {}, ...spaced(about)), make("dd", {}, ...parts, ...(resting.length ? [make("ul", { class: "plain" }, ...resting)] : []))];
}

function showQuestion(name) {
  const question = PAGE.questions.find((each) => each.name === name);
  if (!question) return showMissing(`There is no question “${shorten(name, LONGEST_TITLE)}”.`);
  const answer = ask(PAGE.queries[name]);
  return [question.title, make("p", {}, question.description), ...showAnswer(answer, name, true)];
}

function showSql(sql) {
  const form = make("form", { class: "sql" }, make("label", { for: "sql" }, "One SELECT"), make("textarea", { id: "sql", rows: 8, spellcheck: "false" }, sql), make("button", { id: "ask" }, "Ask"), make("details", {}, make("summary", {}, "Tables and views"), make("p", {}, PAGE.tables)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(address({ sql: form.querySelector("textarea").value }));
  });
  const place = make("p", { id: "asking", role: "status" }, "Asking …");
  setTimeout(() => { if (place.isConnected) place.replaceWith(...answerSql(sql)); }, 20); // when it is drawn, unless something else is
  return ["SQL", form, place];
}

function answerSql(sql) {
  try {
    return showAnswer(ask(sql), "answer", false);
  } catch (error) {
    return [make("p", { role: "alert" }, `This cannot be answered: ${error.message}.`)];
  }
}

/** The rows of an answer, all of them as CSV. */
function showAnswer({ names, rows }, file, isOurs) {
  const drawn = rows.slice(0, Math.max(1, Math.floor(CELLS / names.length)));
  const count = plural(rows.length, "row", "rows") + (drawn.length < rows.length ? `; here are the first ${drawn.length.toLocaleString("en")}, the CSV has them all` : "");
  const address = URL.createObjectURL(new Blob([writeCsv(names, rows)], { type: "text/csv" }));
  return [make("p", { role: "status" }, count), make("p", {}, make("a", { href: address, download: `${file}.csv` }, "These rows as CSV")),
    make("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "The answer" }, makeTable(names, drawn, isOurs))];
}

/** A table; of a question of ours without columns for programs, and its ids last. */
function makeTable(names, rows, isOurs) {
  const isId = (name) => isOurs && (name === "id" || name === "ids" || name.endsWith("_id"));
  const rank = (name) => (isId(name) ? 2 : isOurs && name === "alleged by" ? 0 : 1); // who alleges something, before it
  const told = names.map((_, column) => column).filter((column) => !isOurs || !RULES.HIDDEN.includes(names[column]));
  const columns = told.sort((one, other) => rank(names[one]) - rank(names[other]));
  const head = columns.map((column) => make("th", { scope: "col" }, isOurs ? names[column].replaceAll("_", " ").replace(/ id$/u, "") : names[column]));
  const body = rows.map((row) => make("tr", {}, ...columns.map((column) => (row[column] === null ? make("td", {}) : make("td", { "data-label": head[columns.indexOf(column)].textContent }, ...showCell(names[column], row[column], isOurs))))));
  return make("table", { class: "responsive" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body));
}

/** What a cell shows: ids lead to their records, dates are in words, long values are cut. */
function showCell(name, value, isOurs) {
  const whole = display(value);
  const text = shorten(whole, LONGEST_CELL) + (whole.length > LONGEST_CELL ? ` (${whole.length.toLocaleString("en")} characters)` : "");
  if (!isOurs) return [text];
  if (["source", "sources", "source_id", "dated by"].includes(name)) return text.split(", ").flatMap((source, place) => [place ? "; " : "", article(source)]);
  if (name === "id" || name === "ids" || name.endsWith("_id")) return text.split(", ").flatMap((id, place) => [place ? ", " : "", make("code", {}, link(id, id))]);
  if (RULES.DATE_COLUMNS.includes(name)) return [PAGE.dates[text] ?? text];
  const parts = readable(text).split(QUOTE_ID), ids = text.match(QUOTE_ID) ?? [];
  return parts.flatMap((part, place) => (place < ids.length ? [part, make("code", {}, link(ids[place], ids[place]))] : [part]));
}

function showRecord(id) {
  const redirect = findRedirect(id);
  if (redirect) return ["A record that is gone", make("p", {}, `“${id}” was ${redirect.to_id ? "merged into " : "withdrawn"}`, ...(redirect.to_id ? [link(redirect.to_id, redirect.to_id)] : []), ` in version ${redirect.version}: ${redirect.reason}`)];
  const record = loadRecord(id);
  if (!record) return showMissing(`There is no record “${shorten(id, LONGEST_TITLE)}”.`, id);
  const words = [...record.words].map(([source, passages]) => make("section", {}, make("h3", {}, article(source)), ...open(passages, showPassage, "div")));
  const told = words.length ? [make("h2", {}, "In whose words"), ...words] : [];
  const citation = PAGE.citation.replace("“{}”", () => nestMarks(`“${record.label} (${record.tables.at(-1)} ${id})”`));
  return [record.label, make("p", { class: "kind" }, record.kind), ...(record.lead && record.lead !== record.label ? [make("p", {}, record.lead)] : []), showLines(record.facts),
    ...(record.isAttributed ? told : []), ...record.sections.flatMap(showSection), ...(record.isAttributed ? [] : told),
    make("details", {}, make("summary", {}, "Cite this record"), make("p", {}, citation)), make("p", { class: "faint" }, make("code", {}, id))];
}

/** Facts in lines after their names. */
const showLines = (groups) => make("dl", { class: "facts" }, ...[...groups].flatMap(([name, items]) => [make("dt", {}, name), make("dd", {}, ...items.flatMap((item, place) => [place ? "; " : "", ...showItem(item)]))]));

function showSection({ title, description, groups }) {
  const about = [make("h2", {}, title), ...(description ? [make("p", { class: "faint" }, description)] : [])];
  if ([...groups.values()][0][0].isLine) return [...about, showLines(groups)];
  return [...about, ...[...groups].flatMap(([name, items]) => [...(name ? [make("h3", {}, name)] : []), ...open(items, (item) => make("li", {}, ...showItem(item)), "ul")])];
}

/** A list whose first items stand open. */
function open(items, show, tag) {
  const [first, more] = [items.slice(0, FEW), items.slice(FEW)].map((part) => make(tag, {}, ...part.map(show)));
  return items.length > FEW ? [first, make("details", {}, make("summary", {}, `${items.length - FEW} more`), more)] : [first];
}

/** An item with what is said of it, where it stands, and what is told below it. */
function showItem({ text, record, note, places, told }) {
  const where = places.flatMap(({ source, quote, words }) => [small(article(source)), ...(words ? [quote ? link(quote, words) : words] : quote ? [small(make("a", { href: `#${quote}`, "aria-label": `the words, ${quote}` }, "the words"))] : [])]);
  return [...spaced([record ? link(record, text) : text, ...(note ? [small(note)] : []), ...where]), ...(told ? [make("br", {}), told] : [])];
}

/** Words of an article after whose they are, in their sentence as far as it is known. */
function showPassage({ quote, voice, said, pieces: [before, exact, after] }) {
  return make("blockquote", {}, ...(voice ? [`${voice}: `] : []), before, make("mark", {}, exact), after, ...(said ? [` (${said})`] : []), " ", make("code", {}, link(quote, quote)));
}

const showMissing = (line, typed) => ["Nothing here", make("p", { role: "alert" }, line), ...(typed ? [make("p", {}, make("a", { href: address({ q: typed }) }, "Search for it"))] : []), make("p", {}, make("a", { href: "#" }, "What there is"))];

/** What a part of an address stands for; itself where it is no such part. */
function decodeHash(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Show what the address asks for. */
function show() {
  const hash = location.hash.slice(1);
  const asked = hash.startsWith("?") ? Object.fromEntries(new URLSearchParams(hash)) : {};
  const views = { q: showSearch, question: showQuestion, sql: showSql };
  const view = Object.keys(views).find((name) => name in asked);
  let title, contents;
  try {
    [title, ...contents] = view ? views[view](asked[view].trim(), asked) : hash ? showRecord(decodeHash(hash).trim()) : showHome();
  } catch (error) {
    [title, ...contents] = showMissing(`This cannot be shown: ${error.message}.`);
  }
  document.title = title === PAGE.title ? title : `${title} · ${PAGE.title}`;
  document.querySelector("[name=q]").value = asked.q ?? "";
  main.replaceChildren(make("h1", {}, title), ...contents);
  scrollTo(0, 0);
}

/** Show the same page or another, with the focus where it was if that is still there. */
function showAgain() {
  const { id } = document.activeElement;
  show();
  (document.getElementById(id) ?? main).focus();
}

/** Go to an address of this page, to the same once more if it is that. */
function go(hash) {
  if (location.hash === hash) showAgain();
  else location.hash = hash;
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // what follows the # is what is shown
  main.focus();
});

document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const words = document.querySelector("[name=q]").value.trim();
  if (words) go(address({ q: words }));
});

if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
  state.textContent = state.dataset.old;
} else {
  openDatabase().then(() => {
    if (location.search && !location.hash) location.hash = location.search; // typed into a page of the static edition
    addEventListener("hashchange", showAgain);
    show();
  }, () => { state.textContent = state.dataset.damaged; });
}
