// Words as a reader is shown them, and as a program gets them: text without the articles' markup, cells, CSV.
import { RULES } from "./database.js";

/** A text without an article's markup, that inside of other markup too. */
export const stripMarkup = (text) => text.replace(new RegExp(RULES.MARKUP, "gmu"), (whole, ...groups) => {
  const [first, last] = groups.filter((sign) => typeof sign === "string" && sign !== text);
  return first === undefined ? "" : stripMarkup(whole.slice(first.length, -last.length));
});

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
export const readable = (text) => nestMarks(stripMarkup(String(text)));

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
