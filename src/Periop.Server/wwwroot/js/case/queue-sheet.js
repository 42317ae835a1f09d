// What waits, what was set aside, what needs an answer: nothing is lost, and nothing that waits is edited (brief 7).
import { clock, hhmm } from './clock.js';
import { button, h } from './dom.js';
import { icon, signs } from './icons.js';
import { outbox } from './outbox.js';
import { written } from './panels.js';
import { record } from './record.js';
import { forget, openPanel, repaint, screen } from './screen.js';
import { sheet } from './sheet.js';
import { sitting } from './sitting.js';
import { hasPin, isPin, peopleWithPin, setPin } from './pins.js';
import { entries, states } from './words.js';

const Hour = 3_600_000;

export function queueSheet(state) {
  const mine = outbox.mine,
    aside = mine.filter(entry => entry.state === 'aside');
  return sheet(
    'What waits here',
    outbox.heard ? `last heard from the server ${hhmm(clock.of(outbox.heard))}` : null,
    h(
      'div.in2',
      null,
      h(
        'div.half',
        { 'data-scrolls': 'queue' },
        screen.mayBeEvicted && h('p.dim', null, 'This browser has not promised to keep what waits here: send it within hours.'),
        mine.length === 0
          ? h('p', null, 'Everything you recorded here is sent.')
          : h('p', null, h('b', null, entries(mine.length)), ` of ${sitting.recorder}, in the order in which they go.`),
        h(
          'ol.q',
          null,
          mine
            .filter(entry => entry.state !== 'aside')
            .map(entry =>
              h(
                'li',
                null,
                icon(signs[entry.state]),
                h('time', null, timeOf(entry)),
                h(
                  'div',
                  null,
                  h('b', null, entry.said),
                  h('div.dim', null, states[entry.state]),
                ),
                entry.state === 'stop'
                  ? button('.btn', 'Answer', () => {
                      if (entry.caseId !== record.caseId) return location.assign(`/cases/${entry.caseId}`);
                      screen.left.delete(entry.id);
                      screen.sheet = null;
                      repaint(true);
                    })
                  : entry.state === 'unsure'
                    ? button('.btn', 'Answer', () => openPanel('unsure', { id: entry.id }))
                    : h('span'),
              ),
            ),
        ),
        aside.length > 0 && h('h2', null, 'Set aside ', h('span.dim', null, 'nothing is lost')),
        aside.map(entry => setAside(entry, state)),
        outbox.others.map(other =>
          h(
            'div.notice.attention',
            null,
            icon('wait'),
            h(
              'p',
              null,
              h(
                'b',
                null,
                `${entries(other.count)} by ${other.author} ${other.count === 1 ? 'waits' : 'wait'} since ${hhmm(clock.of(other.since))}. `,
              ),
              'They go under their name when they sign in here.',
            ),
            Date.now() - other.since > Hour && sitting.recorder
              ? button('.btn', `Send them for ${other.author}`, () => outbox.sendFor(other.author))
              : h('span'),
          ),
        ),
        h(
          'div.two',
          null,
          button('.btn', 'Send now', () => outbox.send()),
          button('.btn', 'Print what waits', () => print()),
        ),
        whoIsHere(state),
      ),
    ),
  );
}

/** Refused: known to have recorded nothing, so that the same id may go again. */
function setAside(entry, state) {
  return h(
    'div.done.attention',
    { 'data-aside': entry.id },
    h(
      'div.l',
      null,
      icon('aside'),
      h('span', null, h('b', null, entry.said), h('br'), h('span.small', null, `Not taken: ${entry.problem?.sentence ?? ''}`)),
      h('time', null, timeOf(entry)),
    ),
    state.giving === entry.id
      ? written('Why is it given up?', reason => giveUp(entry, reason))
      : h(
          'div.steps.two',
          null,
          button('.btn', 'Record as new', () => again(entry)),
          button('.btn', 'Give up, with reason', () => {
            state.giving = entry.id;
            repaint(true);
          }),
        ),
  );
}

/** Once more under its own id, without a number that somebody else has taken; under a new one alone where the old one stands for something else. */
async function again(entry) {
  const code = entry.problem?.code;
  if (code === 'record-signed' && !screen.frozenReason) return openPanel('frozen');
  const reason = screen.frozenReason ? { reason: screen.frozenReason } : {};
  if (code !== 'entry-id-reused') return outbox.again(entry, { ...(code === 'case-number-taken' ? { caseNumber: undefined } : {}), ...reason });
  const { replaces, entryId, ...rest } = entry.body;
  forget(entry);
  await outbox.drop(entry);
  outbox.record({
    caseId: entry.caseId,
    path: entry.path,
    said: entry.said,
    at: Date.parse(entry.body.occurredAt ?? '') || null,
    body: { ...rest, occurredAt: entry.body.occurredAt, ...reason },
  });
}

/** That somebody gave up on it is noted in its case, whichever is open, with what it said; a case that never began has none. */
async function giveUp(entry, reason) {
  const text = `Given up: ${entry.said}, ${timeOf(entry)}. ${reason}`.slice(0, 500);
  if (entry.path !== '') await outbox.record({ caseId: entry.caseId, path: 'addenda', body: { text }, said: `Given up: ${entry.said}` }).kept;
  forget(entry);
  await outbox.drop(entry);
}

const timeOf = entry => hhmm(Date.parse(entry.body.occurredAt ?? '') || clock.of(entry.tapped));

/** Six digits, for those who take turns at a tablet: set while the server answers, used while it does not. */
function whoIsHere(state) {
  const form = (title, label, done) =>
    h(
      'form.write',
      {
        onsubmit: async event => {
          event.preventDefault();
          const pin = event.target.elements.pin.value;
          event.target.reset();
          state.said = isPin(pin) ? await done(pin) : 'Six digits.';
          repaint(true);
        },
      },
      h(
        'label.field',
        null,
        label,
        h('input.inp', { name: 'pin', inputmode: 'numeric', autocomplete: 'off', type: 'password', maxlength: 6, required: true }),
      ),
      h('button.btn', null, title),
    );
  if (state.people === undefined)
    Promise.all([peopleWithPin(), hasPin(sitting.person?.subject ?? '')]).then(
      ([people, own]) => {
        Object.assign(state, { people, hasOwn: own });
        repaint();
      },
      () => (state.people = []),
    );
  return h(
    'section.who',
    null,
    h('h2', null, 'Who is here'),
    h('p', null, 'You are ', h('b', null, sitting.recorder ?? 'nobody'), sitting.standIn ? ', by PIN: it says who records, and opens nothing.' : '.'),
    !outbox.away
      && sitting.sender
      && form(state.hasOwn ? 'Change PIN' : 'Set PIN', `PIN of ${sitting.person.subject}`, async pin => {
        await setPin(sitting.person.subject, pin);
        state.people = undefined;
        return 'Kept on this tablet.';
      }),
    (outbox.away || !sitting.sender || sitting.standIn)
      && (state.people ?? [])
        .filter(subject => subject !== sitting.recorder)
        .map(subject =>
          form(
            `I am ${subject}`,
            `PIN of ${subject}`,
            async pin =>
              ({
                yes: `You are ${subject}.`,
                no: 'That is not the PIN.',
                locked: `Five wrong ones: ${subject} has to sign in.`,
                none: `${subject} has no PIN here.`,
              })[await sitting.standInFor(subject, pin)],
          ),
        ),
    state.said && h('p', { role: 'status' }, state.said),
  );
}
