// The reading page: j and k go to the next and the previous passage; positions of a selection.
// Without this script the links between passages and notes do all the rest.
"use strict";

const texts = [...document.querySelectorAll(".text")];
const marks = [...document.querySelectorAll(".m")];
const selectionNote = document.getElementById("selected");

/** Go to the next passage, or back for -1, from the one in focus, or to the one that was asked for or is in view. */
function goTo(step) {
  const focused = marks.indexOf(document.activeElement);
  const asked = marks.findIndex((mark) => mark.matches(":target, :has(:target, mark)"));
  const inView = marks.findIndex((mark) => mark.getBoundingClientRect().bottom > 0);
  const target = marks[focused < 0 ? Math.max(asked < 0 ? inView : asked, 0) : focused + step];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, button") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") goTo(1);
  if (event.key === "k") goTo(-1);
});

/** The offset of a place in the article, in code points as in the dataset; the browser counts UTF-16 units. */
function countCodePoints(node, offset) {
  const own = texts.findIndex((text) => text.contains(node));
  const before = document.createRange();
  before.setStart(texts[own], 0);
  before.setEnd(node, offset);
  const count = (words) => [...words].length;
  return texts.slice(0, own).reduce((sum, text) => sum + count(text.textContent), count(before.toString()));
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  const isIn = (node) => texts.some((text) => text.contains(node));
  const inside = range && isIn(range.startContainer) && isIn(range.endContainer) && !document.querySelector(".gap");
  selectionNote.textContent = inside
    ? `Selected: characters ${countCodePoints(range.startContainer, range.startOffset)} to ${countCodePoints(range.endContainer, range.endOffset)}`
    : "";
});
