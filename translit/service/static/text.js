// Names marked in a text. Positions count characters (code points), as translit does.

import { announce, ask, attempt, bar, h, number, save, t } from "./dom.js";

const form = document.getElementById("article");
let found = [];

form.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    const text = form.text.value;
    found = (await ask("/text/find", { json: { text } })).mentions;
    document.getElementById("marked").hidden = false;
    const count = t("mentions_count", { count: number(found.length) });
    document.getElementById("count").textContent = count;
    announce(count);
    document.getElementById("marked").scrollIntoView({ block: "nearest" });
    mark(Array.from(text));
  });
});

function mark(signs) {
  const parts = [];
  let end = 0;
  for (const one of found) {
    parts.push(signs.slice(end, one.start).join(""));
    parts.push(h("button", { type: "button", class: `mention ${one.kind}${one.ambiguous ? " ambiguous" : ""}`, onclick: () => who(one) }, signs.slice(one.start, one.end).join("")));
    end = one.end;
  }
  parts.push(signs.slice(end).join(""));
  document.getElementById("reading").replaceChildren(...parts);
}

function who(one) {
  document.getElementById("who").replaceChildren(
    h("h2", {}, one.text),
    h("ol", { class: "candidates" }, one.candidates.map((candidate) => h("li", {},
      h("span", { class: "who" }, candidate.name, h("span", { class: "role" }, candidate.role || candidate.id)), bar(candidate.probability, 56)))));
}

const FORMS = {
  tsv: () => ["start\tend\ttext\tentity_id\tentity_name\tprobability", ...found.map((one) => [one.start, one.end, flat(one.text), one.id, flat(one.name), one.probability].join("\t"))].join("\n") + "\n",
  json: () => JSON.stringify(found, null, 2) + "\n",
  ann: () => found.map((one, place) => `T${place + 1}\t${one.kind} ${one.start} ${one.end}\t${flat(one.text)}\nN${place + 1}\tReference T${place + 1} translit:${one.id}\t${flat(one.name)}\n`).join(""),
};
const flat = (text) => text.replace(/\s+/g, " ");
for (const button of document.querySelectorAll("[data-form]")) {
  button.addEventListener("click", () => save(`names.${button.dataset.form}`, FORMS[button.dataset.form]()));
}
