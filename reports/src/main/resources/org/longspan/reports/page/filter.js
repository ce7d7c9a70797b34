// One filter for all figures and tables: what belongs to a deselected name is hidden. It recomputes no estimate.
const filter = (() => {
  const TITLES = { o: "Optimizer", c: "Clipping", m: "Model", t: "Task", u: "Outcome", ...page.data.titles };
  const names = page.data.names;
  const hidden = Object.fromEntries(Object.keys(TITLES).map((key) => [key, new Set()]));
  const form = document.querySelector("#filter form");
  const boxes = {};
  const clear = page.make("button", { type: "button", textContent: "Show everything", hidden: true });

  const apply = () => {
    const rules = Object.entries(hidden).flatMap(([key, places]) => [...places].map((i) => `[data-${key}="${i}"]`));
    document.getElementById("filter-style").textContent = rules.length
      ? `${rules.map((rule) => `:is(main, header) ${rule}`).join(",")}{display:none!important}`
      : "";
    const said = Object.entries(hidden)
      .filter(([, places]) => places.size)
      .map(([key, places]) => {
        const kept = names[key].filter((_, i) => !places.has(i));
        return kept.length <= 2 ? kept.join(", ") || `no ${TITLES[key].toLowerCase()}` : `${kept.length} of ${names[key].length} ${TITLES[key].toLowerCase()}s`;
      });
    clear.hidden = !said.length;
    // Who looks at some clippings wants all of their curves, not the first few.
    document.documentElement.classList.toggle("narrowed", hidden.c.size > 0);
    document.getElementById("filter-said").textContent = said.length ? `: ${said.join(" · ")}` : "";
    for (const [key, list] of Object.entries(boxes)) list.forEach((box, i) => (box.checked = !hidden[key].has(i)));
    for (const button of buttons()) button.setAttribute("aria-pressed", String(isShown(button)));
    page.tell("filtered");
  };

  // Buttons in the page that show what belongs to one name alone, or everything.
  const buttons = () => document.querySelectorAll("button[data-key]");
  const others = (button) => new Set(button.dataset.place ? [...names[button.dataset.key].keys()].filter((i) => i !== Number(button.dataset.place)) : []);
  const isShown = (button) => {
    const [now, wanted] = [hidden[button.dataset.key], others(button)];
    return now.size === wanted.size && [...wanted].every((i) => now.has(i));
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-key]");
    if (!button) return;
    hidden[button.dataset.key] = others(button);
    apply();
  });

  /** Shows only these places: {o: 3, c: 2}; what is not named is all shown. */
  const only = (places) => {
    for (const key of Object.keys(hidden)) {
      hidden[key] = new Set(key in places ? names[key].keys() : []);
      hidden[key].delete(places[key]);
    }
    apply();
  };

  for (const [key, title] of Object.entries(TITLES)) {
    if (names[key].length < 2) continue;
    const set = page.make("fieldset", {}, page.make("legend", { textContent: title }));
    const all = page.make("button", { type: "button", textContent: "all" });
    const none = page.make("button", { type: "button", textContent: "none" });
    all.addEventListener("click", () => (hidden[key].clear(), apply()));
    none.addEventListener("click", () => ((hidden[key] = new Set(names[key].keys())), apply()));
    set.append(all, " ", none);
    boxes[key] = names[key].map((name, i) => {
      const box = page.make("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => (hidden[key][box.checked ? "delete" : "add"](i), apply()));
      set.append(page.make("label", {}, box, ` ${name}`));
      return box;
    });
    form.append(set);
  }
  form.parentElement.hidden = page.data.columns.id.length < 2 && !page.data.titles; // one run leaves nothing to choose from
  clear.addEventListener("click", () => only({}));
  form.parentElement.after(" ", clear);
  form.addEventListener("submit", (event) => event.preventDefault());

  return { only, shows: (key, place) => !hidden[key].has(place) };
})();
