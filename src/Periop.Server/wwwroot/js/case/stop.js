// A stop asks what was, and offers every answer alike: none is preselected, none is green (brief 6). What was tapped keeps its time.
import { hhmm, instant } from './clock.js';
import { button, h } from './dom.js';
import { icon } from './icons.js';
import { newId } from './ids.js';
import { outbox } from './outbox.js';
import { written } from './panels.js';
import { record } from './record.js';
import { forget, repaint, screen, taken } from './screen.js';
import { timePad } from './time-pad.js';
import { milestones, sentence } from './words.js';

const nameOf = missing => milestones[missing.body?.phase ?? missing.path] ?? sentence(missing.path);

/** What has been answered so far, by entry; it is lost with the page, and the question is asked again. */
const answers = new Map();

export function stopCard(entry) {
  const { problem } = entry,
    missing = problem.missing ?? [],
    at = Date.parse(entry.body.occurredAt);
  const state = answers.get(entry.id) ?? { before: [], reasons: [] };
  answers.set(entry.id, state);
  const question = missing[state.before.length + state.reasons.length];
  const outside = (problem.flags ?? []).find(flag => flag.code === 'level-outside-plan');
  return h(
    'div.stopcard',
    { role: 'alertdialog', 'aria-labelledby': 'stopped', 'data-stop': problem.code },
    h(
      'div.h',
      null,
      icon('stop'),
      h(
        'div',
        null,
        h('b', { id: 'stopped', tabindex: '-1', 'data-key': 'stopped', 'data-focus': true }, titleOf(problem, question, missing.length, state)),
        'You tapped ',
        h('b.inline', null, `${entry.said} at ${hhmm(at)}`),
        '. That time is kept.',
      ),
      leave(entry),
    ),
    h('div.c', null, outside ? levelQuestion(entry, state) : question ? missingQuestion(entry, state, question, at) : reasonQuestion(entry, state)),
  );
}

const titleOf = (problem, question, count, state) =>
  (question ? `No ${nameOf(question).toLowerCase()} recorded yet.` : (problem.flags?.[0]?.message ?? problem.detail))
  + (count > 1 ? ` ${state.before.length + state.reasons.length + 1} of ${count}` : '');

const way = (words, time, onclick, key) => button('.btn', [words, time && h('span', null, time)], onclick, { 'data-way': key });

const mistake = entry =>
  button(
    '.btn.quiet',
    'I tapped by mistake: record nothing',
    () => {
      answers.delete(entry.id);
      forget(entry);
      outbox.drop(entry);
    },
    { 'data-way': 'mistake' },
  );
/** It stays in the queue and is counted in the head. */
const leave = entry =>
  button(
    '.btn.quiet.later',
    'Answer later',
    () => {
      screen.left.add(entry.id);
      repaint(true);
    },
    { 'data-way': 'later' },
  );

function missingQuestion(entry, state, question, at) {
  const what = nameOf(question),
    name = what.toLowerCase();
  if (state.asking === 'why')
    return why(entry, state, state.notKnown ? `The ${name} was done, at a time not known. Why?` : `The ${name} was not done. Why?`);
  if (state.asking === 'time')
    return [
      h('h2', null, `When was the ${name}?`),
      timePad((state.pad ??= { from: at }), time => [[`${what} was at ${hhmm(time)}`, () => wasDone(entry, state, question, time)]]),
      button('.btn.quiet', 'Back to the question', () => {
        state.asking = null;
        repaint(true);
      }),
    ];
  const before = minutes =>
    way(
      minutes ? `${minutes} min before` : 'same time',
      hhmm(at - minutes * 60_000),
      () => wasDone(entry, state, question, at - minutes * 60_000),
      `before-${minutes}`,
    );
  const ask = (asking, notKnown) => () => {
    Object.assign(state, { asking, notKnown });
    repaint(true);
  };
  return [
    h('h2', null, `Was the ${name} done?`),
    h(
      'div.ways',
      null,
      h('h3', null, `${what} was done:`),
      ...[1, 2, 5, 0].map(before),
      way('other time', null, ask('time'), 'other'),
      h('h3', null, 'Or:'),
      way('Was not done', null, ask('why', false), 'not-done'),
      way('Done, time not known', null, ask('why', true), 'not-known'),
      h(
        'p',
        null,
        `These two ask why; then ${entry.said.toLowerCase()} is recorded alone.`,
        h('br'),
        h('br'),
        'A time records both, the first as “recorded after a stop”.',
      ),
      mistake(entry),
    ),
  ];
}

/** Nothing goes before the last answer: then one after the other, each under its own id. */
async function wasDone(entry, state, question, at) {
  state.before.push({ question, at });
  state.asking = state.pad = null;
  await goOn(entry, state);
}

async function goOn(entry, state) {
  taken();
  const { missing } = entry.problem;
  if (state.before.length + state.reasons.length < missing.length) return repaint(true);
  answers.delete(entry.id);
  await outbox.insert(
    entry,
    state.before.map(({ question, at }) => ({
      id: newId(at),
      caseId: entry.caseId,
      path: question.path,
      said: nameOf(question),
      body: { ...question.body, occurredAt: instant(at), afterStop: entry.problem.code },
    })),
    state.reasons.length ? { override: state.reasons.join('; ') } : {},
  );
}

/** No time is invented: what was tapped is recorded alone, with the reason. */
function why(entry, state, question) {
  const because = async reason => {
    state.reasons.push(state.notKnown ? `done, time not known: ${reason}` : reason);
    state.asking = null;
    await goOn(entry, state);
  };
  return [
    h('h2', null, question),
    ...reasons(entry, because),
    h('p.dim', null, `${entry.said} is recorded with this reason. What is missing stays a flag.`),
    button('.btn.quiet', 'Back to the question', () => {
      state.asking = null;
      repaint(true);
    }),
  ];
}

function reasonQuestion(entry, state) {
  const because = reason => {
    answers.delete(entry.id);
    return outbox.again(entry, { override: reason });
  };
  return [h('h2', null, 'If it is right, why?'), ...reasons(entry, because)];
}

/** The commonest one, or one's own; or it was no reason at all. */
const reasons = (entry, because) => [
  h(
    'div.ways.two',
    null,
    way('Emergency', null, () => because('Emergency'), 'emergency'),
    mistake(entry),
  ),
  written('Write why', because),
];

/** A level that is not in the plan: the plan may be old, the level may be another, or it was so. */
function levelQuestion(entry, state) {
  const planned = record.case?.plan?.procedure,
    levels = planned?.levels ?? [],
    { level } = entry.body;
  if (state.asking === 'why') return reasonQuestion(entry, state);
  const change = () => {
    answers.delete(entry.id);
    outbox.insert(
      entry,
      [
        {
          id: newId(Date.now()),
          caseId: entry.caseId,
          path: 'plan-changes',
          said: `Plan changed to ${level}`,
          body: { occurredAt: entry.body.occurredAt, procedure: { ...planned, levels: [...levels, level] }, reason: 'Changed at the table' },
        },
      ],
      {},
    );
  };
  return [
    h('h2', null, `${level} is not in the plan (${levels.join(', ') || 'none'}).`),
    h(
      'div.ways.plain',
      null,
      way(`Change the plan to ${level}`, null, change, 'plan'),
      ...levels.map(other =>
        way(
          `It was ${other}`,
          null,
          () => {
            answers.delete(entry.id);
            outbox.again(entry, { level: other }, entry.said.replace(level, other));
          },
          `was-${other}`,
        ),
      ),
      way(
        `Record ${level}. Why?`,
        null,
        () => {
          state.asking = 'why';
          repaint(true);
        },
        'why',
      ),
      mistake(entry),
    ),
  ];
}
