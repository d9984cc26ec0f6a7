// A record with everything that belongs to it: the sections that `talks show` and the site have, from their SQL.
import { PAGE, RULES, ask, select } from "./database.js";
import { decode, readable, stripMarkup } from "./words.js";

const ATTRIBUTED = ["demands", "claims"]; // tables whose records are told by statements
const LABEL = `
SELECT label FROM record_texts WHERE row_id = :id
UNION ALL SELECT sources.label || ': “' || exact || '”' FROM quotes JOIN sources ON sources.id = source_id WHERE quotes.id = :id
UNION ALL SELECT voice || ': ' || says FROM discrepancy_sides WHERE id = :id
UNION ALL SELECT name FROM topics WHERE id = :id`;
const REDIRECT = "SELECT to_id, version, reason FROM redirects WHERE id = :id";

const SAID = `
SELECT quote_id || ' ' || voice, group_concat(date, '; ')
FROM (
  SELECT DISTINCT quote_id, voice, date FROM statements JOIN statement_dates ON statement_id = statements.id
  WHERE :id IN (statements.demand_id, statements.claim_id) AND date IS NOT NULL
  ORDER BY earliest, latest
)
GROUP BY 1`;

/** Where a retired id leads; undefined of any other. */
export const findRedirect = (id) => select(REDIRECT, { id })[0];

/** What people read for the id of a record. */
const loadLabel = (id) => ask(LABEL, { id }).rows[0]?.[0] ?? PAGE.described[id].label;

/** The record of an id; undefined where there is none. */
export function loadRecord(id) {
  const tables = ask(RULES.TABLES_WITH_IDS).rows.flat().filter((table) => ask(`SELECT 1 FROM "${table}" WHERE id = :id`, { id }).rows.length);
  if (!tables.length) return undefined;
  return { id, tables, label: readable(loadLabel(id)), ...loadSections(tables, id), words: loadWords(tables, id), isAttributed: ATTRIBUTED.some((table) => tables.includes(table)) };
}

/** What the record is, its opening, its facts in lines, and its sections, each with its rows by subheading. */
function loadSections(tables, id) {
  const queries = new Map(tables.flatMap((table) => PAGE.sections[table] ?? []).map((query) => [query.sql, query]));
  const [name, says] = ask(RULES.NAMES, [id]).rows[0] ?? ["it", "says"];
  const fill = (text) => text.replaceAll("{name}", name).replaceAll("{says}", says);
  const told = PAGE.described[id]?.sections ?? [...queries.values()].map((query) => ({ ...query, rows: select(query.sql, { id }) }));
  const [facts, ...sections] = told.map(({ title, description = "", rows }) => ({ title: fill(title), description: fill(description), groups: groupItems(rows) }));
  const take = (line) => { const found = facts.groups.get(line)?.[0].text; facts.groups.delete(line); return found; };
  return { kind: take("kind") ?? tables.at(-1).replaceAll("_", " "), lead: take("lead"), facts: facts.groups, sections: sections.filter(({ groups }) => groups.size) };
}

/** The items of each line or subheading; those that differ only in their places are one. */
function groupItems(rows) {
  const groups = new Map();
  for (const { line, under, item, item_id, note, told, source_id, quote_id, words } of rows) {
    const items = groups.get(line ?? under ?? "") ?? [];
    const added = { text: readable(item ?? (item_id ? loadLabel(item_id) : "")), record: item_id, note: readable(note ?? ""), told: readable(told ?? ""), places: [], isLine: line !== undefined };
    const same = items.find((other) => other.text === added.text && other.record === added.record && other.note === added.note);
    const place = source_id && { source: source_id, quote: quote_id, words: words ? readable(`“${words}”`) : "" };
    if (place && !same?.places.some((other) => other.source === place.source && other.quote === place.quote && other.words === place.words)) (same ?? added).places.push(place);
    groups.set(line ?? under ?? "", same ? items : [...items, added]);
  }
  return groups;
}

/** The words it rests on, by article: of a demand or claim after their voice, of others in their sentence; none of a disagreement, whose sides have them. */
function loadWords(tables, id) {
  const attributed = ATTRIBUTED.find((table) => tables.includes(table));
  const found = tables.includes("discrepancies") ? [] : attributed ? loadStatements(attributed, id) : select(RULES.PASSAGES_QUERY, { id, tables: JSON.stringify(tables) }).map(readPassage);
  return found.reduce((all, each) => all.set(each.source, [...(all.get(each.source) ?? []), each]), new Map());
}

/** Every place where somebody takes a stand on a demand or claim: the cell of the named query. */
function loadStatements(table, id) {
  const sql = PAGE.queries[table].replace(RULES.FILTERS_MARK, `AND ${table}.id = :id`).replace(RULES.GROUPS_MARK, "");
  const dates = Object.fromEntries(ask(SAID, { id }).rows);
  return select(sql, { id }).flatMap(({ words }) => decode(words)).map(({ voice, words, quote, source }) => ({ source, quote, voice, said: dates[`${quote} ${voice}`], pieces: ["", readable(`“${words}”`), ""] }));
}

const readPassage = ({ source_id, quote_id, before, exact, after }) => ({ source: source_id, quote: quote_id, voice: "", pieces: stripMarkup([before, exact, after].join(RULES.INNER_MARK)).split(RULES.INNER_MARK) });
