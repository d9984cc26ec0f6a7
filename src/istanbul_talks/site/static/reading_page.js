// Walking the quotes of the reading page: click, j and k, Enter, Esc; a card on a phone; positions of a selection.
// Without this script the list beside the text leads to every quote.
"use strict";

const text = document.querySelector(".text");
const quotes = [...document.querySelectorAll(".quote")];
const list = document.querySelector("aside");
const card = document.getElementById("card");
const selectionNote = document.getElementById("selected");
let current = quotes.findIndex((quote) => quote.classList.contains("current"));

/** The layers whose boxes are ticked. */
const listLayers = () => [...document.querySelectorAll("#tools input:checked")].map((box) => box.value);

/** Whether a quote is in a layer that is shown. */
const isShown = (number) => listLayers().some((layer) => quotes[number].classList.contains(layer));

/** The pieces of the text that a quote covers. */
const findMarks = (number) => [...text.querySelectorAll(`mark[data-q~="${number}"]`)];

/** Highlight a quote, none for -1: its words, its entry in the list, its card. */
function focus(number, scroll = true) {
  document.querySelectorAll("mark.focus").forEach((mark) => mark.classList.remove("focus"));
  quotes[current]?.classList.remove("current");
  current = number;
  card.hidden = number < 0;
  if (number < 0) {
    history.replaceState(null, "", location.pathname);
    return;
  }
  findMarks(number).forEach((mark) => mark.classList.add("focus"));
  quotes[number].classList.add("current");
  scrollListTo(quotes[number]);
  fillCard(quotes[number]);
  if (scroll) findMarks(number)[0]?.scrollIntoView({ block: "center" });
  history.replaceState(null, "", quotes[number].querySelector(".quoted").getAttribute("href"));
}

/** Scroll the list, and nothing but the list, to a quote. */
function scrollListTo(quote) {
  list.scrollTop += quote.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

/** Whether marked words are in the window. */
const isInView = (mark) => mark.getBoundingClientRect().bottom > 0 && mark.getBoundingClientRect().top < innerHeight;

/** Scroll the list to the first quote in the window, unless the list is in use itself. */
function keepListInStep() {
  if (list.matches(":hover, :focus-within") || findMarks(current).some(isInView)) return;
  const first = [...text.querySelectorAll("mark[data-q]")].find(isInView);
  if (first) scrollListTo(quotes[first.dataset.q.split(" ")[0]]);
}

/** Show in the card what the list says of a quote. */
function fillCard(quote) {
  const close = document.createElement("button");
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => focus(-1));
  const copy = quote.cloneNode(true);
  copy.removeAttribute("id");
  card.replaceChildren(close, ...copy.childNodes);
}

/** Go on to the next quote that is shown, or back for -1. */
function goTo(step) {
  let number = current < 0 && step < 0 ? quotes.length : current;
  do number += step; while (quotes[number] && !isShown(number));
  if (quotes[number]) focus(number);
}

/** Choose among the quotes that cover a piece: the shortest first, the next at each further click. */
function chooseAt(mark) {
  const length = (number) => quotes[number].querySelector(".quoted").textContent.length;
  const covering = mark.dataset.q.split(" ").map(Number).filter(isShown).sort((a, b) => length(a) - length(b));
  if (covering.length) focus(covering[(covering.indexOf(current) + 1) % covering.length], false);
}

const KEYS = {
  j: () => goTo(1),
  k: () => goTo(-1),
  Escape: () => focus(-1),
  Enter: () => current >= 0 && quotes[current].querySelector("ul a").click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input[type=search], button") || (event.key === "Enter" && event.target.closest("a, input"));
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-q]");
  if (mark && getSelection().isCollapsed) chooseAt(mark);
});

list.addEventListener("click", (event) => {
  const quote = event.target.closest(".quoted") && event.target.closest(".quote");
  if (!quote) return;
  event.preventDefault();
  focus(quotes.indexOf(quote));
});

addEventListener("scroll", () => requestAnimationFrame(keepListInStep), { passive: true });

/** The offset of a place in the text, in code points as in the dataset; the browser counts UTF-16 units. */
function countCodePoints(node, offset) {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(node, offset);
  return [...before.toString()].length;
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  const inside = range && text.contains(range.commonAncestorContainer) && !text.querySelector(".gap");
  selectionNote.textContent = inside
    ? `Selected: characters ${countCodePoints(range.startContainer, range.startOffset)} to ${countCodePoints(range.endContainer, range.endOffset)}`
    : "";
});

const wanted = quotes.findIndex((quote) => quote.querySelector(".quoted").hash === decodeURIComponent(location.hash));
if (wanted >= 0) focus(wanted);
