// /check: the record is checked on this device, in a worker, so that the page stays alive.

import { say } from "./words.js";

function line(list, words, kind) {
  const item = document.createElement("li");
  if (kind) item.className = kind;
  item.textContent = words;
  list.append(item);
}

export function start(section) {
  const button = section.querySelector("button");
  const bar = section.querySelector("progress");
  const status = section.querySelector(".status");
  const results = section.querySelector(".results");
  button.addEventListener("click", () => {
    button.disabled = true;
    bar.hidden = false;
    results.replaceChildren();
    const began = performance.now();
    const worker = new Worker("/static/js/check-worker.js", { type: "module" });
    const end = () => {
      worker.terminate();
      button.disabled = false;
      bar.hidden = true;
    };
    worker.onerror = () => {
      status.textContent = say("broken");
      end();
    };
    worker.onmessage = ({ data }) => {
      if (data.kind === "progress") {
        bar.max = data.size;
        bar.value = data.read;
        status.textContent = say("check.reading", { read: String(data.read), size: String(data.size) });
      } else if (data.kind === "wrong") {
        status.textContent = say("check.wrong", { index: String(data.index), problem: say(`check.p.${data.problem}`) });
        section.dataset.outcome = "wrong";
        line(results, status.textContent, "fails");
        end();
      } else if (data.kind === "done") {
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        status.textContent = say("check.done", { size: String(data.size), seconds });
        section.dataset.outcome = "done";
        line(results, say("check.signatures", { count: String(data.signatures) }));
        if (data.unknown) line(results, say("check.unknown", { count: String(data.unknown) }), "open");
        line(results, say("check.statements", { count: String(data.statements) }));
        line(results, say("check.order"));
        line(results, say("check.seen", { count: String(data.seen) }));
        line(results, say("check.root", { root: data.root }));
        line(results, say("check.sealed"), "open");
        end();
      } else {
        status.textContent = say("broken");
        end();
      }
    };
    worker.postMessage({ origin: document.documentElement.dataset.origin });
  });
}
