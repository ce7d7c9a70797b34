// The way through the page: a cell leads to its curves, a curve to its trials, a trial to its command; and each has an address.
(() => {
  const slug = (text) => text.trim().replace(/[^\w.]+/g, "-");
  const ROW = "table.sortable[id] > tbody > tr";

  /** The address of a row is the id of its table and as many of its first cells as tell it from others. */
  const address = (row) => {
    const cells = [...row.cells].map((cell) => slug(cell.textContent));
    const rows = [...row.parentElement.rows].map((other) => [...other.cells].map((cell) => slug(cell.textContent)));
    let count = 1;
    while (count < cells.length && rows.filter((other) => cells.slice(0, count).every((c, i) => c === other[i])).length > 1) count++;
    return [row.closest("table").id, ...cells.slice(0, count)].join("/");
  };
  const row = (id) => {
    const [table, ...cells] = id.split("/");
    if (!cells.length || !folds.reveal(table)) return null;
    return [...document.querySelectorAll(`#${CSS.escape(table)} > tbody > tr`)].find((one) =>
      cells.every((cell, i) => cell === slug(one.cells[i].textContent)),
    );
  };

  const go = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (id.startsWith("trial-") && trials.mark(id.slice("trial-".length))) return;
    const found = document.getElementById(id) ?? folds.reveal(id) ?? row(id);
    if (found) {
      folds.reveal(found.closest("[id]").id);
      document.querySelectorAll("tr.marked").forEach((row) => row.classList.remove("marked"));
      if (found.matches("tr")) found.classList.add("marked");
      found.scrollIntoView({ block: found.matches("tr") ? "center" : "start" });
    }
  };
  window.addEventListener("hashchange", go);
  go();

  const places = (element) => {
    const found = {};
    for (let at = element; at && at.nodeName !== "figure"; at = at.parentElement) {
      for (const key of ["o", "c", "m", "t", "u"]) {
        if (at.dataset?.[key] !== undefined) found[key] ??= Number(at.dataset[key]);
      }
    }
    return found;
  };

  document.addEventListener("click", async (event) => {
    const cell = event.target.closest("figure [data-o][data-c]");
    if (cell) {
      const inCurves = cell.closest("#curves");
      filter.only(places(cell));
      document.getElementById(inCurves ? "trials" : "curves")?.scrollIntoView();
      return;
    }
    const row = event.target.closest("#arm-table tbody th");
    if (row) {
      filter.only(places(row.parentElement));
      document.getElementById("curves")?.scrollIntoView();
      return;
    }
    const named = event.target.closest(`${ROW} > th`);
    if (named) {
      location.hash = address(named.parentElement);
      return;
    }
    const button = event.target.closest("button.copy");
    if (!button) return;
    const words = button.parentElement.querySelector("code, pre").textContent;
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector("code, pre"));
      button.textContent = "Selected: press Ctrl C";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
})();
