import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { contrastWarning, isColor } from './appearance.js';
import { toLocalTime } from './date-time.js';
import { GROUPS, type Field, type Group, type Problems } from './fields.js';
import type { Languages } from './languages.js';
import { DEFAULTS, type Settings } from './settings.js';

/** What the form shows. */
export interface FormModel {
  readonly settings: Settings;
  /** Problems of the fields that were touched or filled in. */
  readonly problems: Problems;
  /** Result of the last paste. */
  readonly pasted: PasteOutcome | undefined;
  readonly languages: Languages;
  /** Whether the result is the element, which alone has appearance and behavior. */
  readonly isElement: boolean;
}

/** The result of reading a pasted text, as the form shows it. */
export interface PasteOutcome {
  readonly text: string;
  readonly isProblem?: boolean;
  /** Fills in the room that the text may name. */
  readonly accept?: () => void;
}

const toId = (name: string) => `field-${name}`;

/** Notes of a field by kind: its hint, a warning, its problem. */
function notesOf({ name, hint }: Field, { settings, problems }: FormModel) {
  return Object.entries({
    hint,
    warning: name === 'textOnAccent' ? contrastWarning(settings) : undefined,
    problem: problems.get(name),
  }).filter(([, text]) => text);
}

const describedBy = (field: Field, model: FormModel) =>
  notesOf(field, model)
    .map(([kind]) => `${toId(field.name)}-${kind}`)
    .join(' ') || nothing;

const notes = (field: Field, model: FormModel) =>
  notesOf(field, model).map(
    ([kind, text]) => html`<p class=${kind} id="${toId(field.name)}-${kind}">${text}</p>`,
  );

function textField(field: Field, model: FormModel) {
  const { name, label, placeholder, inputMode, lines } = field;
  const { settings, problems } = model;
  const id = toId(name);
  const described = describedBy(field, model);
  const invalid = problems.has(name) ? 'true' : nothing;
  const value = String(settings[name]);
  const input = lines
    ? html`<textarea
        id=${id}
        name=${name}
        rows=${lines}
        spellcheck="false"
        placeholder=${placeholder ?? nothing}
        aria-describedby=${described}
        aria-invalid=${invalid}
        .value=${live(value)}
      ></textarea>`
    : html`<input
        id=${id}
        name=${name}
        type=${field.isTime ? 'datetime-local' : 'text'}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        inputmode=${inputMode ?? nothing}
        placeholder=${placeholder ?? nothing}
        aria-required=${name === 'licenseKey' || nothing}
        aria-describedby=${described}
        aria-invalid=${invalid}
        .value=${live(field.isTime ? toLocalTime(value) : value)}
      />`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${field.isColor ? html`<div class="color">${input} ${colorPicker(field, model)}</div>` : input}
    ${notes(field, model)}
  </div>`;
}

const colorPicker = ({ name, label, placeholder }: Field, { settings }: FormModel) => {
  const value = String(settings[name]);
  return html`<input
    type="color"
    name=${name}
    aria-label="Pick: ${label}"
    .value=${live(isColor(value) ? value : placeholder!)}
  />`;
};

function choiceField(field: Field, model: FormModel) {
  const { name, label } = field;
  const value = model.settings[name];
  const choices =
    name === 'language'
      ? { '': 'As the page', ...Object.fromEntries(model.languages) }
      : field.choices!;
  return html`<div class="field">
    <label for=${toId(name)}>${label}</label>
    <select
      id=${toId(name)}
      name=${name}
      aria-describedby=${describedBy(field, model)}
      .value=${live(String(value))}
    >
      ${Object.entries(choices).map(
        ([choice, text]) =>
          html`<option
            value=${choice}
            lang=${(name === 'language' && choice) || nothing}
            ?selected=${value === choice}
          >
            ${text}
          </option>`,
      )}
    </select>
    ${notes(field, model)}
  </div>`;
}

function boxField(field: Field, model: FormModel) {
  const { name, label } = field;
  // In iframe mode there is no script to isolate.
  const isMoot = name === 'isolated' && model.settings.mode === 'iframe';
  return html`<div class="field box">
    <input
      type="checkbox"
      id=${toId(name)}
      name=${name}
      ?disabled=${isMoot}
      aria-describedby=${describedBy(field, model)}
      .checked=${live(model.settings[name] === true)}
    />
    <label for=${toId(name)}>${label}</label>
    ${notes(field, model)}
  </div>`;
}

function renderField(field: Field, model: FormModel) {
  if (field.choices) return choiceField(field, model);
  return typeof DEFAULTS[field.name] === 'boolean'
    ? boxField(field, model)
    : textField(field, model);
}

/** Number of fields that differ from their default, so that a closed group does not hide them. */
const countSet = ({ fields }: Group, settings: Settings) =>
  fields.filter(({ name }) => settings[name] !== DEFAULTS[name]).length;

function renderGroup(group: Group, model: FormModel) {
  const count = countSet(group, model.settings);
  const isWrong = group.fields.some(({ name }) => model.problems.has(name));
  return html`<details
    class="group"
    data-wrong=${isWrong || nothing}
    ?hidden=${group.isOfPage === true && !model.isElement}
  >
    <summary>
      <span>${group.title}</span>
      ${isWrong ? html`<span class="count wrong">Problem</span>` : nothing}
      ${count && !isWrong ? html`<span class="count">${count} set</span>` : nothing}
    </summary>
    <div class="fields">
      ${group.note ? html`<p class="hint">${group.note}</p>` : nothing}
      ${group.fields.map((field) => renderField(field, model))}
    </div>
  </details>`;
}

/** Renders the content of the form. */
export function renderForm(model: FormModel): TemplateResult {
  const [first, ...others] = GROUPS;
  const { pasted } = model;
  return html`
    <div class="field paste">
      <label for="paste">Paste your invitation</label>
      <textarea
        id="paste"
        name="paste"
        rows="2"
        autocomplete="off"
        spellcheck="false"
        placeholder="https://app.livewebinar.com/123-123-123"
        aria-describedby="paste-hint paste-outcome"
        aria-invalid=${pasted?.isProblem ? 'true' : nothing}
      ></textarea>
      <p class="hint" id="paste-hint">
        A link, a whole message, or LiveWebinar’s embed code. It fills in the fields below.
      </p>
      <p id="paste-outcome" class=${pasted?.isProblem ? 'problem' : 'success'} role="status">
        ${pasted?.text}
        ${
          pasted?.accept
            ? html`<button type="button" class="small" @click=${pasted.accept}>Yes, use it</button>`
            : nothing
        }
      </p>
    </div>
    <div class="fields">${first!.fields.map((field) => renderField(field, model))}</div>
    <div class="groups">${others.map((group) => renderGroup(group, model))}</div>
  `;
}
