import { drawn } from './dom.js';

const line = 'fill="none" stroke="currentColor" stroke-width="2.4"';
const shapes = {
  stop: '<path fill="currentColor" d="M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6z"/><path d="M7 12h10" stroke="var(--g2,#fff)" stroke-width="3"/>',
  safety: '<path fill="currentColor" d="M12 1.6 23.2 22H.8z"/><path d="M12 9v6.2M12 17.4v2.4" stroke="var(--g2,#fff)" stroke-width="2.6"/>',
  attention:
    '<path fill="currentColor" d="M12 .8 23.2 12 12 23.2.8 12z"/><path d="M12 6.6v6.6M12 15.4V18" stroke="var(--g2,#fff)" stroke-width="2.6"/>',
  info: '<circle cx="12" cy="12" r="10.8" fill="currentColor"/><path d="M12 10.4v7M12 6v2.6" stroke="var(--g2,#fff)" stroke-width="2.6"/>',
  check: '<path d="m3.5 12.8 5.6 5.7L20.5 6" fill="none" stroke="currentColor" stroke-width="3.4"/>',
  wait: `<circle cx="12" cy="12" r="9.6" ${line} stroke-dasharray="3.4 2.6"/><path d="M12 6.6V12l3.6 2.6" ${line}/>`,
  aside: `<path d="M4 5h10v14H4z" ${line}/><path d="M12 12h10m-4-4 4 4-4 4" ${line}/>`,
  off: `<path d="M2 8.5c6-5 14-5 20 0M5.5 12.6c4-3.2 9-3.2 13 0M9 16.6c2-1.5 4-1.5 6 0" ${line}/><path d="M3 21 21 3" stroke="currentColor" stroke-width="2.8"/>`,
  clock: `<circle cx="12" cy="12" r="9.8" ${line}/><path d="M12 6v6.3l4 2.7" ${line}/>`,
  scan: `<path d="M2 7V3h5M17 3h5v4M22 17v4h-5M7 21H2v-4" ${line}/><path d="M6 7v10M9 7v10M13 7v10M15 7v10M18 7v10" stroke="currentColor" stroke-width="1.8"/>`,
  cross: '<path d="m5 5 14 14M19 5 5 19" stroke="currentColor" stroke-width="2.8"/>',
  spine: `<g ${line}><rect x="6" y="2" width="8" height="5" rx="1.5"/><rect x="8" y="9.5" width="8" height="5" rx="1.5"/>
    <rect x="6" y="17" width="9" height="5" rx="1.5"/><path d="M14 4h4M16 12h4M15 19.5h4"/></g>`,
  count: `<path d="M5 4v16M10 4v16M15 4v16M20 4v16M2 17 23 7" ${line}/>`,
  drop: `<path d="M12 2c4 6 7 9 7 13a7 7 0 0 1-14 0c0-4 3-7 7-13z" ${line}/>`,
  drug: `<path d="m14 3 7 7M17.5 6.5 8 16l-4 1-1 4M11 9l4 4M20 2l2 2" ${line}/>`,
  wave: `<path d="M1 13h5l2.5-8 4.5 15 3-9 1.5 2H23" ${line}/>`,
  more: '<path d="M3 6h18M3 12h18M3 18h18" stroke="currentColor" stroke-width="2.4"/>',
  list: `<path d="M9 5h13M9 12h13M9 19h13" ${line}/><circle cx="4" cy="5" r="2.2" fill="currentColor"/><circle cx="4" cy="12" r="2.2" fill="currentColor"/>
    <circle cx="4" cy="19" r="2.2" fill="currentColor"/>`,
};

/** A sign that stands beside a word, never alone. */
export const icon = name => drawn(`<svg class="g ${name}" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`);

/** How it stands with what is not recorded yet, by the states of the queue. */
export const signs = { waiting: 'wait', stop: 'stop', aside: 'aside', unsure: 'attention' };

/** A flag as a badge: its shape says how grave it is. */
export function badge(severity, said) {
  const place = document.createElement('span');
  place.className = `flag ${severity}`;
  place.append(icon(severity), said);
  return place;
}
