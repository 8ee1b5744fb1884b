import { toCssText, type Appearance } from '../appearance.js';
import type { RoomOptions } from '../settings.js';
import { toKebabCase } from '../../../src/url/to-kebab-case.js';
import { quoteHtml, toJs } from './quote.js';

/** Writes a single-file component for Vue. Its attributes are escaped as those of HTML. */
export function writeVue(options: RoomOptions, { lang, style }: Appearance): string {
  const values = { ...options, ...(lang && { lang }), ...(style && { style: toCssText(style) }) };
  const props = Object.entries(values).map(([name, value]) => {
    if (value === true) return toKebabCase(name);
    return typeof value === 'string'
      ? `${toKebabCase(name)}=${quoteHtml(value)}`
      : `:${toKebabCase(name)}=${quoteHtml(toJs(value))}`;
  });
  return `<script setup>
import { LivewebinarRoom } from 'livewebinar-room/vue';
</script>

<template>
  <LivewebinarRoom
${props.map((prop) => `    ${prop}`).join('\n')}
  />
</template>`;
}
