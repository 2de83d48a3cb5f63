// Why two names are one, drawn: letters over letters in colours of their cost, and the terms as a waterfall.

import { h, svg, t } from "./dom.js";

const STEPS = [0.25, 0.8, 1.6]; // nats: what costs less is the same letter, a usual change, an unusual one, another letter
const LONGEST = 420; // pixels of a line of letters
const level = (cost) => STEPS.filter((step) => cost >= step).length;

/** The letters of two words over each other; a cost that counts stands below. */
export function letters(pair) {
  const label = `${pair.left} ${pair.sign} ${pair.right}`;
  if (!pair.letters.length) return h("p", { class: "word" }, label);
  const unit = 15;
  const row = pair.letters.some((step) => level(step[2]) > 0) ? 72 : 56;
  let [x, y, widest] = [0, 0, 0];
  const parts = pair.letters.map(([left, right, cost]) => {
    const width = Math.max(left.length, right.length, 1) * unit + 5;
    if (x + width > LONGEST) [x, y] = [0, y + row];
    const middle = x + width / 2;
    const text = (content, line, name) => svg("text", { x: middle, y: y + line, "text-anchor": "middle", class: name }, content || "∅");
    const part = svg("g", { class: left === " " ? "gap" : `cost${level(cost)}` },
      svg("rect", { x: x + 1, y: y + 1, width: width - 2, height: 50, rx: 4 }),
      text(left, 20, "letter"), text(right, 43, "letter"),
      level(cost) > 0 ? text(cost.toFixed(1), 66, "cost") : null);
    x += width;
    widest = Math.max(widest, x);
    return part;
  });
  const height = y + row - 2;
  return h("figure", { class: "word" },
    svg("svg", { width: widest, height, viewBox: `0 0 ${widest} ${height}`, role: "img", "aria-label": spoken(pair, label) }, parts),
    h("figcaption", {}, t(`role_${pair.role}`) === `role_${pair.role}` ? pair.role : t(`role_${pair.role}`)));
}

function spoken(pair, label) {
  const costly = pair.letters.filter((step) => level(step[2]) > 0);
  return [label, ...costly.map(([left, right, cost]) => `${left || "∅"} ~ ${right || "∅"}: ${cost.toFixed(1)}`)].join("; ");
}

/** The terms one after another, from where all names start to the sum. */
export function waterfall(found) {
  const terms = [[t("start_value"), found.base], ...found.terms];
  let sum = 0;
  const spans = terms.map(([label, value]) => {
    const from = sum;
    sum += value;
    return { label, value, from, to: sum };
  });
  const low = Math.min(0, sum, ...spans.map((one) => one.to));
  const high = Math.max(0, sum, ...spans.map((one) => one.to));
  const width = 420;
  const left = 4;
  const scale = (value) => left + ((value - low) / (high - low || 1)) * (width - 60);
  const row = 38;
  const bars = spans.map(({ label, value, from, to }, place) => {
    const y = place * row;
    const start = Math.min(scale(from), scale(to));
    return svg("g", { class: value >= 0 ? "for" : "against" },
      svg("text", { x: left, y: y + 13, class: "label" }, t(label)),
      svg("rect", { x: start, y: y + 19, width: Math.max(Math.abs(scale(to) - scale(from)), 1.5), height: 11, rx: 2 }),
      svg("text", { x: Math.max(scale(from), scale(to)) + 6, y: y + 29, class: "value" }, signed(value)));
  });
  const height = spans.length * row + 26;
  const label = [...spans.map((one) => `${t(one.label)} ${signed(one.value)}`), `${t("sum")} ${signed(sum)}`].join("; ");
  return h("figure", { class: "waterfall" },
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
      svg("line", { x1: scale(0), x2: scale(0), y1: 16, y2: height - 24, class: "zero" }),
      bars,
      svg("text", { x: left, y: height - 8, class: "total" }, `${t("sum")} ${signed(sum)} → ${t("pair_probability")} ${found.probability.toFixed(3)}`)));
}

const signed = (value) => (value >= 0 ? "+" : "−") + Math.abs(value).toFixed(1);
