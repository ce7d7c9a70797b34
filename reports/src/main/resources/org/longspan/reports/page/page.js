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
      const embedded = figure.querySelector("script[type='text/csv']").textContent.trimStart();
      save(`${name}.csv`, "text/csv", embedded.replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
    }
  });

  // A page that was opened as a file knows the folder that its commands name.
  // A folder whose name is not UTF-8 has no text to show, so the commands keep DIR.
  const decoded = (path) => {
    try {
      return decodeURIComponent(path);
    } catch {
      return null;
    }
  };
  const file = location.protocol === "file:" ? decoded(location.pathname) : null;
  if (file !== null) {
    const path = file.replace(/\/[^/]*$/, "").replace(/^\/(?=[A-Za-z]:)/, "") || "/";
    const folder = /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
    for (const command of document.querySelectorAll("code.replay")) {
      command.textContent = command.textContent.replace(" DIR ", () => ` ${folder} `);
    }
  }

  // Every row gets its command; in the page it stands once.
  const table = document.getElementById("trial-table");
  const replay = document.querySelector("#trials code.replay").textContent;
  const head = document.createElement("th");
  head.scope = "col";
  head.textContent = "Replay";
  table.tHead.rows[0].append(head);
  for (const row of table.tBodies[0].rows) {
    const command = document.createElement("code");
    command.className = "replay";
    row.dataset.outcome = row.cells[9].textContent;
    command.textContent = replay.replace(/ ID(?= |$)/, ` ${row.cells[0].textContent}`);
    row.insertCell().append(command);
  }

  const number = (text) => {
    const plain = text.replaceAll(",", "").replace("∞", "Infinity").replace("−", "-").trim();
    return plain === "" ? NaN : Number(plain);
  };

  // Numbers first, then words, and rows without a value last, whichever way each of these is sorted.
  const rank = (text) => (/^[–-]?$/.test(text.trim()) ? 2 : Number.isNaN(number(text)) ? 1 : 0);
  const compare = (a, b, down) => {
    const first = rank(a) - rank(b);
    if (first !== 0) return first;
    const order = rank(a) === 0 ? number(a) - number(b) || 0 : a.localeCompare(b, "en");
    return down ? -order : order;
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
        rows.sort((a, b) => compare(a[0], b[0], down));
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
