// A page that could not be made is asked for again when the server says that it is ready: a wall has nobody who asks, and a page that was asked for in vain
// would be a touch, which keeps somebody signed in who has gone.
const Every = 10;

for (const seconds of document.querySelectorAll('[data-countdown]'))
  setInterval(async () => {
    const left = Number(seconds.textContent) - 1;
    seconds.textContent = String(left > 0 ? left : Every);
    if (left <= 0 && (await fetch('/health/ready', { cache: 'no-store' }).catch(() => null))?.ok) location.reload();
  }, 1000);
