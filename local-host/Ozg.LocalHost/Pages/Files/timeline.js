// The picture: a line for each step, the time from left to right.
import { byId, duration, svg } from './page.js';

const TOP = 26;
const NARROW = 640;

/**
 * @param lines {index, kind, name, state, startedAt, endedAt, note} in the order in which they began; endedAt is missing
 * for what has not ended
 */
export function timeline(title, lines, width) {
  const isNarrow = width < NARROW;
  const height = isNarrow ? 42 : 26;
  const left = isNarrow ? 4 : Math.min(420, width * 0.4);
  const place = scale(lines, left, width - 4);
  const bottom = TOP + lines.length * height + 4;
  return svg('svg', { class: 'timeline', role: 'group', 'aria-label': `Timeline of ${title}`, viewBox: `0 0 ${width} ${bottom}`, height: bottom },
    ticks(lines, place, width, bottom),
    lines.map((line, position) => drawLine(line, TOP + position * height, { isNarrow, height, left, place, width })));
}

function drawLine(line, y, { isNarrow, height, left, place, width }) {
  const from = place(line.startedAt);
  const to = line.endedAt ? place(line.endedAt) : line.state === 'open' ? width - 4 : from;
  const details = [line.note, line.endedAt && !isPoint(line) ? duration(new Date(line.endedAt) - new Date(line.startedAt)) : null]
    .filter(Boolean).join(' · ');
  const room = Math.floor((isNarrow ? width : left - 12) / 6.6);
  const text = [line.name, details].filter(Boolean).join(' · ');
  const picture = svg('g', { class: `${line.kind} ${line.state}` },
    svg('title', {}, text),
    svg('rect', { class: 'hit', x: 0, y, width, height }), // the whole line can be clicked, not its letters alone
    svg('text', { x: isNarrow ? 4 : 0, y: y + 17 }, cut(line.name, room), svg('tspan', { class: 'soft' }, cut(details && `  ${details}`, room - line.name.length))),
    shape(line, from, to, isNarrow ? y + 23 : y + 6));
  if (line.index === undefined) return picture;

  const lead = svg('a', { id: `line-${line.index}`, href: `#step-${line.index}`, 'aria-label': text }, picture);
  lead.addEventListener('click', happened => {
    happened.preventDefault();
    const step = byId(`step-${line.index}`);
    step.open = true;
    step.querySelector('summary').focus();
  });
  return lead;
}

const isPoint = line => line.startedAt === line.endedAt && (line.kind === 'event' || line.kind === 'eventSent' || line.kind === 'control');

function shape(line, from, to, y) {
  if (isPoint(line)) return svg('path', { class: 'bar', d: `M${from} ${y - 1}l7 7l-7 7l-7 -7z` });
  return svg('rect', { class: 'bar', x: from, y, width: Math.max(to - from, 4), height: 13, rx: 2 });
}

const cut = (text, room) => text.length > room ? (room < 4 ? '' : `${text.slice(0, room - 1)}…`) : text;

const instantsOf = lines => [...new Set(lines.flatMap(line => [line.startedAt, line.endedAt]).filter(Boolean).map(at => +new Date(at)))]
  .sort((a, b) => a - b);

// Milliseconds and weeks in one picture: a gap gets the room of its logarithm.
function scale(lines, from, to) {
  const instants = instantsOf(lines);
  const places = new Map();
  let sum = 0;
  instants.forEach((at, i) => {
    if (i > 0) sum += 0.3 + Math.log10(1 + at - instants[i - 1]);
    places.set(at, sum);
  });
  // The end of the picture belongs to what goes on.
  const whole = (sum || 1) * (lines.some(line => line.state === 'open') ? 1.12 : 1);
  const room = to - from - 16;
  return at => from + 8 + room * places.get(+new Date(at)) / whole;
}

// The first says when, the others how long after it.
function ticks(lines, place, width, bottom) {
  const instants = instantsOf(lines);
  const drawn = [];
  let free = 0;
  for (const at of instants) {
    const x = place(at);
    const text = drawn.length ? `+${duration(at - instants[0])}` : new Date(at).toISOString().slice(11, 19);
    const room = text.length * 6.6;
    if (x < free || x + room > width) continue;

    free = x + room + 24;
    drawn.push(svg('line', { class: 'grid', x1: x, x2: x, y1: 18, y2: bottom }), svg('text', { class: 'soft', x, y: 13 }, text));
  }
  return drawn;
}
