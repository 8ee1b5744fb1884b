// @ts-check
// Shows a Copy button beside every link of a list, where the browser has a clipboard.

const status = document.querySelector('[role="status"]');

for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!(button instanceof HTMLButtonElement) || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const isCopied = await navigator.clipboard.writeText(button.dataset.copy ?? '').then(
      () => true,
      () => false,
    );
    button.textContent = isCopied ? 'Copied' : 'Copy';
    if (status) status.textContent = isCopied ? 'Link copied.' : 'The link could not be copied.';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
}
