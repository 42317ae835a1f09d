// The board prepares a tablet for being without a network: the shell of the case page, and the cases of "my room" of today, by their ids (brief 5).
import { ask } from './case/api.js';
import { clock, day } from './case/clock.js';
import { device } from './case/device.js';
import { keepCase } from './case/kept-case.js';
import { sitting } from './case/sitting.js';

async function prepare() {
  if ((await sitting.refresh()) !== 'ok' || !sitting.person.roles.includes('or-staff')) return;
  await navigator.serviceWorker?.register(`/sw.js?release=${sitting.person.release}`, { scope: '/cases/', updateViaCache: 'none' }).catch(() => {});
  const room = localStorage.getItem('periop.room');
  if (!room || !(await device.works())) return;
  const today = await ask(`/api/cases?date=${day(clock.now())}&room=${encodeURIComponent(room)}`);
  if (today.outcome !== 'ok') return;
  for (const { caseId } of today.body.items) {
    const one = await ask(`/api/cases/${caseId}`);
    if (one.outcome === 'ok') await keepCase(one.body);
  }
}

await prepare();
