// One article: words selected for a field, words shown for a field, the place search, the map.
import { drawPlace } from "./map.js";

const work = document.getElementById("work");
const one = (selector) => work.querySelector(selector);

// Offsets count characters (code points), as the records do; the text element holds the article's text and nothing else.
const lengthOf = (range) => [...range.toString()].length;

function selected() {
  const text = one("#text");
  const selection = getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = lengthOf(before);
  return { start, end: start + lengthOf(range), words: range.toString().trim() };
}

function fill() {
  const chosen = selected();
  const form = one("#assign");
  if (!chosen || !chosen.words || !form) return;
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  form.elements.words.value = chosen.words;
  form.classList.add("ready");
}

document.addEventListener("mouseup", () => setTimeout(fill));
document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") fill(); });
work.addEventListener("input", (event) => {
  if (event.target.id !== "words") return;
  event.target.form.elements.start.value = "";
  event.target.form.elements.end.value = "";
});

// The words of a field.
work.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show]");
  if (!button) return;
  const marks = [...work.querySelectorAll("#text mark.on")].filter((mark) =>
    mark.dataset.fields.trim().split(" ").some((field) => field === button.dataset.show || field.startsWith(`${button.dataset.show}.`)));
  marks[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
  for (const mark of marks) {
    mark.classList.add("flash");
    setTimeout(() => mark.classList.remove("flash"), 1600);
  }
  if (!marks.length) document.getElementById("told").textContent = "No words of the text stand for this field.";
});

// What words were taken for.
const tip = document.createElement("div");
tip.id = "tip";
tip.hidden = true;
document.body.append(tip);
work.addEventListener("mouseover", (event) => {
  const mark = event.target.closest("mark[data-label]");
  tip.hidden = !mark;
  if (!mark) return;
  tip.textContent = mark.dataset.label;
  const box = mark.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 400)) + scrollX}px`;
  tip.style.top = `${box.bottom + scrollY + 4}px`;
});
work.addEventListener("mouseleave", () => { tip.hidden = true; });
work.addEventListener("dblclick", () => { tip.hidden = true; });

// The place search: a list that arrow keys go through. What it lists answers what is written:
// the answer to fewer letters is taken away, and a key waits for the answer to come.
let asked = 0;
let answered = Promise.resolve();
async function search(input) {
  const box = input.closest(".search");
  const list = box.querySelector("#places");
  const number = ++asked;
  list.replaceChildren();
  close(input, list);
  if (input.value.trim().length < 2) return;
  const query = new URLSearchParams({ q: input.value, country: box.dataset.country });
  const found = await fetch(`/places?${query}`).then((answer) => answer.json()).catch(() => []);
  if (number !== asked) return;
  list.replaceChildren(...found.map((place, i) => {
    const item = document.createElement("li");
    item.id = `place-${i}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.index = place.index;
    item.textContent = place.name;
    return item;
  }));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(Boolean(found.length)));
}
function close(input, list) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
}
function choose(item) {
  const { url, record, seen } = item.closest(".search").dataset;
  htmx.ajax("POST", url, { target: "#work", swap: "innerHTML", values: { record, seen, field: "location", gazetteer: item.dataset.index } });
}
work.addEventListener("input", (event) => { if (event.target.id === "f-search") answered = search(event.target); });
work.addEventListener("mousedown", (event) => {
  const item = event.target.closest("#places li");
  if (item) { event.preventDefault(); choose(item); }
});
work.addEventListener("keydown", async (event) => {
  const input = event.target;
  if (input.id !== "f-search") return;
  const list = input.closest(".search").querySelector("#places");
  if (event.key === "Escape") return close(input, list);
  if (!["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
  event.preventDefault();
  await answered;
  const items = [...list.children];
  const here = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "Enter") {
    if (items.length && !list.hidden) choose(items[Math.max(0, here)]);
    return;
  }
  const next = items[Math.max(0, Math.min(items.length - 1, here + (event.key === "ArrowDown" ? 1 : -1)))];
  items.forEach((item) => item.setAttribute("aria-selected", String(item === next)));
  if (next) input.setAttribute("aria-activedescendant", next.id);
});

// Names for the actors' pick-list, asked for once a page.
fetch("/names").then((answer) => answer.json()).then((names) => {
  const list = document.createElement("datalist");
  list.id = "names";
  list.append(...names.map(({ id, name }) => Object.assign(document.createElement("option"), { value: name, label: id })));
  document.body.append(list);
}).catch(() => {}); // without the list a name is written out

// What is being written while an answer comes is not taken away by it.
let written = null;
document.addEventListener("htmx:beforeSwap", () => {
  const field = document.activeElement;
  const isText = field?.matches?.("#work input:not([type=checkbox]), #work textarea");
  written = isText && field.id && field.value !== field.defaultValue ? { id: field.id, value: field.value } : null;
});
document.addEventListener("htmx:afterSwap", () => {
  const field = written && document.getElementById(written.id);
  if (field && field === document.activeElement && field.id !== "words") field.value = written.value;
});

function draw() {
  const canvas = one("canvas.map");
  if (!canvas) return;
  drawPlace(canvas, JSON.parse(canvas.dataset.here), JSON.parse(canvas.dataset.points)).catch(() => { canvas.hidden = true; });
}
document.addEventListener("htmx:afterSwap", () => { tip.hidden = true; draw(); });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
addEventListener("resize", draw);
draw();
