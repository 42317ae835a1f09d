// The case at the table: a page that starts, records and reloads without a network (docs/adr/2611-case-page.md). Here its parts are put together.
import { clock, elapsed, hhmm, startWatching } from './clock.js';
import { countsSheet } from './counts-sheet.js';
import { device, onLost } from './device.js';
import { button, h, show } from './dom.js';
import { drugsSheet } from './drugs-sheet.js';
import { flagsSheet } from './flags-sheet.js';
import { headOf } from './head.js';
import { icon } from './icons.js';
import { implantSheet, scanned } from './implant-sheet.js';
import { pressKey } from './keys.js';
import { listenLive } from './live.js';
import { monitoringSheet } from './monitoring-sheet.js';
import { moreSheet } from './more-sheet.js';
import { moveSheet } from './move-sheet.js';
import { newCase } from './new-case.js';
import { nextColumn, stopped } from './next.js';
import { outbox, startSending } from './outbox.js';
import { queueSheet } from './queue-sheet.js';
import { record } from './record.js';
import { startRelease } from './release.js';
import { listenForScanner } from './scanner.js';
import { isTouched, onPaint, openSheet, repaint, screen } from './screen.js';
import { sheet } from './sheet.js';
import { finishSigning, signSheet } from './sign-sheet.js';
import { sitting } from './sitting.js';
import { spineColumn, spineSheet } from './spine-sheet.js';
import { timelineColumn, wholeTimeline } from './timeline.js';
import { timesSheet } from './times-sheet.js';
import { isCaseCode, wristband } from './wristband.js';

const [head, body, tools, parts] = ['head', 'body', 'tools', 'parts'].map(id => document.getElementById(id));

const sheets = {
  times: timesSheet,
  spine: spineSheet,
  implant: implantSheet,
  counts: countsSheet,
  drugs: drugsSheet,
  monitoring: monitoringSheet,
  more: moreSheet,
  flags: flagsSheet,
  move: moveSheet,
  sign: signSheet,
  queue: queueSheet,
  wristband,
  timeline: () => sheet('All entries', null, h('div.in2', null, h('div.half', { 'data-scrolls': 'all' }, wholeTimeline()))),
};
const bar = [
  ['Times', 'clock', 'times'],
  ['Spine', 'spine', 'spine'],
  ['Implant', 'scan', 'implant'],
  ['Counts', 'count', 'counts'],
  ['Blood', 'drop', 'counts', { of: 'blood' }],
  ['Drugs', 'drug', 'drugs'],
  ['Monitoring', 'wave', 'monitoring'],
  ['More', 'more', 'more'],
];

/** What became of what was tapped is seen at once. */
function paintHead() {
  if (!isTouched()) show(head, headOf());
}

let shownSheet = null,
  shownStop = null;

function paint() {
  const stop = stopped()?.id ?? null;
  if (stop && stop !== shownStop) screen.sheet = screen.panel = null; // it asks where the buttons are
  paintHead();
  const [next, spine, timeline] = record.caseId ? [nextColumn(), spineColumn(() => openSheet('spine')), timelineColumn()] : [newCase(opened), [], []];
  show(
    body,
    h('section.next', { 'aria-label': 'Likely next', 'data-scrolls': 'next' }, next),
    h('section.sp', { 'aria-label': 'Spine' }, spine),
    h(`section.tlsec`, { 'aria-label': 'Timeline', 'data-scrolls': 'tl' }, timeline),
    screen.sheet && sheets[screen.sheet.name](screen.sheet),
  );
  body.inert = false;
  for (const column of body.querySelectorAll(':scope > section')) column.inert = Boolean(screen.sheet);
  show(
    tools,
    bar.map(([words, sign, name, more]) =>
      button('', [icon(sign), words], () => toggle(name, more), {
        'aria-current': screen.sheet?.name === name && (screen.sheet.of === 'blood') === (more?.of === 'blood') ? 'true' : null,
        'data-key': `tool-${words}`,
        disabled: !record.caseId,
      }),
    ),
  );
  show(
    parts,
    [
      ['Next', 'clock', null],
      ['Spine', 'spine', 'spine'],
      ['Implant', 'scan', 'implant'],
      ['Timeline', 'list', 'timeline'],
      ['More', 'more', 'parts'],
    ].map(([words, sign, name]) =>
      button('', [icon(sign), words], () => (name ? toggle(name) : close()), {
        'aria-current': (screen.sheet?.name ?? null) === name ? 'true' : null,
        'data-key': `part-${words}`,
        disabled: !record.caseId,
      }),
    ),
  );
  focusOnNew(stop);
}

sheets.parts = () =>
  sheet(
    'More',
    null,
    h(
      'div.in2',
      null,
      h(
        'div.half.grid',
        null,
        bar
          .filter(([words]) => words !== 'Spine' && words !== 'Implant')
          .map(([words, sign, name, more]) => button('.btn.tall', [icon(sign), words], () => openSheet(name, more), { 'data-key': `part-${words}` })),
      ),
    ),
  );

const toggle = (name, more) => (screen.sheet?.name === name && screen.sheet.of === more?.of ? close() : openSheet(name, more));

function close() {
  screen.sheet = null;
  repaint(true);
}

/** What has just opened has the focus, at its heading. */
function focusOnNew(stop) {
  if (screen.sheet !== shownSheet && screen.sheet) body.querySelector('.sheet [data-focus]')?.focus();
  if (stop && stop !== shownStop) body.querySelector('.stopcard [data-focus]')?.focus();
  [shownSheet, shownStop] = [screen.sheet, stop];
}

async function opened(caseId) {
  history.replaceState(null, '', `/cases/${caseId}`);
  await record.open(caseId);
  record.refresh();
}

/** A wristband opens its case after a question; everything else that is scanned is an implant's. */
const onScan = text => (isCaseCode(text) ? openSheet('wristband', { text }) : record.caseId && scanned(text));

/** What goes on by itself: the minute, and how old what is shown is. */
function tick() {
  for (const place of document.querySelectorAll('[data-now]')) place.textContent = hhmm(clock.now());
  const since = document.querySelector('[data-since]');
  if (since?.dataset.since) since.textContent = elapsed(clock.now() - Number(since.dataset.since));
  if (screen.done && Date.now() > screen.done.until) {
    screen.done = null;
    repaint();
  }
  paintHead();
}

/** From when on it is painted. Not before all that the device keeps has been read: buttons that are replaced then would lose a tap. */
function startPainting() {
  onPaint(paint);
  outbox.onChange(() => {
    paintHead();
    repaint();
  });
  outbox.onRecorded((entry, receipt) => {
    if (screen.done?.id === entry.id) screen.done.flags = receipt.flags.filter(flag => flag.severity !== 'info');
    if (entry.caseId === record.caseId) record.refresh();
  });
  record.onChange(() => repaint());
  sitting.onChange(() => repaint());
  clock.onChange(() => repaint());
  paint();
  document.documentElement.dataset.begun = ''; // for beginning.js
}

async function start() {
  onLost(() => {
    if (outbox.entries.length > 0) screen.lostQueue = outbox.entries;
    repaint();
  });
  listenForScanner(onScan, pressKey);
  screen.cannotKeep = !(await device.works());
  const persisted = await device.persisted().catch(() => null);
  screen.mayBeEvicted = persisted === false;
  await Promise.all([clock.restore(), sitting.restore(), outbox.load()]).catch(() => {});
  const caseId = /^\/cases\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];
  if (caseId) await record.open(caseId);
  startPainting();
  startWatching();
  setInterval(tick, 1000);
  await startSending();
  await record.refresh();
  screen.sheet = (await finishSigning()) ?? screen.sheet;
  repaint();
  listenLive();
  startRelease();
}

await start();
