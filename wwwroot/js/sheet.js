// What a spreadsheet in the browser needs before the server can answer: which keys are its own, the input that takes the first letter,
// the clipboard, and where the pointer is. What any of it means is decided by SheetGrid.
const ours = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", "Enter", "F2", "Delete", "Backspace"]);
const rowHeight = 32;
const reportEvery = 8;

export function attach(root, page) {
  const grid = root.querySelector("[role=grid]"), scroller = root.querySelector("[data-scroll]"), float = root.querySelector("[data-float]");
  const input = root.querySelector("[data-editor]"), drop = root.querySelector("[data-drop]");
  const ends = new AbortController(), heard = { signal: ends.signal };
  let leaving = false, reported = 0, selecting = false, dragged = null;

  const active = () => document.getElementById(grid.getAttribute("aria-activedescendant"));
  const isEditing = () => !input.hidden;
  const readOnly = () => "readonly" in grid.dataset;
  const cellAt = target => target.closest?.("th[aria-colindex], td[aria-colindex]");
  const placeOf = cell => [cell.parentElement.dataset.index === undefined ? -1 : Number(cell.parentElement.dataset.index), cell.ariaColIndex - 1];

  // Over the active cell, wherever scrolling has taken it; out of sight with it.
  function place() {
    const cell = active();
    float.hidden = !cell;
    if (!cell) return;
    const at = cell.getBoundingClientRect(), from = root.getBoundingClientRect(), seen = scroller.getBoundingClientRect();
    float.style.visibility = at.bottom < seen.top || at.top > seen.bottom || at.right < seen.left || at.left > seen.right ? "hidden" : "";
    Object.assign(float.style, { left: `${at.left - from.left}px`, top: `${at.top - from.top}px`, width: `${at.width}px`, height: `${at.height}px` });
    const tip = float.querySelector(".celltip");
    if (tip) tip.style.left = `${Math.min(0, innerWidth - 12 - at.left - tip.offsetWidth)}px`;
  }

  function open(waits) {
    input.hidden = false;
    input.readOnly = waits;
    input.value = "";
    place();
    input.focus({ preventScroll: true });
  }

  function close() {
    grid.focus({ preventScroll: true });
    input.hidden = true;
  }

  grid.addEventListener("keydown", press => {
    const ctrl = press.ctrlKey || press.metaKey;
    const wasLeaving = leaving;
    leaving = press.key === "Escape" || (leaving && press.key === "Shift");
    if (press.key === "Tab") {
      if (!wasLeaving && grid.dataset.end !== (press.shiftKey ? "first" : "last")) press.preventDefault();
      return;
    }
    if (press.key.length === 1 && !ctrl && !press.altKey) {
      if (readOnly()) return;
      press.stopPropagation();
      const cell = active();
      if (!cell) scroller.scrollTop = Number(grid.dataset.row) * rowHeight;
      else if (Number(grid.dataset.row) >= 0) open(false);
      return;
    }
    if (ours.has(press.key) || (ctrl && ["a", "y", "z", "Z"].includes(press.key))) press.preventDefault();
    if ((press.key === "F2" || (press.key === "Enter" && !ctrl)) && !readOnly()) {
      const cell = active();
      if (cell && (!("opens" in cell.dataset) || (press.key === "F2" && Number(grid.dataset.row) >= 0))) open(true);
    }
  }, heard);

  input.addEventListener("keydown", press => {
    const picked = input.getAttribute("aria-activedescendant"), listed = root.querySelector("[role=listbox]");
    if (press.key === "Enter" || press.key === "Tab") {
      press.preventDefault();
      if (!picked) close();
    } else if (press.key === "Escape") {
      close();
    } else if (press.key === "ArrowUp" || press.key === "ArrowDown") {
      press.preventDefault();
      if (!listed) close();
    }
  }, heard);
  input.addEventListener("blur", () => { input.hidden = true; }, heard);
  float.addEventListener("pointerdown", press => { if (press.target !== input) press.preventDefault(); }, heard);
  float.addEventListener("mousedown", press => { if (press.target !== input) press.preventDefault(); }, heard);

  grid.addEventListener("pointerdown", press => {
    const cell = cellAt(press.target);
    if (!cell || press.button !== 0) return;
    const [row, column] = placeOf(cell);
    if (press.target.closest("[data-drag]") && !readOnly()) {
      dragged = row;
      grid.setPointerCapture(press.pointerId);
    } else {
      selecting = press.pointerType !== "touch";
    }
    page.invokeMethodAsync("Point", row, column, press.shiftKey);
  }, heard);
  grid.addEventListener("mousedown", press => {
    press.preventDefault();
    grid.focus({ preventScroll: true });
  }, heard);
  let over = null;
  grid.addEventListener("pointermove", move => {
    if (dragged !== null) {
      const row = document.elementFromPoint(move.clientX, move.clientY)?.closest("tr[data-index]");
      if (!row || !grid.contains(row)) return;
      const box = row.getBoundingClientRect(), below = move.clientY > box.top + box.height / 2;
      drop.hidden = false;
      drop.style.top = `${(below ? box.bottom : box.top) - root.getBoundingClientRect().top}px`;
      drop.dataset.to = Number(row.dataset.index) + (below ? 1 : 0);
    } else if (selecting && move.buttons === 1) {
      const cell = cellAt(move.target);
      if (!cell || cell === over || cell === active()) return;
      over = cell;
      page.invokeMethodAsync("Point", ...placeOf(cell), true);
    }
  }, heard);
  addEventListener("pointerup", () => {
    if (dragged !== null && !drop.hidden) page.invokeMethodAsync("DropAsync", dragged, Number(drop.dataset.to));
    drop.hidden = true;
    [dragged, selecting, over] = [null, false, null];
  }, heard);
  grid.addEventListener("dblclick", press => {
    const cell = cellAt(press.target);
    if (!cell) return;
    const [row, column] = placeOf(cell);
    if (!("opens" in cell.dataset) && !readOnly()) open(true);
    page.invokeMethodAsync("OpenAsync", row, column);
  }, heard);

  async function write(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Without a secure origin only the old way is left.
    const area = document.body.appendChild(Object.assign(document.createElement("textarea"), { value: text }));
    area.select();
    document.execCommand("copy");
    area.remove();
    grid.focus({ preventScroll: true });
  }
  for (const [type, method] of [["copy", "Copy"], ["cut", "CutAsync"]]) {
    grid.addEventListener(type, async event => {
      event.preventDefault();
      await write(await page.invokeMethodAsync(method));
    }, heard);
  }
  grid.addEventListener("paste", event => {
    event.preventDefault();
    page.invokeMethodAsync("PasteAsync", event.clipboardData.getData("text/plain"));
  }, heard);

  scroller.addEventListener("scroll", () => {
    place();
    const first = Math.floor(scroller.scrollTop / rowHeight);
    if (Math.abs(first - reported) >= reportEvery || first === 0 && reported !== 0) page.invokeMethodAsync("Scrolled", reported = first);
  }, heard);
  addEventListener("resize", place, heard);
  const moved = new MutationObserver(changes => {
    if (changes.some(change => change.attributeName === "aria-activedescendant") && grid.contains(document.activeElement) | isEditing()) active()?.scrollIntoView({ block: "nearest", inline: "nearest" });
    place();
  });
  moved.observe(grid, { attributeFilter: ["aria-activedescendant"] });
  moved.observe(root, { attributeFilter: ["data-revision"] });
  moved.observe(float, { childList: true });
  place();

  return {
    // The server's text for the cell that was opened, or a suggestion taken.
    edit(text) {
      if (input.hidden) open(false);
      input.readOnly = false;
      input.value = text;
      input.setSelectionRange(text.length, text.length);
      place();
    },
    // Somebody was led to the active cell from elsewhere.
    show() {
      active()?.scrollIntoView({ block: "center", inline: "nearest" });
      grid.focus({ preventScroll: true });
      place();
    },
    detach() {
      ends.abort();
      moved.disconnect();
    },
  };
}
