// How the server is asked. What has no answer of its own is no answer: a portal in a hotel says 200, too (offline.md 8, 9, 16).
import { clock } from './clock.js';

const Patience = 15_000;

/** Every answer of the server carries this header; nobody else's does. */
const Ours = 'Periop-Time';

/**
 * What became of a request:
 * `ok` with `body`; `unchanged`; `away`: no answer, or one that says not now; `signed-out`; `another-person`; `stop` and `refused` with `problem`.
 */
export async function ask(path, { method = 'GET', body, subject, headers = {} } = {}) {
  const sent = Date.now();
  let answer;
  try {
    answer = await fetch(path, {
      method,
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(Patience),
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        Accept: 'application/json',
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(subject ? { 'Periop-Subject': encodeURIComponent(subject) } : {}),
      },
    });
  } catch {
    return { outcome: 'away' };
  }
  const time = Date.parse(answer.headers.get(Ours) ?? '');
  if (Number.isNaN(time)) return { outcome: 'away' };
  const took = Date.now() - sent;
  if (took >= 0 && took <= Patience) clock.hear(time, sent, sent + took); // a tablet that slept meanwhile, or whose clock was moved, has heard nothing of the time
  if (answer.status === 304) return { outcome: 'unchanged' };
  const said = await answer.json().catch(() => null);
  if (answer.ok) return said === null ? { outcome: 'away' } : { outcome: 'ok', body: said, etag: answer.headers.get('ETag') };
  return {
    outcome: outcomeOf(answer.status, said),
    status: answer.status,
    problem: said ?? { code: 'unknown', detail: `The server said ${answer.status}.` },
  };
}

const outcomeOf = (status, problem) =>
  status === 401
    ? problem?.code === 'another-person'
      ? 'another-person'
      : 'signed-out'
    : status === 408 || status === 429 || status >= 500
      ? 'away'
      : status === 409 && Array.isArray(problem?.missing)
        ? 'stop'
        : 'refused';
