// A file of cases: tried when it is dropped, recorded when that is pressed, taken back when it was wrong. What comes of it is shown as it comes.
const page = document.querySelector('.importing');
const slot = name => page.querySelector(`[data-slot=${name}]`);
const stage = name => page.querySelector(`[data-stage=${name}]`);
const headers = { 'Periop-Subject': encodeURIComponent(document.documentElement.dataset.subject) };
const shownRows = 200;
let file, lines, importId;

/** Raised by whatever is begun: what comes of anything that was begun before it is no longer shown. */
let run = 0;

const drop = page.querySelector('[data-drop]');
drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', event => { event.preventDefault(); drop.classList.remove('over'); choose(event.dataTransfer.files[0]); });
page.querySelector('[data-file]').addEventListener('change', event => choose(event.target.files[0]));
stage('record').addEventListener('click', () => send({}));
stage('correct')?.addEventListener('submit', event => { event.preventDefault(); send({ corrections: 'apply', reason: event.target.reason.value }); });
stage('retract').addEventListener('submit', event => { event.preventDefault(); takeBack(event.target.reason.value); });

async function choose(chosen) {
  if (!chosen) return;
  const own = ++run,
    text = await chosen.text();
  if (own !== run) return;
  file = chosen;
  lines = text.split('\n').filter(line => line.trim()).length - 1;
  await send({ dryRun: 'true' });
}

async function send(options) {
  const own = ++run,
    isTrial = options.dryRun === 'true';
  clear(isTrial ? `Trying ${file.name}` : `Recording ${file.name}`);
  try {
    const query = new URLSearchParams({ timeZone: page.dataset.zone, ...options });
    const answer = await fetch(`/api/imports/cases?${query}`, {
      method: 'POST', body: file, headers: { ...headers, 'Content-Type': 'text/csv', Accept: 'application/x-ndjson' },
    });
    if (!answer.ok) {
      const sentence = await sentenceOf(answer);
      return own === run && say(sentence);
    }
    let report;
    for await (const line of linesOf(answer.body)) {
      if (own !== run) continue; // it is read to its end, or it would be recorded in part
      if ('refusedCount' in line) report = line;
      else if (line.progress) read(line.progress);
      else if (line.refused) row('refusals', [line.refused.line, line.refused.column, line.refused.detail]);
      else if (line.differs) row('differences', [line.differs.caseNumber, line.differs.column, line.differs.old, line.differs.new]);
    }
    if (own !== run) return;
    if (report) finish(report, isTrial);
    else say('The answer broke off. Send the file again: what is recorded already is not recorded twice.');
  } catch {
    if (own === run) say('The connection broke off. Send the file again: what is recorded already is not recorded twice.');
  }
}

async function takeBack(reason) {
  const own = ++run;
  say('Taking it back.');
  const sentence = await takenBack(reason).catch(() => 'No answer. It is not known how much was taken back. Press again: nothing is taken back twice.');
  if (own === run) say(sentence);
}

async function takenBack(reason) {
  const answer = await fetch(`/api/imports/${importId}/retraction`, {
    method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ reason }),
  });
  if (!answer.ok) return await sentenceOf(answer);
  const told = await answer.json();
  stage('retract').hidden = true;
  return `${told.retracted} entries of ${told.cases} cases were taken back. ${told.keptCount} stay, since somebody has built on them.`;
}

async function* linesOf(body) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n');
    rest = parts.pop();
    for (const part of parts) if (part) yield JSON.parse(part);
  }
  if (rest) yield JSON.parse(rest);
}

function clear(title) {
  for (const name of ['refusals', 'differences', 'flags', 'figures']) slot(name).hidden = true;
  for (const body of page.querySelectorAll('tbody, ul.raised')) body.replaceChildren();
  for (const part of page.querySelectorAll('[data-stage]')) part.hidden = true;
  slot('name').textContent = title;
  slot('progress').hidden = false;
  slot('progress').value = 0;
  say('');
}

function read({ rows, entries, replayed, differs, refused }) {
  slot('progress').value = lines ? Math.min(100, rows / lines * 100) : 100;
  slot('figures').hidden = false;
  for (const [name, count] of Object.entries({ new: entries, replayed, differ: differs, refused })) slot(name).textContent = count;
  say(`${rows} of ${lines} lines read`);
}

function finish(report, isTrial) {
  importId = report.importId;
  slot('progress').value = 100;
  slot('name').textContent = isTrial ? `${file.name}: nothing recorded yet` : `${file.name}: recorded`;
  stage('record').hidden = !isTrial;
  stage('retract').hidden = isTrial || report.entries === 0;
  if (stage('correct')) stage('correct').hidden = report.differsCount === 0;
  for (const [code, count] of Object.entries(report.flags)) {
    slot('flags').hidden = false;
    const item = document.createElement('li');
    item.textContent = `${count} ${code.replaceAll('-', ' ')}`;
    slot('flags').querySelector('ul').append(item);
  }
}

/** The first rows; how many there are stands above. */
function row(name, cells) {
  slot(name).hidden = false;
  const body = slot(name).querySelector('tbody');
  if (body.rows.length >= shownRows) return;
  const added = body.insertRow();
  for (const cell of cells) added.insertCell().textContent = cell ?? '';
}

function say(sentence) { slot('said').textContent = sentence; }

async function sentenceOf(answer) {
  const problem = await answer.json();
  return [problem.detail, ...Object.values(problem.errors ?? {}).flat()].join(' ');
}
