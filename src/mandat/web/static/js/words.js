// The words of the page's language: the server puts them into the page, no text stands in the code.

let table;

export function say(key, values = {}) {
  table ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  return (table[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
