import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { GROUPS, type Field, type Group, type Problems } from './fields.js';
import { DEFAULTS, type Settings } from './settings.js';

/** What the form shows. */
export interface FormView {
  readonly settings: Settings;
  /** Problems of the fields that were left or filled in. */
  readonly problems: Problems;
  /** What came of the last paste. */
  readonly pasted: { readonly found: boolean; readonly words: string } | undefined;
}

const toId = (name: string) => `field-${name}`;

/** What an input has in common, whatever its kind. */
function describedBy({ name, hint }: Field, problem: string | undefined) {
  const ids = [hint && `${toId(name)}-hint`, problem && `${toId(name)}-problem`].filter(Boolean);
  return ids.join(' ') || nothing;
}

const notes = ({ name, hint }: Field, problem: string | undefined) => html`
  ${hint ? html`<p class="hint" id="${toId(name)}-hint">${hint}</p>` : nothing}
  ${problem ? html`<p class="problem" id="${toId(name)}-problem">${problem}</p>` : nothing}
`;

function textField(field: Field, { settings, problems }: FormView) {
  const { name, label, placeholder, inputMode, lines } = field;
  const problem = problems.get(name);
  const id = toId(name);
  const described = describedBy(field, problem);
  const invalid = problem ? 'true' : nothing;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${
      lines
        ? html`<textarea
            id=${id}
            name=${name}
            rows=${lines}
            spellcheck="false"
            placeholder=${placeholder ?? nothing}
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${live(String(settings[name]))}
          ></textarea>`
        : html`<input
            id=${id}
            name=${name}
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            inputmode=${inputMode ?? nothing}
            placeholder=${placeholder ?? nothing}
            aria-required=${name === 'licenseKey' || nothing}
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${live(String(settings[name]))}
          />`
    }
    ${notes(field, problem)}
  </div>`;
}

function choiceField({ name, label, choices = {} }: Field, { settings }: FormView) {
  return html`<div class="field">
    <label for=${toId(name)}>${label}</label>
    <select id=${toId(name)} name=${name} .value=${live(String(settings[name]))}>
      ${Object.entries(choices).map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${settings[name] === value}>${words}</option>`,
      )}
    </select>
  </div>`;
}

function boxField(field: Field, { settings }: FormView) {
  const { name, label } = field;
  // The frame mode has no script to isolate.
  const isMoot = name === 'isolated' && settings.mode === 'iframe';
  return html`<div class="field box">
    <input
      type="checkbox"
      id=${toId(name)}
      name=${name}
      ?disabled=${isMoot}
      aria-describedby=${describedBy(field, undefined)}
      .checked=${live(settings[name] === true)}
    />
    <label for=${toId(name)}>${label}</label>
    ${notes(field, undefined)}
  </div>`;
}

function renderField(field: Field, view: FormView) {
  if (field.choices) return choiceField(field, view);
  return typeof DEFAULTS[field.name] === 'boolean' ? boxField(field, view) : textField(field, view);
}

/** How many fields of a group say something of their own: a closed group does not hide that. */
const countSet = ({ fields }: Group, settings: Settings) =>
  fields.filter(({ name }) => settings[name] !== DEFAULTS[name]).length;

function renderGroup(group: Group, view: FormView) {
  const count = countSet(group, view.settings);
  const isWrong = group.fields.some(({ name }) => view.problems.has(name));
  return html`<details class="group" data-wrong=${isWrong || nothing}>
    <summary>
      <span>${group.title}</span>
      ${isWrong ? html`<span class="count wrong">Problem</span>` : nothing}
      ${count && !isWrong ? html`<span class="count">${count} set</span>` : nothing}
    </summary>
    <div class="fields">
      ${group.note ? html`<p class="hint">${group.note}</p>` : nothing}
      ${group.fields.map((field) => renderField(field, view))}
    </div>
  </details>`;
}

/** Renders what stands inside the form. */
export function renderForm(view: FormView): TemplateResult {
  const [first, ...others] = GROUPS;
  const { pasted } = view;
  return html`
    <div class="field paste">
      <label for="paste">Paste a link or a snippet</label>
      <textarea
        id="paste"
        name="paste"
        rows="3"
        autocomplete="off"
        spellcheck="false"
        placeholder="https://app.livewebinar.com/123-123-123"
        aria-describedby="paste-hint paste-outcome"
        aria-invalid=${pasted?.found === false ? 'true' : nothing}
      ></textarea>
      <p class="hint" id="paste-hint">
        An invitation, the embed snippet, an address on your site. It fills in the fields below.
      </p>
      <p id="paste-outcome" class=${pasted?.found === false ? 'problem' : 'success'} role="status">
        ${pasted?.words}
      </p>
    </div>
    <div class="fields">${first!.fields.map((field) => renderField(field, view))}</div>
    ${others.map((group) => renderGroup(group, view))}
  `;
}
