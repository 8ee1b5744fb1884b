// @ts-check
// Fills the time zone field with the browser's zone, unless the visitor was faster or a form was rejected.

const field = document.querySelector('input[name="timeZone"][data-detect]');
if (field instanceof HTMLInputElement && !field.value) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
}
