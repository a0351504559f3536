// C2SP signed notes (https://c2sp.org/signed-note): a text, an empty line, and one line per signature.

import { concat, fromBase64, same, sha256, text, toBase64, utf8 } from "./bytes.js";

const ED25519 = new Uint8Array([1]);

// The first four bytes of SHA-256(name, newline, 0x01, key).
export async function keyId(name, publicKey) {
  return (await sha256(utf8(`${name}\n`), ED25519, publicKey)).subarray(0, 4);
}

// A note whose text is these lines, signed by one key: { name, publicKey (32 bytes), sign(bytes) → 64 bytes }.
export async function writeNote(lines, signer) {
  const signed = utf8(lines.map((line) => `${line}\n`).join(""));
  const id = await keyId(signer.name, signer.publicKey);
  const signature = await signer.sign(signed);
  return concat(signed, utf8(`\n— ${signer.name} ${toBase64(concat(id, signature))}\n`));
}

// The parts of a note: { signed (bytes), lines, signatures: [{ name, id, signature }] }; throws if it is none.
export function readNote(raw) {
  const whole = text(raw);
  const end = whole.lastIndexOf("\n\n");
  if (end < 1 || !whole.endsWith("\n")) throw new Error("not a note");
  const said = whole.slice(0, end + 1);
  const signatures = whole
    .slice(end + 2, -1)
    .split("\n")
    .map((line) => {
      const [dash, name, encoded, ...rest] = line.split(" ");
      if (dash !== "—" || !encoded || rest.length) throw new Error("not a signature line");
      const bytes = fromBase64(encoded);
      return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
    });
  return { signed: utf8(said), lines: said.slice(0, -1).split("\n"), signatures };
}

// A verifier key as text: name+id+base64(0x01, key) → { name, id, publicKey }.
export function readVerifierKey(vkey) {
  const [name, id, encoded] = vkey.split(/\+(.{8})\+/s);
  const bytes = fromBase64(encoded);
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error("not an Ed25519 verifier key");
  return { name, id, publicKey: bytes.subarray(1) };
}

const imported = new Map();

export async function holds(publicKey, signature, signed) {
  const name = toBase64(publicKey);
  if (!imported.has(name)) {
    imported.set(name, crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]));
  }
  try {
    return await crypto.subtle.verify("Ed25519", await imported.get(name), signature, signed);
  } catch {
    return false;
  }
}

export const isOf = (line, name, id) => line.name === name && same(line.id, id);
