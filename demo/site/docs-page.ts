import { addCopyButtons } from './copy-buttons.js';
import type MiniSearch from 'minisearch';
import type { SearchEntry } from '../../scripts/site/docs.js';

const field = document.querySelector<HTMLInputElement>('#search')!;
const list = document.querySelector<HTMLElement>('#search-results')!;
const MAX_RESULTS = 8;

let loading: Promise<MiniSearch<SearchEntry>> | undefined;

/** Loads the index with the first search. */
async function loadIndex(): Promise<MiniSearch<SearchEntry>> {
  const [{ default: Search }, response] = await Promise.all([
    import('minisearch'),
    fetch('search.json'),
  ]);
  const index = new Search<SearchEntry>({
    fields: ['title', 'page', 'text'],
    storeFields: ['id', 'page', 'title'],
    searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  index.addAll((await response.json()) as SearchEntry[]);
  return index;
}

function show(results: readonly SearchEntry[]): void {
  const options = results.slice(0, MAX_RESULTS).map(({ id, page, title }, index) => {
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `result-${index}`;
    option.dataset.href = `../${id}`;
    option.append(title, ' ');
    if (page !== title)
      option.append(Object.assign(document.createElement('small'), { textContent: page }));
    return option;
  });
  if (options.length === 0) {
    const none = document.createElement('li');
    none.textContent = 'Nothing found';
    none.role = 'option';
    none.ariaDisabled = 'true';
    options.push(none);
  }
  list.replaceChildren(...options);
  setOpen(true);
  activate(0);
}

function setOpen(isOpen: boolean): void {
  list.hidden = !isOpen;
  field.ariaExpanded = String(isOpen);
  if (!isOpen) field.removeAttribute('aria-activedescendant');
}

/** Marks the option that Enter opens. */
function activate(index: number): void {
  const options = [...list.children].filter(({ id }) => id);
  const active = options.at(index % options.length);
  for (const option of options) option.ariaSelected = String(option === active);
  if (active) {
    field.setAttribute('aria-activedescendant', active.id);
    active.scrollIntoView({ block: 'nearest' });
  }
}

const activeIndex = () =>
  [...list.children].findIndex(({ ariaSelected }) => ariaSelected === 'true');

field.addEventListener('focus', () => void (loading ??= loadIndex()), { once: true });
field.addEventListener('input', () => {
  const query = field.value.trim();
  if (!query) return setOpen(false);
  loading ??= loadIndex();
  void loading.then((index) => {
    if (query === field.value.trim()) show(index.search(query) as unknown as SearchEntry[]);
  });
});
field.addEventListener('keydown', (event) => {
  const active = list.children[activeIndex()] as HTMLElement | undefined;
  if (event.key === 'ArrowDown') activate(activeIndex() + 1);
  else if (event.key === 'ArrowUp') activate(activeIndex() - 1);
  else if (event.key === 'Escape') setOpen(false);
  else if (event.key === 'Enter' && active?.dataset.href) location.assign(active.dataset.href);
  else return;
  event.preventDefault();
});
field.addEventListener('blur', () => setOpen(false));
// Pressing the pointer must not take the focus, which closes the list before the click.
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('click', ({ target }) => {
  const href = (target as HTMLElement).closest<HTMLElement>('[data-href]')?.dataset.href;
  if (href) location.assign(href);
});

addCopyButtons();
