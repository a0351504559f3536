// The log as this device has seen it: a checkpoint counts only if the log's key signed it and it continues the last one.

import { fromBase64, toBase64 } from "./bytes.js";
import { holds, isOf, keyId, readNote, readVerifierKey } from "./note.js";
import * as store from "./store.js";
import { continues } from "./tree.js";

export class Forked extends Error {} // two checkpoints that do not fit together: the log shows different people different things

export async function readCheckpoint(note, vkey) {
  const key = readVerifierKey(vkey);
  const read = readNote(new TextEncoder().encode(note));
  const [origin, size, root] = read.lines;
  const id = await keyId(key.name, key.publicKey);
  const line = read.signatures.find((each) => isOf(each, key.name, id));
  if (!line || origin !== key.name || !(await holds(key.publicKey, line.signature, read.signed))) {
    throw new Forked("checkpoint");
  }
  return { origin, size: Number(size), root: fromBase64(root), note };
}

export class Unreachable extends Error {} // the server did not answer, so nothing was signed

async function ask(path) {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) throw new Unreachable(path);
  return answer.json();
}

// What a new act says it has `seen`: the log's last checkpoint, once it continues the one this device knew before.
export async function seen() {
  const log = await ask("/api/log");
  const known = await store.get("heads", log.origin);
  const vkey = known?.vkey ?? log.log_key;
  if (vkey !== log.log_key) throw new Forked("key");
  if (!log.checkpoint) return { origin: log.origin, seen: [0, ""] };
  const now = await readCheckpoint(log.checkpoint, vkey);
  if (known) await follow(known, now);
  await store.put("heads", { origin: log.origin, vkey, size: now.size, root: now.root });
  return { origin: log.origin, seen: [now.size, toBase64(now.root)] };
}

async function follow(known, now) {
  if (now.size < known.size) throw new Forked("shorter");
  const proof = now.size === known.size ? [] : (await ask(`/api/consistency?from=${known.size}&to=${now.size}`)).proof;
  if (!(await continues(known, now, proof.map(fromBase64)))) throw new Forked("contradiction");
}
