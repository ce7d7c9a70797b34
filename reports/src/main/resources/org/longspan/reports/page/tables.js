// Tables sort by a click on a heading, and each column filters.
const tables = (() => {
  const FEW = 12; // rows that nobody filters
  const number = (text) => {
    const plain = text.replaceAll(",", "").replace("∞", "Infinity").replaceAll("−", "-").replace(/\s*%$/, "").replace(/^> /, "").trim();
    return plain === "" ? NaN : Number(plain);
  };

  // Numbers first, then words, and rows without a value last, whichever way each of these is sorted.
  const rank = (text) => (/^[–-]?$/.test(text.trim()) ? 2 : Number.isNaN(number(text)) ? 1 : 0);
  const compare = (a, b, down) => {
    const first = rank(a) - rank(b);
    if (first !== 0) return first;
    const order = rank(a) === 0 ? number(a) - number(b) || 0 : a.localeCompare(b, "en", { numeric: true });
    return down ? -order : order;
  };

  /** Returns whether a cell meets what was typed: words, or a bound such as >0.5 or <= 3. */
  const meets = (text, typed) => {
    const bound = typed.match(/^\s*(<=|>=|<|>|=)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*$/i);
    if (!bound) return typed.toLowerCase().split(/\s+/).every((word) => text.toLowerCase().includes(word));
    const [value, limit] = [number(text), Number(bound[2])];
    return { "<": value < limit, ">": value > limit, "<=": value <= limit, ">=": value >= limit, "=": value === limit }[bound[1]];
  };

  /** Puts a button and a field into each heading; act hears which column to sort, or what was typed. */
  const heads = (table, act, filters = true) => {
    const typed = new Map();
    [...table.tHead.rows[0].cells].forEach((head, column, all) => {
      const words = head.textContent.trim();
      const button = page.make("button", { type: "button" }, ...head.childNodes);
      const field = page.make("input", { type: "search", className: "column", placeholder: "filter" });
      field.setAttribute("aria-label", `Filter by ${words}`);
      head.append(button, ...(filters ? [field] : []));
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        all.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        act.sort(column, down);
      });
      field.addEventListener("input", () => {
        if (field.value.trim()) typed.set(column, field.value.trim());
        else typed.delete(column);
        act.filter(typed);
      });
    });
  };

  const prepare = (root = document) => {
    for (const table of root.querySelectorAll("table.sortable:not([data-ready])")) {
      table.dataset.ready = "";
      const body = table.tBodies[0];
      heads(table, {
        sort: (column, down) => {
          const rows = [...body.rows].map((row) => [row.cells[column].textContent, row]);
          rows.sort((a, b) => compare(a[0], b[0], down));
          body.append(...rows.map((row) => row[1]));
        },
        filter: (typed) => {
          for (const row of body.rows) {
            row.hidden = ![...typed].every(([column, words]) => meets(row.cells[column].textContent, words));
          }
        },
      }, body.rows.length > FEW);
    }
  };
  page.hear("unfolded", prepare);
  prepare();
  return { compare, meets, heads };
})();
