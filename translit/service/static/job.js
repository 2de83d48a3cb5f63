// A list: first how it is read, then its names as they are found.

import { announce, ask, attempt, h, number, t } from "./dom.js";
import { showTable } from "./table.js";

const root = document.getElementById("job");
const base = `/jobs/${root.dataset.id}`;
const setup = document.getElementById("setup");
const PAUSE = 700; // milliseconds between two looks at a running job

const chosen = () => ({
  encoding: setup.encoding.value,
  delimiter: setup.delimiter.value,
  header: setup.header.checked,
  column: Number(setup.column.value || 0),
  kind: setup.kind.value,
});

function sample(found) {
  setup.encoding.value = found.encoding;
  setup.delimiter.value = found.delimiter;
  setup.column.replaceChildren(...found.columns.map((name, place) => h("option", { value: place, selected: place === found.column }, name || String(place + 1))));
  const mark = (place) => (place === found.column ? "chosen" : null);
  const heading = (name, place) => h("th", { scope: "col", class: mark(place) },
    h("button", { type: "button", "aria-pressed": String(place === found.column), onclick: () => { setup.column.value = place; look(); } }, name || String(place + 1)));
  setup.querySelector("thead").replaceChildren(h("tr", {}, found.columns.map(heading)));
  setup.querySelector("tbody").replaceChildren(
    ...found.rows.map((row) => h("tr", {}, row.map((cell, place) => h("td", { class: mark(place) }, cell)))));
}

const look = (fields = chosen()) => attempt(async () => sample(await ask(`${base}/preview`, { json: fields })));

setup.addEventListener("change", () => look());
setup.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    await ask(`${base}/start`, { json: chosen() });
    setup.hidden = true;
    await follow();
  });
});

function said(state) {
  const { rows = 0 } = state.progress;
  const names = state.counts.all ?? 0;
  return t(`state_${state.state}`) + (names ? ` · ${t("names_rows", { names: number(names), rows: number(rows) })}` : "");
}

async function follow() {
  document.getElementById("found").hidden = false;
  const table = showTable(root, base);
  const progress = document.getElementById("bar");
  let before = "";
  for (;;) {
    const state = await ask(`${base}/state`);
    const { rows = 0, total = 1 } = state.progress;
    progress.value = state.state === "done" ? 1 : Math.min(rows / (total || 1), 0.99);
    progress.hidden = state.state === "done";
    document.getElementById("state").textContent = said(state);
    if (state.state !== before) announce(said(state));
    before = state.state;
    await table.refresh(state.counts);
    if (state.state === "failed") throw new Error(state.error);
    if (state.state === "done") return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

if (root.dataset.state === "new") {
  setup.hidden = false;
  look({});
} else {
  attempt(follow);
}
