// @ts-check
// Fills the time zone field with the browser's zone, unless the visitor has already typed one. The field of a
// rejected form is not marked with `data-detect` and stays as it was.

const field = document.querySelector('input[name="timeZone"][data-detect]');
if (field instanceof HTMLInputElement && !field.value) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
