// Datasette's own pages say to screen readers what their boxes are for.
document.documentElement.lang ||= "en";
document.querySelector("section.content")?.setAttribute("role", "main");
const names = { _filter_column: "Column", _filter_op: "Comparison", _filter_value: "Value", _sort: "Sort by", sql: "SQL" };
for (const [name, label] of Object.entries(names)) {
  for (const box of document.querySelectorAll(`:is(select, input, textarea)[name^="${name}"]`)) {
    if (!box.labels.length) box.setAttribute("aria-label", label);
  }
}
