// How much waits behind a tab: asked once the page stands, so that no page waits for it. Without an answer a tab says nothing.
const tabs = document.querySelectorAll('[data-waiting]');
if (tabs.length > 0) show();

async function show() {
  const answer = await fetch('/quality/waiting', { headers: { Accept: 'application/json' } }).catch(() => null);
  if (answer?.status !== 200 || answer.redirected) return;
  const pages = await answer.json().catch(() => ({}));
  for (const tab of tabs) {
    tab.textContent = pages[tab.dataset.waiting] ?? '';
    tab.hidden = tab.textContent === '';
  }
}
