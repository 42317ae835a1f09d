// An osteotomy: the level by tap or by arrow keys, grade and approach from the plan (brief 6).
import { hhmm } from './clock.js';
import { button, h } from './dom.js';
import { record, spine, toCut } from './record.js';
import { repaint, screen } from './screen.js';
import { chips, goes, sheet } from './sheet.js';
import { drawnLevels, levels, row, stateWords, whole } from './spine.js';
import { sentence } from './words.js';

const Rows = 10;

/** The Schwab grades in short (domain.md e.2). */
const grades = { 1: 'facet', 2: 'both facets', 3: 'pedicle, PSO', 4: 'with disc', 5: 'whole vertebra', 6: 'several' };

export function spineSheet(state) {
  const standing = spine(),
    planned = record.case?.plan?.procedure;
  // nothing is proposed before the plan is there; what somebody has chosen by then stays
  if (record.case && !state.level) Object.assign(state, { level: toCut()[0] ?? planned?.levels?.[0] ?? 'L3', top: undefined });
  if (record.case) state.grade ??= planned?.grade;
  if (record.case) state.approach ??= planned?.approach === 'anterior' ? 'anterior' : 'posterior';
  state.top ??= Math.max(0, Math.min(levels.length - Rows, levels.indexOf(state.level ?? 'L3') - Math.floor(Rows / 2)));
  const shown = levels.slice(state.top, state.top + Rows),
    approach = state.approach ?? 'posterior',
    needsGrade = approach !== 'anterior',
    lacking = !state.level ? 'Which level?' : needsGrade && !state.grade ? 'Which grade?' : null;
  const words = `Record ${state.level}${needsGrade ? `, grade ${state.grade}` : `, ${approach}`}`;
  return sheet(
    'Osteotomy: tap the level',
    null,
    h(
      'div.in2.spinesheet',
      null,
      h('div.over', null, overview(state, standing, shown)),
      h(
        'div.rows',
        {
          role: 'listbox',
          'aria-label': 'Levels',
          tabindex: '0',
          'aria-activedescendant': state.level && `level-${state.level}`,
          'data-key': 'levels',
          onkeydown: event => key(event, state),
        },
        shown.map(level =>
          h(
            `button.lvl${level === state.level ? '.on' : ''}`,
            {
              type: 'button',
              role: 'option',
              tabindex: '-1',
              id: `level-${level}`,
              'aria-selected': String(level === state.level),
              'data-key': `level-${level}`,
              onclick: () => go(state, level),
            },
            h('b', null, `${level} `),
            row(level, standing[level] ?? {}),
            h('span', null, told(standing[level])),
          ),
        ),
      ),
      h(
        'div.pick',
        null,
        h('div.chosen', null, h('span.level', null, state.level), h('span', null, plannedWords(planned, state.level))),
        needsGrade && [
          h('h3', null, 'Grade'),
          h(
            'div.grade',
            { role: 'group', 'aria-label': 'Grade' },
            Object.entries(grades).map(([grade, name]) =>
              button(
                `.btn${Number(grade) === state.grade ? '.on' : ''}`,
                [h('b', null, `${grade} `), name],
                () => choose(state, { grade: Number(grade) }),
                { 'aria-pressed': String(Number(grade) === state.grade), 'data-key': `grade-${grade}` },
              ),
            ),
          ),
        ],
        h('h3', null, 'Approach'),
        chips('.three', ['posterior', 'anterior', 'posterolateral'], approach, approach => choose(state, { approach }), sentence),
        lacking
          ? h('p', null, lacking)
          : goes(
              words,
              () => ({
                path: 'osteotomies',
                said: `Osteotomy ${state.level}${needsGrade ? `, grade ${state.grade}` : `, ${approach}`}`,
                body: { level: state.level, approach, ...(needsGrade ? { grade: state.grade } : {}) },
              }),
              true,
            ),
      ),
    ),
  );
}

/** The overview chooses ten levels, the rows one of them. */
function overview(state, standing, shown) {
  const inDrawing = shown.filter(level => drawnLevels.includes(level));
  const drawing = whole(180, 590, standing, [inDrawing[0] ?? 'S1', inDrawing.at(-1) ?? 'S1']);
  drawing.addEventListener('click', event => {
    const box = drawing.getBoundingClientRect(),
      place = Math.round(((event.clientY - box.top) / box.height) * drawnLevels.length - Rows / 2);
    choose(state, { top: Math.max(0, Math.min(levels.length - Rows, place)) });
  });
  return [
    drawing,
    h(
      'div.turn',
      null,
      button('.btn', 'Up', () => choose(state, { top: Math.max(0, state.top - Rows) }), { 'data-key': 'levels-up' }),
      button('.btn', 'Down', () => choose(state, { top: Math.min(levels.length - Rows, state.top + Rows) }), {
        'data-key': 'levels-down',
      }),
    ),
  ];
}

const told = one =>
  one?.isCut
    ? [h('b', null, `Done ${hhmm(one.done)}, grade ${one.grade}`), screwsOf(one)]
    : one?.plan
      ? [h('b', null, `Planned${one.plan === true ? '' : `, grade ${one.plan}`}`), screwsOf(one)]
      : screwsOf(one);
const screwsOf = one => (one?.sides?.length ? h('span.block', null, ` ${stateWords({ sides: one.sides })}`) : '');

const plannedWords = (planned, level) =>
  planned?.levels?.includes(level)
    ? ['planned', planned.grade && `grade ${planned.grade}`, planned.approach].filter(Boolean).join(', ')
    : planned?.levels?.length
      ? `not in the plan (${planned.levels.join(', ')})`
      : '';

function choose(state, change) {
  Object.assign(state, change);
  repaint(true);
}

/** Another level keeps what was chosen of the first: one plan, several levels. */
const go = (state, level) => choose(state, { level, top: visible(state, level) });

const visible = (state, level) => {
  const at = levels.indexOf(level);
  return at < state.top ? at : at >= state.top + Rows ? at - Rows + 1 : state.top;
};

function key(event, state) {
  const at = levels.indexOf(state.level),
    step = { ArrowUp: -1, ArrowDown: 1, Home: -levels.length, End: levels.length }[event.key];
  if (step) {
    event.preventDefault();
    go(state, levels[Math.min(levels.length - 1, Math.max(0, at + step))]);
  } else if (/^[1-6]$/.test(event.key)) {
    event.stopPropagation();
    choose(state, { grade: Number(event.key) });
  } else if (event.key === 'Enter') {
    event.preventDefault();
    screen.sheet === state && document.querySelector('.sheet [data-enter]')?.click();
  }
}

/** The middle column. */
export function spineColumn(open) {
  const standing = spine(),
    planned = record.case?.plan?.procedure?.levels ?? [],
    done = planned.filter(level => standing[level]?.isCut).length;
  return [
    h('h2', null, 'Spine ', h('span.dim', null, planned.length === 0 ? '' : done === 0 ? 'none done' : `${done} of ${planned.length} levels done`)),
    h('div.spinewrap', null, whole(222, 560, standing)),
    button('.btn.spinebtn', 'Record a level', open, { 'data-key': 'record-level' }),
  ];
}
