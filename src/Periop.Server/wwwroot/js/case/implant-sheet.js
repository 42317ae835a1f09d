// Implants: scanned at any time or typed. A code that cannot be read is kept as it is and never in the way (brief 6).
import { clock, hhmm } from './clock.js';
import { button, h } from './dom.js';
import { badge, icon } from './icons.js';
import { record, spine, surviving } from './record.js';
import { act, openPanel, repaint, screen } from './screen.js';
import { goes, halves, sheet } from './sheet.js';
import { drawnLevels, levels } from './spine.js';
import { readUdi } from './udi.js';
import { plain, said, sentence } from './words.js';

const kinds = ['pedicle-screw', 'rod', 'set-screw', 'cage', 'cross-link', 'hook', 'iliac-screw', 'lateral-mass-screw', 'plate', 'graft', 'other'];
const Usual = 5;
const sides = ['left', 'right', 'midline'];

/** The scanner may speak on any sheet: this is where what it read goes. */
export function scanned(text) {
  screen.sheet =
    screen.sheet?.name === 'implant'
      ? { ...screen.sheet, udi: text, scannedAt: clock.now(), typed: null }
      : { name: 'implant', udi: text, scannedAt: clock.now() };
  screen.panel = null;
  repaint(true);
}

export function implantSheet(state) {
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  state.kind ??= 'pedicle-screw';
  const free = record.case ? nextPlace(state.kind) : {}; // nothing is proposed before the plan is there
  state.level ??= free.level;
  state.side ??= free.side;
  const isRod = state.kind === 'rod' || state.kind === 'cross-link',
    where = isRod ? state.side : [state.level, state.side].filter(Boolean).join(' ');
  const entry = (path, words) => () => {
    const body = { kind: state.kind, ...(isRod ? { levels: rodLevels() } : { level: state.level }), side: state.side, ...deviceOf(state) };
    const next = { path, body, said: `${words}${sentence(state.kind)} ${where}` };
    Object.assign(state, { udi: null, typed: null, scannedAt: null, level: null, side: null });
    return next;
  };
  const offered = levelsOffered(state);
  const pick = (words, isChosen, change, key) =>
    button(`.btn${isChosen ? '.on' : ''}`, words, () => set(change), { 'aria-pressed': String(isChosen), 'data-key': key });
  return sheet(
    'Implant',
    'Scan, one after the other. The scanner works anywhere on this page.',
    halves(
      [
        state.udi && read(state),
        h(
          'div.chips',
          { role: 'group', 'aria-label': 'Kind' },
          kinds
            .slice(0, state.allKinds ? kinds.length : Usual)
            .map(kind => pick(sentence(kind), kind === state.kind, { kind, level: null, side: null }, `chip-${kind}`)),
          !state.allKinds && button('.btn', 'Other kinds', () => set({ allKinds: true })),
        ),
        h('h3', null, 'Where?'),
        !isRod
          && h(
            'div.lv8',
            { role: 'group', 'aria-label': 'Level' },
            offered.map(level => pick(level, level === state.level, { level, side: null }, `at-${level}`)),
          ),
        h(
          'div.chips.four',
          { role: 'group', 'aria-label': 'Side' },
          sides.map(side => pick(sentence(side), side === state.side, { side }, `chip-${side}`)),
          !isRod && button('.btn', state.allLevels ? 'Fewer levels' : 'Other level', () => set({ allLevels: !state.allLevels })),
        ),
        goes(`Placed, ${where}`, entry('hardware', ''), Boolean(state.side && (isRod || state.level))),
        h(
          'div.three',
          null,
          ['hardware-waste', 'hardware-returns'].map(path =>
            button('.btn', path === 'hardware-waste' ? 'Wasted' : 'Returned unused', () =>
              act(entry(path, path === 'hardware-waste' ? 'Wasted: ' : 'Returned: ')()),
            ),
          ),
          button('.btn', 'No barcode: type it', () => set({ isTyping: !state.isTyping })),
        ),
        state.isTyping && typing(state, set),
      ],
      inThisCase(),
    ),
  );
}

/** What was read off the code, field by field; whether it can be used is the server's to say, and is said when the receipt comes. */
function read(state) {
  const udi = readUdi(state.udi),
    expired = udi?.expiry && udi.expiry < new Date(clock.now()).toISOString().slice(0, 10);
  return h(
    'div.scanned',
    null,
    h(
      'div.l',
      null,
      icon('scan'),
      h(
        'div',
        null,
        h('b', null, udi ? sentence(state.kind) : 'Not a UDI. Kept as scanned.'),
        h('div.dim', null, `scanned ${hhmm(state.scannedAt)}`),
      ),
      udi?.expiry && (expired ? badge('safety', `expired ${udi.expiry}`) : badge('info', 'Expiry fine')),
    ),
    h(
      'dl.kv.four',
      null,
      Object.entries(udi ? { Article: udi.gtin, Lot: udi.lot, Expiry: udi.expiry, Serial: udi.serial } : { Code: state.udi })
        .filter(([, value]) => value)
        .flatMap(([name, value]) => [h('dt', null, name), h('dd.mono', null, value)]),
    ),
  );
}

function typing(state, set) {
  const field = (name, label) =>
    h(
      'label.field',
      null,
      label,
      h('input.inp', {
        value: state.typed?.[name] ?? '',
        maxlength: 64,
        onchange: event => set({ typed: { ...state.typed, [name]: event.target.value.trim() } }),
      }),
    );
  return h('div.two', null, field('manufacturer', 'Manufacturer'), field('reference', 'Article'), field('lot', 'Lot'), field('serial', 'Serial'));
}

const deviceOf = state =>
  state.udi
    ? { udi: state.udi }
    : state.typed?.manufacturer && state.typed?.reference
      ? Object.fromEntries(Object.entries(state.typed).filter(([, value]) => value))
      : {};

/** The next planned level and side without a screw: from above, left before right. */
function nextPlace(kind) {
  if (kind === 'rod')
    return { side: surviving('hardware_placed').some(line => line.data.kind === 'rod' && line.data.side === 'left') ? 'right' : 'left' };
  const standing = spine();
  for (const level of screwLevels()) for (const side of ['left', 'right']) if (!standing[level]?.sides?.includes(side)) return { level, side };
  return { level: screwLevels()[0] ?? 'L3', side: 'left' };
}

/** Where screws are likely: beside the planned levels, and where one stands already. */
function screwLevels() {
  const planned = record.case?.plan?.procedure?.levels ?? [],
    standing = rodLevels();
  const around = planned.map(level => drawnLevels.indexOf(level)).flatMap(at => [at - 1, at, at + 1]);
  return drawnLevels.filter((level, at) => around.includes(at) || standing.includes(level));
}

function levelsOffered(state) {
  const likely = screwLevels();
  return state.allLevels || likely.length === 0 ? levels : levels.filter(level => likely.includes(level) || level === state.level);
}

const rodLevels = () =>
  Object.entries(spine())
    .filter(([, one]) => one.sides.length)
    .map(([level]) => level);

function inThisCase() {
  const placed = [...surviving('hardware_placed'), ...surviving('hardware_wasted'), ...surviving('hardware_returned')].sort(
    (one, other) => other.at - one.at,
  );
  const flagged = new Set((record.case?.flags ?? []).filter(flag => flag.severity === 'safety').flatMap(flag => flag.entryIds));
  return [
    h('h2', null, 'In this case ', h('span.dim', null, `${surviving('hardware_placed').length} placed`)),
    ...(record.case?.flags ?? [])
      .filter(flag => /implant|device|serial/.test(flag.code) && flag.severity === 'safety' && !flag.acknowledged)
      .map(flag => h('div.notice.safety', null, icon('safety'), h('p', null, h('b', null, flag.label + '. '), flag.message), h('span'))),
    h(
      'ol.q',
      null,
      placed.map(line =>
        h(
          'li',
          null,
          icon(line.waiting ? 'wait' : flagged.has(line.entryId) ? 'safety' : 'check'),
          h('time', null, hhmm(line.at)),
          h('div', null, h('b', null, line.path ? line.said : said(line.type, line.data)), h('div.dim.mono', null, lotOf(line.data))),
          button('.btn', 'Take back', () => openPanel('takeBack', { id: line.entryId, said: plain(line.said) }), {
            'aria-label': `Take back: ${line.said}`,
          }),
        ),
      ),
    ),
  ];
}

const lotOf = data => {
  const udi = typeof data.udi === 'string' ? readUdi(data.udi) : data.udi;
  return [udi?.lot ?? data.lot, udi?.serial ?? data.serial].filter(Boolean).join(' · ');
};
