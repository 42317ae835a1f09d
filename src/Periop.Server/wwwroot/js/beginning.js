// First in the head of the case page and no module, since what keeps modules from running does not keep this. Until the page has begun, a script that fails or
// another release that takes over has it loaded anew. From then on release.js looks after it.
{
  const Once = 10_000,
    Reloaded = 'periop.reloaded'; // the same in release.js
  const isBegun = () => 'begun' in document.documentElement.dataset;
  let isLeaving = false;

  /** Where a browser does not keep when it was, it would be again and again. */
  const wasReloaded = () => {
    try {
      const passed = Date.now() - Number(sessionStorage.getItem(Reloaded) ?? 0);
      return passed >= 0 && passed < Once;
    } catch {
      return true;
    }
  };

  const reload = () => {
    isLeaving = true;
    sessionStorage.setItem(Reloaded, String(Date.now()));
    location.reload();
  };

  /** In the place where the page is painted, should it begin after all. */
  const say = () => {
    const said = document.createElement('p');
    said.className = 'notbegun';
    said.setAttribute('role', 'alert');
    said.textContent = 'This page did not begin. Load it again; write times down until then.';
    document.getElementById('body').replaceChildren(said);
  };

  addEventListener(
    'error',
    event => {
      if (isLeaving || isBegun() || !(event instanceof ErrorEvent || event.target instanceof HTMLScriptElement)) return;
      if (!wasReloaded()) reload();
      else if (document.readyState === 'loading') addEventListener('DOMContentLoaded', say);
      else say();
    },
    true,
  );
  navigator.serviceWorker?.addEventListener('controllerchange', () => {
    document.documentElement.dataset.overtaken = ''; // for release.js, where it is too soon to do so here
    if (!isBegun() && !wasReloaded()) reload();
  });
}
