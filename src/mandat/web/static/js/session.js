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

export const signOut = () => fetch("/api/sessions", { method: "DELETE" });

// Signs a device in that has a key and no session, and loads the page anew as its person sees it: once, not in a circle.
export async function resume() {
  const page = document.documentElement.dataset;
  if (page.me || sessionStorage.getItem("mandat-resumed") === page.origin) return;
  const key = await keys.mine(page.origin).catch(() => undefined);
  if (!key) return;
  sessionStorage.setItem("mandat-resumed", page.origin);
  if (await signIn(key)) location.reload();
}
