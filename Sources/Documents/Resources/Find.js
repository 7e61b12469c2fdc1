"use strict";
// The page is whole without this script: it adds a search.
(() => {
  const [search, found] = ["search", "found"].map((id) => document.getElementById(id));
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const items = [...document.querySelectorAll("[data-find]")].map((element) => (
    { element, key: folded(element.textContent + " " + element.dataset.find) }));
  let matches = [];
  let current = -1;
  const go = (index) => {
    if (!matches.length) return;
    matches[current]?.element.classList.remove("current");
    current = (index + matches.length) % matches.length;
    matches[current].element.classList.add("current");
    matches[current].element.scrollIntoView({ block: "center" });
    found.textContent = `${current + 1} / ${matches.length}`;
  };
  const find = () => {
    for (const item of matches) item.element.classList.remove("lit", "current");
    const words = folded(search.value);
    matches = words ? items.filter((item) => item.key.includes(words)) : [];
    current = -1;
    for (const item of matches) item.element.classList.add("lit");
    found.textContent = words === "" || matches.length > 0 ? "" : found.dataset.none;
    go(0);
  };
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(current + (event.shiftKey ? -1 : 1));
    if (event.key !== "Escape") return;
    search.value = "";
    find();
  });
  document.getElementById("next").onclick = () => go(current + 1);
  document.getElementById("previous").onclick = () => go(current - 1);
  search.closest(".find").hidden = false;
})();
