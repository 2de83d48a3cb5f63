// The drawer: who else it may be, letters over letters, what speaks for and against, all names.

import { ask, attempt, bar, h, t } from "./dom.js";
import { letters, waterfall } from "./explain.js";

export class Drawer {
  constructor(element, base, choose) {
    this.element = element;
    this.base = base;
    this.choose = choose;
    this.row = null;
    this.shown = null;
    this.onOther = () => {};
  }

  get isOpen() {
    return !this.element.hidden;
  }

  close() {
    this.element.hidden = true;
    document.body.classList.remove("with-drawer");
    this.row = null;
  }

  async open(row) {
    this.row = row;
    this.element.hidden = false;
    document.body.classList.add("with-drawer");
    this.shown = row.decided || row.candidates[0]?.id;
    this.draw();
    await this.explain();
  }

  /** Show anew what was decided. */
  mark(row) {
    this.row = row;
    this.draw();
    attempt(() => this.explain());
  }

  draw() {
    const { row } = this;
    this.reason = h("div", { class: "reason" });
    this.element.replaceChildren(
      h("div", { class: "drawer-top" },
        h("h2", {}, row.name),
        h("button", { class: "close", type: "button", "aria-label": t("close"), onclick: () => this.close() }, "×")),
      h("ol", { class: "candidates" }, row.candidates.map((one, place) => this.candidate(one, place))),
      this.search(),
      this.reason,
    );
  }

  candidate(one, place) {
    const chosen = this.row.decision === "accept" && this.row.decided === one.id;
    return h("li", { class: one.id === this.shown ? "shown" : null },
      h("button", { class: "candidate", type: "button", "aria-pressed": String(one.id === this.shown), onclick: () => { this.shown = one.id; this.draw(); attempt(() => this.explain()); } },
        h("kbd", {}, String(place + 1)),
        h("span", { class: "who" }, one.name, h("span", { class: "role" }, one.role || one.id)),
        bar(one.probability, 56)),
      h("button", { class: "act accept", type: "button", "aria-pressed": String(chosen), "aria-label": `${t("accept")}: ${one.name}`, onclick: () => attempt(() => this.choose(this.row, one.id)) }, t("accept")));
  }

  /** Any other entity, by the beginning of its name. */
  search() {
    const list = h("ul", { class: "others" });
    const look = async (event) => {
      const prefix = event.target.value.trim();
      const found = prefix ? (await ask(`/entities.json?prefix=${encodeURIComponent(prefix)}`)).entities : [];
      list.replaceChildren(...found.map((entity) => h("li", {},
        h("button", { type: "button", class: "link", onclick: () => this.onOther(this.row, entity) }, entity.name),
        h("span", { class: "role" }, entity.role || entity.id))));
    };
    return h("div", { class: "another" },
      h("label", { for: "another" }, t("find_other")),
      h("input", { id: "another", autocomplete: "off", spellcheck: "false", oninput: (event) => attempt(() => look(event)) }),
      list);
  }

  async explain() {
    if (!this.shown) return;
    const { row, shown, reason } = this;
    const query = new URLSearchParams({ name: row.name, entity: shown });
    const found = await ask(`${this.base}/explain?${query}`);
    if (this.reason !== reason) return; // another one was chosen meanwhile
    reason.replaceChildren(h("div", {},
      h("h3", {}, t("letters_title")),
      h("p", { class: "hint" }, `${found.name} — ${found.matched}`),
      h("div", { class: "words" }, found.pairs.map(letters)),
      found.alone.length ? h("p", {}, t("only_here", { words: found.alone.join(", ") })) : null,
      ...found.notes.map((note) => h("p", { class: "hint" }, t(note))),
      h("h3", {}, t("terms_title")),
      waterfall(found),
      h("h3", {}, t("all_names")),
      h("ul", { class: "chips" }, found.names.map((name) => h("li", { class: name === found.matched ? "matched" : null }, name))),
    ));
  }
}
