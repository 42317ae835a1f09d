// The spine from C1 to S1, from the side, the patient's front to the left: one drawing, small as a whole and large by the row. Pure: what it shows is what it
// is given. Dashed is planned, green is bone removed and its shape the grade, a bar with a head is a screw.
import { drawn } from './dom.js';

const vertebrae = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

export const drawnLevels = [...vertebrae('C', 7), ...vertebrae('T', 12), ...vertebrae('L', 5), 'S1'];
export const levels = [...drawnLevels, 'S2', 'S3', 'S4', 'S5'];

/** Height and width of a body, in units of the drawing, which grow from the neck down. */
function sizeOf(level) {
  const at = drawnLevels.indexOf(level);
  switch (level[0]) {
    case 'C':
      return { high: 0.6, wide: 0.86 + 0.02 * at };
    case 'T':
      return { high: 0.74 + 0.026 * (at - 7), wide: 0.98 + 0.034 * (at - 7) };
    case 'L':
      return { high: 1.12 + 0.03 * (at - 19), wide: 1.5 + 0.03 * (at - 19) };
    default:
      return { high: 1.3, wide: 1.55 };
  }
}

/** How far the bow of neck, chest and loin leans, by place in the row; in between it is smooth (Hermite). */
const bow = [
  [0, 0.12],
  [3, -0.35],
  [6.5, 0.1],
  [12, 0.98],
  [16, 0.72],
  [19, 0.1],
  [21.3, -0.42],
  [23, -0.2],
  [24, 0.28],
];
function lean(place) {
  const at = Math.max(
    0,
    bow.findLastIndex(([x], index) => x <= place && index < bow.length - 1),
  );
  const [from, to] = [bow[at], bow[at + 1]],
    [earlier, later] = [bow[at - 1] ?? from, bow[at + 2] ?? to];
  const width = to[0] - from[0],
    t = Math.min(1, Math.max(0, (place - from[0]) / width));
  const slope = (one, other) => ((other[1] - one[1]) / (other[0] - one[0] || 1)) * width;
  return (
    (2 * t ** 3 - 3 * t ** 2 + 1) * from[1]
    + (t ** 3 - 2 * t ** 2 + t) * slope(earlier, to)
    + (-2 * t ** 3 + 3 * t ** 2) * to[1]
    + (t ** 3 - t ** 2) * slope(from, later)
  );
}

const n = value => value.toFixed(1);
const points = (...pairs) => pairs.map(([x, y]) => `${n(x)} ${n(y)}`).join('L');

/** What leans back from a body, by region: how far, and how much it hangs. */
const processes = { C: [0.55, 0.35], T: [0.78, 0.95], L: [0.72, 0.3], S: [0.4, 0.5] };

/** One vertebra around its middle. */
function vertebra(level, x, y, degrees, unit, state = {}) {
  const { high, wide } = sizeOf(level),
    w = wide * unit,
    h = high * unit * 0.86,
    [reach, drop] = processes[level[0]],
    back = w / 2;
  const body =
    `M${n(-back)} ${n(-h / 2)}Q0 ${n(-h * 0.43)} ${n(back)} ${n(-h / 2)}Q${n(w * 0.45)} 0 ${n(back)} ${n(h / 2)}`
    + `Q0 ${n(h * 0.43)} ${n(-back)} ${n(h / 2)}Q${n(-w * 0.4)} 0 ${n(-back)} ${n(-h / 2)}Z`;
  const behind =
    'M'
    + points(
      [back, -h * 0.34],
      [back + unit * 0.24, -h * 0.46],
      [back + unit * 0.42, -h * 0.12],
      [back + unit * (0.3 + reach), h * (drop - 0.12)],
      [back + unit * (0.26 + reach), h * (drop + 0.28)],
      [back + unit * 0.28, h * 0.42],
      [back + unit * 0.1, h * 0.5],
      [back + unit * 0.14, h * 0.02],
      [back, h * 0.04],
    )
    + 'Z';
  const parts = [`<path class="v" d="${behind}"/><path class="v" d="${body}"/>`];
  const { grade } = state.isCut ? state : {};
  if (grade) parts.push(`<path class="cut" d="${behind}"/>`);
  if (grade > 2 && grade <= 4)
    parts.push(`<path class="cut" d="M${points([-w * 0.38, h * 0.02], [back, -h * (grade === 4 ? 0.72 : 0.36)], [back, h * 0.36])}Z"/>`);
  if (grade > 4) parts.push(`<path class="cut" d="${body}"/>`);
  if (state.plan && !grade)
    parts.push(`<rect class="plan" x="${n(-back - 4)}" y="${n(-h / 2 - 2.5)}" width="${n(w + unit * 0.5 + 8)}" height="${n(h + 5)}" rx="5"/>`);
  if (state.sides?.length) {
    const [hx, hy] = [back + unit * 0.46, -h * 0.22];
    parts.push(
      `<path class="screw" d="M${points([hx, hy], [-w * 0.22, -h * 0.1])}"/><circle class="screwhead" cx="${n(hx)}" cy="${n(hy)}" r="${n(Math.max(3, unit * 0.13))}"/>`,
    );
  }
  return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(degrees)})">${parts.join('')}</g>`;
}

const labelled = new Set(['C1', 'C7', 'T1', 'T6', 'T12', 'L1', 'S1']);

/** The whole of it; `box` frames what the rows beside it show. */
export function whole(width, height, state, box) {
  const sizes = drawnLevels.map(sizeOf),
    unit = (height - 18) / sizes.reduce((sum, size) => sum + size.high * 1.2, 0),
    middle = width * 0.47;
  const places = [],
    rod = [];
  let y = 8;
  for (const [at, { high }] of sizes.entries()) {
    places.push(y + high * unit * 0.6);
    y += high * unit * 1.2;
  }
  const parts = drawnLevels.map((level, at) => {
    const { high, wide } = sizes[at],
      x = middle + lean(at) * unit * 1.5,
      one = state[level] ?? {};
    const tilt = (lean(Math.min(24, at + 0.5)) - lean(Math.max(0, at - 0.5))) * unit * 1.5;
    const degrees = -Math.atan2(tilt, high * unit * 1.2) * 57.3 * 0.9,
      turn = degrees / 57.3;
    if (one.sides?.length) {
      const [px, py] = [(wide * unit) / 2 + unit * 0.46, -high * unit * 0.86 * 0.22];
      rod.push([x + px * Math.cos(turn) - py * Math.sin(turn), places[at] + px * Math.sin(turn) + py * Math.cos(turn)]);
    }
    const label =
      state[level] || labelled.has(level)
        ? `<text x="8" y="${n(places[at] + 4.5)}" font-size="13" font-weight="${one.isCut || one.plan ? 700 : 400}">${level}</text>`
        : '';
    const grade = one.isCut
      ? `<text x="${width - 6}" y="${n(places[at] + 5)}" font-size="14" font-weight="700" text-anchor="end">gr ${one.grade}</text>`
      : '';
    return vertebra(level, x, places[at], degrees, unit, one) + label + grade;
  });
  if (rod.length > 1) parts.push(`<path class="rod" d="M${points(...rod)}"/>`);
  if (box) {
    const [top, bottom] = box.map(level => Math.max(0, drawnLevels.indexOf(level))),
      half = at => sizes[at].high * unit * 0.6;
    parts.unshift(`<rect class="box" x="1" y="${n(places[top] - half(top))}" width="${width - 2}" rx="8"
      height="${n(places[bottom] - places[top] + half(top) + half(bottom))}"/>`);
  }
  return drawn(`<svg class="spine" viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(state)}">${parts.join('')}</svg>`);
}

/** One level, large. S2 to S5 are not drawn. */
export function row(level, state) {
  const at = drawnLevels.indexOf(level);
  if (at < 0) return drawn('<svg class="spine" viewBox="0 0 150 57" aria-hidden="true"></svg>');
  const degrees = -Math.atan2((lean(Math.min(24, at + 0.5)) - lean(Math.max(0, at - 0.5))) * 1.2, 1) * 40;
  return drawn(`<svg class="spine row" viewBox="0 0 150 57" aria-hidden="true">${vertebra(level, 52 + lean(at) * 16, 28, degrees, 44, state)}</svg>`);
}

/** What stands in the drawing, in words. */
export const stateWords = state =>
  [
    state?.isCut ? `done, grade ${state.grade}` : state?.plan ? `planned${state.plan === true ? '' : `, grade ${state.plan}`}` : null,
    state?.sides?.length ? (state.sides.length === 1 ? '1 screw' : `${state.sides.length} screws`) : null,
  ]
    .filter(Boolean)
    .join(', ');

const spoken = state =>
  [
    'Spine from C1 to S1',
    ...Object.entries(state)
      .filter(([, one]) => stateWords(one))
      .map(([level, one]) => `${level} ${stateWords(one)}`),
  ].join('. ');
