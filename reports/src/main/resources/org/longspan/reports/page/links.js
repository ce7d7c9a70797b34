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

  /** Shows the curves of an arm, on one problem or on all, and opens the folds that hold them. */
  const toCurves = (found) => {
    const tag = found.t === undefined ? "" : ` data-m="${found.m}" data-t="${found.t}"`;
    filter.only(found);
    const holders = [...document.querySelectorAll("#curves > details.fold, #curves > figure")].filter((one) => {
      const inside = one.innerHTML;
      return inside.includes('id="curves-') && inside.includes(tag);
    });
    const figures = holders.map((holder) => folds.reveal((holder.outerHTML.match(/id="(curves-[^"]+?)"/) ?? [])[1]));
    to(figures[0] ?? document.getElementById("curves"));
  };
  const toTrials = (found) => {
    filter.only(found);
    to(document.getElementById("trials"));
  };
  /** Goes to a place that the way back leads from. */
  const to = (place) => {
    if (!place) return;
    if (location.hash !== `#${place.id}`) history.pushState(null, "", `#${place.id}`);
    place.scrollIntoView();
  };

  const MARK = ".leads figure [data-o][data-c]";
  document.documentElement.classList.toggle("leads", document.getElementById("curves") !== null);
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.(MARK);
    if (!mark || mark.dataset.leads !== undefined) return;
    mark.dataset.leads = "";
    let tip = mark.querySelector(":scope > title");
    if (!tip) {
      tip = mark.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "title"));
      tip.textContent = `${page.data.names.o[mark.dataset.o]} × ${page.data.names.c[mark.dataset.c]}`;
    }
    tip.textContent += `. A click leads to its ${mark.closest("#curves") ? "trials" : "curves"}`;
  });

  // The first cell of a row is a button, so that a keyboard gets there too; one that leads elsewhere is a link already.
  const prepare = (root = document) => {
    for (const head of root.querySelectorAll("table.sortable[id] > tbody th:not(:has(button, a))")) {
      head.append(page.make("button", { type: "button" }, ...head.childNodes));
    }
  };
  page.hear("unfolded", prepare);
  prepare();

  document.addEventListener("click", async (event) => {
    const mark = event.target.closest(MARK);
    if (mark) {
      (mark.closest("#curves") ? toTrials : toCurves)(places(mark));
      return;
    }
    const row = event.target.closest("#arm-table tbody th");
    if (row) {
      toCurves(places(row.parentElement));
      return;
    }
    const named = event.target.closest(`${ROW} > th`);
    if (named && !named.querySelector("a")) {
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
