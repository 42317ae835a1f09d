// Where one signs in: whose entries wait on this device and since when; not what (brief 9). And whether this browser can keep any at all (offline.md 18).
import { clock, hhmm } from './case/clock.js';
import { device } from './case/device.js';
import { entries } from './case/words.js';

const place = document.getElementById('waiting');

async function tell() {
  if (!(await device.works())) {
    place.textContent = 'This browser keeps nothing: without a network, nothing can be recorded here. Online, recording goes on.';
    return;
  }
  await clock.restore();
  const waiting = await device.all('queue'),
    authors = [...new Set(waiting.map(entry => entry.author))];
  place.textContent = authors
    .map(author => {
      const own = waiting.filter(entry => entry.author === author);
      return `${entries(own.length)} by ${author} ${own.length === 1 ? 'waits' : 'wait'} on this device since ${hhmm(clock.of(own[0].tapped))}.`;
    })
    .join(' ');
  // who has signed out leaves nothing but the queue, and the PINs of those who take turns here
  if (!new URLSearchParams(location.search).has('returnUrl')) await Promise.all([device.clear('cases'), device.drop('settings', 'sitting')]);
}

await tell();
place.dataset.told = ''; // what was kept here is gone
