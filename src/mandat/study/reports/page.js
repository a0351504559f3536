"use strict";
// The page of a study: choose a rulebook and a moment; seats stand beside the members' opinion of that moment.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const rulebook = document.getElementById("rulebook"), moment = document.getElementById("moment");
  const when = document.getElementById("when"), place = document.getElementById("hemicycle");
  if (!rulebook.options.length) return;

  const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

  // Whole seats by largest remainder, so that as many are drawn as there are.
  function seats(shares) {
    const exact = shares.map((share) => share * data.seats);
    const whole = exact.map(Math.floor);
    const order = exact.map((_, k) => k).sort((a, b) => exact[b] - whole[b] - (exact[a] - whole[a]));
    const missing = Math.round(exact.reduce((a, b) => a + b, 0)) - whole.reduce((a, b) => a + b, 0);
    for (const k of order.slice(0, missing)) whole[k] += 1;
    return whole;
  }

  function places() {
    const radii = Array.from({ length: data.rows }, (_, r) => 110 + (130 * r) / Math.max(1, data.rows - 1));
    const total = radii.reduce((a, b) => a + b, 0), found = [];
    let left = data.seats;
    radii.forEach((radius, r) => {
      const here = r === data.rows - 1 ? left : Math.round((data.seats * radius) / total);
      left -= here;
      for (let n = 0; n < here; n += 1) found.push([here > 1 ? (Math.PI * n) / (here - 1) : Math.PI / 2, radius]);
    });
    return found.sort((a, b) => a[0] - b[0]);
  }

  function bar(shares, y) {
    let x = 20, drawn = "";
    shares.forEach((share, k) => {
      const label = `${data.names[k]}: ${(100 * share).toFixed(1)} %`;
      drawn += `<rect x="${x}" y="${y}" width="${520 * share}" height="26" fill="${data.colours[k]}"><title>${escaped(label)}</title></rect>`;
      x += 520 * share;
    });
    return drawn;
  }

  function draw() {
    const series = data.series[rulebook.value];
    moment.max = series.times.length - 1;
    const at = Number(moment.value), held = seats(series.top[at]);
    const colours = held.flatMap((many, k) => Array(many).fill(k));
    const circles = places().map(([angle, radius], n) => {
      const k = colours[n], fill = k === undefined ? "none" : data.colours[k];
      const label = k === undefined ? "" : data.names[k];
      return `<circle cx="${280 - radius * Math.cos(angle)}" cy="${260 - radius * Math.sin(angle)}" r="7" fill="${fill}" stroke="#666"><title>${escaped(label)}</title></circle>`;
    });
    when.textContent = series.times[at].toFixed(2);
    const label = `${place.dataset.seats} / ${place.dataset.members}`;
    place.innerHTML = `<svg viewBox="0 0 560 350" role="img" aria-label="${escaped(label)}">${circles.join("")}<text x="20" y="300">${escaped(place.dataset.members)}</text>${bar(series.members[at], 308)}</svg>`;
    document.querySelectorAll("[data-name]").forEach((mark) => mark.classList.toggle("faint", mark.dataset.name !== rulebook.value));
  }

  rulebook.addEventListener("change", draw);
  moment.addEventListener("input", draw);
  document.querySelectorAll("circle[data-name], polyline[data-name]").forEach((mark) => mark.addEventListener("click", () => {
    if ([...rulebook.options].some((option) => option.value === mark.dataset.name)) {
      rulebook.value = mark.dataset.name;
      draw();
    }
  }));
  draw();
})();
