/**
 * An element: `h('button.btn.main', { onclick }, 'Record')`. Members of `attributes` that begin with `on` are listeners; `true` is an attribute without a
 * value, `false`, `null` and `undefined` are none. Texts are texts, never markup.
 */
export function h(what, attributes, ...children) {
  const [tag, ...classes] = what.split('.');
  const element = document.createElement(tag || 'div');
  if (classes.length) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes ?? {}))
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  element.append(...children.flat(3).filter(child => child != null && child !== false));
  return element;
}

/** What a drawing of ours says, as elements: only ever given markup that stands in this folder. */
export function drawn(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild;
}

const fields = 'input:not([type=checkbox]), textarea';

/** By what a field is found again: what it is called. */
const called = field => field.dataset.key ?? field.closest('label')?.textContent ?? field.name;

/** Shows other children, and leaves what somebody is about as it was: the focus, what is typed and not yet sent, how far a list is scrolled. */
export function show(place, ...children) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null,
    caret = focused?.matches(fields) ? [focused.selectionStart, focused.selectionEnd] : null;
  const typed = new Map(
    [...place.querySelectorAll(fields)].filter(field => field.value !== field.defaultValue).map(field => [called(field), field.value]),
  );
  const scrolled = [...place.querySelectorAll('[data-scrolls]')].map(element => [element.dataset.scrolls, element.scrollTop]);
  place.replaceChildren(...children.flat(3).filter(child => child != null && child !== false));
  for (const [name, top] of scrolled) {
    const element = place.querySelector(`[data-scrolls="${name}"]`);
    if (element) element.scrollTop = top;
  }
  for (const field of place.querySelectorAll(fields)) {
    if (typed.has(called(field))) field.value = typed.get(called(field));
    if (!caret || called(field) !== called(focused)) continue;
    field.focus();
    field.setSelectionRange(...caret);
  }
  if (!caret && focused?.dataset.key) place.querySelector(`[data-key="${CSS.escape(focused.dataset.key)}"]`)?.focus();
}

/** A button that fingers meet. */
export const button = (kind, said, onclick, attributes) => h(`button${kind}`, { type: 'button', onclick, ...attributes }, said);
