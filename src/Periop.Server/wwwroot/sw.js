// Keeps the shell of the case page, and nothing else: no answer of the API, no page with anybody's data (offline.md 15). One cache for each release; a new
// one never takes over an old page by itself (offline.md 6).
const release = new URL(location.href).searchParams.get('release');
const cacheName = `shell-${release}`,
  shell = '/cases/new';
const isShell = url => /^\/cases\/(new|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(url.pathname);

addEventListener('install', event => event.waitUntil(fill()));
addEventListener('activate', event => event.waitUntil(clean()));
addEventListener('message', event => event.data === 'take over' && event.waitUntil(skipWaiting()));
addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin || event.request.method !== 'GET') return;
  if (event.request.mode === 'navigate') {
    if (isShell(url)) event.respondWith(kept(shell, event.request));
  } else if (/^\/(css|js)\/|^\/icon\.svg$/.test(url.pathname)) event.respondWith(kept(url.pathname, event.request));
});

/**
 * The shell names all its files. A redirect to the sign-in is no shell; nor is one of another release, or that of two: while a release is rolled out,
 * one node serves this one and the next another.
 */
async function fill() {
  const answer = await shellOfRelease();
  const files = [...(await answer.clone().text()).matchAll(/(?:href|src)="(\/(?:css|js)\/[^"]+|\/icon\.svg)"/g)].map(found => found[1]);
  const cache = await caches.open(cacheName);
  await cache.addAll([...new Set(files)].map(file => new Request(file, { cache: 'no-cache' })));
  await shellOfRelease();
  await cache.put(shell, answer);
}

async function shellOfRelease() {
  const answer = await fetch(shell, { cache: 'no-store', redirect: 'error', headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(`The shell was answered with ${answer.status}.`);
  if (!(await answer.clone().text()).includes(`data-release="${release}"`)) throw new Error('The shell is of another release.');
  return answer;
}

async function clean() {
  for (const name of await caches.keys()) if (name.startsWith('shell-') && name !== cacheName) await caches.delete(name);
}

async function kept(path, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(request);
}
