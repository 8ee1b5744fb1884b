import { html, nothing, type TemplateResult } from 'lit';
import type { RoomState } from '../../src/index.js';
import { FAULT_NAMES } from './faults.js';
import type { LogEntry, Source } from './preview.js';

/** How the preview looks, and which service it uses. */
export interface PreviewChoices {
  readonly source: Source;
  readonly width: 'phone' | 'tablet' | 'full';
  readonly fault: string;
}

export interface PreviewModel {
  readonly choices: PreviewChoices;
  /** `undefined` while it is not known. */
  readonly hasStandIn: boolean | undefined;
  /** Whether the result is a link, which opens the room in a tab of its own. */
  readonly isLink: boolean;
  readonly state: RoomState;
  readonly log: readonly LogEntry[];
  readonly choose: (choices: Partial<PreviewChoices>) => void;
  readonly reopen: () => void;
}

const STATE_TEXT: Record<RoomState, string> = {
  idle: 'Waiting',
  loading: 'Opening',
  ready: 'Open',
  error: 'Could not open',
};

/** Renders a row of radio buttons. */
function segments<Name extends 'source' | 'width'>(
  name: Name,
  legend: string,
  options: Record<PreviewChoices[Name], string>,
  { choices, choose }: PreviewModel,
) {
  return html`<fieldset class="segments" data-segments=${name}>
    <legend>${legend}</legend>
    ${Object.entries<string>(options).map(
      ([value, text]) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${choices[name] === value}
            @change=${() => choose({ [name]: value })}
          />
          <span>${text}</span>
        </label>`,
    )}
  </fieldset>`;
}

function faultList({ choices, choose }: PreviewModel) {
  return html`<select
    aria-label="Fault"
    ?disabled=${choices.source === 'vendor'}
    @change=${({ target }: Event) => choose({ fault: (target as HTMLSelectElement).value })}
  >
    ${Object.entries({ '': 'No fault', ...FAULT_NAMES }).map(
      ([value, text]) =>
        html`<option value=${value} ?selected=${choices.fault === value}>${text}</option>`,
    )}
  </select>`;
}

/** Renders the name of the service that the preview uses, before any request is sent to it. */
function sourceNote({ choices, hasStandIn, isLink }: PreviewModel) {
  if (choices.source === 'vendor') {
    return html`<div class="note" role="note">
      <strong>Real room.</strong> When you join, LiveWebinar receives what the form contains, and
      others in the room see you. Before that, nothing is requested.
    </div>`;
  }
  if (hasStandIn === false) {
    return html`<div class="note calm" role="note">
      <strong>No stand-in here.</strong> The preview needs a service worker, which this browser or
      this page does not allow. Code and links work without it, and so does the real room.
    </div>`;
  }
  return isLink
    ? html`<p class="hint">Your visitors get the link. It opens this room in a tab of its own.</p>`
    : nothing;
}

/** Renders the controls above the preview. */
export function renderPreviewBar(model: PreviewModel): TemplateResult {
  const { state, reopen } = model;
  return html`
    <div class="row">
      <h2 id="preview-title">Preview</h2>
      <span class="state" data-state=${state}>${STATE_TEXT[state]}</span>
      ${segments('source', 'Room', { 'stand-in': 'Stand-in', vendor: 'Real room' }, model)}
    </div>
    <div class="row tools">
      ${segments('width', 'Width', { phone: 'Phone', tablet: 'Tablet', full: 'Full' }, model)}
      ${faultList(model)}
      <button type="button" @click=${reopen}>Reopen</button>
    </div>
    ${sourceNote(model)}
  `;
}

/** Renders the events of the room, the newest last. */
export function renderLog({ log }: PreviewModel): TemplateResult {
  if (log.length === 0) return html`<p class="hint">Nothing yet.</p>`;
  return html`<ol>
    ${log.map(
      ({ at, event, detail, isProblem }) =>
        html`<li class=${isProblem ? 'wrong' : ''}>
          <span class="at">${(at / 1000).toFixed(2)} s</span>
          <code>livewebinar-${event}</code>
          <span>${detail}</span>
        </li>`,
    )}
  </ol>`;
}
