// What the device keeps for this federation: its keys, acts that wait for their receipt, the last checkpoint it verified.

const VERSION = 1;
const STORES = { keys: "person", outbox: "once", heads: "origin", mine: "index" };
let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("mandat", VERSION);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) request.result.createObjectStore(name, { keyPath });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function run(name, mode, ask) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

export const get = (name, key) => run(name, "readonly", (store) => store.get(key));
export const all = (name) => run(name, "readonly", (store) => store.getAll());
export const put = (name, value) => run(name, "readwrite", (store) => store.put(value));
export const remove = (name, key) => run(name, "readwrite", (store) => store.delete(key));
// Keeps a value only if there is none yet; rejects with a ConstraintError if there is.
export const add = (name, value) => run(name, "readwrite", (store) => store.add(value));
