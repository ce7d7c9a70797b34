(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const plan = document.body.dataset.plan;

  // A figure on its own needs the colours that the page gives it, and a ground to stand on.
  const standalone = (svg) => {
    const copy = svg.cloneNode(true);
    const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
    style.textContent = document.getElementById("figure-style").textContent;
    const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("style", "fill:var(--card)");
    copy.prepend(style, ground);
    return new XMLSerializer().serializeToString(copy);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-save]");
    if (!button) return;
    const figure = button.closest("[data-name]");
    const name = `longspan-${plan}-${figure.dataset.name}`;
    if (button.dataset.save === "svg") {
      save(`${name}.svg`, "image/svg+xml", standalone(figure.querySelector("svg")));
    } else {
      save(`${name}.csv`, "text/csv", figure.querySelector("script[type='text/csv']").textContent.trimStart());
    }
  });

  const number = (text) => {
    const plain = text.replaceAll(",", "").replace("∞", "Infinity").trim();
    return plain === "" ? NaN : Number(plain);
  };

  const compare = (a, b) => {
    const x = number(a), y = number(b);
    if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
    if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
    return a.localeCompare(b, "en");
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => [row.cells[column].textContent, row]);
        rows.sort((a, b) => (down ? compare(b[0], a[0]) : compare(a[0], b[0])));
        body.append(...rows.map((row) => row[1]));
      });
    });
  }

  const search = document.getElementById("filter-text");
  const outcome = document.getElementById("filter-outcome");
  const shown = document.getElementById("filter-shown");
  const trials = document.querySelector("#trials tbody");
  if (trials) {
    const rows = [...trials.rows].map((row) => [row, row.textContent.toLowerCase(), row.dataset.outcome]);
    const apply = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const [row, text, ended] of rows) {
        const show = (!outcome.value || ended === outcome.value) && words.every((word) => text.includes(word));
        row.hidden = !show;
        count += show;
      }
      shown.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} trials`;
    };
    search.addEventListener("input", apply);
    outcome.addEventListener("change", apply);
    apply();
  }
})();
