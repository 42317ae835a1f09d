// A scanner types faster than anybody: a burst of six characters or more ending in Enter or Tab is its own, also inside a field, out of which it is taken
// again; and single keys wait 60 ms, so that its digits press nothing (brief 12).
const Gap = 35,
  Least = 6,
  Hold = 60;

let burst = [],
  pressed = [],
  last = 0,
  held,
  before = null;

/** `onScan` gets what was read, `onKey` a key that is nobody's scanner's. */
export function listenForScanner(onScan, onKey) {
  addEventListener(
    'keydown',
    event => {
      if ((event.ctrlKey && event.key !== ']') || event.altKey || event.metaKey) return;
      if (event.timeStamp - last > Gap) begin(event.target);
      last = event.timeStamp;
      clearTimeout(held);
      if ((event.key === 'Enter' || event.key === 'Tab') && burst.length >= Least) {
        event.preventDefault();
        event.stopPropagation();
        const text = burst.join('');
        restore();
        [burst, pressed] = [[], []];
        return onScan(text);
      }
      const isSeparator = event.key === 'F8' || event.ctrlKey;
      if (isSeparator) event.preventDefault();
      if (isSeparator || event.key.length === 1) burst.push(isSeparator ? '\u001d' : event.key);
      pressed.push(event);
      held = setTimeout(release, Hold, onKey);
    },
    true,
  );
}

/** What came too slowly or was too little for a scanner were keys of somebody's. */
function release(onKey) {
  const keys = burst.length < Least ? pressed : [];
  pressed = [];
  for (const key of keys) onKey(key);
}

/** What a field held before somebody or something began to type into it. */
function begin(target) {
  [burst, pressed] = [[], []];
  before = target instanceof HTMLInputElement ? { field: target, value: target.value } : null;
}

function restore() {
  if (before) before.field.value = before.value;
}
