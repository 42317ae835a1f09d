// The service worker keeps the shell of one release. A new one waits until nothing waits here and somebody taps (offline.md 6).
import { outbox } from './outbox.js';
import { repaint, screen } from './screen.js';
import { sitting } from './sitting.js';

const { serviceWorker } = navigator;
const own = document.documentElement.dataset.release;
const Again = 600_000,
  Once = 10_000,
  Reloaded = 'periop.reloaded'; // the same in beginning.js

const isOwn = worker => worker?.scriptURL.endsWith(`?release=${own}`);
const sinceReload = () => {
  const passed = Date.now() - Number(sessionStorage.getItem(Reloaded) ?? 0);
  return passed >= 0 ? passed : Once; // a clock that was put back
};

/** Another release may have taken over before this line. Where a load anew has not helped, and nobody took over since, it would be no use again. */
const isOther = () => Boolean(serviceWorker?.controller) && !isOwn(serviceWorker.controller);
let isOvertaken = isOther() && ('overtaken' in document.documentElement.dataset || sinceReload() >= Once);
serviceWorker?.addEventListener('controllerchange', () => {
  isOvertaken = isOther();
  leave();
});
outbox.onChange(leave);
leave();

/** What this page alone holds would be gone with it. Not again and again, should two tabs disagree on the release. */
function leave() {
  if (!isOvertaken || !outbox.isKept) return;
  if (sinceReload() < Once) return setTimeout(leave, Once - sinceReload());
  sessionStorage.setItem(Reloaded, String(Date.now()));
  location.reload();
}

export function startRelease() {
  if (!serviceWorker) return;
  look();
  setInterval(() => outbox.away || sitting.refresh(), Again);
  sitting.onChange(look);
}

const registered = () => serviceWorker.getRegistration('/cases/');
const isOwnKept = async () => {
  const kept = await registered();
  return [kept?.active, kept?.waiting].some(isOwn);
};

let known = null;

/**
 * The server says which release it serves; one that is another than this page's is fetched beside it. To fetch this page's own once more would throw
 * away the other, which may have been fetched by another tab.
 */
async function look() {
  const release = sitting.person?.release ?? own;
  if (release === known) return;
  known = release;
  if (release === own && (await isOwnKept())) return;
  const registration = await serviceWorker
    .register(`/sw.js?release=${release}`, { scope: '/cases/', updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) known = null;
  if (!registration || release === own) return;
  const watch = worker =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer();
      if (worker.state === 'redundant') known = null; // what it was served was not of this release, or not all of it: asked for again
    });
  if (registration.waiting) offer();
  registration.addEventListener('updatefound', () => watch(registration.installing));
  watch(registration.installing);
}

function offer() {
  screen.release = () => outbox.entries.length === 0 && take();
  repaint();
}

/** Whichever waits by now; another tab may have fetched it anew, or taken it already. */
async function take() {
  const { waiting, active } = await registered();
  if (waiting) waiting.postMessage('take over');
  else if (!isOwn(active)) location.reload();
}
