// The table of names: filters, rows, decisions by mouse and keys.

import { announce, ask, attempt, bar, h, number, t } from "./dom.js";
import { Drawer } from "./drawer.js";

const FILTERS = ["all", "sure", "doubtful", "none", "namesakes", "decided"];
const PAGE = 50;

/** Show the names of a job; gives what to call when there are more of them. */
export function showTable(root, base) {
  const body = root.querySelector("table.names tbody");
  const more = document.getElementById("more");
  const drawer = new Drawer(document.getElementById("drawer"), base, (row, id) => decide(row, "accept", id));
  let show = "all";
  let rows = [];
  let counts = {};
  let current = -1;

  function filters() {
    const button = (name) => h("button", {
      type: "button", class: "filter", "aria-pressed": String(name === show), "data-show": name,
      onclick: () => attempt(() => choose(name)),
    }, t(`show_${name}`), h("span", { class: "count" }, number(counts[name] ?? 0)));
    root.querySelector(".filters").replaceChildren(...FILTERS.map(button));
  }

  async function choose(name) {
    show = name;
    rows = [];
    current = -1;
    drawer.close();
    body.replaceChildren();
    await load();
    filters();
  }

  async function load() {
    const found = await ask(`${base}/names?show=${show}&start=${rows.length}&count=${PAGE}`);
    for (const row of found.rows) {
      row.line = line(row);
      body.append(row.line);
    }
    rows.push(...found.rows);
    more.hidden = rows.length >= (counts[show] ?? 0);
    root.querySelector(".empty").hidden = rows.length > 0;
    await reasons(found.rows.filter((row) => !row.why && row.candidates.length));
  }

  async function reasons(wanted) {
    for (let start = 0; start < wanted.length; start += 5) {
      const part = wanted.slice(start, start + 5);
      const found = await ask(`${base}/why`, { json: { names: part.map((row) => row.name) } });
      for (const row of part) {
        row.why = found[row.name];
        row.line.querySelector(".why").replaceChildren(...why(row));
      }
    }
  }

  function line(row) {
    const place = () => rows.indexOf(row);
    const found = h("tr", { "data-name": row.name, onclick: (event) => { if (!event.target.closest("button")) select(place(), true); } });
    fillLine(row, found);
    return found;
  }

  function fillLine(row, found) {
    const decided = row.decision === "accept" ? row.candidates.find((one) => one.id === row.decided) ?? row.other ?? { id: row.decided, name: row.decided } : null;
    const best = decided ?? (row.decision === "none" ? null : row.candidates[0]);
    const act = (name, label, pressed, work) => h("button", { type: "button", class: `act ${name}`, "aria-pressed": pressed === null ? null : String(pressed), "aria-label": `${label}: ${row.name}`, onclick: () => attempt(work) }, label);
    found.className = [row.decision && "decided", row.decision, rows[current] === row && "current"].filter(Boolean).join(" ");
    found.replaceChildren(
      h("th", { scope: "row" }, h("button", { type: "button", class: "name", onclick: () => select(rows.indexOf(row), true) }, row.name),
        row.rows > 1 && h("span", { class: "times" }, `× ${number(row.rows)}`)),
      h("td", { class: "candidate", "data-label": t("th_candidate") }, best
        ? [h("span", { class: "who" }, best.name), h("span", { class: "role" }, best.role || best.id),
          row.ambiguous > 0 && !row.decision && h("span", { class: "tag" }, t("namesakes_count", { count: number(row.ambiguous) }))]
        : h("span", { class: "role" }, t(row.decision === "none" ? "none_decided" : "nobody"))),
      h("td", { class: "probability" }, row.decision ? h("span", { class: "tag decided" }, t(row.decision === "none" ? "decided_none" : "decided_accept")) : best && bar(best.probability)),
      h("td", { class: "why" }, why(row)),
      h("td", { class: "actions" }, h("div", {},
        act("accept", t("accept"), row.decision === "accept", () => accept(row)),
        act("other", t("other"), null, () => select(rows.indexOf(row), true)),
        act("none", t("none"), row.decision === "none", () => decide(row, "none", "")))),
    );
  }

  function why(row) {
    if (!row.why) return [];
    const pairs = row.why.pairs.map(([left, sign, right]) => h("span", { class: sign === "≠" ? "pair unlike" : "pair" }, `${left} ${sign} ${right}`));
    const alone = row.why.alone.length ? [h("span", { class: "pair alone" }, t("only_here", { words: row.why.alone.join(", ") }))] : [];
    return [...pairs, ...alone];
  }

  function select(place, open = false) {
    if (place < 0 || place >= rows.length) return;
    rows[current]?.line.classList.remove("current");
    current = place;
    const row = rows[place];
    row.line.classList.add("current");
    row.line.scrollIntoView({ block: "nearest" });
    row.line.querySelector("button.name").focus({ preventScroll: true });
    if (open || drawer.isOpen) attempt(() => drawer.open(row));
  }

  const accept = (row) => (row.candidates.length ? decide(row, "accept", row.decision === "accept" ? row.decided : row.candidates[0].id) : select(rows.indexOf(row), true));

  async function decide(row, decision, id, other = null) {
    const answer = await ask(`${base}/decisions`, { json: { name: row.name, decision, entity_id: id } });
    Object.assign(row, { decision: answer.decision || null, decided: answer.decided, other: other ?? row.other });
    fillLine(row, row.line);
    const who = row.candidates.find((one) => one.id === id)?.name ?? other?.name ?? id;
    const key = decision === "accept" ? "said_accept" : decision ? "said_none" : "said_undo";
    announce(t(key, { name: row.name, who, rows: number(answer.rows) }));
    await refresh((await ask(`${base}/state`)).counts);
    if (drawer.isOpen && rows[current] === row) drawer.mark(row);
  }

  drawer.onOther = (row, entity) => attempt(() => decide(row, "accept", entity.id, entity));

  async function refresh(now) {
    const grown = (now[show] ?? 0) > (counts[show] ?? 0);
    counts = now;
    filters();
    more.hidden = rows.length >= (counts[show] ?? 0);
    if (grown && rows.length < PAGE && show !== "decided") await load();
  }

  const keys = {
    j: () => select(Math.min(current + 1, rows.length - 1)),
    k: () => select(Math.max(current - 1, 0)),
    y: () => rows[current] && attempt(() => accept(rows[current])).then(() => keys.j()),
    n: () => rows[current] && attempt(() => decide(rows[current], "none", "")).then(() => keys.j()),
    u: () => rows[current] && attempt(() => decide(rows[current], "", "")),
    o: () => select(Math.max(current, 0), true),
    Escape: () => { drawer.close(); rows[current]?.line.querySelector("button.name").focus(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea") && event.key !== "Escape") return;
    const row = rows[current];
    const place = Number(event.key);
    if (keys[event.key]) keys[event.key]();
    else if (row && place >= 1 && place <= row.candidates.length) attempt(() => decide(row, "accept", row.candidates[place - 1].id));
    else return;
    event.preventDefault();
  });
  more.addEventListener("click", () => attempt(load));
  filters();
  return { refresh };
}
