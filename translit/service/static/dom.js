// What every page uses: elements, texts in the page's language, requests.

const SVG = "http://www.w3.org/2000/svg";
export const language = document.documentElement.lang;
const token = document.querySelector('meta[name="token"]').content;
const texts = await (await fetch(`/texts/${language}.json`)).json();

/** A text of the page by its key, with values for what stands in braces. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

export const number = (value) => value.toLocaleString(language);

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An HTML element; texts among the children stay texts, whatever signs they have. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** What an address answers; an Error with its sentence if it refuses. */
export async function ask(url, { json, body, method } = {}) {
  const headers = { "X-Translit-Token": token };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  const sent = json === undefined ? body : JSON.stringify(json);
  let answer;
  try {
    answer = await fetch(url, { method: method ?? (sent === undefined ? "GET" : "POST"), headers, body: sent });
  } catch {
    throw new Error(t("no_connection"));
  }
  if (answer.status === 204) return null;
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.message ?? answer.statusText);
  return found;
}

/** Say something to screen readers. */
export function announce(text) {
  document.getElementById("live").textContent = text;
}

/** Do something; what goes wrong is shown where the page shows problems. */
export async function attempt(work) {
  const place = document.getElementById("problem");
  place.textContent = "";
  const slow = setTimeout(() => document.body.classList.add("busy"), 250);
  try {
    return await work();
  } catch (error) {
    place.textContent = error.message;
    return undefined;
  } finally {
    clearTimeout(slow);
    document.body.classList.remove("busy");
  }
}

/** Save a text as a file. */
export function save(name, text, type = "text/plain") {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** A probability as a bar with its number; the class says sure, doubtful or none. */
export function bar(value, width = 96) {
  const kind = value >= 0.95 ? "sure" : value >= 0.05 ? "doubtful" : "none";
  return h(
    "span", { class: `chance ${kind}` },
    svg("svg", { width, height: 8, viewBox: `0 0 ${width} 8`, "aria-hidden": "true" },
      svg("rect", { class: "track", width, height: 8, rx: 4 }),
      svg("rect", { class: "level", width: Math.max(value * width, 3), height: 8, rx: 4 })),
    h("span", { class: "number" }, value.toFixed(3)),
  );
}
