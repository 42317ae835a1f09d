// What this device keeps: the queue, the cases of the day by their ids, who is here. No names, and no text for longer than until it is sent.
const Name = 'periop',
  Version = 1,
  Patience = 2_000;

const stores = {
  queue: { keyPath: 'seq', autoIncrement: true },
  cases: { keyPath: 'caseId' },
  people: { keyPath: 'subject' },
  settings: { keyPath: 'key' },
};

let opening;
let lost = () => {};

/** Told when the database was taken away under the page. */
export const onLost = listener => (lost = listener);

function open() {
  return (opening ??= new Promise((opened, failed) => {
    const asked = indexedDB.open(Name, Version);
    asked.onupgradeneeded = () => {
      for (const [name, options] of Object.entries(stores)) asked.result.createObjectStore(name, options);
    };
    asked.onsuccess = () => {
      asked.result.onclose = () => {
        opening = undefined;
        lost();
      };
      asked.result.onversionchange = () => {
        asked.result.close();
        opening = undefined;
        lost();
      };
      opened(asked.result);
    };
    asked.onerror = () => {
      opening = undefined;
      failed(asked.error);
    };
  }));
}

/** Resolves when the transaction is complete, not when the request is: only then it is kept (offline.md 2). */
async function done(store, mode, ask) {
  const database = await open();
  return new Promise((complete, failed) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => complete(request?.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error ?? new Error('The device did not keep it.'));
  });
}

/** Whoever waits is told after two seconds that the device has not done it. It may do it yet. */
export const soon = asked =>
  Promise.race([asked, new Promise((_, late) => setTimeout(() => late(new Error('The device is too slow.')), Patience))]);

export const device = {
  get: (store, key) => done(store, 'readonly', of => of.get(key)),
  all: store => done(store, 'readonly', of => of.getAll()),
  count: store => done(store, 'readonly', of => of.count()),
  put: (store, value) => done(store, 'readwrite', of => of.put(value)),
  drop: (store, key) => done(store, 'readwrite', of => of.delete(key)),

  /** Both or neither. Resolves to the keys of what was put. */
  swap: (store, key, values) =>
    done(store, 'readwrite', of => {
      if (key !== undefined) of.delete(key);
      const put = values.map(value => of.put(value));
      return {
        get result() {
          return put.map(one => one.result);
        },
      };
    }),

  clear: store => done(store, 'readwrite', of => of.clear()),

  /** Whether the browser has promised not to throw it away: true, false, or null where it does not say. */
  async persisted() {
    if (!navigator.storage?.persist) return null;
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  },

  /** Whether anything can be kept here at all: private browsing may forbid it. */
  works: () =>
    device.put('settings', { key: 'tried' }).then(
      () => true,
      () => false,
    ),
};
