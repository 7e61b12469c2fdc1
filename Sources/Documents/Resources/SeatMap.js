"use strict";
// The page is whole without this script: it adds search, cards, zoom and the pages of A4.
(() => {
  const byId = (id) => document.getElementById(id);
  const [view, map, card, search, found, results] = ["view", "map", "card", "search", "found", "results"].map(byId);
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  // What a seat tells stands in its title; taken out, so that no second tooltip covers the card.
  const seats = [...map.querySelectorAll(".tile .seat")].map((element) => {
    const title = element.querySelector("title");
    const text = title.textContent;
    title.remove();
    element.setAttribute("aria-label", text);
    return { element, text, group: element.dataset.group, isTaken: element.dataset.group !== undefined };
  });
  const seatOf = new Map(seats.map((seat) => [seat.element, seat]));
  for (const seat of seats) seat.key = folded(seat.text + " " + (seat.element.dataset.find ?? ""));

  // Zoom: pixels of a unit of the drawing. Names are replaced by those of groups where they could not be read.
  const box = map.viewBox.baseVal;
  let scale = 1;
  const fitting = () => Math.max((view.clientWidth - 22) / box.width, 0.02);
  const zoom = (wanted, x = view.clientWidth / 2, y = view.clientHeight / 2) => {
    const next = Math.min(Math.max(wanted, Math.min(fitting(), 0.2)), 5);
    const [left, top] = [(view.scrollLeft + x) / scale, (view.scrollTop + y) / scale];
    scale = next;
    map.style.width = box.width * scale + "px";
    map.classList.toggle("far", scale < 0.5);
    view.scrollTo(left * scale - x, top * scale - y);
  };
  byId("larger").onclick = () => zoom(scale * 1.4);
  byId("smaller").onclick = () => zoom(scale / 1.4);
  byId("whole").onclick = () => zoom(fitting());
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const frame = view.getBoundingClientRect();
    zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
  }, { passive: false });

  // The card of a seat.
  let pinned = null;
  const show = (seat) => {
    card.hidden = !seat;
    if (!seat) return;
    card.textContent = seat.text;
    const place = seat.element.getBoundingClientRect();
    const left = Math.min(Math.max(place.left, 8), innerWidth - card.offsetWidth - 8);
    const below = place.bottom + 8;
    card.style.left = innerWidth > 700 ? Math.max(left, 8) + "px" : "";
    card.style.top = (below + card.offsetHeight > innerHeight ? place.top - card.offsetHeight - 8 : below) + "px";
  };
  const seatAt = (event) => seatOf.get(event.target.closest?.(".seat"));
  map.addEventListener("pointerover", (event) => show(seatAt(event) ?? pinned));
  map.addEventListener("click", (event) => {
    const seat = seatAt(event);
    pinned = seat === pinned ? null : seat ?? null;
    show(pinned);
  });
  view.addEventListener("scroll", () => show(pinned), { passive: true });

  // Search.
  let matches = [];
  let current = -1;
  const light = (chosen) => {
    for (const seat of matches) seat.element.classList.remove("lit", "current");
    matches = chosen;
    current = -1;
    for (const seat of matches) seat.element.classList.add("lit");
  };
  const count = (isSearching) => {
    map.classList.toggle("searching", isSearching);
    found.textContent = isSearching ? `${current + 1} / ${matches.length}` : "";
  };
  const go = (index, opensCard = true) => {
    if (!matches.length) return;
    matches[current]?.element.classList.remove("current");
    current = (index + matches.length) % matches.length;
    const seat = matches[current];
    seat.element.classList.add("current");
    if (opensCard && scale < 0.8) zoom(1);
    seat.element.scrollIntoView({ block: "center", inline: "center" });
    pinned = opensCard ? seat : null;
    show(pinned);
    count(true);
  };
  const list = () => {
    const shown = 60;
    results.replaceChildren(...matches.slice(0, shown).map((seat, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = seat.text;
      button.onclick = () => go(index);
      const item = document.createElement("li");
      item.append(button);
      return item;
    }));
    if (matches.length > shown) results.append(results.dataset.more);
    if (!matches.length) results.append(results.dataset.none);
  };
  const clear = () => {
    light([]);
    count(false);
    results.replaceChildren();
    pinned = null;
    show(null);
  };
  const pressed = (group) => {
    for (const button of groupButtons) button.setAttribute("aria-pressed", button.dataset.group === group);
  };
  const find = () => {
    pressed(null);
    const words = folded(search.value);
    if (!words) return clear();
    const named = seats.filter((seat) => seat.isTaken && seat.key.includes(words));
    light(named.length ? named : seats.filter((seat) => seat.key.includes(words)));
    list();
    count(true);
    if (matches.length) go(0, matches.length === 1);
  };
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(current + (event.shiftKey ? -1 : 1));
  });
  byId("next").onclick = () => go(current + 1);
  byId("previous").onclick = () => go(current - 1);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    search.value = "";
    find();
  });

  const groupButtons = [...document.querySelectorAll("#groups button")];
  byId("groups").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const wasPressed = button.getAttribute("aria-pressed") === "true";
    search.value = "";
    clear();
    pressed(wasPressed ? null : button.dataset.group);
    if (wasPressed) return;
    light(seats.filter((seat) => seat.group === button.dataset.group));
    count(true);
    go(0, false);
  });

  // Print: one sheet of A3, or the whole map and its parts on A4.
  const pages = byId("pages");
  const make = (name, attributes, ...children) => {
    const element = document.createElementNS((name === "svg" ? map : document.body).namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const legendOf = (tile) => {
    const groups = new Set([...tile.querySelectorAll(".taken")].map((seat) => seat.dataset.group));
    return [...groups].sort((one, other) => one - other).map((group) => {
      const button = groupButtons.find((button) => button.dataset.group === group);
      return make("span", {}, button.querySelector("svg").cloneNode(true), button.querySelector(".group").textContent);
    });
  };
  const fitsOnePage = () => {
    const smallest = 2.117 / 10; // millimetres of a unit where the smallest name is 6 points high
    return Math.min(279 / box.width, 191 / box.height) >= smallest || Math.min(192 / box.width, 278 / box.height) >= smallest;
  };
  const layPages = () => {
    if (pages.childElementCount || fitsOnePage()) return;
    const isEmpty = !map.querySelector(".taken");
    for (const tile of map.querySelectorAll(".tile")) {
      if (!isEmpty && !tile.querySelector(".taken")) continue;
      const [, , width, height] = tile.dataset.box.split(" ").map(Number);
      const shape = Math.min(279 / width, 170 / height) >= Math.min(192 / width, 257 / height) ? "landscape" : "portrait";
      const drawing = make("svg", { class: "map part", viewBox: tile.dataset.box }, tile.cloneNode(true));
      const head = make("h2", {}, tile.dataset.name, make("small", {}, document.querySelector("h1").textContent));
      pages.append(make("section", { class: "page " + shape }, head, drawing, make("footer", {}, ...legendOf(tile))));
    }
  };
  const choosePaper = (paper) => {
    document.body.classList.toggle("a3", paper === "a3");
    document.body.classList.toggle("a4", paper === "a4");
    document.body.classList.toggle("parted", paper === "a4" && !fitsOnePage());
    if (paper === "a4") layPages();
  };
  const papers = [...document.querySelectorAll("[name=paper]")];
  for (const input of papers) input.onchange = () => choosePaper(input.value);
  byId("print").onclick = () => print();
  const wanted = location.hash === "#a4" ? "a4" : "a3";
  for (const input of papers) input.checked = input.value === wanted;
  choosePaper(wanted);

  zoom(fitting());
  addEventListener("resize", () => { if (!map.classList.contains("searching")) zoom(Math.max(scale, fitting())); });
})();
