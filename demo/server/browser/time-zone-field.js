// @ts-check
// Starts the time zone field with the browser's zone, unless a rejected form already filled it.

const field = document.querySelector('input[name="timeZone"][data-detect]');
if (field instanceof HTMLInputElement) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || field.value;
}
