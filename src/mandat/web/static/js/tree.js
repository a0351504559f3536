// The Merkle tree of RFC 6962, built leaf by leaf: the root after each entry from a few hashes.

import { sha256, same } from "./bytes.js";

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

export const leafHash = (entry) => sha256(LEAF, entry);
const nodeHash = (left, right) => sha256(NODE, left, right);

export class Tree {
  constructor() {
    this.size = 0;
    this.peaks = []; // the roots of the full subtrees, the largest first
  }

  async append(leaf) {
    let hash = leaf;
    for (let size = this.size; size % 2 === 1; size = (size - 1) / 2) hash = await nodeHash(this.peaks.pop(), hash);
    this.peaks.push(hash);
    this.size += 1;
  }

  async root() {
    if (!this.size) return sha256();
    let hash = this.peaks.at(-1);
    for (let at = this.peaks.length - 2; at >= 0; at -= 1) hash = await nodeHash(this.peaks[at], hash);
    return hash;
  }
}

// Whether a tree of size and root `second` continues one of `first` (RFC 6962, section 2.1.2).
export async function continues(first, second, proof) {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  if (first.size === 0) return true;
  let node = first.size - 1;
  let last = second.size - 1;
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, (last - 1) / 2];
  const rest = [...proof];
  let one = node ? rest.shift() : first.root;
  let two = one;
  if (!one) return false;
  while (node || last) {
    if (node % 2 === 1) {
      const next = rest.shift();
      if (!next) return false;
      one = await nodeHash(next, one);
      two = await nodeHash(next, two);
    } else if (node < last) {
      const next = rest.shift();
      if (!next) return false;
      two = await nodeHash(two, next);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return rest.length === 0 && same(one, first.root) && same(two, second.root);
}
