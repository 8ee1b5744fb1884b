import { render } from 'lit';
import { LivewebinarRoom, type RoomState } from '../../src/index.js';
import { findStandIn, type StandInPlace } from '../site/stand-in.js';
import { toAppearance } from './appearance.js';
import { FORMATS } from './code/formats.js';
import { toIsoTime } from './date-time.js';
import { checkSettings, GROUPS } from './fields.js';
import { renderForm, type FormModel } from './form.js';
import { ENGLISH, loadLanguages } from './languages.js';
import { attendeeLink } from './links.js';
import { renderPlaceQuestion } from './place-question.js';
import { findPlace, PLACE_GROUPS, type EmbedMethod, type Place } from './places.js';
import { Preview, type LogEntry } from './preview.js';
import {
  renderLog,
  renderPreviewBar,
  type PreviewChoices,
  type PreviewModel,
} from './preview-bar.js';
import { drawQrCode } from './qr-code.js';
import { readPasted, type PastedRoom } from './read-pasted.js';
import {
  renderCode,
  renderCopyBar,
  renderLinks,
  sharedOptions,
  type ResultModel,
} from './result.js';
import { openSandbox } from './sandbox.js';
import {
  DEFAULTS,
  foreignOrigins,
  toRoomOptions,
  type RoomOptions,
  type Settings,
} from './settings.js';
import { readShareLink, writeShareLink } from './share-link.js';

const find = <Type extends HTMLElement = HTMLElement>(selector: string) =>
  document.querySelector<Type>(selector)!;
const form = find<HTMLFormElement>('#room-form');
const stage = find('#stage');
const status = find('#status');
const resultSection = find('#result');

const EXAMPLE_KEY = '123-123-123';
/** Width of a tablet in the preview, in CSS pixels. */
const TABLET_WIDTH_PX = 768;

const shared = readShareLink(location.hash);
let settings: Settings = { ...DEFAULTS, licenseKey: EXAMPLE_KEY, ...shared?.settings };
let place: Place = findPlace(shared?.placeName ?? '')?.place ?? PLACE_GROUPS[0].places[0];
let method: EmbedMethod = place.methods[0];
/** Fields whose problems are shown. A problem is not shown while the visitor is typing. */
const touched = new Set<keyof Settings>(shared ? keysOf(shared.settings) : []);
let pasted: FormModel['pasted'];
/** The pasted link, as long as it is one to the room in the form. */
let pastedUrl: string | undefined;
let choices: PreviewChoices = { source: 'stand-in', width: 'full', fault: '' };
let languages = ENGLISH;
let standIn: StandInPlace | undefined;
let isStandInKnown = false;
let state: RoomState = 'idle';
let log: LogEntry[] = [];
let isPublic = false;
/** Whether the name is that of a pasted invitation, with which not everyone should join. */
let isNameLeftOut = false;
let copied = '';
let qrCode: string | undefined;

function keysOf(some: Partial<Settings>): (keyof Settings)[] {
  return Object.keys(some) as (keyof Settings)[];
}

const preview = new Preview(stage, {
  onState: (newState) => {
    state = newState;
    updatePreview();
  },
  onLog: (entry) => {
    log = [...log, entry];
    updatePreview();
  },
});

const format = () => FORMATS[method.format];

const actions: ResultModel['actions'] = {
  copy: (title, text, source) => void copy(title, text, source),
  chooseMethod: (newMethod) => {
    method = newMethod;
    afterPlaceChange();
  },
  setPublic: (value) => {
    isPublic = value;
    updateResult();
    // The pressed button has been replaced by its opposite.
    find('#code .note button').focus();
  },
  useName: () => {
    isNameLeftOut = false;
    if (qrCode) void showQrCode();
    updateResult();
    // The pressed button has been removed.
    find('#copy-bar button').focus();
  },
  toggleQrCode: () => {
    if (!qrCode) return void showQrCode();
    qrCode = undefined;
    updateResult();
  },
  share: (source) => {
    const published = isNameLeftOut ? { ...settings, nickname: '' } : settings;
    void copy('Settings', writeShareLink(pageUrl(), published, place.name), source);
  },
  openSandbox: (code) => void openSandbox(method.format, code),
  goTo: (name) => {
    const field = find(`#field-${name}`);
    field.closest('details')?.setAttribute('open', '');
    field.focus();
  },
};

const pageUrl = () => location.href.replace(/#.*/, '');

function choosePlace(newPlace: Place): void {
  place = newPlace;
  method = place.methods[0];
  afterPlaceChange();
}

function afterPlaceChange(): void {
  if (method.format === 'poster' && !qrCode) void showQrCode();
  update();
  showRoom();
}

function updatePlace(): void {
  const { group } = findPlace(place.name)!;
  render(renderPlaceQuestion({ group, place, choosePlace }), find('#place'));
}

function updateForm(): void {
  const problems = new Map([...checkSettings(settings)].filter(([name]) => touched.has(name)));
  const { isElement } = format();
  render(renderForm({ settings, problems, pasted, languages, isElement }), form);
}

function updatePreview(): void {
  const model: PreviewModel = {
    choices,
    hasStandIn: isStandInKnown ? standIn !== undefined : undefined,
    isLink: !format().isElement && method.format !== 'iframe',
    state,
    log,
    choose,
    reopen: showRoom,
  };
  render(renderPreviewBar(model), find('#preview-bar'));
  render(renderLog(model), find('#log'));
  stage.dataset.width = choices.width;
}

function updateResult(): void {
  const model: ResultModel = {
    settings,
    problems: checkSettings(settings),
    place,
    method,
    isExample: settings.licenseKey === EXAMPLE_KEY,
    isPublic,
    isNameLeftOut,
    pastedUrl,
    copied,
    qrCode,
    hasRooms: standIn?.hasRoomPage ?? false,
    actions,
  };
  render(renderCopyBar(model), find('#copy-bar'));
  render(renderCode(model), find('#code'));
  render(renderLinks(model), find('#links'));
}

function update(): void {
  updatePlace();
  updateForm();
  updatePreview();
  updateResult();
}

/**
 * Prepares the preview of a real room. A script of a foreign origin, which a link or a text may have
 * named, never runs in this page: its room is shown in an iframe.
 */
function toRealRoom(options: RoomOptions): RoomOptions {
  const origins = foreignOrigins(options);
  const { embedOrigin = '', roomOrigin = '', ...room } = options;
  if (origins.includes(roomOrigin)) LivewebinarRoom.allowOrigins(roomOrigin);
  return {
    ...room,
    ...(roomOrigin && { roomOrigin }),
    ...(origins.includes(embedOrigin) ? { mode: 'iframe' } : embedOrigin && { embedOrigin }),
  };
}

let typing: ReturnType<typeof setTimeout> | undefined;

function showRoom(): void {
  // A pending timer would create the preview again, even if the visitor has joined the room by then.
  clearTimeout(typing);
  if (checkSettings(settings).size === 0) {
    log = [];
    const source = choices.source === 'stand-in' ? standIn : undefined;
    const options = source ? toRoomOptions(settings) : toRealRoom(toRoomOptions(settings));
    const { isElement } = format();
    if (choices.source === 'stand-in' && !source) preview.clear();
    else {
      preview.show({
        options: isElement ? options : { ...options, mode: 'iframe', loading: 'eager' },
        appearance: isElement ? toAppearance(settings) : {},
        standInOrigin: source?.origin,
        fault: choices.fault,
      });
    }
  }
  updatePreview();
}

function choose(change: Partial<PreviewChoices>): void {
  choices = { ...choices, ...change };
  if ('source' in change || 'fault' in change) showRoom();
  else updatePreview();
}

/** Fields that change the look of an open room, which stays open. */
const LOOKS: ReadonlySet<string> = new Set(
  GROUPS.find(({ title }) => title === 'Appearance')!.fields.map(({ name }) => name),
);

/** Applies the values of the form. The preview follows when the visitor stops typing. */
function change(next: Partial<Settings>): void {
  settings = { ...settings, ...next };
  if (keysOf(next).some((name) => !LOOKS.has(name))) pastedUrl = undefined;
  if (qrCode) void showQrCode();
  update();
  if (keysOf(next).every((name) => LOOKS.has(name) && name !== 'label')) {
    return preview.restyle(toAppearance(settings));
  }
  clearTimeout(typing);
  typing = setTimeout(showRoom, 500);
}

/** Reads a pasted text and fills in the form. If it is a single word, asks whether it is the name of a room. */
function fillIn(text: string): boolean {
  const found = readPasted(text);
  if ('problem' in found) return false;
  if (found.isGuess) {
    const { licenseKey } = found.settings;
    pasted = { text: `Is “${licenseKey}” the name of a room?`, accept: () => takeOver(found) };
    updateForm();
  } else takeOver(found);
  return true;
}

/** Fills in the form. Fields that the text does not contain are emptied, so that no token of another link remains. */
function takeOver({ settings: found, source, url }: PastedRoom): void {
  const kept = Object.fromEntries(
    GROUPS.filter(({ isOfPage }) => isOfPage)
      .flatMap(({ fields }) => fields)
      .map(({ name }) => [name, settings[name]]),
  );
  for (const name of keysOf(found)) touched.add(name);
  pasted = { text: `Filled in from ${source}.` };
  isPublic = false;
  isNameLeftOut = url !== undefined && Boolean(found.nickname);
  change({
    ...DEFAULTS,
    ...kept,
    base: settings.base,
    ...found,
  });
  pastedUrl = url;
  updateResult();
}

async function showQrCode(): Promise<void> {
  if (checkSettings(settings).size > 0) return;
  qrCode = await drawQrCode(attendeeLink(sharedOptions({ settings, isNameLeftOut })));
  updateResult();
}

let copying: ReturnType<typeof setTimeout> | undefined;

async function copy(title: string, text: string, source: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copied = title;
    status.textContent = `Copied: ${title}`;
  } catch {
    // There is no clipboard on an insecure page, or it is not allowed.
    showTab('code');
    getSelection()?.selectAllChildren(source.querySelector('code') ?? source);
    status.textContent = `Selected: ${title}. Copy it with the keyboard.`;
  }
  updateResult();
  clearTimeout(copying);
  copying = setTimeout(() => {
    copied = '';
    status.textContent = '';
    updateResult();
  }, 3000);
}

/** Shows either the preview or the code on screens that are too small for both. */
function showTab(name: string): void {
  resultSection.dataset.tab = name;
  for (const tab of resultSection.querySelectorAll<HTMLElement>('[role=tab]')) {
    const isShown = tab.dataset.tab === name;
    tab.ariaSelected = String(isShown);
    tab.tabIndex = isShown ? 0 : -1;
  }
}

const tabs = find('#result-tabs');
tabs.addEventListener('click', ({ target }) => {
  const { tab } = (target as HTMLElement).dataset;
  if (tab) showTab(tab);
});
tabs.addEventListener('keydown', (event) => {
  if (!/^Arrow(Left|Right)$|^Home$|^End$/.test(event.key)) return;
  event.preventDefault();
  showTab(resultSection.dataset.tab === 'code' ? 'preview' : 'code');
  find('#result-tabs [aria-selected=true]').focus();
});

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
  if (name === 'nickname') isNameLeftOut = false;
  const { type, checked } = target as HTMLInputElement;
  if (type === 'checkbox') change({ [name]: checked });
  else change({ [name]: type === 'datetime-local' ? toIsoTime(value) : value });
});
form.addEventListener('focusout', ({ target }) => {
  const { name, value } = target as HTMLInputElement;
  if (name !== 'paste') touched.add(name as keyof Settings);
  else if (value.trim()) {
    const found = readPasted(value);
    if ('problem' in found) pasted = { text: found.problem, isProblem: true };
  }
  update();
});
// A link pasted into the field of the license key is meant for the form.
form.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text') ?? '';
  const { name } = event.target as HTMLInputElement;
  if (name === 'licenseKey' && /[/<]/.test(text) && fillIn(text)) event.preventDefault();
});

// A tablet is scaled down to fit.
new ResizeObserver(([entry]) => {
  const scale = Math.min(1, entry!.contentRect.width / TABLET_WIDTH_PX);
  stage.style.setProperty('--tablet-scale', String(scale));
}).observe(find('.viewport'));

// One task for each part: all of it at once would block a slow phone.
setTimeout(updatePlace);
setTimeout(updateForm);
setTimeout(() => {
  updatePreview();
  void loadLanguages().then((all) => {
    languages = all;
    updateForm();
  });
  void findStandIn().then((found) => {
    standIn = found;
    isStandInKnown = true;
    if (found) LivewebinarRoom.allowOrigins(found.origin);
    updateResult();
    setTimeout(showRoom);
  });
});
setTimeout(updateResult);
