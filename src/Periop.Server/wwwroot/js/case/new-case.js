// A case that nobody has planned: room and time are enough, and it works without a network. Its number may come later (`number-missing`).
import { clock } from './clock.js';
import { button, h } from './dom.js';
import { newId } from './ids.js';
import { outbox } from './outbox.js';
import { keepCase } from './kept-case.js';
import { repaint, taken } from './screen.js';
import { chips } from './sheet.js';
import { sitting } from './sitting.js';

const state = { room: new URLSearchParams(location.search).get('room'), isOsteotomy: true };

export function newCase(opened) {
  const rooms = (sitting.person?.rooms ?? []).map(one => one.room);
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  return [
    h(
      'section.newcase',
      null,
      h('h2', null, 'New case here'),
      h('h3', null, 'Room'),
      chips('', [...new Set([...rooms, state.room].filter(Boolean))], state.room, room => set({ room })),
      h('h3', null, 'Priority'),
      chips('.three', ['emergency', 'urgent', 'elective'], state.priority, priority => set({ priority })),
      h('h3', null, 'Operation'),
      chips('', ['Spinal osteotomy', 'Other'], state.isOsteotomy ? 'Spinal osteotomy' : 'Other', word =>
        set({ isOsteotomy: word === 'Spinal osteotomy' }),
      ),
      h(
        'label.field',
        null,
        'Case number, if it is known',
        h('input.inp', {
          maxlength: 64,
          value: state.caseNumber ?? '',
          autocapitalize: 'characters',
          onchange: event => {
            state.caseNumber = event.target.value.trim();
          },
          'data-key': 'number',
        }),
      ),
      h('p.dim', null, 'Without a number it gets one for now, and a flag until somebody gives it the right one.'),
      button('.btn.main.tall', 'Begin', () => begin(opened), { disabled: !state.room || !sitting.recorder, 'data-key': 'begin' }),
    ),
  ];
}

/** The case's id is made here: what is recorded next already goes into it. */
async function begin(opened) {
  if (state.hasBegun) return;
  state.hasBegun = true;
  taken();
  const caseId = newId(clock.now()),
    procedure = { family: state.isOsteotomy ? 'spinal-osteotomy' : 'other' };
  const body = {
    ...(state.caseNumber ? { caseNumber: state.caseNumber } : {}),
    room: state.room,
    ...(state.priority ? { priority: state.priority } : {}),
    procedure,
  };
  const { kept } = outbox.record({ caseId, path: '', body, said: 'New case', id: caseId });
  await keepCase({
    caseId,
    caseNumber: state.caseNumber || '#',
    plan: { room: state.room, procedure },
    phase: 'planned',
    status: 'scheduled',
    flags: [],
  });
  await kept;
  opened(caseId);
}
