// Figures: downloads, tabs, more lines at a click, names that stay in view, and the theme.
(() => {
  const save = (name, type, text) => {
    const link = page.make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // A figure on its own carries its style, with the light colours in the place of the page's variables.
  const standalone = (svg) => {
    const css = document.getElementById("figure-style").textContent;
    const palette = Object.fromEntries(
      [...css.matchAll(/(--[\w-]+):\s*(?:light-dark\(([^,]+),[^)]*\)|([^;]+));/g)].map((m) => [m[1], (m[2] ?? m[3]).trim()]),
    );
    const rules = css.slice(css.indexOf(".chart")).replace(/var\((--[\w-]+)\)/g, (_, name) => palette[name]);
    const copy = svg.cloneNode(true);
    const [, , width, height] = copy.getAttribute("viewBox").split(" ");
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    const named = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
      return element;
    };
    const style = named("style", {});
    style.textContent = rules;
    copy.prepend(style, named("rect", { width: "100%", height: "100%", fill: palette["--card"] }));
    return new XMLSerializer().serializeToString(copy);
  };

  // The numbers of a figure are deflated, as Base64.
  const unpacked = (text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-save]");
    if (!button) return;
    const figure = button.closest("figure");
    const name = `longspan-${page.plan}-${figure.id}`;
    if (button.dataset.save === "svg") {
      save(`${name}.svg`, "image/svg+xml", standalone(figure.querySelector("svg")));
    } else {
      unpacked(figure.querySelector("script").textContent).then((text) => save(`${name}.csv`, "text/csv", text));
    }
  });

  const prepare = (root = document) => {
    flows.layOut(root);
    for (const figure of root.querySelectorAll("figure")) {
      if (figure.querySelector(".more") && !figure.querySelector(".show-more")) {
        const button = page.make("button", { type: "button", className: "show-more", textContent: "Show all lines" });
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", () => {
          const all = figure.querySelector("svg").classList.toggle("all");
          button.setAttribute("aria-pressed", String(all));
          button.textContent = all ? "Show fewer lines" : "Show all lines";
          flows.layOut(figure);
        });
        figure.querySelector(".tools > .js-only").prepend(button, " ");
      }
    }
    for (const choice of root.querySelectorAll(".choice:not([data-ready])")) {
      choice.dataset.ready = "";
      const show = (id) => {
        for (const button of choice.querySelectorAll("[data-shows]")) {
          const shown = button.dataset.shows === id;
          button.setAttribute("aria-pressed", String(shown));
          document.getElementById(button.dataset.shows).hidden = !shown;
        }
        flows.layOut(choice);
      };
      for (const button of choice.querySelectorAll("[data-shows]")) {
        button.addEventListener("click", () => show(button.dataset.shows));
      }
      show(choice.querySelector("[data-shows]").dataset.shows);
    }
  };
  page.hear("unfolded", prepare);
  prepare();

  // Names at the left of a picture, and its legend, stay in view while it is scrolled sideways.
  document.addEventListener(
    "scroll",
    (event) => {
      if (!event.target.classList?.contains("scroll") || !event.target.querySelector(".stick")) return;
      for (const group of event.target.querySelectorAll(".stick, desc + .flow")) {
        group.style.translate = `${event.target.scrollLeft}px`;
      }
    },
    true,
  );

  const theme = document.getElementById("theme");
  const THEMES = { "": "system", light: "light", dark: "dark" };
  theme.addEventListener("click", () => {
    const all = Object.keys(THEMES);
    const next = all[(all.indexOf(document.documentElement.dataset.theme ?? "") + 1) % all.length];
    document.documentElement.dataset.theme = next;
    theme.textContent = `Theme: ${THEMES[next]}`;
  });
})();
