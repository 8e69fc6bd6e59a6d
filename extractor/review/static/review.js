// Keys for every page. A key clicks what bears it in data-hotkey, focuses what bears it in data-hotkey-focus, and opens
// what bears it in data-hotkey-open; so each key does what a button on the page does, and nothing else.

const isField = (element) => element instanceof HTMLElement && element.matches("input, select, textarea, [contenteditable]");

function step(rows, by) {
  const here = rows.findIndex((row) => row === document.activeElement || row.getAttribute("aria-current") === "true");
  const next = rows[here + by] ?? (here < 0 ? rows[0] : undefined);
  if (!next) return false;
  if (next.hasAttribute("hx-get")) next.click();
  else next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function press(key) {
  if (key === "j" || key === "k") return step([...document.querySelectorAll("[data-row]")], key === "j" ? 1 : -1);
  const named = CSS.escape(key);
  const button = document.querySelector(`[data-hotkey="${named}"]`);
  if (button) return button.click(), true;
  const field = document.querySelector(`[data-hotkey-focus="${named}"]`);
  if (field) return field.focus(), true;
  const details = document.querySelector(`[data-hotkey-open="${named}"]`);
  if (!details) return false;
  details.open = true;
  details.querySelector("button, input, summary")?.focus();
  return true;
}

function heard(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && isField(document.activeElement)) {
    document.activeElement.blur();
    return;
  }
  if (isField(event.target) || document.querySelector("dialog[open]")) return;
  if (press(event.key)) event.preventDefault();
}

// Before htmx has seen the page (it looks when the document is whole) a key would send a form past it.
document.addEventListener("DOMContentLoaded", () => {
  document.addEventListener("keydown", heard);
  document.body.dataset.ready = "yes";
});
document.getElementById("help-button").addEventListener("click", () => document.getElementById("help").showModal());

// What the server says goes to those who hear the page too.
const tell = (message) => { document.getElementById("told").textContent = message; };
document.addEventListener("htmx:afterSwap", () => {
  tell(document.querySelector("[data-told]")?.dataset.told || "Saved.");
});
for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, () => {
    const work = document.getElementById("work");
    work?.querySelector(":scope > .wrong.lost")?.remove();
    const lost = document.createElement("p");
    lost.className = "wrong lost";
    lost.setAttribute("role", "alert");
    lost.textContent = "Not saved: the server does not answer. Start it again, open the address that it prints, and go on; all that was saved is there.";
    work?.prepend(lost);
  });
}
