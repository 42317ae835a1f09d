// A case as this device keeps it, to be opened without a network (offline.md 15).
import { device } from './device.js';

/** Texts are nobody's business on a tablet that lies about, and names there are none. */
const texts = new Set(['note', 'reason', 'override', 'text', 'concerns', 'change', 'action', 'indication']);
const withoutTexts = value =>
  Array.isArray(value)
    ? value.map(withoutTexts)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name, inner]) => !texts.has(name) || typeof inner !== 'string')
            .map(([name, inner]) => [name, withoutTexts(inner)]),
        )
      : value;

export const keepCase = (surgicalCase, timeline) =>
  device
    .put('cases', { caseId: surgicalCase.caseId, at: Date.now(), case: withoutTexts(surgicalCase), timeline: timeline && withoutTexts(timeline) })
    .catch(() => {});
