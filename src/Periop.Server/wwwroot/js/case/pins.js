// Six digits that say who records while nobody can sign in. They open nothing: what is recorded under them is sent under a sign-in, or by another who says so.
import { device } from './device.js';

const Tries = 5,
  Rounds = 200_000;

/** The digits are not kept: only what takes long to find again from them. */
async function hash(pin, salt) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: Rounds }, key, 256);
  return [...new Uint8Array(bits)].join();
}

export const isPin = text => /^\d{6}$/.test(text);

/** Set by whoever is signed in, while the server can be asked. */
export async function setPin(subject, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  await device.put('people', { subject, salt, hash: await hash(pin, salt), tries: 0 });
}

export const hasPin = async subject => Boolean(await device.get('people', subject));

export const peopleWithPin = async () => (await device.all('people')).map(person => person.subject);

/** `yes`, `no`, `none` where there is no PIN, `locked` after five wrong ones: until that person signs in and sets another. */
export async function pinOpens(subject, pin) {
  const person = await device.get('people', subject);
  if (!person) return 'none';
  if (person.tries >= Tries) return 'locked';
  const opens = (await hash(pin, person.salt)) === person.hash;
  await device.put('people', { ...person, tries: opens ? 0 : person.tries + 1 });
  return opens ? 'yes' : person.tries + 1 >= Tries ? 'locked' : 'no';
}
