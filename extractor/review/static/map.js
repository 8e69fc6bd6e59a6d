// Maps drawn from country outlines (Natural Earth, as TopoJSON): no tiles, nothing from outside.

const ANTARCTICA = "010"; // its ring closes along the edge of the map

let outlines;
const load = () => (outlines ??= fetch("/static/countries-50m.json").then((answer) => answer.json()).then(unpack));

// TopoJSON keeps each border once, as steps on a grid.
function unpack(topology) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ring = (indices) => indices.flatMap((i) => (i < 0 ? arcs[~i].slice().reverse() : arcs[i]));
  return topology.objects.countries.geometries.filter(({ id }) => id !== ANTARCTICA).flatMap(({ type, arcs: parts }) => {
    const polygons = type === "Polygon" ? [parts] : type === "MultiPolygon" ? parts : [];
    return polygons.map((polygon) => {
      const rings = polygon.map((indices) => unbroken(ring(indices)));
      const xs = rings[0].map(([x]) => x), ys = rings[0].map(([, y]) => y);
      return { rings, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
    });
  });
}

// A ring that crosses the 180th meridian goes on beyond it, so that it does not jump across the map.
function unbroken(points) {
  let turn = 0;
  return points.map(([x, y], i) => {
    const step = i ? x - points[i - 1][0] : 0;
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [x + turn, y];
  });
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// A view: the middle in degrees, and pixels a degree of latitude. Degrees of longitude shrink with the middle's latitude.
export class View {
  constructor(canvas) {
    this.canvas = canvas;
    this.longitude = 0;
    this.latitude = 20;
    this.scale = 2;
  }
  get width() { return this.canvas.clientWidth; }
  get height() { return this.canvas.clientHeight; }
  get shrink() { return Math.max(0.3, Math.cos((this.latitude * Math.PI) / 180)); }
  at(longitude, latitude) {
    return [this.width / 2 + (longitude - this.longitude) * this.scale * this.shrink, this.height / 2 - (latitude - this.latitude) * this.scale];
  }
  degrees(x, y) {
    return [this.longitude + (x - this.width / 2) / (this.scale * this.shrink), this.latitude - (y - this.height / 2) / this.scale];
  }
  fit(points, margin = 1.25, smallest = 1.5) {
    if (!points.length) return;
    const xs = points.map((p) => p.longitude), ys = points.map((p) => p.latitude);
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.longitude = (west + east) / 2;
    this.latitude = (south + north) / 2;
    const tall = Math.max(smallest, (north - south) * margin), wide = Math.max(smallest, (east - west) * margin) * this.shrink;
    this.scale = Math.min(this.height / tall, this.width / wide);
  }
}

export async function drawGround(view) {
  const countries = await load();
  const { canvas } = view;
  const dots = devicePixelRatio || 1;
  canvas.width = view.width * dots;
  canvas.height = view.height * dots;
  const pen = canvas.getContext("2d");
  pen.scale(dots, dots);
  pen.fillStyle = colour("--sea");
  pen.fillRect(0, 0, view.width, view.height);
  const [west, north] = view.degrees(0, 0), [east, south] = view.degrees(view.width, view.height);
  pen.beginPath();
  for (const { rings, box } of countries) {
    for (const turn of [-360, 0, 360]) {
      if (box[0] + turn > east || box[2] + turn < west || box[1] > north || box[3] < south) continue;
      for (const ring of rings) {
        ring.forEach(([x, y], i) => (i ? pen.lineTo(...view.at(x + turn, y)) : pen.moveTo(...view.at(x + turn, y))));
        pen.closePath();
      }
    }
  }
  pen.fillStyle = colour("--land");
  pen.fill("evenodd");
  pen.strokeStyle = colour("--border");
  pen.lineWidth = 0.8;
  pen.stroke();
  return pen;
}

export function dot(pen, x, y, radius, fill, line) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  if (line) { pen.strokeStyle = line; pen.lineWidth = 1.2; pen.stroke(); }
}

function scaleBar(pen, view) {
  const kilometre = view.scale / 111.2;
  const length = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].findLast((km) => km * kilometre < view.width / 4) ?? 1;
  const x = 12, y = view.height - 12;
  pen.strokeStyle = pen.fillStyle = colour("--soft");
  pen.lineWidth = 1.2;
  pen.beginPath();
  pen.moveTo(x, y - 4); pen.lineTo(x, y); pen.lineTo(x + length * kilometre, y); pen.lineTo(x + length * kilometre, y - 4);
  pen.stroke();
  pen.font = "11px system-ui, sans-serif";
  pen.textAlign = "left";
  pen.fillText(`${length} km`, x + 4, y - 6);
}

// Names are written where no other name stands yet.
export function label(pen, taken, text, x, y, font, fill) {
  pen.font = font;
  const width = pen.measureText(text).width;
  const box = [x + 6, y - 8, x + 8 + width, y + 7];
  if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
  taken.push(box);
  pen.textAlign = "left";
  pen.lineWidth = 3;
  pen.strokeStyle = colour("--land");
  pen.strokeText(text, x + 7, y + 4);
  pen.fillStyle = fill;
  pen.fillText(text, x + 7, y + 4);
}

const REACH = { province: 5, country: 14 };

export async function drawPlace(canvas, here, around) {
  const view = new View(canvas);
  view.fit([here]);
  view.scale = view.height / (REACH[here.precision] ?? 1.9);
  const pen = await drawGround(view);
  const taken = [];
  const [x, y] = view.at(here.longitude, here.latitude);
  if (here.precision !== "place") dot(pen, x, y, here.precision === "near" ? 26 : 42, `${colour("--spot")}22`, colour("--spot"));
  dot(pen, x, y, 5.5, colour("--spot"), colour("--sheet"));
  label(pen, taken, here.name, x, y, "600 13px system-ui, sans-serif", colour("--ink"));
  const same = (a) => Math.hypot(a.latitude - here.latitude, a.longitude - here.longitude) < 0.02;
  for (const point of around.filter((each) => each.kind === "city" && !same(each))) {
    const [px, py] = view.at(point.longitude, point.latitude);
    dot(pen, px, py, 2.6, colour("--soft"));
    label(pen, taken, point.name, px, py, "12px system-ui, sans-serif", colour("--soft"));
  }
  for (const point of around.filter((each) => each.kind === "district")) {
    const [px, py] = view.at(point.longitude, point.latitude);
    label(pen, taken, point.name.toUpperCase(), px - 20, py, "10px system-ui, sans-serif", colour("--border"));
  }
  scaleBar(pen, view);
}

export { colour, scaleBar };
