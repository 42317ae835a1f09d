// Which rooms are shown: on a wall with more than eighteen, twelve at a time; on a tablet those that somebody asked for.
const main = document.querySelector('main.rooms');
const rows = [...main.querySelectorAll('.room')];
const needsLook = row => row.matches('.flagged, .shared');
const buttons = [...document.querySelectorAll('[data-show]')];
const mine = document.querySelector('[data-mine]');
const atOnce = 12, turn = 15_000;
let page = 0;

/** Hides the others. */
export function showSome() {
  if (main.classList.contains('turns')) showPage();
  else if (mine) showChosen();
}

/** A room that somebody should look at stays on every page, unless these alone would fill half of it. */
function showPage() {
  const some = rows.filter(needsLook), staying = some.length <= atOnce / 2 ? some : [];
  const others = rows.filter(row => !staying.includes(row)), each = atOnce - staying.length;
  const pages = Math.ceil(others.length / each);
  page %= pages;
  const shown = new Set([...staying, ...others.slice(page * each, (page + 1) * each)]);
  for (const row of rows) row.hidden = !shown.has(row);
  main.classList.add('turned');
  document.querySelector('[data-pages]').textContent = `page ${page + 1} of ${pages}`;
}

function showChosen() {
  const [which, room] = [localStorage.getItem('periop.rooms') ?? 'all', localStorage.getItem('periop.room') ?? ''];
  for (const button of buttons) button.ariaPressed = String(button.dataset.show === which);
  for (const row of rows) row.hidden = which === 'flags' ? !needsLook(row) : which === 'mine' && room !== '' && row.dataset.room !== room;
  mine.hidden = which !== 'mine';
  mine.value = room;
}

for (const button of buttons) button.addEventListener('click', () => {
  localStorage.setItem('periop.rooms', button.dataset.show);
  showSome();
});
mine?.addEventListener('change', () => {
  localStorage.setItem('periop.room', mine.value);
  showSome();
});
if (main.classList.contains('turns')) setInterval(() => {
  page++;
  showSome();
}, turn);
showSome();
