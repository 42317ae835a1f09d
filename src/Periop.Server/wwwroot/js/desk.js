// What forms of the desk pages record goes the way of every entry: as JSON to the API, under the name of whoever is signed in here.
import { ask } from './awaited.js';
import './waiting.js';
import { sentenceOf } from './case/problem.js';

const subject = document.documentElement.dataset.subject;

for (const form of document.querySelectorAll('form[data-command]'))
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const said = form.querySelector('[role=alert]');
    const buttons = form.querySelectorAll('button');
    const file = form.querySelector('input[type=file]')?.files[0];
    let body;
    said.textContent = '';
    buttons.forEach(button => button.disabled = true);
    try {
      body = bodyOf(form, event.submitter);
      const answer = await fetch(addressOf(form, body), {
        method: form.dataset.method ?? 'POST',
        headers: { 'Content-Type': file ? 'text/csv' : 'application/json', 'Periop-Subject': encodeURIComponent(subject) },
        body: file ?? (form.dataset.method === 'DELETE' ? undefined : JSON.stringify(body)),        // a file goes as it is, and nothing else with it
      });
      if (answer.ok) {
        const next = withOwn(form.dataset.then ?? location.href, answer.status === 204 ? {} : await answer.json());
        ask(next);
        return location.assign(next);
      }
      said.textContent = await refusalOf(answer);
    } catch {
      const then = body?.entryId ? 'Press again: it is recorded once.' : 'Load this page again to see.';
      said.textContent = `No answer. It is not known whether this was recorded. ${then}`;
    }
    buttons.forEach(button => button.disabled = false);
  });

/** What is on the way to the server may refuse in words of its own; when it says that the server failed, nobody knows what became of it. */
async function refusalOf(answer) {
  try {
    return sentenceOf(await answer.json());
  } catch (noJson) {
    if (answer.status >= 500) throw noJson;
    return `Not recorded: the answer was ${answer.status}.`;
  }
}

/** What stands in braces in an address is a field of the form, and no member; what is deleted has no members: they are asked for in the address. */
function addressOf(form, body) {
  const path = form.dataset.command.replace(/\{(\w+)\}/g, (_, name) => {
    const value = body[name];
    delete body[name];
    return encodeURIComponent(value);
  });
  return form.dataset.method === 'DELETE' && Object.keys(body).length ? `${path}?${new URLSearchParams(body)}` : path;
}

/** The page that comes next waits for the entry that was just recorded; once it is there, its address is what it was. */
function withOwn(path, receipt) {
  const next = new URL(path, location.href);
  if (receipt.recordedAt) next.searchParams.set('with', receipt.recordedAt);
  return next;
}

const here = new URL(location.href);
if (here.searchParams.has('with')) {
  here.searchParams.delete('with');
  history.replaceState(null, '', here);
}

/**
 * Members by the names of their fields: `a.b` is a member of a member, `a.0.b` one of an item of a list, `name[]` a list, `data-list` a list written in
 * one field, `data-none` a list that is said even when it is empty, `data-number` a number, `data-zone` a time of a hospital's clock. What is left empty
 * is not said.
 */
function bodyOf(form, submitter) {
  const body = {};
  for (const field of form.elements) {
    if ('none' in field.dataset) body[field.name] = {};
    if (!field.name || field.type === 'submit' && field !== submitter) continue;
    if ((field.type === 'checkbox' || field.type === 'radio') && !field.checked || field.value.trim() === '') continue;
    const path = field.name.replace('[]', '').split('.');
    const last = path.pop();
    const owner = path.reduce((inner, name) => inner[name] ??= {}, body);
    if (field.name.endsWith('[]')) (owner[last] ??= []).push(valueOf(field));
    else owner[last] = valueOf(field);
  }
  for (const [name, member] of Object.entries(body))
    if (member.constructor === Object && Object.keys(member).every(key => /^\d+$/.test(key))) body[name] = Object.values(member);
  return body;
}

function valueOf(field) {
  const text = field.value.trim();
  return 'number' in field.dataset ? Number(text)
    : 'list' in field.dataset ? text.split(/[\s,;]+/).filter(Boolean)
    : 'zone' in field.dataset ? text + offsetAt(text, field.dataset.zone)
    : text;
}

/** How far a zone's clock is from UTC when it shows a time. */
function offsetAt(time, zone) {
  const names = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const at = instant => names.formatToParts(instant).find(part => part.type === 'timeZoneName').value.slice(3) || '+00:00';
  return at(new Date(time + at(new Date(time + 'Z'))));
}

for (const form of document.querySelectorAll('form[data-filter]'))
  form.addEventListener('change', event => event.target.matches('select') && form.requestSubmit());

for (const button of document.querySelectorAll('button[data-print]')) button.addEventListener('click', () => print());
for (const button of document.querySelectorAll('button[data-copy-link]')) button.addEventListener('click', async () => {
  await navigator.clipboard.writeText(location.href);
  button.textContent = 'Copied';
});

// Single keys, where no field has the focus: J K go through rows, / to the filters, and what a button names presses it. A scanner types faster than
// people do: what comes in a burst is no key of ours.
const Burst = 35, Hold = 60;
let last = 0, held;

document.addEventListener('keydown', event => {
  const isBurst = event.timeStamp - last < Burst;
  last = event.timeStamp;
  clearTimeout(held);
  if (isBurst || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), select, textarea')) return;
  const key = event.key.toLowerCase();
  if (key === '/') event.preventDefault();
  held = setTimeout(() => press(key), Hold);
});

function press(key) {
  if (key === 'j' || key === 'k') go(key === 'j' ? 1 : -1);
  else if (key === '/') document.querySelector('.filters :is(select, input:not([type=hidden]))')?.focus();
  else document.querySelector(`button[data-key="${CSS.escape(key)}"]:enabled`)?.click();
}

/** The row after or before the one that is shown, or that has the focus. */
function go(step) {
  const rows = [...document.querySelectorAll('a[data-row]')];
  const shown = rows.findIndex(row => row.ariaCurrent === 'true');
  if (shown >= 0) rows[shown + step]?.click();
  else rows[rows.indexOf(document.activeElement) + step]?.focus();
}
