// The bench for tables: the linter and the examples answer while somebody types.

import { ask, attempt, h, number, save, t } from "./dom.js";

const scheme = document.getElementById("scheme");
const toml = document.getElementById("toml");
const words = document.getElementById("words");
const PAUSE = 350; // milliseconds without a key before the table is checked
let waiting = 0;
let asked = 0;

async function load() {
  const answer = await fetch(`/tables/${scheme.value}.toml`);
  toml.value = await answer.text();
  await check();
}

async function check() {
  const mine = ++asked;
  const found = await ask("/tables/check", { json: { toml: toml.value, words: words.value } });
  if (mine !== asked) return; // a later one is on its way
  const good = found.examples.filter((one) => one[3]).length;
  const fine = h("li", { class: "fine" }, t("no_faults", { good: number(good) }));
  document.getElementById("faults").replaceChildren(...(found.faults.length ? found.faults.map((fault) => h("li", {}, fault)) : [fine]));
  document.querySelector("#examples tbody").replaceChildren(...found.examples.map(example));
  document.querySelector("#written tbody").replaceChildren(...found.words.map(([word, written]) => h("tr", {}, h("th", { scope: "row" }, word), h("td", {}, written))));
}

function example([text, wanted, given, right]) {
  return h("tr", { class: right ? "right" : "wrong" },
    h("th", { scope: "row" }, text),
    h("td", {}, right ? given : [h("del", {}, given), " ", h("ins", {}, wanted)]),
    h("td", {}, h("span", { class: "verdict" }, right ? `✓ ${t("right")}` : `✗ ${t("wrong")}`)));
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => attempt(check), PAUSE);
}

scheme.addEventListener("change", () => attempt(load));
toml.addEventListener("input", soon);
words.addEventListener("input", soon);
document.getElementById("download").addEventListener("click", () => {
  const id = /^id\s*=\s*"([^"]+)"/m.exec(toml.value);
  save(`${id ? id[1] : scheme.value}.toml`, toml.value, "application/toml");
});
attempt(load);
