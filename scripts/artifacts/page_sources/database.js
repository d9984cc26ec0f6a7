// The database inside the page: unpacked, its indexes filled again, opened read-only, and asked within the limits that `talks sql` has.
import initialize from "@sqlite.org/sqlite-wasm";

/** What the page was made with: the queries and questions, and the constants of the modules of `talks`. */
export let PAGE, RULES;

const STEPS = 10_000; // of SQLite's machine, between two looks at the clock
let sqlite, database;

/** The bytes that an element of the page holds, packed and in base64. */
async function unpack(id) {
  const packed = document.getElementById(id).textContent;
  const unpacked = new Blob([decodeBase64(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Bytes of base64, as browsers before 2025 do it where this one does. */
function decodeBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let place = 0; place < signs.length; place += 1) bytes[place] = signs.charCodeAt(place);
  return bytes;
}

/** Open the database; nothing can write into it, however it is asked. */
export async function openDatabase() {
  const [page, wasmBinary, bytes] = await Promise.all(["page", "wasm", "database"].map(unpack));
  PAGE = JSON.parse(new TextDecoder().decode(page));
  RULES = PAGE.rules;
  const silent = () => {};
  globalThis.sqlite3ApiConfig = { warn: silent, error: silent, debug: silent, log: silent };
  sqlite = await initialize({ wasmBinary });
  const { capi, oo1 } = sqlite;
  database = new oo1.DB(":memory:");
  load(bytes, capi.SQLITE_DESERIALIZE_RESIZEABLE);
  database.exec(["BEGIN", ...PAGE.restoring, "COMMIT"].join(";"));
  load(capi.sqlite3_js_db_export(database.pointer), capi.SQLITE_DESERIALIZE_READONLY);
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_LENGTH, RULES.LONGEST_VALUE);
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_SQL_LENGTH, RULES.LONGEST_VALUE);
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, RULES.LONGEST_PATTERN);
  capi.sqlite3_limit(database.pointer, capi.SQLITE_LIMIT_ATTACHED, 0);
  for (const sql of [`PRAGMA hard_heap_limit = ${RULES.MOST_MEMORY}`, ...RULES.VOCABULARIES]) database.exec(sql);
}

/** Let the database be what some bytes hold. */
function load(bytes, flag) {
  const { capi, wasm } = sqlite;
  database.checkRc(capi.sqlite3_deserialize(database.pointer, "main", wasm.allocFromTypedArray(bytes), bytes.length, bytes.length, capi.SQLITE_DESERIALIZE_FREEONCLOSE | flag));
}

/** The names of the columns and the rows of one statement; `values` are those of its parameters, by name or in order. */
export function ask(sql, values = {}) {
  const until = performance.now() + RULES.SECONDS * 1000;
  sqlite.capi.sqlite3_progress_handler(database.pointer, STEPS, () => Number(performance.now() > until), 0);
  let statement;
  try {
    if (!hasWords(sql)) throw new Error("there is no statement");
    statement = database.prepare(sql);
    if (hasWords(sql.slice(sqlite.capi.sqlite3_sql(statement).length))) throw new Error("one statement at a time");
    if (!statement.columnCount) throw new Error("this statement returns nothing; the database is only read, with SELECT");
    if (statement.parameterCount && !Object.keys(values).length) throw new Error("a parameter (? or :name) has no value here");
    if (Array.isArray(values)) statement.bind(values);
    else for (const [name, value] of Object.entries(values)) if (statement.getParamIndex(`:${name}`)) statement.bind(`:${name}`, value);
    return { names: numberNames(statement.getColumnNames([])), rows: readRows(statement) };
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  } finally {
    statement?.finalize();
  }
}

/** The rows of a query, each by the names of its columns. */
export const select = (sql, values) => {
  const { names, rows } = ask(sql, values);
  return rows.map((row) => Object.fromEntries(row.map((value, column) => [names[column], value])));
};

/** Whether there is more in SQL than comments. */
const hasWords = (sql) => /[^\s;]/u.test(sql.replace(/--.*|\/\*[^]*?\*\//gu, ""));

/** All rows, as long as their values are no larger together than an answer may be. */
function readRows(statement) {
  const rows = [];
  for (let size = 0; statement.step(); ) {
    rows.push(statement.get([]).map((value, column) => (sqlite.capi.sqlite3_column_type(statement.pointer, column) === sqlite.capi.SQLITE_FLOAT ? writeReal(value) : value)));
    size += rows.at(-1).reduce((sum, value) => sum + (value?.length ?? 8), 0);
    if (size > RULES.LARGEST_ANSWER) throw new Error(`the answer has more than ${RULES.LARGEST_ANSWER / 1e6} MB; ask for less`);
  }
  return rows;
}

/** A number that is not stored as an integer, as Python writes it: 1.0, 1e-07, 1e+16. */
function writeReal(number) {
  const [digits, exponent] = number.toExponential().split("e");
  if (Number.isFinite(number) && (exponent < -4 || exponent > 15)) return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, "0")}`;
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

/** Names of columns, those that come again with a number. */
const numberNames = (names) => names.map((name, place) => {
  const times = names.slice(0, place + 1).filter((other) => other === name).length;
  return times > 1 ? `${name}_${times}` : name;
});

/** What is said of an error. */
function explain({ resultCode, message }) {
  const { SQLITE_INTERRUPT, SQLITE_TOOBIG, SQLITE_NOMEM } = sqlite.capi;
  const limits = {
    [SQLITE_INTERRUPT]: `no answer within ${RULES.SECONDS} seconds; ask for less`,
    [SQLITE_TOOBIG]: `a value would have more than ${RULES.LONGEST_VALUE.toLocaleString("en")} bytes; ask for less`,
    [SQLITE_NOMEM]: `this needs more than ${RULES.MOST_MEMORY / 2 ** 20} MB of memory; ask for less`,
  };
  return limits[resultCode] ?? message.replace(/^SQLITE_\w+: (sqlite3 result code \d+: )?/u, "");
}
