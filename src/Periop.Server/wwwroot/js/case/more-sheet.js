// What has no button of its own in the bar: team, preparation, images, specimens, and what is done to the record itself.
import { h, button } from './dom.js';
import { record, surviving } from './record.js';
import { act, openSheet, repaint } from './screen.js';
import { chips, halves, sheet } from './sheet.js';
import { sitting } from './sitting.js';
import { written } from './panels.js';
import { plain, sentence } from './words.js';

const roles = ['surgeon', 'assistant', 'anesthesiologist', 'circulating-nurse', 'scrub', 'radiologic-technologist', 'neuromonitoring', 'other'];
const items = ['fasting', 'medications', 'imaging', 'laboratory', 'examination', 'consent', 'site-marked'];
const images = { 'level-localisation': 'Level', 'hardware-check': 'Hardware', other: 'Other' };
const reasons = ['patient-related', 'environment', 'staff', 'patient-health', 'no-bed', 'no-equipment', 'other'];

export function moreSheet(state) {
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  const levels = record.case?.plan?.procedure?.levels ?? [],
    team = record.case?.team?.filter(one => !one.leftAt) ?? [];
  const done = new Set(surviving('preparation_item_recorded').map(line => line.data.item)),
    toCheck = items.filter(item => !done.has(item));
  return sheet(
    'More',
    null,
    halves(
      [
        h('h3', null, 'Image'),
        chips(
          '',
          Object.keys(images),
          null,
          purpose =>
            act({
              path: 'imaging',
              body: { kind: 'fluoroscopy', purpose, ...(purpose === 'level-localisation' ? { levels } : {}) },
              said: purpose === 'level-localisation' ? `Level shown on image: ${levels.join(', ')}` : `Image: ${plain(purpose)}`,
            }),
          purpose => images[purpose],
        ),
        h('h3', null, 'Prepared'),
        toCheck.length === 0
          ? h('p.dim', null, 'All seven are recorded.')
          : [
              button(
                '.btn.tall',
                `All done: ${toCheck.map(plain).join(', ')}`,
                () => toCheck.forEach(item => act({ path: 'preparation-items', body: { item, outcome: 'done' }, said: `${sentence(item)}: done` })),
                { 'data-key': 'all-prepared' },
              ),
              chips('', toCheck, state.item, item => set({ item }), sentence),
              state.item
                && toCheck.includes(state.item)
                && chips(
                  '.three',
                  ['done', 'not-applicable', 'problem'],
                  null,
                  outcome =>
                    act({
                      path: 'preparation-items',
                      body: { item: state.item, outcome },
                      said: `${sentence(state.item)}: ${plain(outcome)}`,
                    }),
                  sentence,
                ),
            ],
        h('h3', null, 'Team'),
        chips('', roles, state.role, role => set({ role }), sentence),
        state.role && [
          button('.btn.tall', `I join: ${sitting.recorder}, ${plain(state.role)}`, () =>
            act({
              path: 'team',
              body: { staff: sitting.recorder, role: state.role, action: 'join' },
              said: `${sitting.recorder} joins, ${plain(state.role)}`,
            }),
          ),
          written(
            `Somebody else, ${plain(state.role)}`,
            staff => act({ path: 'team', body: { staff, role: state.role, action: 'join' }, said: `${staff} joins, ${plain(state.role)}` }),
            { maxlength: 64 },
          ),
        ],
        team.length > 0
          && h(
            'ol.q',
            null,
            team.map(one =>
              h(
                'li',
                null,
                h('span'),
                h('span'),
                h('div', null, h('b', null, one.staff), h('div.dim', null, plain(one.role))),
                button(
                  '.btn',
                  'Leaves',
                  () => act({ path: 'team', body: { staff: one.staff, role: one.role, action: 'leave' }, said: `${one.staff} leaves` }),
                  { 'aria-label': `${one.staff} leaves` },
                ),
              ),
            ),
          ),
        h('h3', null, 'Specimen'),
        written('Label', label => act({ path: 'specimens', body: { label }, said: `Specimen ${label}` }), { maxlength: 64 }),
      ],
      [
        h('h2', null, 'This record'),
        button('.btn.tall', 'Flags', () => openSheet('flags'), { 'data-key': 'to-flags' }),
        button('.btn.tall', 'All entries', () => openSheet('timeline'), { 'data-key': 'to-timeline' }),
        button('.btn.tall', 'Wrong case?', () => openSheet('move'), { 'data-key': 'to-move' }),
        button('.btn.tall', 'Sign', () => openSheet('sign'), { 'data-key': 'to-sign' }),
        !record.case?.caseNumber || record.case.caseNumber.startsWith('#')
          ? [
              h('h3', null, 'Number missing'),
              written(
                'Case number',
                caseNumber =>
                  act({
                    path: 'plan-changes',
                    body: { caseNumber },
                    said: `Case number ${caseNumber}`,
                  }),
                { maxlength: 64, autocapitalize: 'characters' },
              ),
            ]
          : null,
        h('h3', null, 'Patient'),
        written(
          'Patient reference',
          patientRef => act({ path: 'patient-corrections', body: { patientRef, reason: 'Given at the table' }, said: `Patient ${patientRef}` }),
          { maxlength: 64 },
        ),
        h('h3', null, 'Room'),
        h(
          'div.chips',
          null,
          (sitting.person?.rooms ?? [])
            .filter(one => one.room !== record.case?.room)
            .map(one => button('.btn', one.room, () => act({ path: 'room-entry', body: { room: one.room }, said: `In room ${one.room}` }))),
        ),
        h('h3', null, 'Call off, because'),
        chips('', reasons, null, code => act({ path: 'cancellation', body: { code }, said: `Called off: ${plain(code)}` }), sentence),
        h('h3', null, 'Addendum'),
        written('Text', text => act({ path: 'addenda', body: { text }, said: 'Addendum' })),
        h('a.btn.tall', { href: '/board' }, 'Board'),
      ],
    ),
  );
}
