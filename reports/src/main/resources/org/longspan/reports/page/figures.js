// Figures: downloads, tabs, small multiples laid out for the width they have, names that stay in view, and the theme.
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

  // Boxes of a flow stand side by side, in a new row where the next would not fit.
  const flow = (svg, room) => {
    const [, , width] = svg.getAttribute("viewBox").split(" ").map(Number);
    svg.dataset.width ??= width;
    room = Math.min(room, Number(svg.dataset.width));
    let bottom = 0;
    let right = 0;
    for (const group of svg.querySelectorAll(":scope > .flow")) {
      let [x, y, tallest] = [0, 0, 0];
      for (const box of group.children) {
        if (getComputedStyle(box).display === "none") continue;
        const [w, h] = [Number(box.dataset.w), Number(box.dataset.h)];
        if (x > 0 && x + w > room) {
          [x, y, tallest] = [0, y + tallest + Number(group.dataset.rowGap), 0];
        }
        box.setAttribute("transform", `translate(${x} ${y})`);
        x += w + Number(group.dataset.gap);
        right = Math.max(right, x - Number(group.dataset.gap));
        tallest = Math.max(tallest, h);
      }
      group.setAttribute("transform", `translate(0 ${bottom})`);
      bottom += y + tallest + 14;
    }
    svg.setAttribute("viewBox", `0 0 ${Math.max(right, 40)} ${bottom}`);
    svg.setAttribute("width", Math.max(right, 40));
    svg.setAttribute("height", bottom);
  };
  const PAPER = 690; // inner width of A4, in pixels
  const layOut = (root = document, paper = false) => {
    for (const svg of root.querySelectorAll("figure svg")) {
      if (!svg.querySelector(":scope > .flow")) continue;
      const outside = svg.querySelector(":scope > :not(.flow, title, desc, style)");
      const room = paper ? PAPER : svg.parentElement.clientWidth;
      if (!outside && room > 0) flow(svg, room);
    }
  };
  const prepare = (root = document) => {
    layOut(root);
    for (const figure of root.querySelectorAll("figure")) {
      if (figure.querySelector(".more") && !figure.querySelector(".show-more")) {
        const button = page.make("button", { type: "button", className: "show-more", textContent: "Show all lines" });
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", () => {
          const all = figure.querySelector("svg").classList.toggle("all");
          button.setAttribute("aria-pressed", String(all));
          button.textContent = all ? "Show fewer lines" : "Show all lines";
          layOut(figure);
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
        layOut(choice);
      };
      for (const button of choice.querySelectorAll("[data-shows]")) {
        button.addEventListener("click", () => show(button.dataset.shows));
      }
      show(choice.querySelector("[data-shows]").dataset.shows);
    }
  };
  let pending;
  new ResizeObserver(() => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => layOut());
  }).observe(document.body);
  page.hear("unfolded", prepare);
  page.hear("filtered", () => layOut());
  window.addEventListener("beforeprint", () => layOut(document, true));
  window.addEventListener("afterprint", () => layOut());
  prepare();

  // Names at the left of a picture stay in view while it is scrolled sideways.
  document.addEventListener(
    "scroll",
    (event) => {
      if (!event.target.classList?.contains("scroll")) return;
      for (const group of event.target.querySelectorAll("svg > .stick")) {
        group.setAttribute("transform", `translate(${event.target.scrollLeft} 0)`);
      }
    },
    true,
  );

  const theme = document.getElementById("theme");
  const THEMES = { "": "as the system", light: "light", dark: "dark" };
  theme.addEventListener("click", () => {
    const all = Object.keys(THEMES);
    const next = all[(all.indexOf(document.documentElement.dataset.theme ?? "") + 1) % all.length];
    document.documentElement.dataset.theme = next;
    theme.textContent = `Theme: ${THEMES[next]}`;
  });
})();
