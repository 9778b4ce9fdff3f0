import { byId, duration, element, get, json, keepFresh, link, onSubmit, parameter, post, Refusal, show, stateOf, time } from './page.js';
import { timeline } from './timeline.js';

const MOST = 300;
const id = parameter('id');
const path = `/local/instances/${encodeURIComponent(id)}`;
const ended = ['Completed', 'Failed', 'Terminated'];
let view = null;

document.title = `${id} · ${document.title}`;
byId('title').textContent = id;

onSubmit(byId('raise'), async form => {
  const payload = form.get('payload').trim();
  const name = form.get('name');
  await post(`${path}/events`, { name, payload: payload ? parse(payload) : null });
  byId('raise').reset();
  return `Event '${name}' is raised.`;
});
onSubmit(byId('hold'), async form => {
  const command = view.status === 'Suspended' ? 'resume' : 'suspend';
  await post(`${path}/${command}`, { reason: form.get('reason') || null });
  byId('hold').reset();
  return command === 'suspend' ? 'It is being suspended.' : 'It is being resumed.';
});
onSubmit(byId('terminate'), async form => {
  await post(`${path}/terminate`, { output: form.get('output') || null, recursive: form.has('recursive') });
  return 'It is being terminated.';
});

function parse(payload) {
  try {
    return JSON.parse(payload);
  } catch (failure) {
    throw new Refusal(`The payload is no JSON (a text needs quotes): ${failure.message}`);
  }
}

function draw(fresh) {
  view = fresh;
  const { history, timeline: steps, now, waitsFor, waitsNote, notTaken, ...overview } = view;
  show(byId('overview'), overview, drawOverview);
  show(byId('waits'), { waitsFor, waitsNote, notTaken, status: view.status }, drawWaits);
  show(byId('steps'), steps, drawSteps);
  drawPicture();
  drawActions();
}

function drawOverview(one) {
  return [
    element('dl', {},
      ...fact('Status', stateOf(one.status)),
      ...fact('Orchestrator', one.name),
      ...fact('Created', time(one.createdAt)),
      ...fact('Last updated', time(one.lastUpdatedAt)),
      ...fact('Called by', one.parentId && link('/local/instance', { id: one.parentId }, one.parentId)),
      ...fact('Called', one.children.length ? one.children.flatMap(child => [link('/local/instance', { id: child }, child), ' ']) : null),
      ...fact('Custom status', one.customStatus !== null ? element('code', {}, JSON.stringify(one.customStatus)) : null)),
    data('input', 'Input', one.input),
    data('output', 'Output', one.output),
    one.failure && element('div', {}, element('h2', {}, 'Failed'), failed(one.failure, 'failure')),
  ];
}

const fact = (name, value) => value ? [element('dt', {}, name), element('dd', {}, ...[value].flat())] : [];

const data = (key, title, value) => value === null || value === undefined ? null
  : element('details', { id: `data-${key}` }, element('summary', { id: `open-${key}` }, title), json(value));

function failed(failure, key) {
  return element('div', {},
    element('p', {}, element('strong', {}, failure.type), `: ${failure.message}`),
    failure.stackTrace && element('details', { id: `trace-${key}` }, element('summary', { id: `open-trace-${key}` }, 'Stack trace'), element('pre', { tabindex: 0 }, failure.stackTrace)),
    failure.inner && element('div', {}, element('p', { class: 'hint' }, 'Caused by'), failed(failure.inner, `${key}-inner`)));
}

function drawWaits({ waitsFor, waitsNote, notTaken, status }) {
  const waits = status === 'Suspended' ? [{ kind: 'control', name: 'to be resumed' }, ...waitsFor] : waitsFor;
  return [
    waitsNote && element('p', { class: 'hint' }, `The events that it waits for cannot be told: ${waitsNote}`),
    waits.length
      ? element('ul', { class: 'waits' }, ...waits.map(wait => element('li', {}, ...describe(wait))))
      : element('p', { class: 'hint' }, ended.includes(status) ? 'Nothing: it has ended.' : 'Nothing.'),
    notTaken.length ? element('p', {}, 'Has come, but is not asked for yet: ', notTaken.join(', ')) : null,
  ];
}

function describe(wait) {
  const name = element('strong', {}, wait.name);
  switch (wait.kind) {
    case 'event': return ['the event ', name];
    case 'timer': return ['a timer, due ', time(wait.dueAt)];
    case 'activity': return ['the activity ', name];
    case 'subOrchestration': return ['the sub-orchestration ', name, ' ', link('/local/instance', { id: wait.instanceId }, wait.instanceId)];
    default: return [name];
  }
}

function drawPicture() {
  if (!view) return;

  const { name, status, createdAt, lastUpdatedAt } = view;
  const width = byId('picture').clientWidth;
  const awaited = view.waitsFor.filter(wait => wait.kind === 'event').map(wait => wait.name);
  show(byId('picture'), { width, name, status, createdAt, lastUpdatedAt, awaited, steps: view.timeline }, ({ steps }) => {
    const whole = { kind: 'whole', name, state: ended.includes(status) ? 'completed' : 'open', startedAt: createdAt, endedAt: ended.includes(status) ? lastUpdatedAt : null, note: status.toLowerCase() };
    const waits = awaited.map(event => ({ kind: 'event', name: event, state: 'open', startedAt: lastUpdatedAt, note: 'event, awaited' }));
    return timeline(id, [whole, ...recent(steps).map(({ step, index }) => ({ ...step, index, note: noteOf(step) })), ...waits], width);
  });
}

const recent = steps => steps.map((step, index) => ({ step, index })).slice(-MOST);

const kinds = { activity: '', subOrchestration: 'sub-orchestration', timer: '', event: 'event', eventSent: 'event sent', control: '' };

function noteOf(step) {
  return [
    kinds[step.kind],
    step.attempt && `attempt ${step.attempt}`,
    { failed: 'failed', open: 'waiting', dropped: step.kind === 'timer' ? 'cancelled' : 'abandoned' }[step.state],
    step.kind === 'timer' && step.state === 'open' && `due ${step.dueAt.slice(0, 10)} ${step.dueAt.slice(11, 19)}`,
  ].filter(Boolean).join(' · ');
}

function drawSteps(steps) {
  if (!steps.length) return element('p', { class: 'hint' }, 'It has not begun.');

  return [
    steps.length > MOST && element('p', { class: 'hint' }, `The last ${MOST} of ${steps.length}.`),
    ...recent(steps).map(({ step, index }) => element('details', { id: `step-${index}` },
      element('summary', { id: `open-step-${index}` }, time(step.startedAt), ' ', element('strong', {}, step.name), ` ${noteOf(step)}`,
        step.endedAt && step.endedAt !== step.startedAt ? ` · ${duration(new Date(step.endedAt) - new Date(step.startedAt))}` : ''),
      element('dl', {},
        ...fact('Ended', time(step.endedAt)),
        ...fact('Due', time(step.dueAt)),
        ...fact('Instance', step.instanceId && link('/local/instance', { id: step.instanceId }, step.instanceId)),
        ...fact('Note', step.note),
        ...fact(step.kind === 'event' || step.kind === 'eventSent' ? 'Payload' : 'Input', step.input !== null ? json(step.input) : null),
        ...fact('Output', step.output !== null ? json(step.output) : null)),
      step.failure && failed(step.failure, `step-${index}`))),
  ];
}

function drawActions() {
  const actions = byId('actions');
  const isOver = ended.includes(view.status);
  if (isOver && actions.contains(document.activeElement)) byId('main').focus({ preventScroll: true }); // its place goes
  actions.hidden = isOver;
  byId('hold-button').textContent = view.status === 'Suspended' ? 'Resume' : 'Suspend';

  const awaited = [...new Set(view.waitsFor.filter(wait => wait.kind === 'event').map(wait => wait.name))];
  show(byId('awaited'), awaited, names => names.map(name => element('option', { value: name })));
  const name = byId('raise').elements.name;
  if (awaited.length === 1 && !name.value && document.activeElement !== name) name.value = awaited[0];
}

// Last: what it draws with has to be there.
new ResizeObserver(() => drawPicture()).observe(byId('picture'));
await keepFresh(async () => draw(await get(path)));
