// Signing: the signer signs in for this one act, and the person at the tablet stays who they are.
import { ask } from './api.js';
import { clock, hhmm } from './clock.js';
import { h } from './dom.js';
import { newId } from './ids.js';
import { outbox } from './outbox.js';
import { sentenceOf } from './problem.js';
import { record } from './record.js';
import { repaint, say } from './screen.js';
import { sheet } from './sheet.js';
import { sitting } from './sitting.js';
import { entries, plain, sentence } from './words.js';

const roles = ['surgeon', 'circulating-nurse'];

const whyNot = {
  role: 'whoever signed in may not sign here.',
  hospital: 'whoever signed in is of another hospital.',
  away: 'the hospital’s sign-in cannot be reached. Try again.',
  failed: 'nobody was signed in. Try again.',
};

export function signSheet(state) {
  const signatures = record.case?.signatures ?? [],
    missing = record.case?.completeness?.missing ?? [];
  const waiting = outbox.of(record.caseId).length;
  state.ids ??= newIds();
  return sheet(
    'Sign',
    `${sitting.recorder} stays signed in.`,
    h(
      'div.in2',
      null,
      h(
        'div.half',
        null,
        signatures.map(one => h('p', null, h('b', null, `Signed, ${plain(one.role)}: ${one.signedBy}`), ` ${hhmm(Date.parse(one.signedAt))}`)),
        missing.length > 0
          && h(
            'div.notice.info',
            null,
            h('span'),
            h('p', null, h('b', null, 'Not recorded: '), `${missing.map(plain).join(', ')}. It can be signed as it is.`),
            h('span'),
          ),
        waiting > 0 && h('p', { role: 'alert' }, `${entries(waiting)} of this case wait here. They go first.`),
        outbox.away && h('p', { role: 'alert' }, 'Signing needs the network: whoever signs has to sign in.'),
        state.said && h('p', { role: 'status' }, state.said),
        waiting === 0
          && !outbox.away
          && h(
            'div.two',
            null,
            roles.map(role =>
              h(
                'a.btn.tall',
                {
                  href: `/cases/${record.caseId}/signature?role=${role}&meaning=author&entryId=${state.ids[role]}`,
                  'data-sign': role,
                },
                `${sentence(role)} signs`,
              ),
            ),
          ),
      ),
    ),
  );
}

const newIds = () => Object.fromEntries(roles.map(role => [role, newId(clock.now())]));

/** Back from signing in: the act itself, once. The address says what for, the cookie who. */
export async function finishSigning() {
  const found = /^#signing=([^,]+),([^,]+),([0-9a-f-]{36})$/.exec(location.hash),
    refused = /^#signing-refused=(.+)$/.exec(location.hash);
  if (!found && !refused) return null;
  history.replaceState(null, '', location.pathname);
  if (refused) return { name: 'sign', said: `Not signed: ${whyNot[refused[1]] ?? whyNot.failed}` };
  const [, role, meaning, entryId] = found;
  const sign = () =>
    ask(`/api/cases/${record.caseId}/signatures`, { method: 'POST', body: { entryId, role, meaning }, headers: { 'Periop-Signer': '1' } });
  let answer = await sign();
  if (answer.outcome === 'away') answer = await sign(); // it may have been recorded: the same id is answered with its receipt
  if (answer.outcome === 'ok') {
    say(`Signed, ${plain(role)}`);
    await record.refresh();
    const signed = record.case?.signatures?.find(one => one.entryId === entryId);
    return { name: 'sign', said: signed ? `${sentence(role)} ${signed.signedBy} has signed.` : `Signed, ${plain(role)}.` };
  }
  repaint();
  if (answer.outcome !== 'away') return { name: 'sign', said: `Not signed: ${sentenceOf(answer.problem)}` };
  return { name: 'sign', ids: { ...newIds(), [role]: entryId }, said: 'Nobody answers, so that it is not known whether it is signed. Try again.' };
}
