// What is folded comes into being when it is opened, or when it is printed. Without a script it is there from the start.
const folds = (() => {
  const open = (fold) => {
    const kept = fold.querySelector(":scope > noscript");
    if (!kept) return;
    const content = document.createElement("div");
    content.innerHTML = kept.textContent;
    kept.replaceWith(...content.childNodes);
    page.tell("unfolded", fold);
  };
  document.addEventListener("toggle", (event) => event.target.open && open(event.target), true);

  /** Opens what holds the element of that id, and returns it. */
  const reveal = (id) => {
    let found = document.getElementById(id);
    if (!found) {
      const holder = [...document.querySelectorAll("details > noscript")].find((kept) => kept.textContent.includes(`id="${id}"`));
      if (!holder) return null;
      const fold = holder.parentElement;
      open(fold);
      fold.open = true;
      found = document.getElementById(id);
    }
    for (let fold = found?.closest("details:not([open])"); fold; fold = found.closest("details:not([open])")) fold.open = true;
    return found;
  };

  let before = [];
  window.addEventListener("beforeprint", () => {
    before = [...document.querySelectorAll("details.fold:not([open])")].filter((fold) => {
      open(fold);
      return fold.querySelector("figure");
    });
    before.forEach((fold) => (fold.open = true));
  });
  window.addEventListener("afterprint", () => before.forEach((fold) => (fold.open = false)));

  return { reveal };
})();
