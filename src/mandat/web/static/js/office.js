// The office: imports with a preview, invitations as letters, counts by two tellers, bylaws with findings.

import { blobOf, confirmed, send, sign, wordsOf } from "./act.js";
import { concat, fromBase64, random, sha256, text, toBase64, toBase64Url, toHex, utf8 } from "./bytes.js";
import * as keys from "./keys.js";
import { readNote, writeNote } from "./note.js";
import { renew } from "./session.js";
import { say } from "./words.js";

const CODE_BYTES = 18;
const HOUR = 3600;
const LETTER_HOURS = 24 * 30;
const page = document.documentElement.dataset;

// The server's time, whatever the clock of this device says.
const offset = Number(page.now) * 1000 - Date.now();
const now = () => Math.floor((Date.now() + offset) / 1000);

// A session that has ended meanwhile is opened again first.
async function post(path, body, again = true) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (answer.status === 403 && again && (await renew())) return post(path, body, false);
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.words);
  return said;
}

const mine = () => keys.mine(page.origin, page.me);

// -- invitations --------------------------------------------------------------------------------------------------------

async function invite(person, hours, replaces) {
  const code = random(CODE_BYTES);
  const expires = now() + hours * HOUR;
  const body = { act: "key.invite", person, code: toBase64(await sha256(code)), expires, replaces };
  const receipt = await send({ once: crypto.randomUUID(), name: body.act, words: person, wire: await sign(await mine(), body) });
  if (receipt.result !== "recorded" || receipt.outcome !== "admitted") {
    const failed = receipt.ruling?.grounds.find((ground) => ground.holds === false);
    throw new Error(receipt.words ?? failed?.found ?? "");
  }
  return { person, expires, path: `/join#${encodeURIComponent(person)}.${toBase64Url(code)}` };
}

async function drawn(link) {
  const { svg } = await post("/api/office/qr", { link });
  const made = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", "QR");
  return document.adoptNode(made);
}

export function device(section) {
  const output = section.querySelector("output");
  section.querySelector("button").addEventListener("click", async () => {
    if (!(await confirmed(say("invite.words", { people: section.dataset.person })))) return;
    try {
      const made = await invite(section.dataset.person, Number(section.dataset.hours), false);
      const link = location.origin + made.path;
      const words = document.createElement("p");
      words.textContent = say("invite.link");
      const address = document.createElement("p");
      address.className = "id";
      address.dataset.link = "";
      address.textContent = link;
      output.replaceChildren(words, address, await drawn(link));
    } catch (error) {
      output.textContent = error.message || wordsOf(error);
    }
  });
}

export function letters(section) {
  const who = section.querySelector("#who");
  const output = section.querySelector("output");
  const place = document.querySelector(".letters");
  const letter = document.getElementById("letter");
  section.querySelector("#of").addEventListener("change", (event) => (who.value = event.target.value.split(" ").join("\n")));
  section.querySelector("button").addEventListener("click", async (event) => {
    const people = who.value.split(/[\s,;]+/).filter(Boolean);
    if (!people.length) {
      output.textContent = say("invite.nobody");
      return;
    }
    const replaces = section.querySelector("#replaces").checked;
    if (!(await confirmed(say(replaces ? "invite.words-replaces" : "invite.words", { people: people.join(", ") })))) return;
    event.target.disabled = true;
    output.replaceChildren();
    const byMail = section.querySelector("#mail")?.checked ?? false;
    const made = { letters: 0, mails: 0, refused: [] };
    for (const person of people) {
      try {
        const invitation = await invite(person, LETTER_HOURS, replaces);
        const link = section.dataset.base + invitation.path;
        if (byMail && (await mailed(invitation, link, made.refused))) made.mails += 1;
        else {
          place.append(await sheetOf(letter, invitation, link));
          made.letters += 1;
        }
      } catch (error) {
        made.refused.push(say("invite.refused", { person, problem: error.message || wordsOf(error) }));
      }
      tell(output, made);
    }
    event.target.disabled = false;
  });
}

// Who has no address in the register, or whom the mail server refuses, gets a letter instead: the code is made already.
async function mailed({ person, expires }, link, refused) {
  try {
    await post("/api/office/mail", { person, link, expires });
    return true;
  } catch (error) {
    refused.push(say("invite.refused", { person, problem: error.message || wordsOf(error) }));
    return false;
  }
}

async function sheetOf(letter, { person, expires }, link) {
  const sheet = letter.content.cloneNode(true);
  sheet.querySelector("[data-name]").textContent = person;
  sheet.querySelector("[data-link]").textContent = link;
  sheet.querySelector("[data-qr]").append(await drawn(link));
  sheet.querySelector("[data-until]").textContent = new Date(expires * 1000).toLocaleDateString(document.documentElement.lang);
  return sheet;
}

function tell(output, { letters: sheets, mails, refused }) {
  const lines = [...refused];
  if (mails) lines.unshift(say("invite.mailed", { count: String(mails) }));
  if (sheets) lines.unshift(say("invite.made", { count: String(sheets) }));
  output.replaceChildren(
    ...lines.map((words) => {
      const line = document.createElement("p");
      line.textContent = words;
      return line;
    }),
  );
}

// -- imports ------------------------------------------------------------------------------------------------------------

export function imports(section) {
  const file = section.querySelector("input[type=file]");
  const status = section.querySelector(".status");
  const faults = section.querySelector(".faults");
  const shown = section.querySelector(".preview");
  const form = section.querySelector("form.act");
  let content = "";
  file.addEventListener("change", async () => {
    if (!file.files[0]) return;
    content = toBase64(new Uint8Array(await file.files[0].arrayBuffer()));
    form.hidden = true;
    faults.replaceChildren();
    shown.replaceChildren();
    try {
      const found = await post("/api/office/members/preview", { content });
      const bodies = Object.entries(found.bodies).map(([body, count]) => `${body}: ${count}`).join(", ");
      status.textContent = found.faults.length ? say("import.none") : say("import.count", { count: String(found.count), bodies });
      for (const fault of found.faults) {
        const line = document.createElement("li");
        line.className = "fails";
        line.textContent = fault.line ? say("import.fault", { line: String(fault.line), problem: fault.problem }) : fault.problem;
        faults.append(line);
      }
      shown.append(table(found.people));
      form.hidden = found.faults.length > 0 || !found.count;
      form.querySelector("[name=list]").value = text(fromBase64(found.list || ""));
      form.querySelector("[name=count]").value = String(found.count);
      form.dataset.once = `member.import ${found.list.slice(-80)} ${found.count}`;
    } catch (error) {
      status.textContent = error.message;
    }
  });
  form.addEventListener("mandat:receipt", async (event) => {
    if (event.detail.outcome !== "admitted") return;
    const { kept } = await post("/api/office/members/names", { content });
    status.textContent = say("import.named", { count: String(kept) });
  });
}

function table(rows) {
  const made = document.createElement("table");
  for (const cells of rows) {
    const row = made.insertRow();
    for (const cell of cells) row.insertCell().textContent = cell;
  }
  return made;
}

// -- counts -------------------------------------------------------------------------------------------------------------

// Papers as a teller types them, "12: 3 1 2", as the lines of a BLT file.
export function bltOf(papers, places, people) {
  const lines = papers.split("\n").map((line) => line.trim());
  const said = lines.flatMap((line, number) => {
    if (!line) return [];
    const match = /^(\d+)\s*[:x×]\s*([\d\s,>]*)$/.exec(line);
    if (!match) throw new Error(say("count.bad", { line: String(number + 1) }));
    const ranking = match[2].split(/[\s,>]+/).filter(Boolean).join(" ");
    return [`${match[1]} ${ranking} 0`.replace("  ", " ")];
  });
  return [`${people.length} ${places}`, ...said, "0", ...people.map((person) => `"${person}"`), ""].join("\n");
}

export function count(section) {
  const { election } = section.dataset;
  const { places, people } = JSON.parse(section.dataset.paper);
  const output = section.querySelector("output");
  const half = section.querySelector("#half");
  const status = section.querySelector(".status");
  const papers = section.querySelector("#papers");
  const words = (content) => say("count.words", { election, papers: String(readBlt(content).papers) });
  let box = null;
  section.querySelector("[data-open-box]")?.addEventListener("click", async () => {
    const answer = await fetch(`/api/office/box/${election}`);
    const said = await answer.json();
    if (!answer.ok) {
      output.textContent = said.words;
      return;
    }
    box = said;
    const read = readBlt(fromBase64(box.content));
    papers.value = read.lines.join("\n");
    papers.readOnly = true;
    status.textContent = say("count.box", { papers: String(read.papers) });
  });
  section.querySelector("[data-sign-count]").addEventListener("click", async () => {
    try {
      const content = box ? fromBase64(box.content) : utf8(bltOf(papers.value, places, people));
      const blob = box ? await named(box) : await blobOf(content);
      if (!(await confirmed(`${words(content)}\n${readBlt(content).lines.join("\n")}`))) return;
      const wire = await sign(await mine(), { act: "count.enter", election, ballots: blob.name }, { blobs: [blob.wire] });
      half.value = toBase64(utf8(JSON.stringify(wire)));
      status.textContent = say("count.first");
      half.select();
    } catch (error) {
      output.textContent = error.message || wordsOf(error);
    }
  });
  section.querySelector("[data-countersign]").addEventListener("click", async () => {
    try {
      const wire = JSON.parse(text(fromBase64(half.value.trim())));
      const content = await countIn(wire, election);
      papers.value = readBlt(content).lines.join("\n");
      if (!(await confirmed(`${words(content)}\n${papers.value}`))) return;
      const note = await countersigned(fromBase64(wire.note), await mine());
      const receipt = await send({ once: `count ${election}`, name: "count.enter", words: election, wire: { ...wire, note: toBase64(note) } });
      const failed = receipt.ruling?.grounds.find((ground) => ground.holds === false);
      output.dataset.outcome = receipt.outcome ?? "failed";
      output.textContent = receipt.words ?? (receipt.outcome === "admitted" ? receipt.ruling.effects.join(" · ") : failed?.found);
    } catch (error) {
      output.textContent = error instanceof NoCount || error instanceof SyntaxError || error.name === "InvalidCharacterError" ? say("count.half") : wordsOf(error);
    }
  });
}

async function named(wire) {
  const name = `sha256:${toHex(await sha256(fromBase64(wire.salt), fromBase64(wire.content)))}`;
  return { name, wire: { ...wire, audience: "public" } };
}

class NoCount extends Error {} // what was pasted is not a first teller's count of this election

// What a first teller signed, read before it is signed again: nothing but the count of this very election and its papers.
async function countIn(wire, election) {
  const { lines } = readNote(fromBase64(wire.note));
  const act = JSON.parse(lines[2]);
  const [blob, ...more] = wire.blobs;
  if (lines[0] !== "mandat/act/v1" || lines[1] !== page.origin || act.act !== "count.enter") throw new NoCount();
  if (act.election !== election || more.length || wire.ballot || (await named(blob)).name !== act.ballots) throw new NoCount();
  return fromBase64(blob.content);
}

// The papers of a BLT file, as tellers read them: "12: 3 1 2", and how many there are.
function readBlt(content) {
  const lines = text(content).split("\n");
  const rows = lines.slice(1, lines.indexOf("0")).map((line) => line.split(" "));
  return {
    lines: rows.map(([count, ...ranking]) => `${count}: ${ranking.slice(0, -1).join(" ")}`),
    papers: rows.reduce((sum, [count]) => sum + Number(count), 0),
  };
}

// The same text, with a second signature line.
async function countersigned(raw, key) {
  const { lines } = readNote(raw);
  const second = await writeNote(lines, keys.signer(key));
  const own = text(second).slice(text(second).lastIndexOf("\n\n") + 2);
  return concat(raw, utf8(own));
}

// -- bylaws -------------------------------------------------------------------------------------------------------------

export function bylaws(section) {
  const field = section.querySelector("textarea");
  const shown = section.querySelector(".findings");
  let waiting;
  async function check() {
    const found = await post("/api/office/bylaws/findings", { text: field.value });
    const list = document.createElement("ul");
    list.className = "grounds";
    for (const each of found) {
      const item = document.createElement("li");
      item.className = each.level === "error" || each.level === "fault" ? "fails" : "open";
      item.textContent = `${each.place} ${each.what} `;
      const remedy = document.createElement("div");
      remedy.className = "remedy";
      remedy.textContent = each.remedy;
      item.append(remedy);
      list.append(item);
    }
    shown.replaceChildren(list);
    for (const copy of document.querySelectorAll("[data-from]")) copy.value = field.value;
  }
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, 500);
  });
  for (const copy of document.querySelectorAll("[data-from]")) copy.value = field.value;
}
