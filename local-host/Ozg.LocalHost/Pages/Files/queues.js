import { byId, cell, element, get, keepFresh, link, show } from './page.js';

const parts = [['Active', 'active'], ['Scheduled', 'scheduled'], ['Deferred', 'deferred'], ['Dead letters', 'deadLetter']];

await keepFresh(async () => show(byId('list'), (await get('/local/bus/queues')).items, table));

function table(items) {
  if (!items.length) return element('p', {}, 'There are no queues.');

  return element('div', { class: 'wide' }, element('table', { class: 'cards' },
    element('thead', {}, element('tr', {},
      element('th', { scope: 'col' }, 'Queue or topic/Subscriptions/subscription'),
      ...parts.map(([title]) => element('th', { scope: 'col', class: 'number' }, title)))),
    element('tbody', {}, ...items.map(row))));
}

function row(queue) {
  const counts = { active: queue.active, scheduled: queue.scheduled, deferred: queue.deferred, deadLetter: queue.deadLetters };
  const name = cell('Queue', queue.name);
  name.className = 'id';
  return element('tr', {}, name, ...parts.map(([title, part]) => {
    const number = cell(title, counts[part] === 0 ? '0' : open(queue.name, title, part, counts[part]));
    number.className = 'number';
    return number;
  }));
}

function open(queue, title, part, count) {
  const opened = link('/local/queue', { name: queue, part }, String(count));
  opened.id = `${part}-${queue}`;
  opened.setAttribute('aria-label', `${count} ${title.toLowerCase()} in ${queue}`);
  if (part === 'deadLetter') opened.className = 'state deadLetter';
  return opened;
}
