import { attempt, byId, element, get, json, link, onSubmit, parameter, post, stateOf, time } from './page.js';

const sequence = parameter('sequence');
const titles = { active: 'Active', scheduled: 'Scheduled', deferred: 'Deferred', deadLetter: 'Dead letter' };
const path = `/local/bus/messages/${encodeURIComponent(sequence)}`;
document.title = `Message ${sequence} · ${document.title}`;
byId('title').textContent = `Message ${sequence}`;

onSubmit(byId('replay'), async () => {
  const again = await post(`${path}/replay`, {});
  byId('replay').hidden = true;
  return `Replayed: it is message ${again.sequenceNumber} of ${again.queue} now.`;
});
await attempt(async () => draw(await get(path)));

function draw(opened) {
  const { message } = opened;
  byId('overview').append(facts({
    'Lies in': [link('/local/queue', { name: opened.queue, part: opened.part }, opened.queue), ' ', badge(opened.part)],
    Reason: message.deadLetterReason,
    Description: opened.deadLetterDescription,
    Deliveries: String(message.deliveryCount),
    'Message id': message.messageId,
    Subject: message.subject,
    Session: message.sessionId,
    Correlation: opened.correlationId,
    'Content type': opened.contentType,
    Enqueued: time(message.enqueuedAt),
    Due: opened.part === 'scheduled' ? time(message.dueAt) : null,
    Expires: time(opened.expiresAt),
    Bytes: String(message.size),
  }));
  byId('replay').hidden = opened.part !== 'deadLetter';
  byId('body').append(opened.body === null
    ? element('div', {}, element('p', { class: 'hint' }, 'This is no text; as Base64:'), element('pre', { tabindex: 0 }, opened.bodyBase64))
    : body(opened.body));
  const properties = Object.entries(opened.properties);
  byId('properties').append(properties.length ? facts(Object.fromEntries(properties)) : element('p', {}, 'None.'));
}

function badge(part) {
  const shown = stateOf(titles[part]);
  shown.className = `state ${part}`;
  return shown;
}

function body(text) {
  try {
    return json(JSON.parse(text));
  } catch {
    return element('pre', { tabindex: 0 }, text); // not every text is JSON
  }
}

function facts(all) {
  return element('dl', {}, ...Object.entries(all).filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, ...[value].flat())]));
}
