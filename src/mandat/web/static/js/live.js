// Live pages: parts that follow a body or a post are fetched anew when an entry touches it. Loss of the stream is shown.

import { renew } from "./session.js";

const PAUSE = 100; // milliseconds: entries of one moment refresh a part once
let waiting;
let touched = new Set();
let everything = false;
let size = Number(document.documentElement.dataset.size);

function parts() {
  return [...document.querySelectorAll("[data-follows]")].filter((part) => {
    const follows = part.dataset.follows.split(" ");
    return everything || follows.includes("*") || follows.some((name) => touched.has(name));
  });
}

async function refresh() {
  waiting = undefined;
  const stale = parts();
  touched = new Set();
  everything = false;
  if (!stale.length) return;
  const fresh = await read();
  if (!fresh) return;
  for (const part of stale) {
    const next = part.id && fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML || busy(part)) continue;
    const focus = part.contains(document.activeElement) ? document.activeElement.id : "";
    const receipts = [...part.querySelectorAll("output[data-outcome]")].map((each) => [placeOf(part, each), each]);
    part.replaceWith(document.adoptNode(next));
    receipts.forEach(([place, receipt]) => (next.querySelectorAll(PLACES)[place] ?? next).append(receipt));
    if (focus) document.getElementById(focus)?.focus();
    next.classList.add("changed");
    document.dispatchEvent(new CustomEvent("mandat:refreshed", { detail: next }));
  }
}

// The page as it is now, for who reads it: a session that has ended meanwhile is opened again first.
async function read(again = true) {
  const answer = await fetch(location.pathname + location.search, { headers: { "X-Live": "1" } }).catch(() => null);
  const fresh = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
  const { me } = document.documentElement.dataset;
  if (fresh && me && fresh.documentElement.dataset.me !== me && again && (await renew())) return read(false);
  return answer?.ok ? fresh : null;
}

// A receipt outlives the form it came from: it stays in the same place of the part.
const PLACES = "article, section, .card";
const placeOf = (part, node) => [...part.querySelectorAll(PLACES)].indexOf(node.closest(PLACES));

// A part in which somebody is typing, ranking, or waiting for an answer is left alone.
function busy(part) {
  const forms = [...part.querySelectorAll("form")].filter((form) => form.dataset.state !== "done");
  return forms.some((form) => form.dataset.state === "signing" || begun(form));
}

function begun(form) {
  const typed = [...form.querySelectorAll("textarea, input:not([type=hidden], [type=checkbox], [type=radio])")];
  return typed.some((field) => field.value !== field.defaultValue) || form.querySelector(".ballot .ranked li") !== null;
}

export function start() {
  const source = new EventSource("/events");
  const mark = document.getElementById("live");
  source.addEventListener("entry", (event) => {
    const said = JSON.parse(event.data);
    for (const name of [...said.bodies, ...said.posts]) touched.add(name);
    if (said.size <= size) return;
    // The first event of a stream names nothing: if the record has grown since the page was read, anything may have changed.
    if (!said.bodies.length && !said.posts.length) everything = true;
    size = said.size;
    waiting ??= setTimeout(refresh, PAUSE);
  });
  source.onopen = () => {
    if (mark) mark.dataset.state = "on";
  };
  source.onerror = () => {
    if (mark) mark.dataset.state = "off";
  };
  addEventListener("pagehide", () => source.close());
}
