// A page that was asked for and has not come yet: nothing for 300 ms, then grey shapes where it will stand, after five seconds a sentence.
const quiet = 300, long = 5_000;
const main = document.getElementById('main'), awaited = document.querySelector('[data-awaited]');
let timers = [];

/** Nobody has to call this who follows a link or sends a form: these are listened to. */
export function ask(address) {
  timers.forEach(clearTimeout);
  timers = [setTimeout(() => show(new URL(address, location.href)), quiet), setTimeout(say, long)];
}

/** The same page keeps its layout; of another one it is known that a question comes first, and what answers it. */
function show(address) {
  document.querySelectorAll(':popover-open').forEach(open => open.hidePopover());
  document.body.classList.remove('asked-again', 'asked-another');
  document.body.classList.add(address.pathname === location.pathname ? 'asked-again' : 'asked-another');
  main.ariaBusy = 'true';
  awaited.hidden = false;
}

function say() {
  awaited.querySelector('[role=status]').textContent = 'This takes longer than usual. It comes by itself; Esc goes back to what was here.';
}

function forget() {
  timers.forEach(clearTimeout);
  timers = [];
  document.body.classList.remove('asked-again', 'asked-another');
  main.ariaBusy = null;
  awaited.hidden = true;
  awaited.querySelector('[role=status]').textContent = '';
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const isHere = link.hash && link.href.split('#')[0] === location.href.split('#')[0];
  if (link.origin === location.origin && !link.target && !link.hasAttribute('download') && !isHere) ask(link.href);
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (!event.defaultPrevented && (form.getAttribute('method') ?? 'get') === 'get' && !form.hasAttribute('target')) ask(form.elements.page?.value ?? form.action);
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || timers.length === 0) return;
  stop();
  forget();
});

addEventListener('pageshow', forget);       // also of a page that was left while it waited, and that somebody comes back to
