import { html, nothing, type TemplateResult } from 'lit';
import type { RoomState } from '../../src/index.js';
import { FAULTS } from '../../src/testing/stand-in/faults.js';
import type { Languages } from './languages.js';
import type { LogEntry, Source } from './preview.js';

/** How the preview looks, and whom it asks. */
export interface PreviewChoices {
  readonly source: Source;
  readonly width: 'phone' | 'tablet' | 'full';
  readonly theme: 'system' | 'light' | 'dark';
  /** Tag of the language that visitors speak. */
  readonly language: string;
  readonly fault: string;
}

export interface PreviewView {
  readonly choices: PreviewChoices;
  /** `undefined` while it is not known. */
  readonly hasStandIn: boolean | undefined;
  readonly languages: Languages;
  readonly state: RoomState;
  readonly log: readonly LogEntry[];
  readonly choose: (choices: Partial<PreviewChoices>) => void;
  readonly again: () => void;
}

/** A row of radio buttons. */
function segments<Name extends 'source' | 'width' | 'theme'>(
  name: Name,
  legend: string,
  options: Record<PreviewChoices[Name], string>,
  { choices, choose }: PreviewView,
) {
  return html`<fieldset class="segments" data-segments=${name}>
    <legend>${legend}</legend>
    ${Object.entries<string>(options).map(
      ([value, words]) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${value}
            .checked=${choices[name] === value}
            @change=${() => choose({ [name]: value })}
          />
          <span>${words}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** A list to choose from. */
function select(
  name: 'language' | 'fault',
  label: string,
  options: Iterable<[value: string, words: string]>,
  { choices, choose }: PreviewView,
) {
  return html`<label class="choice" data-choice=${name}>
    <span>${label}</span>
    <select
      ?disabled=${name === 'fault' && choices.source === 'vendor'}
      @change=${({ target }: Event) => choose({ [name]: (target as HTMLSelectElement).value })}
    >
      ${[...options].map(
        ([value, words]) =>
          html`<option
            value=${value}
            lang=${name === 'language' ? value : nothing}
            ?selected=${choices[name] === value}
          >
            ${words}
          </option>`,
      )}
    </select>
  </label>`;
}

/** Says whom the preview asks, before anything is asked. */
const sourceNote = ({ choices, hasStandIn }: PreviewView) => {
  if (choices.source === 'vendor') {
    return html`<div class="note" role="note">
      <strong>Real room.</strong> When you join, what the form says goes to LiveWebinar, and others
      in the room see you. Nothing is asked of it before.
    </div>`;
  }
  return hasStandIn === false
    ? html`<div class="note calm" role="note">
        <strong>No stand-in here.</strong> It runs on your own machine:
        <code>npm ci && npm start</code>
        in a copy of the project. Links and code below work without it, and so does the real room.
      </div>`
    : nothing;
};

/** Renders what stands above the preview. */
export function renderPreviewBar(view: PreviewView): TemplateResult {
  const { languages, state, again } = view;
  return html`
    <div class="row">
      <h2 id="preview-title">Preview</h2>
      <span class="state" data-state=${state}>${state}</span>
      ${segments('source', 'Room', { 'stand-in': 'Stand-in', vendor: 'Real LiveWebinar' }, view)}
    </div>
    <div class="row tools">
      ${segments('width', 'Width', { phone: 'Phone', tablet: 'Tablet', full: 'Full' }, view)}
      ${segments('theme', 'Theme', { system: 'System', light: 'Light', dark: 'Dark' }, view)}
      ${select('language', 'Language', languages, view)}
      ${select('fault', 'Fault', [['', 'None'], ...Object.entries(FAULTS)], view)}
      <button type="button" @click=${again}>Open again</button>
    </div>
    ${sourceNote(view)}
  `;
}

/** Renders what happened to the room, the newest last. */
export function renderLog({ log }: PreviewView): TemplateResult {
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
