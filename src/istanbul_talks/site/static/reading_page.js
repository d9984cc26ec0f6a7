// Walking the quotes of the reading page: click, j and k, Enter, Esc; a card on a phone; positions of a selection.
// Without this script the list beside the text leads to every quote.
"use strict";

const text = document.querySelector(".text");
const items = [...document.querySelectorAll(".quote")];
const list = document.querySelector("aside");
const card = document.getElementById("card");
const chosen = document.getElementById("selected");
let current = items.findIndex((item) => item.classList.contains("current"));

/** The layers whose boxes are ticked. */
const layers = () => [...document.querySelectorAll("#tools input:checked")].map((box) => box.value);

/** Whether a quote is in a layer that is shown. */
const shown = (number) => layers().some((layer) => items[number].classList.contains(layer));

/** The pieces of the text that a quote covers. */
const marks = (number) => [...text.querySelectorAll(`mark[data-q~="${number}"]`)];

/** Bring out a quote, none for -1: its words, its place in the list, its card. */
function focus(number, scroll = true) {
  document.querySelectorAll("mark.focus").forEach((mark) => mark.classList.remove("focus"));
  items[current]?.classList.remove("current");
  current = number;
  card.hidden = number < 0;
  if (number < 0) {
    history.replaceState(null, "", location.pathname);
    return;
  }
  marks(number).forEach((mark) => mark.classList.add("focus"));
  items[number].classList.add("current");
  reveal(items[number]);
  fill(items[number]);
  if (scroll) marks(number)[0]?.scrollIntoView({ block: "center" });
  history.replaceState(null, "", items[number].querySelector(".quoted").getAttribute("href"));
}

/** Scroll the list, and nothing but the list, to a quote. */
function reveal(item) {
  list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

/** Whether words stand in the window. */
const seen = (mark) => mark.getBoundingClientRect().bottom > 0 && mark.getBoundingClientRect().top < innerHeight;

/** Keep the list beside the words that are read, unless it is in use itself. */
function follow() {
  if (list.matches(":hover, :focus-within") || marks(current).some(seen)) return;
  const first = [...text.querySelectorAll("mark[data-q]")].find(seen);
  if (first) reveal(items[first.dataset.q.split(" ")[0]]);
}

/** Show in the card what the list says of a quote. */
function fill(item) {
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => focus(-1));
  const copy = item.cloneNode(true);
  copy.removeAttribute("id");
  card.replaceChildren(close, ...copy.childNodes);
}

/** Go on to the next quote that is shown, or back for -1. */
function walk(step) {
  let number = current < 0 && step < 0 ? items.length : current;
  do number += step; while (items[number] && !shown(number));
  if (items[number]) focus(number);
}

/** Choose among the quotes that cover a piece: the shortest first, the next at each further click. */
function choose(mark) {
  const length = (number) => items[number].querySelector(".quoted").textContent.length;
  const covering = mark.dataset.q.split(" ").map(Number).filter(shown).sort((a, b) => length(a) - length(b));
  if (covering.length) focus(covering[(covering.indexOf(current) + 1) % covering.length], false);
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  Escape: () => focus(-1),
  Enter: () => current >= 0 && items[current].querySelector("ul a").click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input[type=search], button") || (event.key === "Enter" && event.target.closest("a, input"));
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-q]");
  if (mark && getSelection().isCollapsed) choose(mark);
});

list.addEventListener("click", (event) => {
  const item = event.target.closest(".quoted") && event.target.closest(".quote");
  if (!item) return;
  event.preventDefault();
  focus(items.indexOf(item));
});

addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });

/** How many code points stand before a place in the text; the browser counts UTF-16 units, the dataset does not. */
function position(node, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return [...before.toString()].length;
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  const inside = range && text.contains(range.commonAncestorContainer) && !text.querySelector(".gap");
  chosen.textContent = inside
    ? `Selected: characters ${position(range.startContainer, range.startOffset)} to ${position(range.endContainer, range.endOffset)}`
    : "";
});

const wanted = items.findIndex((item) => item.querySelector(".quoted").hash === decodeURIComponent(location.hash));
if (wanted >= 0) focus(wanted);
