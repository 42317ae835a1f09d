// What is likely to be recorded next: the server's list, what waits here taken off it, and what belongs to an operation that is under way.
import { counts, isOpen, lines, openAlerts, phase, record, surviving, toCut, unmatched } from './record.js';
import { milestones, sentence } from './words.js';

const All = 5;

/** Milestones that a tap records as they are. */
const plain = new Set([
  'preparation',
  'room-ready',
  'room-entry',
  'induction',
  'anesthesia',
  'skin-prep',
  'incision',
  'closing-start',
  'dressing',
  'emergence',
  'room-exit',
  'anesthesia-end',
  'room-cleaned',
  'recovery-entry',
  'recovery-exit',
  'physical-therapy',
]);
const checks = new Set(['sign-in', 'time-out', 'sign-out']);

/** Those that are recorded late in 98 and 81 of 100 cases (J Med Syst 2026): they offer a while ago on the button itself. */
const late = new Set(['sign-in', 'time-out']);

/** What has to be chosen before it can be recorded. */
export const choices = {
  'anesthesia-start': { question: 'Which anesthesia?', member: 'type', words: ['general', 'regional', 'sedation', 'local'] },
  position: { question: 'How does the patient lie?', member: 'position', words: ['prone', 'supine', 'lateral', 'other'] },
  closure: { question: 'How was the wound closed?', member: 'method', words: ['sutures', 'staples', 'adhesive', 'other'] },
  discharge: { question: 'Where to?', member: 'destination', words: ['home', 'rehabilitation', 'other-hospital', 'other'] },
};

/** Where another kind of entry is recorded. */
const sheets = {
  counts: 'counts',
  'neuromonitoring-resolutions': 'monitoring',
  neuromonitoring: 'monitoring',
  'neuromonitoring-alerts': 'monitoring',
  antibiotics: 'drugs',
  'antibiotic-omissions': 'drugs',
  imaging: 'more',
  'preparation-items': 'more',
  hardware: 'implant',
  osteotomies: 'spine',
  team: 'more',
  'patient-corrections': 'more',
  'plan-changes': 'more',
};
const sheetWords = { counts: 'Count', monitoring: 'Monitoring', drugs: 'Antibiotic', more: 'More', implant: 'Implant', spine: 'Osteotomy' };

/** A milestone by its name: what is sent, or what has to be chosen. */
export function milestone(name) {
  const key = name,
    label = milestones[name] ?? sentence(name);
  if (checks.has(name))
    return { key, label, entry: { path: 'safety-checks', body: { phase: name }, said: label }, ago: late.has(name) ? [2, 5, 10] : null };
  if (name === 'exposure') {
    const levels = record.case?.plan?.procedure?.levels ?? [];
    return { key, label, entry: { path: 'exposure', body: { levels }, said: `${label} ${levels.join(', ')}` } };
  }
  if (plain.has(name)) return { key, label, entry: { path: name, body: {}, said: label } };
  if (name === 'position' && isPosterior())
    return { key, label: 'Positioned, prone', entry: { path: name, body: { position: 'prone' }, said: 'Positioned, prone' } };
  if (choices[name]) return { key, label, choose: name };
  return null;
}

/** How a patient lies for this is no choice. */
const isPosterior = () => record.case?.plan?.procedure?.approach?.startsWith('posterior');

/** Up to five, the first is the hero. While something is unresolved, that is the first, and the wound is not closed by a tap here. */
export function likely() {
  const mismatch = unmatched(),
    alerts = openAlerts(),
    isHeld = Boolean(mismatch || alerts.length);
  const recorded = new Set(
    lines()
      .filter(line => line.waiting === 'waiting' && !line.isRetracted)
      .map(nameOf),
  );
  const found = [];
  if (mismatch)
    found.push({
      key: 'count-again',
      label: `Count again: ${mismatch.what}`,
      since: { words: 'not matched', at: mismatch.at },
      sheet: 'counts',
      phase: mismatch.phase,
    });
  if (alerts.length)
    found.push({
      key: 'alert',
      label: `Alert ${String(alerts[0].data.modality).toUpperCase()}: resolved?`,
      since: { words: 'open since', at: alerts[0].at },
      sheet: 'monitoring',
    });
  const names = (record.case?.next ?? Object.keys(milestones)).filter(name => !recorded.has(name));
  for (const name of names.filter(name => sheets[name] && !milestone(name)))
    if (!found.some(choice => choice.sheet === sheets[name])) found.push({ key: name, label: sheetWords[sheets[name]], sheet: sheets[name] });
  if (phase().name === 'incised') found.push(...ofTheOperation());
  const passed = passedBy(recorded),
    isHeldBack = name => isHeld && (name === 'closing-start' || name === 'closure');
  const coming = names
    .filter(name => !passed.has(name) && !isHeldBack(name))
    .map(milestone)
    .filter(Boolean);
  // while the wound is open, what is recorded over and over comes before what closes it
  const later = isOpen() ? coming.findIndex(choice => choice.key === (phase().name === 'incised' ? 'closing-start' : 'closure')) + 1 : coming.length;
  found.push(...coming.slice(0, later));
  if (isOpen()) found.push({ key: 'blood', label: 'Blood loss', sheet: 'counts', of: 'blood' }, ...countToDo());
  found.push(...coming.slice(later));
  return found.filter((choice, at) => found.findIndex(other => other.key === choice.key) === at).slice(0, All);
}

/** Between incision and closing: the level shown on an image, then the planned levels. */
function ofTheOperation() {
  const planned = record.case?.plan?.procedure,
    found = [];
  if (planned?.levels?.length && !surviving('imaging_taken').some(line => line.data.purpose === 'level-localisation'))
    found.push({
      key: 'level-image',
      label: `Image: level ${planned.levels.join(', ')}`,
      entry: {
        path: 'imaging',
        body: { kind: 'fluoroscopy', purpose: 'level-localisation', levels: planned.levels },
        said: `Level shown on image: ${planned.levels.join(', ')}`,
      },
    });
  const level = toCut()[0];
  if (level) found.push({ key: `osteotomy-${level}`, label: `Osteotomy ${level}`, sheet: 'spine', level });
  return found;
}

function countToDo() {
  const phaseNow = phase().name === 'closing' ? 'final' : 'closing';
  return Object.values(counts()).some(byPhase => !byPhase[phaseNow])
    ? [{ key: 'counts', label: `Counts: ${phaseNow}`, sheet: 'counts', phase: phaseNow }]
    : [];
}

/** What waits is called by the path that takes it, a check by its phase. */
const nameOf = line => (line.path === 'safety-checks' ? line.data.phase : line.path);

/** What waits here has gone past these, as the server would say if it knew. The checks may still come. */
function passedBy(recorded) {
  const order = Object.keys(milestones),
    furthest = Math.max(-1, ...[...recorded].map(name => order.indexOf(name)));
  return new Set(order.slice(0, Math.max(0, furthest)).filter(name => !checks.has(name)));
}
