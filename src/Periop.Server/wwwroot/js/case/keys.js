// Single keys, where no field has the focus: 1 to 5 press what is likely next, S I C B open sheets, Esc closes. No key takes anything back.
import { close, openSheet, screen } from './screen.js';

const sheets = { s: 'spine', i: 'implant', c: 'counts', b: 'counts' };

export function pressKey(event) {
  const field = event.target.closest?.('input, textarea, select'),
    key = event.key.toLowerCase();
  if (event.key === 'Escape') return close();
  if (field) return;
  const pad = document.querySelector('[data-digits]');
  if (pad && /^(\d|backspace)$/.test(key)) return pad.querySelector(`[data-digit="${key === 'backspace' ? 'Backspace' : key}"]`)?.click();
  if (event.key === 'Enter' && event.target === document.body) return document.querySelector('[data-enter]')?.click();
  if (!screen.sheet && /^[1-5]$/.test(key)) return document.querySelectorAll('#body [data-likely]')[key - 1]?.click();
  if (sheets[key] && !screen.panel) openSheet(sheets[key], key === 'b' ? { of: 'blood' } : {});
}
