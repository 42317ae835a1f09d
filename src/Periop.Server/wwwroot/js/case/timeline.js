// The right column: everything that was recorded, newest first, and beside each entry what changed it.
import { ask } from './api.js';
import { hhmm } from './clock.js';
import { button, h } from './dom.js';
import { badge } from './icons.js';
import { lines, minutesLate, record, unmatched } from './record.js';
import { openPanel, openSheet, repaint } from './screen.js';
import { sitting } from './sitting.js';
import { levels } from './spine.js';
import { isMilestone, plain, states } from './words.js';

/** So many lines of the column are drawn; all of them are in the list of all entries. */
const Shown = 60;

export function timelineColumn() {
  const all = lines().toReversed(),
    runs = runsOf(all);
  return [
    h('h2', null, 'Timeline ', h('a', { href: `/cases/${record.caseId}/record` }, all.length === 1 ? '1 entry' : `All ${all.length} entries`)),
    all.length === 0
      ? h('p.dim', null, record.case ? 'Nothing is recorded yet.' : 'What is recorded here stands in this list.')
      : h(
          'ol.tl',
          { tabindex: '0', 'aria-label': 'Timeline', 'data-scrolls': 'timeline' },
          runs.slice(0, Shown).map(run => (run.length < Run ? run.map(line) : together(run))),
          runs.length > Shown
            && h(
              'li.sub',
              null,
              button('.btn', `All ${all.length} entries`, () => openSheet('timeline'), { 'data-key': 'older' }),
            ),
        ),
  ];
}

/** Devices of one kind that were placed one after the other, and nothing about them, are one line. */
const Run = 3;
const isLike = (one, other) =>
  [one, other].every(
    line => line.type === 'hardware_placed' && !line.waiting && !line.isRetracted && line.changes.length === 0 && flagsOf(line).length === 0,
  ) && one.data.kind === other.data.kind;

function runsOf(all) {
  const runs = [];
  for (const one of all) {
    const run = runs.at(-1);
    if (run && isLike(run[0], one)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function together(run) {
  const places = run.flatMap(one => one.data.levels ?? [one.data.level]).filter(Boolean);
  const [first, last] = [places, places].map(
    (all, isLast) =>
      levels[
        all
          .map(level => levels.indexOf(level))
          .sort((one, other) => one - other)
          .at(isLast ? -1 : 0)
      ],
  );
  return h(
    'li.sub',
    null,
    h('time', null, hhmm(run[0].at)),
    h('i.k'),
    h(
      'div',
      null,
      h('b', null, `${run.length} × ${plain(run[0].data.kind)} ${first === last ? (first ?? '') : `${first}–${last}`}`),
      h('small', null, `placed ${hhmm(run.at(-1).at)}–${hhmm(run[0].at)}`),
    ),
  );
}

/** For a phone and for those who look for one: all of them, each to be taken back or set right. */
export const wholeTimeline = () =>
  h(
    'ol.q.plain',
    { 'data-scrolls': 'entries' },
    lines()
      .toReversed()
      .map(one =>
        h(
          'li',
          null,
          h('time', null, one.isRetracted ? h('del', null, hhmm(one.at)) : hhmm(one.at)),
          h('div', null, h('b', null, one.isRetracted ? h('del', null, one.said) : one.said), h('div.dim', null, below(one))),
          one.isRetracted || one.type === 'case_scheduled'
            ? h('span')
            : h(
                'div.acts',
                null,
                button('.btn', 'Time', () => openPanel('adjust', { done: { id: one.entryId, said: one.said, at: one.at }, minutes: 0 }), {
                  'aria-label': `Time of ${one.said}`,
                }),
                button('.btn', 'Take back', () => openPanel('takeBack', { id: one.entryId, said: one.said }), {
                  'aria-label': `Take back: ${one.said}`,
                }),
              ),
        ),
      ),
  );

function line(one) {
  const kind = one.waiting ? '.wait' : isMilestone(one.type) ? '' : '.sub';
  return h(
    `li${kind}`,
    { 'data-entry': one.entryId },
    h('time', null, one.isRetracted ? h('del', null, hhmm(one.at)) : hhmm(one.at)),
    h('i.k'),
    h(
      'div',
      null,
      h('b', null, one.isRetracted ? h('del', null, one.said) : one.said),
      ...flagsOf(one).map(flag => h('small', null, badge(flag.severity, flag.label))),
      below(one) && h('small', null, below(one)),
      changes(one),
    ),
  );
}

const waits = { ...states, waiting: 'waiting here' };

const below = one =>
  [
    one.waiting ? waits[one.waiting] : one.by,
    one.recordedFor && `sent by ${one.recordedBy}`,
    one.afterStop && 'recorded after a stop',
    one.override && `reason: ${one.override}`,
    one.late && `recorded ${hhmm(Date.parse(one.recordedAt))} · late ${minutesLate(one)} min`,
    one.waited >= 60 && `waited ${Math.round(one.waited / 60)} min`,
  ]
    .filter(Boolean)
    .join(' · ');

/** Those that are about this entry, and grave enough to be seen from a step away. */
const flagsOf = one => {
  if (one.isRetracted) return [];
  const open = one.data?.result === 'discrepancy' && unmatched()?.what === one.data.what ? [{ severity: 'safety', label: 'not matched' }] : [];
  const flags = (record.case?.flags ?? []).filter(
    flag => flag.entryIds.includes(one.entryId) && flag.severity !== 'info' && !flag.acknowledged && flag.code !== 'recorded-late',
  );
  return [...open, ...flags].slice(0, 2);
};

function changes(one) {
  const all = one.changes.map(change => {
    const who = [change.recordedBy, change.reason && plain(change.reason).toLowerCase()].filter(Boolean).join(': '),
      by = [who, waits[change.waiting]].filter(Boolean).join(' · '),
      at = change.recordedAt ? ` ${hhmm(Date.parse(change.recordedAt))}` : '';
    return change.type === 'time_corrected'
      ? h('small', null, `Set to ${hhmm(Date.parse(change.data.correctedTo))}${at && ` at${at}`}, ${by}`)
      : h('small', null, change.data?.movedTo ? `Moved${at} to ${numberOf(change.data.movedTo.caseId)}, ${by}` : `Taken back${at}, ${by}`);
  });
  if (all.length === 0) return null;
  return h('div.fix', null, one.at !== one.first && h('small', null, h('del', null, hhmm(one.first)), ` first entry, ${one.by}`), all);
}

/** The record names a case by its id; people know it by its number. */
const numbers = new Map();
function numberOf(caseId) {
  if (!numbers.has(caseId)) {
    numbers.set(caseId, 'another case');
    ask(`/api/cases/${caseId}`, { subject: sitting.sender }).then(answer => {
      if (answer.outcome !== 'ok') return numbers.delete(caseId);
      numbers.set(caseId, answer.body.caseNumber);
      repaint();
    });
  }
  return numbers.get(caseId) ?? 'another case';
}
