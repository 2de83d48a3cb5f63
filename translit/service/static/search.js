// Documents that name somebody, in whatever spelling.

import { announce, ask, attempt, bar, h, number, t } from "./dom.js";

const form = document.getElementById("ask");

async function search(query) {
  const { hits } = await ask(`/search.json?${new URLSearchParams({ query })}`);
  history.replaceState(null, "", `/search?${new URLSearchParams({ query })}`);
  const count = hits.length ? t("hits_count", { count: number(hits.length) }) : t("no_hits");
  document.getElementById("answer").hidden = false;
  document.getElementById("count").textContent = count;
  announce(count);
  document.querySelector(".hits").replaceChildren(...hits.map(line));
}

function line(hit) {
  const about = [hit.source, hit.date, hit.language].filter(Boolean).join(" · ");
  const safe = /^https?:\/\//.test(hit.url) ? hit.url : null;
  const title = hit.title || hit.id;
  return h("li", {},
    h("div", { class: "tools" },
      h("span", { class: "big" }, safe ? h("a", { href: safe, rel: "noopener noreferrer" }, title) : title),
      bar(hit.probability)),
    about ? h("p", { class: "hint" }, about) : null,
    hit.passages.map((one) => h("p", { title: one.reason }, marked(Array.from(one.text), one))));
}

function marked(signs, one) {
  const end = one.start + Array.from(one.spelling).length;
  return ["… ", signs.slice(0, one.start).join(""), h("mark", {}, signs.slice(one.start, end).join("")), signs.slice(end).join(""), " …"];
}

const go = () => attempt(() => search(form.elements.query.value.trim()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go();
});
const given = new URLSearchParams(location.search).get("query");
if (given) {
  form.elements.query.value = given;
  go();
}
