// A ranking made by touch, mouse or keyboard: candidates are moved between "ranked" and "not ranked", and up and down.
//
//   <fieldset class="ballot" data-field="ranking">  <ol class="ranked"></ol> <ul class="unranked"><li data-number="2">…</li></ul>
//   <input name="…" data-ballot='["election", ID]' value="[]">   holds the numbers, best first, as JSON

import { say } from "./words.js";

function button(what, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.move = what;
  made.textContent = { up: "↑", down: "↓", rank: "+", drop: "×" }[what];
  made.setAttribute("aria-label", label);
  return made;
}

export function start(ballot) {
  const ranked = ballot.querySelector(".ranked");
  const unranked = ballot.querySelector(".unranked");
  const field = ballot.querySelector("input[name=ranking]");
  const status = ballot.querySelector("[role=status]");

  function dress() {
    for (const [list, moves] of [[ranked, ["up", "down", "drop"]], [unranked, ["rank"]]]) {
      [...list.children].forEach((item, place) => {
        item.querySelectorAll("button").forEach((each) => each.remove());
        const name = item.dataset.name;
        for (const move of moves) {
          const made = button(move, say(`ballot.${move}`, { name, place: String(place + 1) }));
          made.disabled = (move === "up" && place === 0) || (move === "down" && place === list.children.length - 1);
          item.append(made);
        }
      });
    }
    field.value = JSON.stringify([...ranked.children].map((item) => Number(item.dataset.number)));
    field.dataset.label = [...ranked.children].map((item, place) => `${place + 1}. ${item.dataset.name}`).join("  ");
  }

  function move(item, what) {
    const before = item.previousElementSibling;
    const after = item.nextElementSibling;
    if (what === "up" && before) before.before(item);
    if (what === "down" && after) after.after(item);
    if (what === "rank") ranked.append(item);
    if (what === "drop") unranked.append(item);
    dress();
    const place = [...ranked.children].indexOf(item) + 1;
    status.textContent = place
      ? say("ballot.placed", { name: item.dataset.name, place: String(place) })
      : say("ballot.dropped", { name: item.dataset.name });
    const focus = item.querySelector(`[data-move="${what}"]:not(:disabled)`) ?? item.querySelector("button:not(:disabled)");
    focus?.focus();
  }

  ballot.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[data-move]");
    if (pressed) move(pressed.closest("li"), pressed.dataset.move);
  });
  drag(ballot, ranked, dress);
  dress();
}

// Dragging with pointer events, so that a finger works as a mouse does; the handle alone drags, the rest scrolls.
function drag(ballot, ranked, dress) {
  let held;
  ballot.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle) return;
    held = handle.closest("li");
    held.classList.add("held");
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  ballot.addEventListener("pointermove", (event) => {
    if (!held) return;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest(".ballot li, .ballot .ranked");
    if (!over || over === held || held.contains(over)) return;
    if (over.matches(".ranked")) over.append(held);
    else if (over.parentElement === ranked) {
      const box = over.getBoundingClientRect();
      over[event.clientY < box.top + box.height / 2 ? "before" : "after"](held);
    }
  });
  const end = () => {
    held?.classList.remove("held");
    if (held) dress();
    held = undefined;
  };
  ballot.addEventListener("pointerup", end);
  ballot.addEventListener("pointercancel", end);
}
