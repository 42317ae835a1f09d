// Neuromonitoring: what is watched, what changed, and whether it came back.
import { hhmm } from './clock.js';
import { button, h } from './dom.js';
import { badge } from './icons.js';
import { openAlerts, surviving, toCut, record } from './record.js';
import { act, repaint } from './screen.js';
import { chips, goes, halves, sheet } from './sheet.js';
import { sentence } from './words.js';

const modalities = ['ssep', 'mep', 'emg'],
  changesOf = ['amplitude down', 'latency up', 'lost'];

export function monitoringSheet(state) {
  const set = change => {
    Object.assign(state, change);
    repaint(true);
  };
  state.modalities ??= ['ssep', 'mep'];
  state.baseline ??= 'obtained';
  const started = surviving('neuromonitoring_started').at(-1),
    alerts = openAlerts();
  const toggle = one =>
    set({
      modalities: state.modalities.includes(one)
        ? state.modalities.filter(other => other !== one)
        : modalities.filter(other => other === one || state.modalities.includes(other)),
    });
  return sheet(
    'Neuromonitoring',
    started ? `since ${hhmm(started.at)}` : null,
    halves(
      [
        ...alerts.map(alert =>
          h(
            'div.counted.bad',
            null,
            h('div', null, h('b', null, alert.said), h('div.dim', null, `since ${hhmm(alert.at)} · ${alert.by}`)),
            badge('safety', 'open'),
            h(
              'div.two',
              null,
              ['resolved', 'persistent'].map(outcome =>
                button(
                  '.btn',
                  outcome === 'resolved' ? 'Came back' : 'Persists',
                  () =>
                    act({
                      path: 'neuromonitoring-resolutions',
                      body: { targetEntryId: alert.entryId, outcome },
                      said: outcome === 'resolved' ? 'Alert resolved' : 'Alert persists',
                      after: alert.entryId,
                    }),
                  { 'data-key': `alert-${outcome}` },
                ),
              ),
            ),
          ),
        ),
        !started && [
          h('h3', null, 'Watched'),
          h(
            'div.chips',
            { role: 'group', 'aria-label': 'Watched' },
            modalities.map(one =>
              button(`.btn${state.modalities.includes(one) ? '.on' : ''}`, one.toUpperCase(), () => toggle(one), {
                'aria-pressed': String(state.modalities.includes(one)),
                'data-key': `watch-${one}`,
              }),
            ),
          ),
          h('h3', null, 'Baseline'),
          chips('', ['obtained', 'absent', 'unreliable'], state.baseline, baseline => set({ baseline }), sentence),
          state.modalities.length > 0
            && goes('Record monitoring', () => ({
              path: 'neuromonitoring',
              body: { modalities: state.modalities, baseline: state.baseline },
              said: `Monitoring ${state.modalities.map(one => one.toUpperCase()).join(', ')}, baseline ${state.baseline}`,
            })),
        ],
      ],
      [
        h('h2', null, 'Alert'),
        h('h3', null, 'Signal'),
        chips(
          '',
          modalities,
          state.modality,
          modality => set({ modality }),
          one => one.toUpperCase(),
        ),
        h('h3', null, 'What changed'),
        chips('', changesOf, state.change, change => set({ change }), sentence),
        toCut().length > 0 || record.case?.plan?.procedure?.levels?.length
          ? [
              h('h3', null, 'At'),
              chips('', ['no level', ...(record.case?.plan?.procedure?.levels ?? [])], state.level ?? 'no level', level => set({ level })),
            ]
          : null,
        state.modality && state.change
          ? goes(`Alert ${state.modality.toUpperCase()}`, () => ({
              path: 'neuromonitoring-alerts',
              said: `Alert ${state.modality.toUpperCase()}`,
              body: { modality: state.modality, change: state.change, ...(state.level && state.level !== 'no level' ? { level: state.level } : {}) },
            }))
          : h('p.dim', null, 'Signal and change, then record.'),
      ],
    ),
  );
}
