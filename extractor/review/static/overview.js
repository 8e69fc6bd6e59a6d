// The overview: a map to move about in, and a time line; each spot and bar leads to what it stands for.
import { View, colour, dot, drawGround, label, scaleBar } from "./map.js";

const canvas = document.getElementById("world");
const view = new View(canvas);
const note = document.getElementById("spot");
const { spots, spans, unit } = await (await fetch(canvas.dataset.url)).json();

const address = (changes) => {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  return `/overview?${query}`;
};
const radius = (spot) => Math.min(30, 2.5 + 2.2 * Math.sqrt(spot.events));
const said = (spot) => `${spot.name ?? "no name"}: ${spot.events} ${spot.events === 1 ? "incident" : "incidents"}, ${spot.killed} killed`;

let drawing = false, again = false;
async function draw() {
  if (drawing) { again = true; return; }
  drawing = true;
  const pen = await drawGround(view);
  const taken = [];
  const inside = spots.map((spot) => [spot, ...view.at(spot.longitude, spot.latitude)]).filter(([, x, y]) => x > -30 && y > -30 && x < view.width + 30 && y < view.height + 30);
  for (const [spot, x, y] of inside) dot(pen, x, y, radius(spot), `${colour("--spot")}66`, colour("--spot"));
  for (const [spot, x, y] of inside.slice(0, 25)) label(pen, taken, spot.name ?? "", x + radius(spot) - 3, y, "12px system-ui, sans-serif", colour("--ink"));
  scaleBar(pen, view);
  drawing = false;
  if (again) { again = false; draw(); }
}

function zoom(by, x = view.width / 2, y = view.height / 2) {
  const [longitude, latitude] = view.degrees(x, y);
  view.scale = Math.max(1.2, Math.min(2000, view.scale * by));
  const [now, nowLatitude] = view.degrees(x, y);
  move(longitude - now, latitude - nowLatitude);
}
function move(longitude, latitude) {
  view.longitude = Math.max(-180, Math.min(180, view.longitude + longitude));
  view.latitude = Math.max(-85, Math.min(85, view.latitude + latitude));
  draw();
}
function all() {
  view.scale = 2;
  view.fit(spots, 1.3, 4);
  draw();
}

const under = (event) => {
  const box = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  return spots.findLast((spot) => {
    const [sx, sy] = view.at(spot.longitude, spot.latitude);
    return Math.hypot(sx - x, sy - y) <= radius(spot) + 2;
  });
};
let from = null;
canvas.addEventListener("pointerdown", (event) => { from = { x: event.clientX, y: event.clientY, moved: false }; canvas.setPointerCapture(event.pointerId); });
canvas.addEventListener("pointermove", (event) => {
  if (from && (from.moved || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4)) {
    move(-(event.clientX - from.x) / (view.scale * view.shrink), (event.clientY - from.y) / view.scale);
    from = { x: event.clientX, y: event.clientY, moved: true };
    return;
  }
  const spot = under(event);
  canvas.style.cursor = spot ? "pointer" : "grab";
  note.hidden = !spot;
  if (spot) note.textContent = said(spot);
});
canvas.addEventListener("pointerup", (event) => {
  const spot = from && !from.moved && under(event);
  from = null;
  if (spot?.name) location.href = address({ place: spot.name });
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  zoom(event.deltaY < 0 ? 1.25 : 0.8, event.clientX - box.left, event.clientY - box.top);
}, { passive: false });
canvas.addEventListener("keydown", (event) => {
  const far = 60 / view.scale;
  const does = { "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(0.7), 0: all, ArrowLeft: () => move(-far, 0), ArrowRight: () => move(far, 0), ArrowUp: () => move(0, far), ArrowDown: () => move(0, -far) }[event.key];
  if (does) { does(); event.preventDefault(); }
});
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.5));
document.getElementById("zoom-out").addEventListener("click", () => zoom(0.66));
document.getElementById("zoom-all").addEventListener("click", all);
document.getElementById("png").addEventListener("click", () => canvas.toBlob((blob) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: "events.png" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
addEventListener("resize", draw);
all();

// The time line. Its spans are as long as the server found good: days, months or years.
const svg = (name, attributes, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const last = (span) => {
  if (unit === "day") return span;
  const [year, month] = span.split("-").map(Number);
  return unit === "year" ? `${span}-12-31` : `${span}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
};
const first = (span) => span + { day: "", month: "-01", year: "-01-01" }[unit];

function timeline() {
  const wide = 1000, tall = 140, foot = 118, step = wide / Math.max(1, spans.length);
  const most = Math.max(1, ...spans.map((each) => each.events)), dead = Math.max(1, ...spans.map((each) => each.killed));
  const chart = svg("svg", { viewBox: `0 0 ${wide} ${tall}`, preserveAspectRatio: "none", role: "group" });
  chart.append(svg("line", { class: "rule", x1: 0, x2: wide, y1: foot, y2: foot }));
  spans.forEach((each, i) => {
    const height = (each.events / most) * (foot - 14);
    const name = `${each.name}: ${each.events} incidents, ${each.killed} killed`;
    const bar = svg("rect", { class: "bar-e", x: i * step + step * 0.12, width: Math.min(step * 0.76, 60), y: foot - height, height });
    const hit = svg("rect", { class: "hit", x: i * step, width: step, y: 0, height: foot });
    chart.append(svg("a", { href: address({ since: first(each.name), until: last(each.name) }), "aria-label": name }, svg("title", {}, name), hit, bar));
  });
  const points = spans.map((each, i) => `${i * step + Math.min(step / 2, 38)},${foot - (each.killed / dead) * (foot - 14)}`);
  chart.append(svg("polyline", { class: "line-k", points: points.join(" "), "vector-effect": "non-scaling-stroke", "pointer-events": "none" }));
  document.getElementById("timeline").replaceChildren(chart);
  document.getElementById("unit").textContent = spans.length ? `${unit}, ${spans[0].name} to ${spans.at(-1).name}; up to ${most} incidents and ${dead} killed` : unit;
}
timeline();
document.body.dataset.drawn = "yes";
