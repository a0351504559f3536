// Checks the whole record: every note's form and signatures with the keys registered at its place, that nothing stands twice,
// that times never go back, that every `seen` was a state of this very log, and that the checkpoint signs the root of it all.

import { fromBase64, sha256, toBase64, toHex } from "./bytes.js";
import { readCheckpoint } from "./log.js";
import { holds, isOf, keyId, readNote, readVerifierKey } from "./note.js";
import { leafHash, Tree } from "./tree.js";

const PAGE = 2000;
const KEY_ACTS = new Set([
  "federation.found", "key.bind", "key.revoke", "key.invite", "key.enrol", "member.enrol", "member.import",
]);

class Wrong extends Error {
  constructor(index, problem) {
    super(problem);
    this.index = index;
    this.problem = problem;
  }
}

async function ask(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(path);
  return answer.json();
}

// The keys of people as the record has them so far. An act about keys takes effect when the server's note that ends its group says
// that it was admitted; until then a key named in the same group counts for the acts behind it, if the note then agrees.
class Keys {
  constructor(origin) {
    this.origin = origin;
    this.of = new Map();
    this.replacing = new Set();
    this.waiting = [];
    this.early = new Set();
    this.unread = 0; // lists of an import that are not for this reader: the keys in them are not known here
  }

  async make(person, text) {
    const name = `${this.origin}/m/${person}`;
    const publicKey = fromBase64(text);
    return { name, publicKey, id: await keyId(name, publicKey), text };
  }

  async bind(person, text) {
    this.of.set(person, [...(this.of.get(person) ?? []), await this.make(person, text)]);
  }

  revoke(person, text) {
    this.of.set(person, (this.of.get(person) ?? []).filter((key) => key.text !== text));
  }

  async find(line) {
    const person = line.name.slice(`${this.origin}/m/`.length);
    const found = (this.of.get(person) ?? []).find((key) => isOf(line, key.name, key.id));
    if (found) return found;
    for (const { index, act } of this.waiting) {
      if (!act.key || (act.person ?? act.registrar) !== person) continue;
      const key = await this.make(person, act.key);
      if (!isOf(line, key.name, key.id)) continue;
      this.early.add(index);
      return key;
    }
    return undefined;
  }

  async settle(outcomes, first) {
    for (const { index, act } of this.waiting) {
      if (outcomes[index - first] === "admitted") await this.apply(act);
      else if (this.early.has(index)) throw new Wrong(index, "key");
    }
    this.waiting = [];
    this.early.clear();
  }

  async apply(act) {
    if (act.act === "federation.found") await this.bind(act.registrar, act.key);
    if ((act.act === "key.bind" || act.act === "member.enrol") && act.key) await this.bind(act.person, act.key);
    if (act.act === "key.revoke") this.revoke(act.person, act.key);
    if (act.act === "key.invite" && act.replaces) this.replacing.add(act.code);
    if (act.act === "key.enrol") {
      if (this.replacing.has(toBase64(await sha256(fromBase64(act.code))))) this.of.set(act.person, []);
      await this.bind(act.person, act.key);
    }
    if (act.act === "member.import") {
      const keys = await importedKeys(act.list);
      if (!keys) this.unread += 1;
      for (const [person, key] of keys ?? []) await this.bind(person, key);
    }
  }
}

// The list of an import is a blob of lines person,body[,key]; null if it is not for this reader.
async function importedKeys(name) {
  try {
    const blob = await ask(`/api/blobs/${name}`);
    const lines = new TextDecoder().decode(fromBase64(blob.content)).split("\n");
    return lines.map((line) => line.split(",")).filter((cells) => cells[2]).map((cells) => [cells[0], cells[2]]);
  } catch {
    return null;
  }
}

async function checkAct(index, note, keys, state) {
  const [, , json] = note.lines;
  const act = JSON.parse(json);
  const enrolling = act.act === "key.enrol" || act.act === "federation.found";
  for (const line of note.signatures) {
    const name = `${keys.origin}/m/${act.person ?? act.registrar}`;
    const key = enrolling
      ? { name, publicKey: fromBase64(act.key), id: await keyId(name, fromBase64(act.key)) }
      : await keys.find(line);
    if (!key && keys.unread && line.name.startsWith(`${keys.origin}/m/`)) {
      state.unknown += 1;
      continue;
    }
    if (!key || !isOf(line, key.name, key.id)) throw new Wrong(index, "key");
    if (!(await holds(key.publicKey, line.signature, note.signed))) throw new Wrong(index, "signature");
    state.signatures += 1;
    const nonce = `${toHex(line.id)} ${act.nonce}`;
    if (state.nonces.has(nonce)) throw new Wrong(index, "twice");
    state.nonces.add(nonce);
  }
  const [size, root] = act.seen;
  if (size) {
    if (state.roots.get(size) !== root) throw new Wrong(index, "seen");
    state.seen.add(size);
  }
  if (KEY_ACTS.has(act.act)) keys.waiting.push({ index, act });
}

async function checkStatement(index, note, server, keys, state, first) {
  const [line] = note.signatures;
  if (!line || !isOf(line, server.name, server.id)) throw new Wrong(index, "key");
  if (!(await holds(server.publicKey, line.signature, note.signed))) throw new Wrong(index, "signature");
  state.statements += 1;
  if (note.lines[0] !== "mandat/rulings/v1") return false;
  const said = JSON.parse(note.lines[2]);
  const at = Date.parse(said.at);
  if (at < state.at) throw new Wrong(index, "time");
  state.at = at;
  await keys.settle(said.rulings.map((row) => row[0]), first);
  return true;
}

async function run(origin) {
  const log = await ask("/api/log");
  if (log.origin !== origin) throw new Wrong(0, "form");
  let checkpoint;
  try {
    checkpoint = await readCheckpoint(log.checkpoint, log.log_key);
  } catch {
    throw new Wrong(0, "checkpoint");
  }
  const serverKey = readVerifierKey(log.server_key);
  const server = { ...serverKey, id: await keyId(serverKey.name, serverKey.publicKey) };
  const keys = new Keys(origin);
  const tree = new Tree();
  const state = { signatures: 0, unknown: 0, statements: 0, nonces: new Set(), roots: new Map(), seen: new Set(), leaves: new Set(), at: -Infinity };
  let first = 0; // of the group at hand
  for (let index = 0; index < checkpoint.size; ) {
    const part = await ask(`/api/entries?from=${index}&to=${Math.min(index + PAGE, checkpoint.size)}`);
    if (!part.entries.length) throw new Wrong(index, "root");
    for (const encoded of part.entries) {
      const raw = fromBase64(encoded);
      let note;
      try {
        note = readNote(raw);
        if (note.lines.length !== 3 || note.lines[1] !== origin) throw new Error("form");
        JSON.parse(note.lines[2]);
      } catch {
        throw new Wrong(index, "form");
      }
      const leaf = await leafHash(raw);
      if (state.leaves.has(toHex(leaf))) throw new Wrong(index, "twice");
      state.leaves.add(toHex(leaf));
      await tree.append(leaf);
      let ended = false;
      if (note.lines[0] === "mandat/act/v1") await checkAct(index, note, keys, state);
      else ended = await checkStatement(index, note, server, keys, state, first);
      index += 1;
      if (ended) {
        state.roots.set(index, toBase64(await tree.root()));
        first = index;
      }
    }
    postMessage({ kind: "progress", read: index, size: checkpoint.size });
  }
  if (toBase64(await tree.root()) !== toBase64(checkpoint.root)) throw new Wrong(checkpoint.size, "root");
  return {
    kind: "done",
    size: checkpoint.size,
    signatures: state.signatures,
    unknown: state.unknown,
    statements: state.statements,
    seen: state.seen.size,
    root: toHex(checkpoint.root),
  };
}

addEventListener("message", async ({ data }) => {
  try {
    postMessage(await run(data.origin));
  } catch (error) {
    if (error instanceof Wrong) postMessage({ kind: "wrong", index: error.index, problem: error.problem });
    else postMessage({ kind: "failed" });
  }
});
