/** Shapes of the pictures, 240 by 135. The style sheet colors them by class. */
const ROOM =
  '<circle class="person" cx="0" cy="-9" r="9"/><path class="person" d="M-17 18a17 17 0 0 1 34 0z"/>';

/** A room at a place, with a person in it. */
function room(x: number, y: number, width: number, height: number): string {
  const scale = Math.min(1, height / 62);
  return `<rect class="room" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>
<g transform="translate(${x + width / 2} ${y + height / 2}) scale(${scale})">${ROOM}</g>`;
}

/** Lines of text, each as long as its number. */
const text = (x: number, y: number, ...widths: number[]): string =>
  widths
    .map(
      (width, index) =>
        `<rect class="text" x="${x}" y="${y + index * 9}" width="${width}" height="4" rx="2"/>`,
    )
    .join('');

const button = (x: number, y: number, width = 44): string =>
  `<rect class="accent" x="${x}" y="${y}" width="${width}" height="14" rx="7"/>`;

const placeholder = (x: number, y: number, width: number, height: number): string =>
  `<rect class="empty" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;

const PICTURES: Readonly<Record<string, string>> = {
  basic: text(20, 30, 60, 120) + room(20, 52, 200, 70),
  click: `${placeholder(20, 32, 200, 90)}${button(98, 70)}<path class="ink" d="m128 78 0 20 5-5 4 8 4-2-4-8 7-1z"/>`,
  consent: `${placeholder(20, 32, 200, 90)}<rect class="box" x="28" y="86" width="184" height="28" rx="4"/>${text(38, 97, 70)}${button(160, 93)}`,
  'consent-click': `${placeholder(20, 32, 200, 90)}${text(60, 50, 120, 96)}${button(98, 80)}`,
  'consent-blocked': `<rect class="dashed" x="20" y="32" width="200" height="90" rx="6"/><rect class="accent" x="36" y="48" width="96" height="5" rx="2.5"/><path class="line" d="M36 58h96"/><rect class="box" x="28" y="86" width="184" height="28" rx="4"/>${text(38, 97, 70)}${button(160, 93)}`,
  controls: `${room(20, 32, 200, 74)}<path class="line" d="M184 114h8m-8 0v8m20 0h-8m8 0v-8M210 122l10-10m-6 0h6v6"/>`,
  dialog: `${text(20, 30, 200, 180, 190, 120)}<rect class="box" x="44" y="42" width="152" height="80" rx="6"/>${text(54, 50, 50)}${room(54, 62, 132, 52)}`,
  faults: `${placeholder(20, 32, 200, 90)}<path class="warning-sign" d="m120 46 15 26h-30z"/>${text(84, 80, 72)}${button(98, 96)}`,
  'head-links': `${room(20, 52, 200, 70)}<path class="accent" d="m126 26-16 20h10l-4 16 16-20h-10z"/>`,
  iframe: `${text(20, 30, 60, 120)}<rect class="dashed" x="16" y="48" width="208" height="78" rx="6"/>${room(22, 54, 196, 66)}`,
  isolated: `${text(20, 30, 60)}<rect class="box" x="20" y="42" width="200" height="82" rx="4"/>${room(36, 54, 168, 58)}`,
  lazy: `${text(20, 30, 200, 180, 190, 120)}<path class="line" d="M120 72v14m-6-6 6 6 6-6"/>${room(20, 94, 200, 60)}`,
  'no-script': `${text(20, 30, 60, 120)}<rect class="accent" x="20" y="66" width="96" height="5" rx="2.5"/><path class="line" d="M20 76h96"/>`,
  role: `${room(20, 32, 200, 90)}<path class="star" d="m196 40 4 9 10 1-8 6 3 10-9-5-9 5 3-10-8-6 10-1z"/>`,
  route: `${button(20, 30, 30)}${text(58, 35, 30)}${text(96, 35, 30)}${room(20, 52, 200, 70)}`,
  room: `<rect class="box" x="20" y="28" width="200" height="16" rx="8"/>${text(30, 34, 110)}${room(20, 52, 200, 70)}`,
  snippet: `${room(20, 32, 96, 54)}${room(124, 32, 96, 54)}${text(20, 96, 80, 60, 70)}${text(124, 96, 80, 60, 70)}`,
  states: `${placeholder(20, 32, 96, 42)}${room(124, 32, 96, 42)}<rect class="dark" x="20" y="80" width="96" height="42" rx="4"/><rect class="brand-color" x="124" y="80" width="96" height="42"/>`,
  'two-rooms': room(20, 32, 96, 90) + room(124, 32, 96, 42) + room(124, 80, 96, 42),
};

/** Draws what a demo shows. One that is not known is a page with a room. */
export const drawPicture = (name: string): string =>
  `<svg class="picture" viewBox="0 0 240 135" aria-hidden="true">
<rect class="window" x="0.5" y="0.5" width="239" height="134" rx="8"/>
<circle class="dot" cx="12" cy="11" r="3"/><circle class="dot" cx="22" cy="11" r="3"/><circle class="dot" cx="32" cy="11" r="3"/>
${PICTURES[name] ?? PICTURES.basic!}</svg>`;
