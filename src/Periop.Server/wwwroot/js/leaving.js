// What waits on this device stays here when its author signs out, and is not sent until then. Whoever goes is told so, and goes by a second press (brief 7).
import { device } from './case/device.js';
import { entries } from './case/words.js';

for (const form of document.querySelectorAll('form[action="/sign-out"]'))
  form.addEventListener('submit', async event => {
    if (form.dataset.told) return;
    event.preventDefault();
    const waiting = await device.count('queue').catch(() => 0);
    form.dataset.told = 'true';
    if (waiting === 0) form.requestSubmit();
    else form.querySelector('button').textContent = `${entries(waiting)} not sent from here. Sign out all the same`;
  });
