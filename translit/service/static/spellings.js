// The explorer of spellings.

import { announce, ask, attempt, h, number, t } from "./dom.js";

const form = document.getElementById("ask");
const place = document.getElementById("answer");

async function show(name, language) {
  const query = new URLSearchParams({ name, language });
  const found = await ask(`/spellings.json?${query}`);
  history.replaceState(null, "", `/spellings?${query}`);
  place.replaceChildren(...[originals(found.originals), spellings(found)].filter(Boolean));
  announce(t("spellings_count", { count: number(found.spellings.length) }));
}

function originals(list) {
  if (!list.length) return null;
  return h("section", {}, h("h2", {}, t("originals_title")),
    h("ul", { class: "originals" }, list.map((one) => h("li", {},
      h("button", { type: "button", class: "big link", onclick: () => { form.elements.name.value = one.text; form.language.value = one.language; go(); } }, one.text),
      h("span", { class: "hint" }, ` ${one.language} · ${one.probability.toFixed(2)}`),
      h("span", { class: "schemes" }, one.schemes.slice(0, 4).join(", "), one.schemes.length > 4 ? ` +${one.schemes.length - 4}` : ""),
      h("span", { class: "hint" }, one.letters.join(" · "))))));
}

function spellings(found) {
  const { spellings: list } = found;
  if (!list.length) return h("p", { class: "empty" }, t("no_spellings"));
  const most = list[0].commonness || 1;
  return h("section", {},
    h("div", { class: "tools" }, h("h2", {}, t("spellings_count", { count: number(list.length) })),
      h("div", { class: "downloads" }, h("button", { type: "button", class: "button quiet", id: "copy", onclick: (event) => copy(found.query, event.target) }, t("copy_query")))),
    h("table", { class: "spellings" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("spelling")), h("th", { scope: "col" }, t("used_by")))),
      h("tbody", {}, list.map((one) => h("tr", {},
        h("th", { scope: "row" }, h("span", { class: "big" }, one.text), h("meter", { min: 0, max: most, value: one.commonness, "aria-label": t("commonness") })),
        h("td", {}, who(one.schemes)))))));
}

function who(schemes) {
  const titles = schemes.map((one) => h("li", {}, h("span", {}, one.title), h("span", { class: "hint" }, ` ${one.id} · ${one.year}`)));
  if (titles.length <= 3) return h("ul", { class: "users" }, titles);
  return [h("ul", { class: "users" }, titles.slice(0, 2)),
    h("details", {}, h("summary", {}, t("and_more", { count: number(titles.length - 2) })), h("ul", { class: "users" }, titles.slice(2)))];
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  button.textContent = t("copied");
  announce(t("copied"));
}

const go = () => attempt(() => show(form.elements.name.value.trim(), form.language.value));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
const given = new URLSearchParams(location.search);
if (given.get("name")) {
  form.elements.name.value = given.get("name");
  form.language.value = given.get("language") ?? "";
  go();
}
