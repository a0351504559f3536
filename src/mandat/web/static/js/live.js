// Live pages: parts that follow a body or a post are fetched anew when an entry touches it. Loss of the stream is shown.

const PAUSE = 150; // milliseconds: entries of one moment refresh a part once
let waiting;
let touched = new Set();

function parts() {
  return [...document.querySelectorAll("[data-follows]")].filter((part) => {
    const follows = part.dataset.follows.split(" ");
    return follows.includes("*") || follows.some((name) => touched.has(name));
  });
}

async function refresh() {
  waiting = undefined;
  const stale = parts();
  touched = new Set();
  if (!stale.length) return;
  const answer = await fetch(location.pathname + location.search, { headers: { "X-Live": "1" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of stale) {
    const next = part.id && fresh.getElementById(part.id);
    if (!next || next.innerHTML === part.innerHTML || busy(part)) continue;
    const focus = part.contains(document.activeElement) ? document.activeElement.id : "";
    part.replaceWith(document.adoptNode(next));
    if (focus) document.getElementById(focus)?.focus();
    next.classList.add("changed");
    document.dispatchEvent(new CustomEvent("mandat:refreshed", { detail: next }));
  }
}

// A part in which somebody is typing or reading a receipt is left alone.
function busy(part) {
  const field = document.activeElement;
  const typing = part.contains(field) && field.matches("input:not([type=hidden]), textarea, select");
  return typing || part.querySelector("output[data-outcome='waiting']") !== null;
}

export function start() {
  const source = new EventSource("/events");
  const mark = document.getElementById("live");
  source.addEventListener("entry", (event) => {
    const { bodies, posts } = JSON.parse(event.data);
    for (const name of [...bodies, ...posts]) touched.add(name);
    waiting ??= setTimeout(refresh, PAUSE);
  });
  let lost = false;
  source.onopen = () => {
    if (mark) mark.dataset.state = "on";
    if (lost) {
      touched.add("*");
      document.querySelectorAll("[data-follows]").forEach((part) => part.dataset.follows.split(" ").forEach((name) => touched.add(name)));
      waiting ??= setTimeout(refresh, PAUSE);
    }
    lost = false;
  };
  source.onerror = () => {
    lost = true;
    if (mark) mark.dataset.state = "off";
  };
  addEventListener("pagehide", () => source.close());
}
