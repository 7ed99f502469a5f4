// Tells a page when the window is too narrow for a wide table, and when it no longer is.
export function watch(page) {
  const query = matchMedia("(max-width: 760px)");
  const tell = () => page.invokeMethodAsync("ChangedAsync", query.matches);
  query.addEventListener("change", tell);
  if (query.matches) tell();
  return { end() { query.removeEventListener("change", tell); } };
}
