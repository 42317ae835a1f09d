// The service worker keeps the shell of one release. A new one waits until nothing waits here and somebody taps (offline.md 6).
import { outbox } from './outbox.js';
import { repaint, screen } from './screen.js';
import { sitting } from './sitting.js';

const own = document.documentElement.dataset.release;
const Again = 600_000;

export function startRelease() {
  if (!navigator.serviceWorker) return;
  look();
  setInterval(() => outbox.away || sitting.refresh(), Again);
  sitting.onChange(look);
}

let known = null;

/** The server says which release it serves; one that is another than this page's is fetched beside it. */
async function look() {
  const release = sitting.person?.release ?? own;
  if (release === known) return;
  known = release;
  const registration = await navigator.serviceWorker
    .register(`/sw.js?release=${release}`, { scope: '/cases/', updateViaCache: 'none' })
    .catch(() => null);
  if (!registration) known = null;
  if (!registration || release === own) return;
  const offer = worker => {
    screen.release = () => outbox.entries.length === 0 && worker.postMessage('take over');
    repaint();
  };
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  const watch = worker =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
      if (worker.state === 'redundant') known = null; // what it was served was not of this release, or not all of it: asked for again
    });
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  watch(registration.installing);
}
