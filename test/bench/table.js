import { median } from './statistics.js';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const milliseconds = ({ median: value }) => `${value.toFixed(0)} ms`;
/** A ratio with its interquartile range; if the range contains 1, the difference is noise. */
const ratio = ({ median: value, low, high }) =>
  `${value.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})${low <= 1 && high >= 1 ? ', noise' : ''}`;

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function bytesTable(rows) {
  return table(
    ['', 'contents', 'brotli'],
    rows.map(({ name, note, brotli }) => [name, note, kilobytes(brotli)]),
  );
}

const NETWORKS = { cable: 'cable', phone: 'slow phone' };
const MOMENTS = { room: 'room', frame: 'iframe', script: 'first script' };

/** Visitors wait for the room's own document. The other moments show where the time goes. */
function roomTable({ results }) {
  const columns = [
    ...['cold', 'warm'].map((cache) => ({ cache, moment: 'room' })),
    ...['frame', 'script'].map((moment) => ({ cache: 'cold', moment })),
  ];
  return Object.entries(NETWORKS)
    .map(([wanted, network]) => {
      const cells = columns.map(({ cache, moment }) =>
        results.find(
          (row) => row.network === wanted && row.cache === cache && row.moment === moment,
        ),
      );
      return table(
        [network, ...columns.map(({ cache, moment }) => `${MOMENTS[moment]}, ${cache} cache`)],
        Object.keys(cells[0].milliseconds).map((name) => [
          name,
          ...cells.map(({ milliseconds: times, toSnippet }) =>
            toSnippet[name] ? ratio(toSnippet[name]) : milliseconds(times[name]),
          ),
        ]),
      );
    })
    .join('\n\n');
}

function requestTable({ slowdown, results }) {
  return table(
    [`CPU ÷ ${slowdown}`, 'first request', 'last request'],
    results.map(({ count, first, last }) => [
      `${count} tag${count > 1 ? 's' : ''}`,
      `${first.median.toFixed(1)} ms`,
      `${last.median.toFixed(1)} ms`,
    ]),
  );
}

function manyTable({ results, slopes }) {
  const { each, toOther } = results.find(({ count }) => count === 100);
  return table(
    ['100 placeholders', 'work on the main thread', 'livewebinar-room takes', 'each one more'],
    Object.entries(each).map(([name, { work }]) => [
      name,
      milliseconds(work),
      toOther[name] ? ratio(toOther[name]) : '',
      slopes[name] ? slopes[name].map((slope) => `${slope.toFixed(2)} ms`).join(', ') : '',
    ]),
  );
}

function leaksTable({ mounts, results }) {
  return table(
    [`leaked per mount (${mounts.toLocaleString('en')} mounts)`, 'nodes', 'listeners', 'heap'],
    results.map(({ name, growth: { nodes, listeners, heap } }) => [
      name,
      nodes.growth.toFixed(1),
      listeners.growth.toFixed(1),
      `${heap.growth.toFixed(1)} ± ${heap.error.toFixed(1)} B`,
    ]),
  );
}

function openingTable({ visitors, spread, notSpread }) {
  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const worst = (read) => [spread, notSpread].map(({ outages }) => Math.max(...outages.map(read)));
  const count = visitors.toLocaleString('en');
  return table(
    [`${count} visitors wait for the start`, 'with the spread', 'without'],
    [
      ['busiest second', percent(spread.busiestSecond), percent(notSpread.busiestSecond)],
      [
        'last request after the start',
        ...[spread, notSpread].map(({ latest }) => `${(latest / 1000).toFixed(1)} s`),
      ],
      [
        'busiest second after an outage of 30 s',
        ...worst(({ busiestSecondAfter }) => busiestSecondAfter).map(percent),
      ],
      [
        'visitors who have to press _Try again_',
        ...worst(({ pressTryAgain }) => pressTryAgain).map(percent),
      ],
    ],
  );
}

function linksTable({ comparison, growth }) {
  const steepest = growth.reduce((a, b) => (a.exponent > b.exponent ? a : b));
  const exponent = median(growth.map((row) => row.exponent)).toFixed(2);
  const rows = comparison.filter(({ size }) => size === 'usual');
  const others = Object.keys(rows[0].ahead);
  const speeds = table(
    ['job', 'per second', ...others.map((name) => `as fast as ${name}`)],
    rows.map(({ job, perSecond, ahead }) => [
      job,
      Math.round(perSecond.ours).toLocaleString('en'),
      ...others.map((name) => (ahead[name] ? ratio(ahead[name]) : '')),
    ]),
  );
  return `${speeds}\n\nThe time for inputs up to 1 MB is linear (median exponent ${exponent}; steepest ${steepest.exponent.toFixed(
    2,
  )} ± ${steepest.error.toFixed(2)}, ${steepest.name}).`;
}

function vitalsTable({ results }) {
  const lowest = (read) => Math.min(...results.map(read));
  const highest = (read) => Math.max(...results.map(read));
  return table(
    [`${results.length} pages`, 'lowest or highest'],
    [
      ...['performance', 'accessibility', 'best-practices'].map((name) => [
        `${name} score`,
        lowest(({ scores }) => scores[name]),
      ]),
      ['total blocking time', `${highest(({ blockingTime }) => blockingTime)} ms`],
      ['cumulative layout shift', highest(({ layoutShift }) => layoutShift)],
    ],
  );
}

/** The four numbers of the README. */
function summarize({ bytes, room, many, leaks }) {
  const { toSnippet } = room.results.find(({ moment }) => moment === 'room');
  const ours = leaks.results.find(({ name }) => name === 'livewebinar-room').growth;
  return [
    `${kilobytes(bytes[0].brotli)} (brotli) for \`livewebinar-room.min.js\`, Lit included.`,
    `Time until the room appears, compared with LiveWebinar's own embed code: ${ratio(toSnippet['tag, head lines'])} with [preload links](docs/preloading.md), ${ratio(toSnippet.tag)} without.`,
    `${many.results[0].each['livewebinar-room'].vendor.median} requests to LiveWebinar before the click with \`loading="click"\`.`,
    `${ours.nodes.growth.toFixed(0)} nodes and ${ours.listeners.growth.toFixed(0)} listeners leaked by ${leaks.mounts.toLocaleString('en')} mounts.`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

const WRITERS = {
  bytes: bytesTable,
  room: roomTable,
  request: requestTable,
  many: manyTable,
  leaks: leaksTable,
  opening: openingTable,
  links: linksTable,
  vitals: vitalsTable,
};

/** Writes a Markdown table for each part that has results, and a summary if all of them do. */
export function writeTables(results) {
  const tables = Object.fromEntries(
    Object.entries(WRITERS)
      .filter(([part]) => results[part])
      .map(([part, write]) => [part, write(results[part])]),
  );
  const isComplete = Object.keys(tables).length === Object.keys(WRITERS).length;
  return { ...tables, ...(isComplete && { summary: summarize(results) }) };
}
