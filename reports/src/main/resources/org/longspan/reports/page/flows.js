// Small multiples are laid out for the width they have: on a screen, on a telephone, and on the pages of a print.
const flows = (() => {
  const PAPER = { width: 710, height: 860 }; // pixels within the margins of A4; the height leaves room for a caption
  const BELOW = 14; // pixels under a legend
  let paper = false;

  const hidden = (element) => getComputedStyle(element).display === "none";

  /** Returns how much of room to use: two even rows where the second would hold one box alone. */
  const even = (boxes, gap, room) => {
    const w = Number(boxes[0]?.dataset.w);
    const all = boxes.length * (w + gap) - gap;
    const alone = all > room && all - w - gap <= room && boxes.every((box) => Number(box.dataset.w) === w);
    return alone ? Math.ceil(boxes.length / 2) * (w + gap) - gap : room;
  };

  /** Places the boxes of a group side by side, in a new row where the next would not fit, and returns what they take. */
  const place = (group, top, room) => {
    let [x, y, tallest, right] = [0, 0, 0, 0];
    // A filter hides what is in a box, not the box.
    const boxes = [...group.children].filter((box) => !hidden(box) && ![...box.children].every(hidden));
    const most = even(boxes, Number(group.dataset.gap), room);
    for (const box of boxes) {
      const [w, h] = [Number(box.dataset.w), Number(box.dataset.h)];
      if (x > 0 && x + w > most) {
        [x, y, tallest] = [0, y + tallest + Number(group.dataset.rowGap), 0];
      }
      box.setAttribute("transform", `translate(${x} ${y})`);
      box.dataset.y = y;
      right = Math.max(right, x + w);
      x += w + Number(group.dataset.gap);
      tallest = Math.max(tallest, h);
    }
    group.setAttribute("transform", `translate(0 ${top})`);
    return { right, bottom: top + y + tallest, shown: boxes.length };
  };

  const resize = (svg, top, width, height) => {
    svg.setAttribute("viewBox", `0 ${top} ${width} ${height}`);
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
  };

  /** A figure of nothing but flows takes the room it has. */
  const flow = (svg, groups, room) => {
    let [right, bottom, shown] = [40, -BELOW, 0];
    for (const group of groups) {
      const placed = place(group, bottom + BELOW, room);
      [right, bottom, shown] = [Math.max(right, placed.right), placed.bottom, placed.shown];
    }
    svg.closest("figure").classList.toggle("emptied", !shown);
    resize(svg, 0, right, bottom);
    if (paper) paginate(svg, groups.at(-1));
  };

  /** The legend of a wide picture takes the room in view; the rows that it needs more than at first grow upward. */
  const legend = (svg, group, room) => {
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    svg.dataset.first ??= `${place(group, 0, width).bottom} ${width} ${height}`;
    const [first, wide, high] = svg.dataset.first.split(" ").map(Number);
    const more = Math.max(0, place(group, 0, paper ? wide : Math.min(room, wide)).bottom - first);
    group.setAttribute("transform", `translate(0 ${-more})`);
    resize(svg, -more, wide, high + more);
  };

  /** Rows that do not fit on a sheet go into pictures of their own, which a printer can put on the next. */
  const paginate = (svg, group) => {
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    if (height <= PAPER.height) return;
    const top = Number(group.getAttribute("transform").match(/ ([\d.]+)\)/)[1]);
    const boxes = [...group.children].filter((box) => box.dataset.y !== undefined);
    let [sheet, rows, start] = [svg, group, -top];
    let bottom = 0;
    for (const box of boxes) {
      const [y, h] = [Number(box.dataset.y), Number(box.dataset.h)];
      if (y + h - start > PAPER.height && y > bottom - h && y > start) {
        resize(sheet, 0, width, bottom - start);
        const next = svg.cloneNode(false);
        next.removeAttribute("id");
        next.classList.add("sheet");
        rows = next.appendChild(group.cloneNode(false));
        rows.setAttribute("transform", `translate(0 ${-y})`);
        sheet.after(next);
        [sheet, start] = [next, y];
      }
      if (rows !== group) rows.append(box);
      bottom = Math.max(bottom, y + h);
    }
    resize(sheet, 0, width, bottom - start);
  };

  /** Puts the rows of all sheets back into the figure. */
  const gather = () => {
    for (const sheet of document.querySelectorAll("svg.sheet")) {
      sheet.parentElement.querySelector("svg > .flow:last-of-type").append(...sheet.querySelector(".flow").children);
      sheet.remove();
    }
  };

  const layOut = (root = document) => {
    for (const svg of root.querySelectorAll("figure svg:not(.sheet)")) {
      const groups = [...svg.querySelectorAll(":scope > .flow")];
      const room = paper ? PAPER.width : svg.parentElement.clientWidth;
      if (!groups.length || room <= 0 || (paper && svg.nextElementSibling)) continue;
      if (svg.querySelector(":scope > :not(.flow, title, desc, style)")) legend(svg, groups[0], room);
      else flow(svg, groups, room);
    }
  };

  let pending;
  new ResizeObserver(() => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => layOut());
  }).observe(document.body);
  page.hear("filtered", () => layOut());
  window.addEventListener("beforeprint", () => {
    paper = true;
    layOut();
  });
  window.addEventListener("afterprint", () => {
    paper = false;
    gather();
    layOut();
  });
  return { layOut };
})();
