// What all pages share. Data becomes text nodes only, so nothing of it is ever taken for markup.

/** An element with attributes and children; null attributes and children are left out. */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = id => document.getElementById(id);
export const parameter = name => new URLSearchParams(location.search).get(name) ?? '';
export const link = (path, parameters, ...text) => element('a', { href: `${path}?${new URLSearchParams(parameters)}` }, ...text);
export const stateOf = text => element('span', { class: `state ${text.charAt(0).toLowerCase()}${text.slice(1)}` }, text);
export const cell = (label, ...children) => element('td', { 'data-label': label }, ...children);

export function time(instant) {
  if (!instant) return null;
  const iso = new Date(instant).toISOString();
  return element('time', { datetime: iso, title: iso }, `${iso.slice(0, 10)} ${iso.slice(11, 19)}`);
}

export function duration(milliseconds) {
  const units = [[86400000, 'd'], [3600000, 'h'], [60000, 'min'], [1000, 's']];
  const [size, unit] = units.find(([least]) => milliseconds >= least) ?? [1, 'ms'];
  return `${(milliseconds / size).toFixed(size > 1 && milliseconds / size < 10 ? 1 : 0)} ${unit}`;
}

export const json = value => element('pre', { tabindex: 0 }, JSON.stringify(value, null, 2));

/** What is shown to the user in its own words; any other error is a mistake in these files. */
export class Refusal extends Error {}

export function get(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return ask(given.length ? `${path}?${new URLSearchParams(given)}` : path);
}

export const post = (path, body) => ask(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
});

async function ask(path, options) {
  const response = await fetch(path, options).catch(() => { throw new Refusal('The host cannot be reached.'); });
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Refusal(body?.detail ?? `The host answered ${response.status}.`);
  return body;
}

/** Does something, and says why if it was refused. */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    say(failure.message, 'bad');
    return false;
  }
}

/** Tells what a button did; read out by screen readers. */
export function say(text, kind = '') {
  byId('said').textContent = text;
  byId('said').className = kind;
}

/** Does what a form asks for, once however often it is clicked, and tells how it went. */
export function onSubmit(form, work) {
  form.addEventListener('submit', async happened => {
    happened.preventDefault();
    const enable = disable(form);
    if (await attempt(async () => say(await work(new FormData(form)), 'good')).finally(enable)) await refresh();
  });
}

/** Until the function that it gives is called; the focus stays where it was. */
function disable(form) {
  const buttons = [...form.querySelectorAll('button')];
  const focused = buttons.find(one => one === document.activeElement);
  for (const one of buttons) one.disabled = true;
  return () => {
    for (const one of buttons) one.disabled = false;
    if (document.activeElement === document.body) focused?.focus({ preventScroll: true });
  };
}

const shown = new WeakMap();

/** Puts new content in a region if its data changed: what has the focus or is opened there stays so. */
export function show(region, data, draw) {
  const text = JSON.stringify(data);
  if (shown.get(region) === text) return;

  const focused = region.contains(document.activeElement) ? document.activeElement.id : '';
  const opened = new Set([...region.querySelectorAll('details[open]')].map(one => one.id));
  region.replaceChildren(...[draw(data)].flat().filter(Boolean));
  shown.set(region, text);
  for (const one of region.querySelectorAll('details')) one.open = opened.has(one.id);
  if (focused) byId(focused)?.focus({ preventScroll: true });
}

let load = async () => {};
let isRefused = false;

async function refresh() {
  const wasRefused = isRefused;
  isRefused = !await attempt(load);
  if (wasRefused && !isRefused) say('');
}

/** Loads now, and again two seconds after each answer while the page is seen and its box is ticked. */
export async function keepFresh(work) {
  load = work;
  await refresh();
  const again = async () => {
    try {
      if (byId('refresh').checked && !document.hidden) await refresh();
    } finally {
      setTimeout(again, 2000);
    }
  };
  setTimeout(again, 2000);
}

/** Leafs through a list; a refresh stays on its page. */
export class PagedList {
  #cursors = [''];
  #draw;

  constructor(draw) {
    this.#draw = draw;
    byId('newer').addEventListener('click', () => this.#go(() => this.#cursors.pop()));
    byId('older').addEventListener('click', () => this.#go(() => this.#cursors.push(byId('older').value)));
  }

  get cursor() { return this.#cursors.at(-1); }

  show(page) {
    this.#draw(page.items);
    byId('older').value = page.cursor ?? '';
    byId('older').disabled = !page.cursor;
    byId('newer').disabled = this.#cursors.length === 1;
    byId('page').textContent = `Page ${this.#cursors.length}`;
  }

  async #go(step) {
    step();
    await refresh();
  }
}
