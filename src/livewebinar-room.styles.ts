import { css } from 'lit';

// Lengths are in em and px, because rem depends on the root font size of the page.
export const styles = css`
  :host {
    --_min-height: var(--livewebinar-room-min-height, 20em);
    display: grid;
    flex: auto;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    box-sizing: border-box;
    width: 100%;
    max-width: 100%;
    min-height: var(--_min-height);
    overflow: clip;
    /* In a monospace font, medium is smaller. */
    font: medium sans-serif;
  }
  /* Applies until the SizeController runs, which also ignores siblings that take up no space. */
  :host(:where(:only-child)) {
    height: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
    flex-shrink: 0;
    margin: 0;
  }
  span {
    flex-shrink: 1;
  }
  .box {
    /* Inherits no text properties of the page, such as text-indent and letter-spacing. */
    all: initial;
    color-scheme: inherit;
    cursor: inherit;
    pointer-events: inherit;
    visibility: inherit;
    --_accent: var(--livewebinar-room-accent, #1d5bd6);
    --_color: var(--livewebinar-room-color, CanvasText);
    --_shade: color-mix(in srgb, var(--_color) 20%, transparent);
    --_radius: var(--livewebinar-room-radius, 12px);
    container-type: inline-size;
    contain-intrinsic-inline-size: 240px;
    box-sizing: border-box;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    width: 100%;
    height: 100%;
    min-height: inherit;
    aspect-ratio: var(--livewebinar-room-aspect-ratio, 16 / 9);
    border: 1px solid var(--_shade);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--livewebinar-room-background, color-mix(in srgb, CanvasText 4%, Canvas));
    color: var(--_color);
    font-family: var(--livewebinar-room-font, system-ui, sans-serif);
    line-height: 1.4;
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
    height: 100dvh;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  [part='stage'],
  .panel,
  noscript {
    position: relative;
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
  noscript {
    display: flex;
    flex-direction: column;
    gap: min(0.75em, 1.75cqi);
    align-items: center;
    padding-inline: min(1em, 4cqi);
    overflow: auto;
    outline: none;
    background: inherit;
    box-shadow:
      inset 0 0.5em 0.25em -0.25em var(--_shade),
      inset 0 -0.5em 0.25em -0.25em var(--_shade);
    font-size: clamp(1em, 0.75em + 0.5cqi, 1.75em);
    text-align: center;
  }
  /* These center the content and cover the scroll shadow at an edge without hidden content. */
  :is(.panel, noscript)::before,
  :is(.panel, noscript)::after {
    flex: 1 0 0.5em;
    align-self: stretch;
    margin-inline: max(-1em, -4cqi);
    background: inherit;
    content: '';
  }
  .no-script {
    display: none;
  }
  @media (scripting: none) {
    .panel,
    .status {
      display: none;
    }
    .no-script {
      display: block;
      padding: 1em;
    }
  }
  p {
    max-width: 36ch;
    overflow-wrap: anywhere;
    hyphens: auto;
    hyphenate-limit-chars: 10 5 4;
    text-wrap: balance;
  }
  [part='notice'] {
    max-width: none;
    padding: 0.5em 1em;
    font-size: 0.875em;
    text-align: center;
  }
  label,
  .panel div {
    display: grid;
    gap: 0.25em;
    place-items: center stretch;
  }
  label {
    width: min(20em, 100%);
    text-align: start;
  }
  .name {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.2;
  }
  img {
    width: 5em;
    height: 5em;
    border-radius: 50%;
    object-fit: cover;
  }
  svg {
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
  a,
  input {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    max-width: 100%;
    min-height: 44px;
    padding: 0 0.75em;
    border: 0 solid;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  input {
    padding: 0.5em 0.75em;
    border-width: 1px;
    text-decoration: none;
    cursor: text;
  }
  .primary {
    min-height: 3em;
    margin-top: 0.25em;
    padding: 0.5em min(1.75em, 8cqi);
    border: 2px solid transparent;
    background: var(--_accent);
    color: var(--livewebinar-room-on-accent, #fff);
    font-weight: 600;
    text-decoration: none;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 85%, #000);
  }
  :focus-visible {
    outline: 3px solid var(--_color);
    outline-offset: 2px;
  }
  [part='toolbar'],
  .panel .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0;
    justify-content: center;
    font-size: 0.875em;
  }
  .panel .links:empty {
    display: none;
  }
  [part='toolbar'] {
    justify-content: end;
    padding: 2px;
    border-top: 1px solid var(--_shade);
  }
  [part='toolbar'] > * {
    text-decoration: none;
  }
  [part='toolbar'] > :hover {
    background: var(--_shade);
  }
  [part='toolbar'] > :focus-visible {
    outline-offset: -3px;
  }
  .progress {
    width: 2.5em;
    height: 2.5em;
    border: 3px solid var(--_shade);
    border-top-color: var(--_color);
    border-radius: 50%;
    animation:
      appear 0.3s 0.5s both,
      turn 1s linear infinite;
    forced-color-adjust: none;
  }
  /* Reserves space for the longer text and for the link, so that nothing shifts when they appear. */
  .progress + p {
    max-width: none;
    animation: appear 0.3s 0.5s both;
  }
  [part='loading']:not(:has(a)) p {
    margin-bottom: calc(44px + min(0.75em, 1.75cqi));
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
  p:has(time) {
    max-width: none;
  }
  @container (width < 26em) {
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
