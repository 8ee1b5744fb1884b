import { css } from 'lit';

export const styles = css`
  :host {
    --_accent: var(--livewebinar-room-accent, #1d5bd6);
    --_radius: var(--livewebinar-room-radius, 0.75rem);
    display: block;
    width: 100%;
    height: 100%;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  .box {
    position: relative;
    box-sizing: border-box;
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    width: 100%;
    height: 100%;
    min-height: var(--livewebinar-room-min-height, 20rem);
    aspect-ratio: var(--livewebinar-room-aspect-ratio, 16 / 9);
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--livewebinar-room-background, Canvas);
    color: var(--livewebinar-room-color, CanvasText);
    font: 1rem/1.5 var(--livewebinar-room-font, system-ui, sans-serif);
  }
  .box[data-full] {
    border-radius: 0;
  }
  .box[popover] {
    position: fixed;
    inset: 0;
    width: 100%;
    height: 100dvh;
    max-height: none;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  [part='stage'],
  .panel {
    grid-area: 1 / 1;
    min-width: 0;
  }
  [part='stage'] > iframe {
    display: block;
    width: 100%;
    height: 100%;
    border: 0;
  }
  .panel {
    z-index: 1;
    display: grid;
    gap: 0.75rem;
    place-content: center;
    place-items: center;
    padding: 1rem;
    overflow: auto;
    text-align: center;
    outline: none;
    background: inherit;
    border: 1px solid color-mix(in srgb, currentcolor 18%, transparent);
    border-radius: inherit;
  }
  p {
    margin: 0;
    max-width: 40ch;
    overflow-wrap: anywhere;
  }
  button {
    min-height: 44px;
    padding: 0.5rem 1.5rem;
    border: 2px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--livewebinar-room-on-accent, #fff);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
