// What every page does: forms of acts, live parts, the device's session, acts that waited for a connection.

import { answered, flush, submit } from "./act.js";
import * as ballot from "./ballot.js";
import * as check from "./check.js";
import * as enrol from "./enrol.js";
import * as live from "./live.js";
import * as office from "./office.js";
import { resume, signOut } from "./session.js";
import { say } from "./words.js";

document.documentElement.classList.add("scripted");

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form.act");
  if (!form) return;
  event.preventDefault();
  submit(form);
});

document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-sign-out]")) return;
  await signOut();
  location.assign("/");
});

function begin(root) {
  root.querySelectorAll(".ballot").forEach(ballot.start);
  root.querySelectorAll("[data-join]").forEach(enrol.start);
  root.querySelectorAll("[data-check]").forEach(check.start);
  root.querySelectorAll("[data-invite]").forEach(office.device);
  root.querySelectorAll("[data-invitations]").forEach(office.letters);
  root.querySelectorAll("[data-import]").forEach(office.imports);
  root.querySelectorAll("[data-count]").forEach(office.count);
  root.querySelectorAll("[data-bylaws]").forEach(office.bylaws);
}

begin(document);
document.addEventListener("mandat:refreshed", (event) => begin(event.detail));
live.start();
resume(document.querySelector("[data-sign-in]"));

// What waited is sent when the page opens, when the network is back, and every few seconds while no answer comes.
const SHORTEST = 1000;
const LONGEST = 30_000;
let pause = SHORTEST;
let planned;

async function sendWaiting() {
  clearTimeout(planned);
  const { sent, left } = await flush().catch(() => ({ sent: [], left: 0 }));
  sent.forEach(tell);
  pause = left ? Math.min(2 * pause, LONGEST) : SHORTEST;
  if (left) planned = setTimeout(sendWaiting, pause);
}

// The receipt goes into the form that the act came from; onto the page's notice if that is gone.
function tell({ act, receipt }) {
  const form = [...document.querySelectorAll("form.act")].find((each) => each.dataset.waiting === act.once);
  if (form) return answered(form, receipt);
  const line = document.createElement("span");
  line.textContent = `${act.words} — ${receipt.words ?? say(`receipt.${receipt.outcome}`)} `;
  return document.getElementById("notice")?.append(line);
}

sendWaiting();
addEventListener("online", sendWaiting);
document.addEventListener("mandat:unanswered", () => {
  clearTimeout(planned);
  planned = setTimeout(sendWaiting, pause);
});
