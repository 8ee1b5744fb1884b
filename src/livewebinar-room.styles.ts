import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    flex: auto;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    width: 100%;
    min-height: var(--livewebinar-room-min-height, 20rem);
  }
  /* Beside others the whole height of the parent is too much. */
  :host(:only-child) {
    height: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  .box {
    --_accent: var(--livewebinar-room-accent, #1d5bd6);
    --_color: var(--livewebinar-room-color, CanvasText);
    --_line: 1px solid color-mix(in srgb, var(--_color) 15%, transparent);
    --_radius: var(--livewebinar-room-radius, 0.75rem);
    container-type: inline-size;
    contain-intrinsic-inline-size: 240px;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    width: 100%;
    height: 100%;
    min-height: inherit;
    aspect-ratio: var(--livewebinar-room-aspect-ratio, 16 / 9);
    padding: 0;
    border: var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
    outline: none;
    background: var(--livewebinar-room-background, color-mix(in srgb, CanvasText 4%, Canvas));
    color: var(--_color);
    font-family: var(--livewebinar-room-font, system-ui, sans-serif);
  }
  :host(:fullscreen) .box,
  .box[popover] {
    border: 0;
    border-radius: 0;
  }
  .box[popover] {
    position: fixed;
    /* Browsers without popovers have no top layer. */
    z-index: 2147483647;
    inset: 0;
    max-width: none;
    height: 100dvh;
    max-height: none;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  [part='stage'],
  .panel,
  noscript {
    grid-area: 1 / 1;
    min-width: 0;
  }
  iframe {
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
  }
  .panel,
  [part='toolbar'] {
    font-size: clamp(1rem, 0.75rem + 0.5cqi, 1.75rem);
    line-height: 1.4;
  }
  .panel,
  noscript {
    position: relative;
    display: grid;
    gap: 0.75em;
    place-content: safe center;
    place-items: center;
    padding: 1em;
    overflow: auto;
    outline: none;
    background: inherit;
    text-align: center;
  }
  @media (scripting: none) {
    .panel,
    .status {
      display: none;
    }
  }
  p {
    max-width: 36ch;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .insecure {
    max-width: none;
    padding: 0.5rem 1rem;
    font-size: 0.875rem;
    text-align: center;
  }
  .name {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.2;
  }
  .detail {
    font-size: 0.875em;
    opacity: 0.8;
  }
  img {
    width: 5em;
    height: 5em;
    border-radius: 50%;
    object-fit: cover;
  }
  svg {
    flex: none;
    width: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linejoin: round;
  }
  [dir='rtl'] svg {
    scale: -1 1;
  }
  .panel > slot > svg {
    width: 2.5em;
    height: 2.5em;
  }
  button,
  a {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    min-height: 44px;
    padding: 0 0.75em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .panel button {
    min-height: 3em;
    margin-top: 0.25em;
    padding: 0.5em 1.75em;
    border: 2px solid transparent;
    background: var(--_accent);
    color: var(--livewebinar-room-on-accent, #fff);
    font-weight: 600;
  }
  .panel button:hover {
    background: color-mix(in srgb, var(--_accent) 85%, #000);
  }
  :focus-visible {
    outline: 3px solid var(--_color);
    outline-offset: 2px;
  }
  [part='toolbar'] {
    display: flex;
    justify-content: end;
    padding: 2px;
    border-top: var(--_line);
    font-size: 0.875rem;
  }
  [part='toolbar'] > * {
    text-decoration: none;
  }
  [part='toolbar'] > :hover {
    background: color-mix(in srgb, var(--_color) 10%, transparent);
  }
  [part='toolbar'] > :focus-visible {
    outline-offset: -3px;
  }
  .progress {
    width: 2.5em;
    height: 2.5em;
    border: 3px solid color-mix(in srgb, var(--_color) 20%, transparent);
    border-top-color: var(--_color);
    border-radius: 50%;
    animation:
      appear 0.3s 0.5s both,
      turn 1s linear infinite;
    forced-color-adjust: none;
  }
  /* In one line where there is width for it, in the place of two where there is not, above the place
     of a link: so nothing moves once it takes longer. */
  .progress + p {
    max-width: none;
    animation: appear 0.3s 0.5s both;
  }
  [part='loading']:not(:has(a))::after {
    min-height: 44px;
    content: '';
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (width < 26rem) {
    .panel {
      gap: 0.5em;
    }
    .panel > slot > svg {
      height: 2em;
    }
    .progress + p {
      min-height: 2lh;
    }
    [part='toolbar'] span {
      display: none;
    }
  }
  @media (prefers-reduced-motion) {
    .progress {
      animation: appear 1.5s 0.5s infinite alternate both;
    }
  }
  @media (forced-colors: active) {
    .progress {
      border-color: GrayText;
      border-top-color: CanvasText;
    }
  }
  @media print {
    :host {
      min-height: 0;
    }
    .box {
      aspect-ratio: auto;
    }
    button,
    a,
    .progress {
      display: none;
    }
  }
`;
