// /join: the one-time code stands behind the # of the address, so that it reaches no server log. #PERSON.CODE

import { fromBase64Url, toBase64 } from "./bytes.js";
import { send, sign, wordsOf } from "./act.js";
import * as keys from "./keys.js";
import { signIn } from "./session.js";
import * as store from "./store.js";
import { say } from "./words.js";

export function invitation() {
  const [person, code] = decodeURIComponent(location.hash.slice(1)).split(/\.(?=[^.]*$)/);
  return person && /^[\w-]{20,}$/.test(code ?? "") ? { person, code } : null;
}

// The new key waits in the outbox with its act: a lost answer leaves a device that can send the very same act again, and a code
// that is refused takes no older key from the device. send keeps the key once the act is admitted.
export async function enrol({ person, code }) {
  const origin = document.documentElement.dataset.origin;
  const once = `key.enrol ${code}`;
  let act = await store.get("outbox", once);
  if (!act?.wire) {
    const key = await keys.make(origin, person);
    const body = { act: "key.enrol", person, key: keys.publicText(key), code: toBase64(fromBase64Url(code)) };
    act = { once, key, wire: await sign(key, body), name: "key.enrol", words: say("join.done") };
    await store.put("outbox", act);
  }
  const receipt = await send(act);
  if (receipt.result === "recorded" && receipt.outcome === "admitted") await signIn(act.key);
  return receipt;
}

export function start(section) {
  const found = invitation();
  const output = section.querySelector("output");
  const button = section.querySelector("button");
  if (!found) {
    output.textContent = say("join.no-code");
    button.hidden = true;
    return;
  }
  section.querySelector("[data-person]").textContent = found.person;
  keys.check().catch((error) => {
    output.textContent = wordsOf(error);
    button.hidden = true;
  });
  button.addEventListener("click", async () => {
    if (button.disabled) return;
    button.disabled = true;
    output.textContent = say("sending");
    try {
      const receipt = await enrol(found);
      if (receipt.result === "recorded" && receipt.outcome === "admitted") {
        history.replaceState(null, "", "/join");
        location.assign("/me");
        return;
      }
      const failed = receipt.ruling?.grounds.find((ground) => ground.holds === false);
      output.textContent = receipt.words ?? [failed?.found, failed?.remedy].filter(Boolean).join(" — ");
    } catch (error) {
      output.textContent = wordsOf(error);
    }
    button.disabled = false;
  });
}
