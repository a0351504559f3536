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

const half = (number) => Math.floor(number / 2);

// Whether a tree of size and root `second` continues one of `first` (RFC 9162, section 2.1.4.2).
export async function continues(first, second, proof) {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  if (first.size === 0) return proof.length === 0;
  let node = first.size - 1;
  let last = second.size - 1;
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [start, ...rest] = node ? proof : [first.root, ...proof];
  if (!start) return false;
  let [one, two] = [start, start];
  for (const next of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      one = await nodeHash(next, one);
      two = await nodeHash(next, two);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else two = await nodeHash(two, next);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && same(one, first.root) && same(two, second.root);
}
