// The way through the page: a cell leads to its curves, a curve to its trials, a trial to its command; and each has an address.
(() => {
  const go = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (id.startsWith("trial-") && trials.mark(id.slice("trial-".length))) return;
    const found = document.getElementById(id) ?? folds.reveal(id);
    if (found) {
      folds.reveal(id);
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
