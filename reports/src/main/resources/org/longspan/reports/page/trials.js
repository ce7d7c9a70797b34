// The table of trials is drawn as its rows come into view, from the columns in the page's data.
const trials = (() => {
  const { columns, names, replay } = page.data;
  const HEADS = [
    ["o", "Optimizer"], ["c", "Clipping"], ["u", "Outcome"], ["cost", "Cost (sequence-forwards)"], ["t", "Task"], ["length", "T"],
    ["m", "Model"], ["block", "Block"], ["rate", "Learning rate"], ["settings", "Other tuned settings"], ["detail", "Detail"],
    ["updates", "Updates"], ["loss", "Final loss"], ["seconds", "Seconds"], ["id", "Trial"], ["replay", "Replay"],
  ];
  const NUMBERS = new Set(["cost", "length", "block", "rate", "updates", "loss", "seconds"]);
  const ROW = 32; // pixels, as the style has it
  const SPARE = 12;
  const table = document.getElementById("trial-table");
  const view = document.getElementById("trials-view");
  const shown = document.getElementById("trials-shown");
  if (!table) return { mark: () => false }; // a page of one run has none

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
  let command = replay;
  if (file !== null) {
    const path = file.replace(/\/[^/]*$/, "").replace(/^\/(?=[A-Za-z]:)/, "") || "/";
    const folder = /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
    command = replay.replace(" DIR ", () => ` ${folder} `);
  }

  const text = (key, i) => {
    if (key === "replay") return command.replace(/ ID(?= |$)/, ` ${columns.id[i]}`);
    if (key in names) return names[key][columns[key][i]];
    if (columns[key].words) return columns[key].words[columns[key].places[i]];
    const value = columns[key][i];
    if (value === null) return "–";
    if (!NUMBERS.has(key)) return value;
    return Number.isInteger(value) || Math.abs(value) >= 1000
      ? value.toLocaleString("en", { maximumFractionDigits: 0 })
      : String(value);
  };

  const total = columns.id.length;
  const every = Array.from({ length: total }, (_, i) => i);
  let typed = new Map();
  let sorted = every;
  let rows = every;
  let marked = -1;

  const draw = () => {
    const first = Math.max(0, Math.floor(view.scrollTop / ROW) - SPARE);
    const last = Math.min(rows.length, first + Math.ceil(view.clientHeight / ROW) + 2 * SPARE);
    const spacer = (count) => {
      const row = page.make("tr", { className: "spacer" });
      row.setAttribute("aria-hidden", "true");
      const cell = page.make("td", { colSpan: HEADS.length });
      cell.style.height = `${count * ROW}px`;
      row.append(cell);
      return row;
    };
    const drawn = rows.slice(first, last).map((i, offset) => {
      const row = page.make("tr", { className: i === marked ? "marked" : "" });
      row.setAttribute("aria-rowindex", String(first + offset + 2));
      HEADS.forEach(([key], column) => {
        const cell = page.make(column === 0 ? "th" : "td", { className: NUMBERS.has(key) ? "n" : "" });
        if (column === 0) cell.scope = "row";
        if (key === "id") {
          cell.append(page.make("a", { href: `#trial-${columns.id[i]}`, textContent: columns.id[i] }));
        } else if (key === "replay") {
          const button = page.make("button", { type: "button", className: "copy", textContent: "Copy" });
          button.setAttribute("aria-label", `Copy the command that replays ${columns.id[i]}`);
          cell.append(page.make("code", { className: "replay", textContent: text(key, i) }), " ", button);
        } else {
          cell.textContent = text(key, i);
        }
        row.append(cell);
      });
      return row;
    });
    table.tBodies[0].replaceChildren(
      ...(first > 0 ? [spacer(first)] : []),
      ...drawn,
      ...(last < rows.length ? [spacer(rows.length - last)] : []),
    );
  };

  const apply = () => {
    rows = sorted.filter(
      (i) =>
        ["o", "c", "m", "t", "u"].every((key) => filter.shows(key, columns[key][i])) &&
        [...typed].every(([column, words]) => tables.meets(text(HEADS[column][0], i), words)),
    );
    table.setAttribute("aria-rowcount", String(rows.length + 1));
    shown.textContent = `${rows.length.toLocaleString("en")} of ${total.toLocaleString("en")} trials`;
    draw();
  };

  const head = page.make("tr");
  for (const [key, title] of HEADS) {
    const cell = page.make("th", { scope: "col", className: NUMBERS.has(key) ? "n" : "", textContent: title });
    head.append(cell);
  }
  table.tHead.append(head);
  tables.heads(table, {
    sort: (column, down) => {
      const key = HEADS[column][0];
      const texts = every.map((i) => text(key, i));
      sorted = [...every].sort((a, b) => tables.compare(texts[a], texts[b], down) || a - b);
      apply();
    },
    filter: (words) => ((typed = words), apply()),
  });
  let pending;
  view.addEventListener("scroll", () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(draw);
  });
  page.hear("filtered", apply);
  apply();

  /** Brings the row of a trial into view and marks it. */
  const mark = (id) => {
    const i = columns.id.indexOf(id);
    if (i < 0) return false;
    if (!rows.includes(i)) filter.only({});
    marked = i;
    view.scrollTop = Math.max(0, rows.indexOf(i) * ROW - view.clientHeight / 2);
    draw();
    view.scrollIntoView({ block: "center" });
    return true;
  };
  return { mark };
})();
