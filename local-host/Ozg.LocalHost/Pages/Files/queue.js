import { byId, cell, element, get, keepFresh, link, PagedList, parameter, show, time } from './page.js';

const queue = parameter('name');
const part = parameter('part') || 'active';
const titles = { active: 'Active', scheduled: 'Scheduled', deferred: 'Deferred', deadLetter: 'Dead letters' };

document.title = `${queue} · ${document.title}`;
byId('title').textContent = `${queue}: ${(titles[part] ?? part).toLowerCase()}`;
byId('parts').append(...Object.entries(titles).map(([one, title]) => {
  const other = link('/local/queue', { name: queue, part: one }, title);
  if (one === part) other.setAttribute('aria-current', 'page');
  return other;
}));

const list = new PagedList(items => show(byId('list'), items, table));
await keepFresh(async () => list.show(await get('/local/bus/messages', { queue, part, cursor: list.cursor })));

function table(items) {
  if (!items.length) return element('p', {}, 'There is no message.');

  const titles = ['Number', 'Message id', 'Subject', 'Deliveries', part === 'scheduled' ? 'Due' : 'Enqueued', 'Reason', 'Bytes'];
  return element('div', { class: 'wide' }, element('table', { class: 'cards' },
    element('caption', {}, 'The newest first'),
    element('thead', {}, element('tr', {}, ...titles.map(title => element('th', { scope: 'col' }, title)))),
    element('tbody', {}, ...items.map(message => row(message, titles[4])))));
}

function row(message, when) {
  const number = link('/local/message', { sequence: message.sequenceNumber }, `Message ${message.sequenceNumber}`);
  number.id = `message-${message.sequenceNumber}`;
  return element('tr', {},
    cell('Number', number),
    cell('Message id', message.messageId),
    cell('Subject', message.subject),
    cell('Deliveries', String(message.deliveryCount)),
    cell(when, time(part === 'scheduled' ? message.dueAt : message.enqueuedAt)),
    cell('Reason', message.deadLetterReason),
    cell('Bytes', String(message.size)));
}
