// What needs no server: preferences, copying, citations, and the way past the navigation. All listeners sit on the document,
// so that they serve static and interactive pages alike.
const root = document.documentElement;
const year = 31536000;

function remember(name, value) {
  document.cookie = `oc-${name}=${encodeURIComponent(value)};path=/;max-age=${value ? year : 0};samesite=lax`;
}

function prefer(name, value) {
  if (value) root.dataset[name] = value; else delete root.dataset[name];
  remember(name, value);
  showPreferences();
}

function showPreferences() {
  for (const button of document.querySelectorAll("[data-pref]")) {
    button.setAttribute("aria-pressed", String((root.dataset[button.dataset.pref] ?? "") === button.dataset.value));
  }
}

function toggleTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  prefer("theme", dark ? "light" : "dark");
}

async function copy(control) {
  await navigator.clipboard.writeText(control.dataset.copy);
  control.classList.add("is-copied");
  setTimeout(() => control.classList.remove("is-copied"), 1500);
}

// Everything that stands for the fact, and the head of the record that it comes from.
function light(number, on) {
  for (const element of document.querySelectorAll(`[data-cite="${number}"]`)) {
    element.classList.toggle("is-on", on);
    document.getElementById(element.closest("ol.facts")?.getAttribute("aria-labelledby"))?.classList.toggle("is-on", on);
  }
}

// On a phone the facts stand behind a tab: open it first, then go there.
async function goToFact(number) {
  const fact = document.getElementById(`fact-${number}`);
  if (!fact) return;
  if (!fact.checkVisibility()) document.querySelector("[data-shows-facts]")?.click();
  for (let tries = 0; tries < 20 && !fact.checkVisibility(); tries++) await new Promise(next => setTimeout(next, 50));
  fact.scrollIntoView({ block: "center", behavior: "smooth" });
  light(number, true);
}

document.addEventListener("click", press => {
  const hit = selector => press.target.closest?.(selector);
  let control;
  if ((control = hit("[data-copy]"))) copy(control);
  else if ((control = hit("button.cite"))) goToFact(control.dataset.cite);
  else if ((control = hit("[data-pref]"))) prefer(control.dataset.pref, control.dataset.value);
  else if (hit("[data-theme-toggle]")) toggleTheme();
  else if ((control = hit("[data-remember]"))) remember(control.dataset.remember, control.dataset.value);
  else if (hit("[data-reconnect]")) Blazor.reconnect().then(back => { if (!back) location.reload(); });
  else if (hit(".skip")) {
    press.preventDefault();
    document.getElementById("main")?.focus();
  }
  if ((control = hit("[popover] a, [popover] button:not([data-pref])"))) control.closest("[popover]").hidePopover();
});

for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
  document.addEventListener(type, event => {
    const cited = event.target.closest?.("[data-cite]");
    if (cited) light(cited.dataset.cite, on);
  });
}

// An invitation's code comes behind the #, which no request carries; from here it goes into the form, and out of the address.
function takeInvitation() {
  const field = document.querySelector("input[data-invitation]");
  if (!field || location.hash.length < 2) return;
  field.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
}

document.addEventListener("toggle", showPreferences, true);
remember("zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
window.addEventListener("hashchange", takeInvitation);
takeInvitation();
