"use strict";
// What the scripts below share: names and rows of the run, and how things are made and said.
const page = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  document.documentElement.classList.add("js");

  /** Makes an element with properties and children. */
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** Tells the parts of the page that the filter, or what is unfolded, has changed. */
  const tell = (what, detail) => document.dispatchEvent(new CustomEvent(what, { detail }));
  const hear = (what, act) => document.addEventListener(what, (event) => act(event.detail));

  return { data, make, tell, hear, plan: document.body.dataset.plan };
})();
