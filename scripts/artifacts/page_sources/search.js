// The search of `talks search`: its rules and its SQL come from there, here they are only put together.
import { RULES, PAGE, ask, select } from "./database.js";
import { stripMarkup } from "./words.js";

/** A pattern of `talks`. */
const pattern = (name, flags = "u") => new RegExp(RULES[name], flags);

const split = (text) => text.match(pattern("WORD", "gu")) ?? [];
const dropPossessive = (words) => words.replace(pattern("POSSESSIVE", "giu"), "");
const fold = (word) => word.toUpperCase().toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "");
const clean = (typed) => typed.replace(/\p{Cf}/gu, "").replace(/./gsu, (sign) => String.fromCodePoint(RULES.STRAIGHT[sign.codePointAt()] ?? sign.codePointAt()));

/** The words up to the last that is looked for. */
export function cutWords(typed) {
  const kept = Array.from(typed).slice(0, RULES.MAX_CHARACTERS).join("");
  const ends = Array.from(kept.matchAll(new RegExp(`${RULES.WORD}\\*?`, "gu")), (found) => found.index + found[0].length);
  return ends.length > RULES.MAX_WORDS ? kept.slice(0, ends[RULES.MAX_WORDS - 1]).replace(/\s+(AND|OR|NOT)$/u, "") : kept;
}

const run = (name, values) => select(PAGE.queries[`with_parameters/${name}`], values);
const listForms = (word) => run("word_forms", { word: fold(word) }).map(({ form }) => form);
const occurs = (word) => ask(RULES.OCCURS, { word: fold(word) }).rows.length > 0 || listForms(word).length > 0;

/** A token as an FTS5 query: an operator as it is, a phrase, a prefix, or a word in all its forms. */
function buildToken(token) {
  if (RULES.SIGNS.includes(token)) return token;
  if (token.startsWith('"')) return `"${split(token).join(" ")}"`;
  if (token.endsWith("*")) return `"${split(token).join(" ")}"*`;
  const parts = split(dropPossessive(token));
  const forms = [...new Set([parts.join(" "), parts.join(""), ...listForms(parts.join(""))])].map((form) => `"${form}"`);
  return forms.length > 1 ? `(${forms.join(" OR ")})` : forms[0];
}

/** Whether FTS5 understands a query. */
function parses(words) {
  try {
    return Boolean(ask("SELECT 1 FROM records_fts WHERE records_fts MATCH :words LIMIT 1", { words }));
  } catch {
    return false;
  }
}

/** What is looked for: all words, all as one phrase, and the parts of which a hit may have some only. */
function buildQuery(typed) {
  const kept = cutWords(clean(typed));
  const found = kept.match(pattern("TOKEN", "giu")) ?? [];
  const tokens = found.some((token) => RULES.OPERATORS.includes(token)) ? found : found.filter((token) => !RULES.SIGNS.includes(token));
  const built = tokens.map((token) => [token, buildToken(token)]);
  const hasOperators = tokens.some((token) => RULES.SIGNS.includes(token) || token.endsWith("*"));
  const whole = built.map(([, part]) => part).join(" ").replace(pattern("OPERANDS_MEET", "gu"), " AND ");
  const each = built.map(([, part]) => part).filter((part) => !RULES.SIGNS.includes(part));
  return {
    words: built.length && parses(whole) ? whole : each.join(" AND ") || RULES.NO_PHRASE,
    phrase: hasOperators || split(kept).length === 1 ? RULES.NO_PHRASE : `"${split(kept).join(" ")}"`,
    is_quotation: Number(kept.includes('"') || split(kept).length >= RULES.QUOTATION_LENGTH),
    parts: new Map(hasOperators ? [] : built),
  };
}

/** The hits that the SQL of the search gives, and how many there are. */
function findHits({ words, phrase, is_quotation }, shown, named, parts) {
  const hits = run("search_hits", { words, phrase, is_quotation, table: null, named: JSON.stringify(named), parts: JSON.stringify(parts), most: RULES.MAX_RANKED, shown, longest: RULES.LONGEST, mark: RULES.INNER_MARK, parting: RULES.PARTING });
  return [hits.map((hit) => ({ ...hit, found: stripMarkup(hit.found) })), hits[0]?.total ?? 0];
}

/** The words of a name without case and accents, nor the article before it. */
const splitName = (name) => split(fold(dropPossessive(name)).trim().replace(new RegExp(`^${RULES.ARTICLE}`, "u"), ""));

/** The ids of the records whose name the words are. */
function findNamed(typed) {
  const sought = splitName(clean(typed));
  if (!sought.length) return [];
  const names = run("named_records", { all_words: `(${sought.map((word) => `"${word}"`).join(" AND ")})`, most: RULES.MAX_RANKED });
  return names.filter(({ name }) => name && splitName(name).join(" ") === sought.join(" ")).map(({ id }) => id);
}

/** What has all words, whoever is named so first, and how many there are. */
const findWhole = (query, typed, shown) => findHits(query, shown, findNamed(typed), []);

/** What has half of several words or more, what has most first, and how many there are. */
function findPartly(query, shown) {
  const parts = [...query.parts.values()];
  return parts.length > 1 ? findHits({ ...query, words: parts.join(" OR "), phrase: RULES.NO_PHRASE }, shown, [], parts) : [[], 0];
}

/** The words typed, two of which are one that occurs; nothing where no two are. */
function joinWords({ parts }) {
  const words = [...parts.keys()];
  const place = words.findIndex((word, each) => each + 1 < words.length && split(word + words[each + 1])[0] === word + words[each + 1] && occurs(word + words[each + 1]));
  return place < 0 ? "" : [...words.slice(0, place), words[place] + words[place + 1], ...words.slice(place + 2)].join(" ");
}

/** The hits, how many there are, and what to say: as database/full_text.py finds them. */
export function search(typed, shown = RULES.SHOWN) {
  let hint = "";
  const kept = cutWords(typed), notes = kept === typed ? [] : [`only “${kept}” is looked for`];
  let query = buildQuery(typed), joined = "";
  let [hits, total] = findWhole(query, kept, shown);
  if (!hits.length && (joined = joinWords(query))) {
    notes.push(`nothing has “${kept}”: here is what has “${joined}”`);
    query = buildQuery(joined);
    [hits, total] = findWhole(query, joined, shown);
  }
  if (!hits.length && query.words !== RULES.NO_PHRASE) {
    hint = suggestSpelling(kept);
    [hits, total] = findPartly(query, shown);
    if (hits.length) notes.push(`nothing has all of “${kept}”: here is what has most of these words`);
  }
  return { hits, total, notes, hint, isEmpty: query.words === RULES.NO_PHRASE };
}

/** The words, with others for those that occur nowhere; nothing where they are no better. */
function suggestSpelling(typed) {
  const known = ask(RULES.VOCABULARY).rows.flat();
  const words = split(clean(typed));
  const meant = words.map((word) => (occurs(word) ? word : findClosest(fold(word), known) ?? word));
  return meant.join() !== words.join() && findWhole(buildQuery(meant.join(" ")), meant.join(" "), 1)[1] ? meant.join(" ") : "";
}

/** The word that is most like another, and like enough. */
function findClosest(sought, known) {
  const near = known.map((word) => [(2 * countCommon(sought, word)) / (sought.length + word.length), word]);
  const [likeness, word] = near.reduce((best, each) => (each[0] > best[0] || (each[0] === best[0] && each[1] > best[1]) ? each : best), [0, ""]);
  return likeness >= RULES.LIKENESS ? word : undefined;
}

/** How many letters two words have in common in the same order: of the longest run, and of what stands before and after it. */
function countCommon(one, other) {
  for (let size = Math.min(one.length, other.length); size; size -= 1) {
    for (let start = 0; start + size <= one.length; start += 1) {
      const place = other.indexOf(one.slice(start, start + size));
      if (place >= 0) return size + countCommon(one.slice(0, start), other.slice(0, place)) + countCommon(one.slice(start + size), other.slice(place + size));
    }
  }
  return 0;
}
