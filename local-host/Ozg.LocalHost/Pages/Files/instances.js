import { byId, cell, element, get, keepFresh, link, PagedList, parameter, show, stateOf, time } from './page.js';

const filter = { status: parameter('status'), name: parameter('name'), text: parameter('text') };
for (const [name, value] of Object.entries(filter)) byId('filter').elements[name].value = value;

const list = new PagedList(items => show(byId('list'), items, table));
await keepFresh(async () => list.show(await get('/local/instances', { ...filter, cursor: list.cursor })));

function table(items) {
  if (!items.length) return element('p', {}, 'There is no such instance.');

  return element('div', { class: 'wide' }, element('table', { class: 'cards' },
    element('caption', {}, 'The newest first'),
    element('thead', {}, element('tr', {}, ...['Instance', 'Orchestrator', 'Status', 'Custom status', 'Created', 'Last updated'].map(
      title => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...items.map(row))));
}

function row(one) {
  const id = link('/local/instance', { id: one.instanceId }, one.instanceId);
  id.id = `instance-${one.instanceId}`;
  const shown = cell('Instance', id);
  shown.className = 'id';
  return element('tr', {},
    shown,
    cell('Orchestrator', one.name),
    cell('Status', stateOf(one.status)),
    cell('Custom status', one.customStatus === null ? null : element('code', {}, short(one.customStatus))),
    cell('Created', time(one.createdAt)),
    cell('Last updated', time(one.lastUpdatedAt)));
}

function short(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
