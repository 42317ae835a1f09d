// What can be shown of a GS1 code at once, without a network (domain.md f). The server reads it again, by all the rules, and its reading counts.

/** Separators as scanners send them. */
const Separator = '\u001d';
export const normal = text => text.replace(/^\](d2|C1)/, '').replaceAll(/\\x1d|<GS>|\^\]/gi, Separator);

/** By weights 3, 1, 3, 1 ... from the right. */
function hasCheckDigit(gtin) {
  const digits = [...gtin].map(Number),
    sum = digits
      .slice(0, -1)
      .reverse()
      .reduce((total, digit, at) => total + digit * (at % 2 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === digits.at(-1);
}

const dateOf = text => {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!year || month < '01' || month > '12' || day > '31') return null;
  const last = new Date(Date.UTC(2000 + Number(year), Number(month), 0)).getUTCDate();
  return `20${year}-${month}-${day === '00' ? last : day}`;
};

/** Article, lot, serial and expiry; null for what is no such code. */
export function readUdi(text) {
  const found = {};
  let rest = normal(text)
    .replaceAll(/\((\d{2})\)/g, `${Separator}$1`)
    .replace(new RegExp(`^${Separator}`), '');
  while (rest) {
    if (rest.startsWith(Separator)) {
      rest = rest.slice(1);
      continue;
    }
    const id = rest.slice(0, 2),
      fixed = { '01': 14, 11: 6, 17: 6 }[id];
    if (!fixed && id !== '10' && id !== '21') return found.gtin ? found : null;
    const end = rest.indexOf(Separator, 2),
      value = fixed ? rest.slice(2, 2 + fixed) : rest.slice(2, end < 0 ? undefined : end);
    if ((fixed && value.length < fixed) || (!fixed && (value.length === 0 || value.length > 20))) return null;
    if (id === '01') {
      if (!hasCheckDigit(value)) return null;
      found.gtin = value;
    } else if (id === '17') {
      if (!(found.expiry = dateOf(value))) return null;
    } else if (id === '10') found.lot = value;
    else if (id === '21') found.serial = value;
    rest = rest.slice(2 + value.length);
  }
  return found.gtin ? found : null;
}
