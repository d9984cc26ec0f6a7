// Words as a reader is shown them, and as a program gets them: text without the articles' markup, cells, CSV.
import { RULES } from "./database.js";

/** The spans of a text that are markup, in order. */
function findMarkup(text, shift = 0) {
  return [...text.matchAll(new RegExp(RULES.MARKUP, "gmu"))].flatMap((found) => {
    const [start, end, signs] = [shift + found.index, shift + found.index + found[0].length, found.slice(1).filter((sign) => sign !== undefined)];
    if (!signs.length) return [[start, end]];
    const [first, last] = [start + signs[0].length, end - signs[1].length];
    return [[start, first], ...findMarkup(text.slice(first - shift, last - shift), first), [last, end]];
  });
}

/** Consecutive pieces of a text without the markup of the whole. */
export function stripMarkup(pieces) {
  const isMarkup = new Set(findMarkup(pieces.join("")).flatMap(([start, end]) => Array.from({ length: end - start }, (_, place) => start + place)));
  let place = 0;
  return pieces.map((piece) => piece.split("").filter(() => !isMarkup.has(place++)).join(""));
}

/** A text in which quotation marks inside a quotation are single ones. */
export function nestMarks(text) {
  const open = [];
  return text.replace(/[“”"]/gu, (sign) => {
    const opens = sign === "“" || (sign === '"' && !open.includes('"') && open.includes("“"));
    if (opens) return open.push(sign) === 1 ? sign : "‘";
    if (sign === '"' ? !open.includes('"') : !open.length) return sign;
    open.pop();
    return open.length ? "’" : sign;
  });
}

/** Words of an article or of a record as running text. */
export const readable = (text) => nestMarks(stripMarkup([String(text)])[0]);

/** The objects of a cell that holds some, with a text each; undefined of any other. */
export function decode(value) {
  if (typeof value !== "string" || !value.startsWith(RULES.OPENING)) return undefined;
  try {
    const objects = JSON.parse(value);
    return objects.every((one) => typeof one?.text === "string") ? objects : undefined;
  } catch {
    return undefined;
  }
}

/** A value as text: each object of a cell a line, bytes in hexadecimal. */
export function display(value) {
  if (value instanceof Uint8Array) return Array.from(value, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return decode(value)?.map(({ text }) => text.trim().split(/\s+/u).join(" ")).join("\n") ?? String(value ?? "");
}

/** Rows as CSV, the same as `talks sql --csv`. */
export function writeCsv(names, rows) {
  const quote = (value) => (/[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [names, ...rows].map((row) => (row.length === 1 ? quote(display(row[0])) || '""' : row.map((value) => quote(display(value))).join(","))).join("\n") + "\n";
}
