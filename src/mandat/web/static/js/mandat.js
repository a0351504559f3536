// What every page does: forms of acts, live parts, the device's session, acts that waited for a connection.

import { flush, submit } from "./act.js";
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
resume();

async function sendWaiting() {
  const sent = await flush().catch(() => []);
  const notice = document.getElementById("notice");
  if (!sent.length || !notice) return;
  notice.textContent = sent
    .map(({ act, receipt }) => `${act.words} — ${receipt.words ?? say(`receipt.${receipt.outcome}`)}`)
    .join(" · ");
}

sendWaiting();
addEventListener("online", sendWaiting);
