// The left column: what is likely next, what was just done, what is wrong.
import { clock, hhmm } from './clock.js';
import { button, h } from './dom.js';
import { icon, signs } from './icons.js';
import { likely } from './likely.js';
import { outbox, senderOf } from './outbox.js';
import { panels } from './panels.js';
import { record, surviving, unmatched } from './record.js';
import { act, openPanel, openSheet, repaint, screen } from './screen.js';
import { signIn, sitting } from './sitting.js';
import { stopCard } from './stop.js';
import { entries, sentence, states } from './words.js';

/** What was stopped and waits for an answer, unless somebody has walked away from it. */
export const stopped = () =>
  outbox.of(record.caseId).find(entry => entry.state === 'stop' && senderOf(entry) === sitting.recorder && !screen.left.has(entry.id));

const Warn = 15 * 60_000,
  Alarm = 60 * 60_000;

export function nextColumn() {
  const stop = stopped();
  if (isNobody()) return [nobody()];
  if (stop) return [head(), stopCard(stop)];
  if (screen.panel) return [head(), panels[screen.panel.name](screen.panel)];
  const waiting = outbox.away && outbox.shown(record.caseId).length > 0;
  return [
    notices(),
    ...(waiting ? waitingHere() : []),
    head(),
    ...buttons(waiting),
    screen.done && Date.now() < screen.done.until ? doneCard() : null,
    ...flags(),
  ];
}

/** Nothing is recorded anonymously (offline.md 11): without a network somebody says who they are by PIN. */
const isNobody = () => !sitting.recorder && (outbox.away || sitting.signedOut);
const nobody = () =>
  h(
    'div.notice.attention',
    null,
    icon('wait'),
    h('p', null, h('b', null, 'Nobody is signed in here. '), 'Nothing is recorded without a name. Sign in, or say by PIN who you are.'),
    h(
      'div.acts',
      null,
      button('.btn', 'Who is here', () => openSheet('queue'), { 'data-key': 'who' }),
      h('a.btn', { href: signIn() }, 'Sign in'),
    ),
  );

const head = () => h('h2', null, 'Likely next ', h('span.dim', null, 'tap = now'));

function buttons(isLow) {
  const [hero, ...rest] = likely();
  if (!hero) return [h('p.dim', null, 'Nothing more is expected. Everything else is in the bar below.')];
  return [
    go(hero, `.hero${isLow ? '.low' : ''}`),
    ...[rest.slice(0, 2), rest.slice(2, 4)]
      .filter(pair => pair.length)
      .map(pair =>
        h(
          'div.pair',
          null,
          pair.map(choice => go(choice)),
        ),
      ),
  ];
}

/** The large part records now, or opens what is to be chosen; the right part asks when. */
function go(choice, kind = '') {
  const at = choice.since
    ? [choice.since.words, h('b', null, hhmm(choice.since.at))]
    : kind && choice.entry
      ? ['records now', h('b', { 'data-now': true }, hhmm(clock.now()))]
      : null;
  return h(
    `div.go${kind}`,
    null,
    h(
      'button.do',
      { type: 'button', onclick: () => press(choice), 'data-key': choice.key, 'data-likely': true },
      choice.label,
      at && h('span', null, at),
    ),
    choice.ago && kind
      ? h(
          'div.ago',
          null,
          choice.ago.map(minutes =>
            button('', `${minutes} min ago`, () => act({ ...choice.entry, at: clock.now() - minutes * 60_000 }), {
              'data-key': `${choice.key}-${minutes}`,
            }),
          ),
          earlier(choice),
        )
      : earlier(choice),
  );
}

const earlier = choice =>
  h(
    'button.when',
    {
      type: 'button',
      'aria-label': `Earlier: ${choice.label}`,
      onclick: () => press(choice, true),
      'data-key': `${choice.key}-earlier`,
    },
    icon('clock'),
    'Earlier',
  );

export function press(choice, isEarlier = false) {
  if (choice.sheet) openSheet(choice.sheet, choice);
  else if (choice.choose) openPanel('choose', { milestone: choice.choose, isEarlier });
  else if (isEarlier) openPanel('when', { entry: choice.entry });
  else act(choice.entry);
}

/** What was just recorded: two minutes, or until the next entry. Its time stays as it was; another one is a correction beside it. */
function doneCard() {
  const { done } = screen,
    state = outbox.entries.find(entry => entry.id === done.id)?.state;
  return h(
    'div.done',
    { 'data-done': done.id },
    h(
      'div.l',
      null,
      icon(signs[state] ?? 'check'),
      h('span', null, h('b', null, done.said), state && h('span.dim', null, ` ${states[state]}`)),
      h('time', null, hhmm(done.at)),
    ),
    h(
      'div.steps',
      null,
      state === 'stop' || state === 'aside' ? button('.btn', 'Open', () => openSheet('queue'), { 'data-key': 'done-waits' }) : changesOf(done),
    ),
    ...(done.flags ?? []).map(flag =>
      h(
        `div.notice.${flag.severity}`,
        { role: 'status' },
        icon(flag.severity),
        h('p', null, h('b', null, flag.label + '. '), flag.message),
        button('.btn.quiet', 'Open', () => openSheet('flags', { code: flag.code })),
      ),
    ),
  );
}

function changesOf(done) {
  const adjust = minutes =>
    button('.btn', `−${minutes} min`, () => openPanel('adjust', { done, minutes: -minutes }), { 'data-key': `adjust-${minutes}` });
  return [
    ...(done.isTimed
      ? [adjust(1), adjust(5), adjust(15), button('.btn', 'Set time', () => openPanel('adjust', { done, digits: '' }), { 'data-key': 'set-time' })]
      : []),
    button('.btn', 'Take back', () => openPanel('takeBack', { id: done.id, said: done.said }), { 'data-key': 'take-back' }),
  ];
}

function flags() {
  const mismatch = unmatched();
  if (mismatch)
    return [
      h(
        'button.notice.safety',
        { type: 'button', onclick: () => openSheet('counts', { phase: mismatch.phase }), 'data-key': 'mismatch' },
        icon('safety'),
        h('p', null, h('b', null, `${sentence(mismatch.what)} do not match. `), 'Search now, before the wound is closed.'),
        h('b', null, 'Open'),
      ),
    ];
  const open = (record.case?.flags ?? []).filter(flag => flag.severity === 'safety' && !flag.acknowledged && !flag.override);
  if (open.length === 0) return [];
  const [first] = open;
  return [
    h(
      'button.notice.safety',
      { type: 'button', onclick: () => openSheet('flags'), 'data-key': 'flags' },
      icon('safety'),
      h('p', null, h('b', null, first.label + '. '), first.message),
      h('b', null, open.length > 1 ? `Open ${open.length}` : 'Open'),
    ),
  ];
}

/** One line each, above everything. */
function notices() {
  const notice = (kind, sign, what, then, action) =>
    h(`div.notice.${kind}`, null, icon(sign), h('p', null, h('b', null, what + ' '), then), action ?? h('span'));
  const mine = outbox.of(record.caseId).filter(entry => entry.author === sitting.recorder);
  const unsure = mine.find(entry => entry.state === 'unsure');
  return [
    mine.some(entry => entry.isUnkept)
      && notice('safety', 'stop', 'This tablet cannot keep entries.', 'Write times down. What is sent at once is recorded.'),
    screen.cannotKeep && notice('safety', 'stop', 'This tablet cannot keep entries.', 'Write times down. Recording online still works.'),
    screen.lostQueue
      && notice(
        'safety',
        'stop',
        `This tablet lost ${entries(screen.lostQueue.length)} that had not been sent.`,
        `Record them again: ${screen.lostQueue.map(entry => `${hhmm(clock.of(entry.tapped))} ${entry.said}`).join(', ')}.`,
      ),
    unsure
      && notice(
        'attention',
        'attention',
        'Clock unsure.',
        `When was this: ${unsure.said}?`,
        button('.btn', 'Answer', () => openPanel('unsure', { id: unsure.id })),
      ),
    clock.isFarOff
      && !screen.saidClock
      && notice(
        'attention',
        'attention',
        `This tablet’s clock is ${Math.abs(Math.round(clock.ahead / 60_000))} min ${clock.ahead > 0 ? 'ahead' : 'behind'}.`,
        'Times are set by the server’s clock.',
        button('.btn.quiet', 'Seen', () => {
          screen.saidClock = true;
          repaint(true);
        }),
      ),
    (sitting.signedOut || (sitting.standIn && !outbox.away))
      && notice(
        'attention',
        'wait',
        outbox.mine.length
          ? `Sign in as ${sitting.recorder} to send ${entries(outbox.mine.length)}.`
          : sitting.signedOut
            ? 'You are signed out.'
            : `${sitting.recorder} is not signed in.`,
        'You can go on recording.',
        h(
          'div.acts',
          null,
          h('a.btn', { href: signIn(), 'data-key': 'sign-in-again' }, 'Sign in'),
          !sitting.signedOut && button('.btn', `${sitting.person.subject} is here`, sitting.isBack, { 'data-key': 'is-back' }),
        ),
      ),
    screen.release
      && outbox.entries.length === 0
      && notice('info', 'info', 'A new version is here.', 'It is taken when you tap.', button('.btn', 'Take it', screen.release)),
    record.isRefused
      && notice('attention', 'attention', 'Your role does not open this case.', 'What you record here waits for somebody whose role does.'),
    record.isMissing
      && !outbox.of(record.caseId).some(entry => entry.path === '')
      && notice(
        'attention',
        'attention',
        'There is no such case here.',
        'It may have been another hospital’s, or its address is not whole.',
        h('a.btn', { href: '/board' }, 'Board'),
      ),
    closedNotice(),
  ];
}

/** Called off, entered in error, signed: the page stays usable. */
function closedNotice() {
  const status = record.case?.status;
  const say = (what, then) => h('div.notice.info', null, icon('info'), h('p', null, h('b', null, what + ' '), then), h('span'));
  const calledOff = surviving('case_called_off').at(-1);
  return calledOff && (status === 'cancelled' || status === 'aborted')
    ? h(
        'div.notice.info',
        null,
        icon('info'),
        h('p', null, h('b', null, `This case was called off at ${hhmm(calledOff.at)}. `), 'To record into it, take that back.'),
        button('.btn', 'Take back', () => openPanel('takeBack', { id: calledOff.entryId, said: calledOff.said })),
      )
    : status === 'entered-in-error'
      ? say('This case was entered in error.', 'What is recorded here belongs to another case.')
      : screen.frozenReason === undefined && (record.case?.signatures ?? []).length >= 2
        ? h(
            'div.notice.info',
            null,
            icon('info'),
            h('p', null, h('b', null, 'This record is signed. '), 'What you add needs a reason: it is asked once.'),
            button('.btn', 'Give a reason', () => openPanel('frozen')),
          )
        : null;
}

function waitingHere() {
  const waiting = outbox.shown(record.caseId),
    first = Math.min(...waiting.map(entry => entry.tapped)),
    age = Date.now() - first;
  return [
    h('h2', null, 'Waiting here ', h('span.dim', null, `since ${hhmm(clock.of(first))}`)),
    age > Warn
      && h(
        `div.notice.${age > Alarm ? 'safety' : 'attention'}`,
        null,
        icon(age > Alarm ? 'safety' : 'attention'),
        h(
          'p',
          null,
          h('b', null, age > Alarm ? 'Entries wait for over an hour. ' : 'Entries wait for over 15 minutes. '),
          'Find a network, or print what waits.',
        ),
        button('.btn', 'Print', () => {
          openSheet('queue');
          setTimeout(print, 300);
        }),
      ),
    h(
      'div.notice.attention',
      null,
      icon('off'),
      h('p', null, h('b', null, 'No network. Keep recording. '), 'Everything below is kept here and is sent by itself, in order, once.'),
      h('span'),
    ),
    h(
      'ol.q',
      null,
      waiting
        .slice(-3)
        .map(entry =>
          h(
            'li',
            null,
            icon('wait'),
            h('time', null, hhmm(clock.of(entry.tapped))),
            h('div', null, h('b', null, entry.said), h('div.dim', null, 'waiting')),
            entry.body.occurredAt
              && button('.btn', 'Time', () =>
                openPanel('adjust', { done: { id: entry.id, said: entry.said, at: Date.parse(entry.body.occurredAt) }, minutes: 0 }),
              ),
          ),
        ),
    ),
  ];
}
