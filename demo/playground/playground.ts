import '../../src/index.js';
import { render } from 'lit';
import type { RoomState } from '../../src/index.js';
import { checkSettings } from './fields.js';
import { renderForm, type FormView } from './form.js';
import { ENGLISH, loadLanguages } from './languages.js';
import { attendeeLink } from './links.js';
import { findStandIn, Preview, type LogEntry } from './preview.js';
import {
  renderLog,
  renderPreviewBar,
  type PreviewChoices,
  type PreviewView,
} from './preview-bar.js';
import { drawQrCode, type QrCode } from './qr-code.js';
import { readPasted } from './read-pasted.js';
import { renderResults, type ResultsActions } from './results.js';
import { DEFAULTS, toRoomOptions, type Settings } from './settings.js';

const find = <Type extends HTMLElement = HTMLElement>(selector: string) =>
  document.querySelector<Type>(selector)!;
const form = find<HTMLFormElement>('#room-form');
const stage = find('#stage');
const status = find('#status');

let settings: Settings = { ...DEFAULTS, licenseKey: '123-123-123', nickname: 'Ada' };
/** Fields whose problems are said: nobody wants to be corrected while typing. */
const left = new Set<keyof Settings>();
let pasted: FormView['pasted'];
let choices: PreviewChoices = {
  source: 'stand-in',
  width: 'full',
  theme: 'system',
  language: 'en',
  fault: '',
};
let languages = ENGLISH;
let hasStandIn: boolean | undefined;
let state: RoomState = 'idle';
let log: LogEntry[] = [];
let way = 0;
let isPublic = false;
let copied = '';
let qrCode: QrCode | undefined;

const preview = new Preview(stage, {
  state: (newState) => {
    state = newState;
    updatePreview();
  },
  log: (entry) => {
    log = [...log, entry];
    updatePreview();
  },
});

const actions: ResultsActions = {
  copy: (title, text, source) => void copy(title, text, source),
  chooseWay: (index) => {
    way = index;
    updateResults();
    find(`#tab-${index}`).focus();
  },
  setPublic: (value) => {
    isPublic = value;
    updateResults();
    // The button that was pressed has made room for its opposite.
    find('#code-panel .note button').focus();
  },
  toggleQrCode: () => {
    if (!qrCode) return void showQrCode();
    qrCode = undefined;
    updateResults();
  },
  goTo: (name) => {
    const field = find(`#field-${name}`);
    field.closest('details')?.setAttribute('open', '');
    field.focus();
  },
};

function updateForm(): void {
  const problems = new Map([...checkSettings(settings)].filter(([name]) => left.has(name)));
  render(renderForm({ settings, problems, pasted }), form);
}

function updatePreview(): void {
  const view: PreviewView = {
    choices,
    hasStandIn,
    languages,
    state,
    log,
    choose,
    again: showRoom,
  };
  render(renderPreviewBar(view), find('#preview-bar'));
  render(renderLog(view), find('#log'));
  stage.dataset.width = choices.width;
  stage.lang = choices.language;
  stage.style.colorScheme = choices.theme === 'system' ? '' : choices.theme;
}

function updateResults(): void {
  render(
    renderResults({
      settings,
      problems: checkSettings(settings),
      way,
      isPublic,
      copied,
      qrCode,
      hasRooms: Boolean(hasStandIn),
      actions,
    }),
    find('#results'),
  );
}

function update(): void {
  updateForm();
  updatePreview();
  updateResults();
}

function showRoom(): void {
  if (checkSettings(settings).size === 0) {
    log = [];
    if (choices.source === 'stand-in' && !hasStandIn) preview.clear();
    else preview.show(toRoomOptions(settings), choices.source, choices.fault);
  }
  updatePreview();
}

function choose(change: Partial<PreviewChoices>): void {
  choices = { ...choices, ...change };
  if ('source' in change || 'fault' in change) showRoom();
  else updatePreview();
}

let typing: ReturnType<typeof setTimeout> | undefined;

/** Takes what the form says now; the room follows when the typing pauses. */
function change(next: Partial<Settings>): void {
  settings = { ...settings, ...next };
  if (qrCode) void showQrCode();
  update();
  clearTimeout(typing);
  typing = setTimeout(showRoom, 500);
}

/** Fills in the form. What the text does not say is emptied: a token of another link must not stay. */
function fillIn(text: string): boolean {
  const found = readPasted(text);
  if (!found) return false;
  const { mode, loading, isolated, controls, label, base } = settings;
  for (const name of Object.keys(found.settings)) left.add(name as keyof Settings);
  pasted = { found: true, words: `Filled in from ${found.kind}.` };
  isPublic = false;
  change({ ...DEFAULTS, mode, loading, isolated, controls, label, base, ...found.settings });
  return true;
}

async function showQrCode(): Promise<void> {
  if (checkSettings(settings).size > 0) return;
  qrCode = await drawQrCode(attendeeLink(toRoomOptions(settings)));
  updateResults();
}

let copying: ReturnType<typeof setTimeout> | undefined;

async function copy(title: string, text: string, source: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copied = title;
    status.textContent = `Copied: ${title}`;
  } catch {
    // No clipboard on an insecure page, or not allowed.
    getSelection()?.selectAllChildren(source.querySelector('code')!);
    status.textContent = `Selected: ${title}. Copy it with the keyboard.`;
  }
  updateResults();
  clearTimeout(copying);
  copying = setTimeout(() => {
    copied = '';
    status.textContent = '';
    updateResults();
  }, 3000);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (name === 'paste') {
    if (!fillIn(value)) {
      pasted = undefined;
      update();
    }
    return;
  }
  const isBox = target instanceof HTMLInputElement && target.type === 'checkbox';
  change({ [name]: isBox ? target.checked : value });
});
form.addEventListener('focusout', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (name !== 'paste') left.add(name as keyof Settings);
  else if (value.trim() && !readPasted(value)) {
    pasted = {
      found: false,
      words: 'No room was found in this. A link to a room has its token in it.',
    };
  }
  update();
});
// Who pastes a whole link into the field for the token means the form.
form.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  const { name } = event.target as HTMLInputElement;
  if (name === 'licenseKey' && /[/<]/.test(text) && fillIn(text)) event.preventDefault();
});

// All of it in one task would hold up a slow phone. The form comes first, for the rest stands beside or below it.
setTimeout(updateForm);
setTimeout(() => {
  updatePreview();
  void loadLanguages().then((all) => {
    languages = all;
    updatePreview();
  });
  void findStandIn().then((isThere) => {
    hasStandIn = isThere;
    updateResults();
    showRoom();
  });
});
setTimeout(updateResults);
