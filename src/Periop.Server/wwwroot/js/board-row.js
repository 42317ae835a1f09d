// Puts what the server says of a room into its row. Which words and paths these are is decided there (BoardRow.cs, BoardRail.cs);
// here is only what time changes between two messages, as BoardWords.cs and RailScale.cs have it.
const minute = 60_000, width = 432, hours = 12;

/** Writes a text, if it is another. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Writes a room as it was told. */
export function write(row, told) {
  row.className = `room ${told.marks}`;
  row.ariaLabel = told.spoken;
  for (const slot of row.querySelectorAll('[data-slot]')) put(slot, told[slot.dataset.slot]);
  for (const path of row.querySelectorAll('[data-path]')) draw(path, told.rail[path.dataset.path]);
  for (const link of row.querySelectorAll('[data-link]')) lead(link, told[link.dataset.link]);
}

/** Writes what has changed since then because time has passed. */
export function pass(row, told, now, railBegins) {
  if (told.began) put(row.querySelector('[data-slot=elapsed]'), elapsed(now - Date.parse(told.began)));
  const late = told.due ? overdue(now - Date.parse(told.due)) : '';
  if (late) {
    put(row.querySelector('[data-slot=difference]'), late);
    row.classList.remove('late');
    row.classList.add('overdue');
  }
  const x = Math.floor(Math.min(Math.max((now - railBegins) / (hours * 60 * minute), 0), 1) * width * 10 + .5) / 10;
  draw(row.querySelector('[data-path=now]'), x > 0 && x < width ? `M${x} -4V20` : '');
  const { from } = told.rail;
  draw(row.querySelector('[data-path=lived]'), from !== null && from < x ? `M${from} 3H${x}V13H${from}z` : '');
}

function elapsed(passed) {
  const minutes = Math.max(0, Math.floor(passed / minute));
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function overdue(passed) {
  const minutes = Math.floor(passed / minute);
  return passed < 5 * minute ? '' : minutes < 600 ? `late ${minutes} min` : `late ${Math.floor(minutes / 60)} h`;
}

/** A link that leads nowhere is none. */
function lead(link, address) {
  if (link.getAttribute('href') !== address) link.setAttribute('href', address);
  link.hidden = address === '';
}

function draw(path, shape) {
  if (path.getAttribute('d') !== shape) path.setAttribute('d', shape);
}
