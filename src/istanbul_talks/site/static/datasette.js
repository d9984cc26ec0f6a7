// Datasette's own pages say to screen readers what their boxes are for, and how their headings follow one another.
document.documentElement.lang ||= "en";
document.querySelector("section.content")?.setAttribute("role", "main");
for (const heading of document.querySelectorAll("section.content h3")) heading.setAttribute("aria-level", "2");
const names = { _filter_column: "Column", _filter_op: "Comparison", _filter_value: "Value", _sort: "Sort by", sql: "SQL" };
for (const [name, label] of Object.entries(names)) {
  for (const box of document.querySelectorAll(`:is(select, input, textarea)[name^="${name}"]`)) {
    if (!box.labels.length) box.setAttribute("aria-label", label);
  }
}
// The editor of queries is there only once all has been loaded.
addEventListener("load", () => {
  document.querySelector(".CodeMirror textarea, .cm-content")?.setAttribute("aria-label", "SQL");
});
