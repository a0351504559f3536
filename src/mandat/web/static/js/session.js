// Signing in: the device proves its key, and may then read what is for its person. No act rests on it.

import { toBase64 } from "./bytes.js";
import * as keys from "./keys.js";
import { writeNote } from "./note.js";

const json = { "Content-Type": "application/json" };

export async function signIn(key) {
  const asked = await fetch("/api/sessions/challenge", { method: "POST" });
  if (!asked.ok) return false;
  const { schema, origin, challenge } = await asked.json();
  if (origin !== key.origin || schema !== "mandat/session/v1") return false;
  const note = await writeNote([schema, origin, challenge], keys.signer(key));
  const answer = await fetch("/api/sessions", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ note: toBase64(note) }),
  });
  return answer.ok;
}

const OUT = "mandat-signed-out"; // in the device's storage: it stays signed out until somebody signs in
const TRIED = "mandat-resumed"; // in the tab's: when it last tried, so that a refusal does not reload in a circle
const PAUSE = 10_000;

export async function signOut() {
  localStorage.setItem(OUT, document.documentElement.dataset.origin);
  await fetch("/api/sessions", { method: "DELETE" });
}

// Signs in again with the key of the person whose page this is, for a session that has ended; true if that worked.
export async function renew() {
  const page = document.documentElement.dataset;
  const key = await keys.mine(page.origin, page.me).catch(() => undefined);
  return key !== undefined && signIn(key);
}

// Signs a device in that has a key and no session, and loads the page anew as its person sees it.
export async function resume(button) {
  const page = document.documentElement.dataset;
  if (page.me || location.pathname === "/join") return;
  const key = await keys.mine(page.origin).catch(() => undefined);
  if (!key) return;
  button?.addEventListener("click", () => enter(key));
  if (button) button.hidden = false;
  const justTried = Date.now() - Number(sessionStorage.getItem(TRIED)) < PAUSE;
  if (localStorage.getItem(OUT) !== page.origin && !justTried) await enter(key);
}

async function enter(key) {
  sessionStorage.setItem(TRIED, String(Date.now()));
  localStorage.removeItem(OUT);
  if (await signIn(key)) location.reload();
}
