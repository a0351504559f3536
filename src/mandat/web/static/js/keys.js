// The device's key: Ed25519 by WebCrypto, not extractable, kept in IndexedDB. It never leaves the device.

import { keyId } from "./note.js";
import * as store from "./store.js";
import { toBase64 } from "./bytes.js";

export class NoKeysHere extends Error {
  // reason: "insecure" (the page came without HTTPS), "ed25519" (the browser cannot), "storage" (private window)
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export async function check() {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) throw new NoKeysHere("insecure");
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  } catch {
    throw new NoKeysHere("ed25519");
  }
  try {
    await store.all("keys");
  } catch {
    throw new NoKeysHere("storage");
  }
}

export async function make(origin, person) {
  await check();
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { person, origin, privateKey: pair.privateKey, publicKey, made: Date.now() };
}

export const keep = (key) => store.put("keys", key);

// The key of this device for a federation, the person's own if one is named, else the newest; undefined if it has none.
export async function mine(origin, person) {
  const keys = (await store.all("keys")).filter((key) => key.origin === origin);
  return person ? keys.find((key) => key.person === person) : keys.sort((one, other) => one.made - other.made).at(-1);
}

export function signer(key) {
  return {
    name: `${key.origin}/m/${key.person}`,
    publicKey: key.publicKey,
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign("Ed25519", key.privateKey, bytes)),
  };
}

export const publicText = (key) => toBase64(key.publicKey);
export const idOf = (key) => keyId(`${key.origin}/m/${key.person}`, key.publicKey);
