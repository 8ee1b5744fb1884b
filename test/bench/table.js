import { median } from './statistics.js';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const times = ({ median, low, high }) =>
  `${median.toFixed(2)} × (${low.toFixed(2)}–${high.toFixed(2)})`;
/** Where the middle half of the samples lies on both sides of 1, there is no telling. */
const isNoise = ({ low, high }) => low <= 1 && high >= 1;
const orNoise = (ratio) => times(ratio) + (isNoise(ratio) ? ', noise' : '');

const sizeOf = (bytes, name) => kilobytes(bytes.find((row) => row.name === name).brotli);

function bytesRows(bytes) {
  const others = [
    ['@whereby.com/browser-sdk/embed', 'Whereby'],
    ['@digitalsamba/embedded-sdk', 'Digital Samba'],
    ['@daily-co/daily-js', 'Daily'],
    ['@jitsi/react-sdk', 'Jitsi (without React)'],
    ['youtube-video-element', 'youtube-video-element'],
    ['lit', 'bare Lit'],
  ].map(([name, label]) => `${label} ${sizeOf(bytes, name)}`);
  return [
    ['Single file, brotli', sizeOf(bytes, 'livewebinar-room.min.js'), others.join(', ')],
    [
      'Own code without Lit; `./url`',
      `${sizeOf(bytes, 'livewebinar-room without Lit')}; ${sizeOf(bytes, 'livewebinar-room/url')}`,
      '',
    ],
  ];
}

const MOMENTS = { frame: "the room's frame", script: "the vendor's first script" };

function roomRows({ results }) {
  return Object.entries(MOMENTS).flatMap(([wanted, words]) =>
    results
      .filter(({ moment }) => moment === wanted)
      .map(({ network, toSnippet, milliseconds }) => [
        `Time to ${words}, ${network}`,
        `with head lines ${orNoise(toSnippet['tag and head lines'])}; server-rendered ${orNoise(toSnippet['server-rendered, head lines'])}; tag alone ${orNoise(toSnippet.tag)}`,
        `vendor's snippet ${Math.round(milliseconds.snippet.median)} ms`,
      ]),
  );
}

function manyRows({ results, slopes }) {
  const { each, toOther } = results.find(({ count }) => count === 100);
  const ours = each['livewebinar-room'];
  return [
    [
      '100 facades: script, style, layout',
      `${ours.work.median.toFixed(0)} ms, ${ours.vendor.median} requests to the vendor`,
      Object.entries(toOther)
        .map(([name, ratio]) => `${orNoise(ratio)} ${name}`)
        .join(', '),
    ],
    [
      'One facade more, of 10–100 and of 100–1,000',
      slopes['livewebinar-room'].map((slope) => `${slope.toFixed(2)} ms`).join(', '),
      Object.entries(slopes)
        .filter(([name]) => name !== 'livewebinar-room')
        .map(([name, all]) => `${name} ${all.map((slope) => `${slope.toFixed(2)} ms`).join(', ')}`)
        .join('; '),
    ],
  ];
}

function timeRows({ mounts, results }) {
  const of = ({ growth }) => {
    const { nodes, listeners, heap } = growth;
    const isFlat = Math.abs(heap.growth) <= heap.error;
    return `${nodes.growth.toFixed(1)} nodes, ${listeners.growth.toFixed(1)} listeners, ${
      isFlat ? 'heap flat' : `heap ${heap.growth.toFixed(1)} ± ${heap.error.toFixed(1)} B`
    }`;
  };
  const ours = results.find(({ name }) => name === 'livewebinar-room');
  const others = results.filter(({ name }) => !name.startsWith('livewebinar-room'));
  return [
    [
      `Left by each of ${mounts} mounts`,
      of(ours),
      others.map((other) => `${other.name}: ${of(other)}`).join('; '),
    ],
  ];
}

function linksRows({ comparison, growth }) {
  const steepest = growth.reduce((a, b) => (a.exponent > b.exponent ? a : b));
  const rows = ['build a room URL', 'read a room URL'].map((job) => {
    const { perSecond, ahead } = comparison.find((row) => row.job === job && row.size === 'usual');
    return [
      `Links: ${job}`,
      `${(perSecond.ours / 1000).toFixed(0)} k/s`,
      Object.entries(ahead)
        .map(([name, ratio]) => `${orNoise(ratio)} as fast as ${name === 'URL' ? 'by hand' : name}`)
        .join(', '),
    ];
  });
  rows.push([
    'Links: time for inputs of 250 KB to 1 MB',
    `grows with the power ${median(growth.map(({ exponent }) => exponent)).toFixed(2)} of the size`,
    `steepest ${steepest.exponent.toFixed(2)} ± ${steepest.error.toFixed(2)}: ${steepest.name}`,
  ]);
  return rows;
}

function vitalsRows({ results }) {
  const least = (read) => Math.min(...results.map(read));
  const most = (read) => Math.max(...results.map(read));
  return [
    [
      `Lighthouse, lowest of ${results.length} pages`,
      ['performance', 'accessibility', 'best-practices']
        .map((name) => `${name} ${least(({ scores }) => scores[name])}`)
        .join(', '),
      `blocking time ≤ ${most(({ blockingTime }) => blockingTime)} ms, layout shift ≤ ${most(({ layoutShift }) => layoutShift)}`,
    ],
  ];
}

const ROWS = {
  bytes: bytesRows,
  room: roomRows,
  many: manyRows,
  time: timeRows,
  links: linksRows,
  vitals: vitalsRows,
};

/** The README's table, from the results there are. A ratio stands with the middle half of its samples. */
export function writeTable(results) {
  const rows = Object.entries(ROWS).flatMap(([part, write]) =>
    results[part] ? write(results[part]) : [],
  );
  return [['', 'livewebinar-room', 'beside it'], ['---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
