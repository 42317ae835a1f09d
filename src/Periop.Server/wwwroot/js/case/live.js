// What others record into the same case: the board's stream says that something of it changed, and then it is asked for.
import { outbox } from './outbox.js';
import { record } from './record.js';
import { sitting } from './sitting.js';

const Anyway = 60_000;
let source,
  seen = '';

export function listenLive() {
  document.addEventListener('visibilitychange', follow);
  addEventListener('online', follow);
  setInterval(() => {
    if (document.visibilityState === 'visible' && !outbox.away) record.refresh();
  }, Anyway);
  follow();
}

/** Only while somebody looks, and somebody is signed in. */
function follow() {
  source?.close();
  source = null;
  if (document.visibilityState !== 'visible' || !sitting.sender) return;
  source = new EventSource('/api/board/stream');
  for (const type of ['snapshot', 'change'])
    source.addEventListener(type, event => {
      const told = JSON.parse(event.data),
        rooms = told.rooms ?? [told];
      const mine = JSON.stringify(rooms.flatMap(room => room?.cases ?? []).filter(one => one.caseId === record.caseId));
      if (mine !== '[]' && mine !== seen) record.refresh();
      if (mine !== '[]') seen = mine;
    });
  source.addEventListener('ping', () => {
    outbox.heard = Date.now();
    if (outbox.away) outbox.send();
  });
}
