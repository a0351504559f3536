// Acts: written from a form, shown in words, signed, kept until their receipt is there, and sent.
//
//   <form class="act" data-act="confidence.withdraw" data-sealed data-once="…" data-words="You withdraw your confidence …">
//     <input type="hidden" name="post" value="…">        data-type="int", "bool", "list" (one a line) or "json" for other types
//     <textarea name="text" data-blob="public"></textarea>   the act names the blob of this text
//     <input name="list" type="file" data-blob="sealed">     … or of this file
//     <input name="ranking" data-ballot='["election", ID]'>  goes to the box of a secret ballot, not into the act
//   </form>

import { random, sha256, toBase64, toHex, utf8 } from "./bytes.js";
import * as keys from "./keys.js";
import { Forked, seen, Unreachable } from "./log.js";
import { writeNote } from "./note.js";
import * as store from "./store.js";
import { say } from "./words.js";

const SALT_BYTES = 16;
const NONCE_BYTES = 12;

export class Unanswered extends Error {} // no answer came: the act waits in the outbox and is sent again as it is

// -- writing ------------------------------------------------------------------------------------------------------------

function typed(input) {
  const value = input.type === "checkbox" ? input.checked : input.value;
  switch (input.dataset.type) {
    case "int":
      return Number.parseInt(value, 10);
    case "bool":
      return value === true || value === "true";
    case "list":
      return String(value).split(/[\n,;]+/).map((each) => each.trim()).filter(Boolean);
    case "json":
      return JSON.parse(value);
    default:
      return value;
  }
}

export async function blobOf(content, audience = "public") {
  const salt = random(SALT_BYTES);
  const name = `sha256:${toHex(await sha256(salt, content))}`;
  return { name, wire: { salt: toBase64(salt), content: toBase64(content), audience } };
}

async function read(form) {
  const body = { act: form.dataset.act };
  const blobs = [];
  let ballot = null;
  for (const input of form.querySelectorAll("[name]")) {
    if (input.disabled || (input.type === "radio" && !input.checked)) continue;
    if (input.dataset.optional !== undefined && !input.value) continue;
    if (input.dataset.ballot) {
      ballot = { box: JSON.parse(input.dataset.ballot), ballot: toBase64(utf8(input.value)) };
    } else if (input.dataset.blob) {
      const content = input.files ? new Uint8Array(await input.files[0].arrayBuffer()) : utf8(input.value);
      const blob = await blobOf(content, input.dataset.blob);
      blobs.push(blob.wire);
      body[input.name] = blob.name;
    } else {
      body[input.name] = typed(input);
    }
  }
  return { body, blobs, ballot };
}

export async function sign(key, body, { sealed = false, blobs = [], ballot = null } = {}) {
  const log = await seen();
  if (log.origin !== key.origin) throw new Forked("origin");
  const envelope = { seen: log.seen, nonce: toBase64(random(NONCE_BYTES)) };
  const all = [...blobs];
  let said = body;
  if (sealed) {
    const inner = await blobOf(utf8(JSON.stringify(body)), "sealed");
    all.push(inner.wire);
    said = { act: "sealed", body: inner.name };
  }
  const line = JSON.stringify({ ...said, ...envelope });
  const note = await writeNote(["mandat/act/v1", log.origin, line], keys.signer(key));
  return { note: toBase64(note), blobs: all, ballot };
}

// -- sending ------------------------------------------------------------------------------------------------------------

// Sends an act that is kept; the same bytes may be sent any number of times, and are recorded once.
export async function send(act) {
  let answer;
  try {
    answer = await fetch("/api/acts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ acts: [act.wire] }),
    });
  } catch {
    throw new Unanswered("offline");
  }
  if (answer.status === 429 || answer.status >= 500) throw new Unanswered((await problem(answer)).words);
  if (!answer.ok) {
    await store.remove("outbox", act.once);
    return { result: "unrecorded", ...(await problem(answer)) };
  }
  const [receipt] = (await answer.json()).answers;
  await settle(act, receipt);
  if (receipt.result === "recorded" && receipt.outcome === "admitted" && act.key) await keys.keep(act.key);
  if (receipt.result === "recorded") {
    await store.put("mine", { index: receipt.index, act: act.name, words: act.words, outcome: receipt.outcome, at: receipt.at });
  }
  return receipt;
}

async function problem(answer) {
  try {
    return await answer.json();
  } catch {
    return { reason: String(answer.status), words: say("broken") };
  }
}

const AT_IT = 15_000; // milliseconds: a tab that has claimed an act for longer was closed
const FRESH = 3_600_000; // for an hour the same form shows the receipt that it has got already

// Keeps an act under its `once` before it is sent: a second tap, or a second tab, finds it there (or its receipt) and signs nothing.
async function keepOnce(once, make) {
  const found = await store.get("outbox", once);
  if (found && !found.claimed && !stale(found)) return found;
  const claim = { once, claimed: Date.now() };
  try {
    if (found && (stale(found) || Date.now() - found.claimed > AT_IT)) await store.remove("outbox", once);
    await store.add("outbox", claim);
  } catch {
    return elsewhere(once);
  }
  try {
    const act = { once, ...(await make()) };
    await store.put("outbox", act);
    return act;
  } catch (error) {
    await store.remove("outbox", once);
    throw error;
  }
}

// What another tab makes of the act that it has claimed: its signed bytes or its receipt; null if neither comes in time.
async function elsewhere(once) {
  for (const end = Date.now() + AT_IT; Date.now() < end; ) {
    const other = await store.get("outbox", once);
    if (!other?.claimed) return other ?? null;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
}

const stale = (kept) => kept.receipt !== undefined && Date.now() - kept.kept > FRESH;

// What is left of an act that was recorded: its receipt for a while if its form can be pressed again, else nothing.
async function settle(act, receipt) {
  if (act.lasting && receipt.outcome === "admitted") await store.put("outbox", { once: act.once, receipt, kept: Date.now() });
  else await store.remove("outbox", act.once);
}

// -- the form -----------------------------------------------------------------------------------------------------------

// Shows the words of what is about to be signed; true once the reader has said yes.
export function confirmed(said) {
  const dialog = document.createElement("dialog");
  dialog.className = "signing";
  dialog.setAttribute("aria-labelledby", "signing-title");
  const title = document.createElement("h2");
  title.id = "signing-title";
  title.textContent = say("sign.title");
  const words = document.createElement("p");
  words.className = "signing-words";
  words.textContent = said;
  const buttons = document.createElement("p");
  buttons.className = "buttons";
  const yes = document.createElement("button");
  yes.className = "primary";
  yes.value = "sign";
  yes.textContent = say("sign.yes");
  const no = document.createElement("button");
  no.className = "secondary";
  no.value = "";
  no.textContent = say("sign.no");
  buttons.append(yes, no);
  const inside = document.createElement("form");
  inside.method = "dialog";
  inside.append(title, words, buttons);
  dialog.append(inside);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "sign");
    });
  });
}

// The words of the act with what was typed or chosen in their places: {name} stands for a field.
function filled(form) {
  return form.dataset.words.replace(/\{([\w-]+)\}/g, (whole, name) => {
    const inputs = [...form.querySelectorAll(`[name="${name}"]`)].filter((each) => each.type !== "radio" || each.checked);
    const input = inputs[0];
    if (!input) return whole;
    if (input.files) return input.files[0]?.name ?? "–";
    if (input.tagName === "SELECT") return input.selectedOptions[0]?.textContent.trim() ?? "–";
    return input.dataset.label || input.value || "–";
  });
}

function show(output, kind, parts) {
  output.replaceChildren();
  output.dataset.outcome = kind;
  for (const part of parts) {
    if (typeof part !== "string") {
      output.append(part);
      continue;
    }
    const line = document.createElement("p");
    line.textContent = part;
    output.append(line);
  }
}

function receiptParts(receipt) {
  const link = document.createElement("a");
  link.href = `/record/${receipt.index}`;
  link.textContent = say("receipt.place", { index: String(receipt.index) });
  const lines = receipt.ruling ? [receipt.ruling.sentence] : [];
  return [say(receipt.outcome === "admitted" ? "receipt.admitted" : "receipt.refused"), ...lines, link];
}

// One tap, one act: while a form is at it, or once its act is admitted, further taps do nothing.
export async function submit(form) {
  if (form.dataset.state) return;
  form.dataset.state = "signing";
  try {
    await asked(form);
  } finally {
    if (form.dataset.state === "signing") delete form.dataset.state;
  }
}

async function asked(form) {
  const output = outputOf(form);
  const key = await keys.mine(document.documentElement.dataset.origin, document.documentElement.dataset.me).catch(() => undefined);
  if (!key) return show(output, "failed", [say("no-key")]);
  const words = filled(form);
  if (form.dataset.words && !(await confirmed(words))) return undefined;
  show(output, "waiting", [say("sending")]);
  const buttons = [...form.querySelectorAll("button:not(:disabled)")];
  buttons.forEach((button) => (button.disabled = true));
  form.dataset.waiting = form.dataset.once ?? crypto.randomUUID();
  try {
    const act = await keepOnce(form.dataset.waiting, async () => {
      const { body, blobs, ballot } = await read(form);
      const wire = await sign(key, body, { sealed: form.dataset.sealed !== undefined, blobs, ballot });
      return { wire, name: body.act, words, lasting: form.dataset.once !== undefined };
    });
    if (!act) return show(output, "waiting", [say("elsewhere")]);
    answered(form, act.receipt ?? (await send(act)));
  } catch (error) {
    show(output, error instanceof Unanswered ? "unanswered" : "failed", [wordsOf(error)]);
    if (error instanceof Unanswered) document.dispatchEvent(new CustomEvent("mandat:unanswered"));
  } finally {
    if (form.dataset.state !== "done") buttons.forEach((button) => (button.disabled = false));
  }
  return undefined;
}

const outputOf = (form) => form.querySelector("output") ?? form.appendChild(document.createElement("output"));

// Writes the receipt into the form; an admitted act that can be done only once leaves its buttons shut.
export function answered(form, receipt) {
  const recorded = receipt.result === "recorded";
  show(outputOf(form), recorded ? receipt.outcome : "failed", recorded ? receiptParts(receipt) : [receipt.words]);
  if (recorded && receipt.outcome === "admitted") {
    if (form.dataset.once) {
      form.dataset.state = "done";
      form.querySelectorAll("button").forEach((button) => (button.disabled = true));
    } else form.reset();
  }
  if (recorded) form.dispatchEvent(new CustomEvent("mandat:receipt", { bubbles: true, detail: receipt }));
}

export function wordsOf(error) {
  if (error instanceof Unanswered) return `${say("unanswered")} ${error.message === "offline" ? "" : error.message}`.trim();
  if (error instanceof Unreachable) return say("offline");
  if (error instanceof Forked) return say("forked");
  if (error instanceof keys.NoKeysHere) return say(`keys.${error.reason}`);
  return say("broken");
}

// Sends what waited for a connection: the very bytes that were signed before. Tells what was sent, and how many are left.
export async function flush() {
  const sent = [];
  const waiting = (await store.all("outbox")).filter((act) => act.wire);
  for (const act of waiting) {
    try {
      sent.push({ act, receipt: await send(act) });
    } catch {
      break;
    }
  }
  return { sent, left: waiting.length - sent.length };
}
