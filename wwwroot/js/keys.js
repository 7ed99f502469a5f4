// The keyboard. A control says in data-key which key presses it: "a", "?", "ctrl+k", or "g c" for two in a row.
// A row says data-row: j and k move between rows, x selects one. Nothing here fires while somebody types, except keys with Ctrl.
const pairMillis = 1200;
let first = null;

const isTyping = element => element.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]") != null;
const scope = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
const isUsable = element => !element.disabled && element.checkVisibility();
const rowOf = element => element?.closest?.("[data-row]");

function nameOf(press) {
  const key = press.key.toLowerCase();
  return press.ctrlKey || press.metaKey ? "ctrl+" + key : key;
}

// The control in the focused row is meant before the first one on the page.
function find(name) {
  const controls = [...scope().querySelectorAll(`[data-key="${CSS.escape(name)}"]`)].filter(isUsable);
  const row = rowOf(document.activeElement);
  return controls.find(control => row?.contains(control)) ?? controls[0];
}

function move(step) {
  const rows = [...scope().querySelectorAll("[data-row]")].filter(isUsable);
  if (rows.length === 0) return false;
  const at = rows.indexOf(rowOf(document.activeElement));
  const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
  const target = row.matches("a, button, [tabindex]") ? row : row.querySelector("a[href], button, [tabindex]");
  target?.focus();
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function act(name) {
  const control = find(name);
  if (control) {
    control.click();
    return true;
  }
  if (name === "j" || name === "k") return move(name === "j" ? 1 : -1);
  if (name === "x") {
    const box = rowOf(document.activeElement)?.querySelector("input[type=checkbox]");
    box?.click();
    return box != null;
  }
  return false;
}

document.addEventListener("keydown", press => {
  if (press.defaultPrevented || press.isComposing || press.altKey) return;
  const name = nameOf(press);
  if (!name.startsWith("ctrl+") && isTyping(press.target)) return;
  const pair = first && press.timeStamp - first.at < pairMillis ? `${first.name} ${name}` : null;
  first = null;
  if ((pair && act(pair)) || act(name)) {
    press.preventDefault();
  } else if (name.length === 1 && scope().querySelector(`[data-key^="${CSS.escape(name)} "]`)) {
    first = { name, at: press.timeStamp };
  }
});
