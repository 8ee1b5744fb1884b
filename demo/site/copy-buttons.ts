/** Adds a button to every block of code on the page. The style sheet keeps its place. */
export function addCopyButtons(): void {
  for (const figure of document.querySelectorAll('figure.code:not(:has(.copy))')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    const caption = figure.querySelector('figcaption')!;
    button.ariaLabel = `Copy: ${caption.textContent}`;
    button.addEventListener('click', () => void copy(figure, button));
    caption.append(button);
  }
}

async function copy(figure: Element, button: HTMLButtonElement): Promise<void> {
  const code = figure.querySelector('code')!;
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  } catch {
    // There is no clipboard on an insecure page, or it is not allowed.
    getSelection()?.selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => (button.textContent = 'Copy'), 2000);
}
