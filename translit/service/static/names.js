// The first page: names pasted or a file dropped become a list; lists of this browser are remembered.

import { announce, ask, attempt, h, t } from "./dom.js";

const form = document.getElementById("paste");
const area = document.getElementById("names");
const KEY = "translit-lists";

function lists() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function keep(found) {
  localStorage.setItem(KEY, JSON.stringify(found.slice(0, 50)));
}

async function upload(name, body) {
  announce(t("uploading"));
  const job = await ask(`/jobs?name=${encodeURIComponent(name)}`, { body, method: "POST" });
  keep([{ id: job.id, name, time: Date.now() }, ...lists()]);
  location.href = `/jobs/${job.id}`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(async () => {
    if (!area.value.trim()) throw new Error(t("nothing_pasted"));
    await upload(t("pasted_name"), new Blob([`${area.value.replace(/\s+$/, "")}\n`]));
  });
});

document.getElementById("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) attempt(() => upload(file.name, file));
});

for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    const file = kind === "drop" && event.dataTransfer.files[0];
    if (file) attempt(() => upload(file.name, file));
  });
}

async function show() {
  const section = document.getElementById("lists");
  const found = [];
  for (const one of lists()) {
    try {
      found.push({ ...one, ...(await ask(`/jobs/${one.id}/state`)) });
    } catch {
      // removed, or of an earlier run of the service
    }
  }
  keep(found.map(({ id, name, time }) => ({ id, name, time })));
  section.hidden = !found.length;
  section.querySelector("ul").replaceChildren(...found.map(line));
}

function line(job) {
  const remove = async () => {
    await ask(`/jobs/${job.id}`, { method: "DELETE" });
    keep(lists().filter((one) => one.id !== job.id));
    await show();
  };
  return h("li", {},
    h("a", { href: `/jobs/${job.id}` }, job.name),
    h("span", { class: "hint" }, ` ${t(`state_${job.state}`)} · ${new Date(job.time).toLocaleString(document.documentElement.lang)} `),
    h("button", { class: "link", type: "button", "aria-label": `${t("remove")} ${job.name}`, onclick: () => attempt(remove) }, t("remove")));
}

show();
