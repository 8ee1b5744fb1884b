import type { Settings } from './settings.js';

/** Attributes that style the element. Every value is a plain token, safe in any of the languages of the code. */
export interface Appearance {
  readonly lang?: string;
  /** CSS declarations by name. */
  readonly style?: Readonly<Record<string, string>>;
}

/** Lowest contrast of text that WCAG 2.2 accepts at level AA. */
export const MIN_CONTRAST = 4.5;

const ACCENT = /^#[\da-f]{6}$/i;

/** Whether a value is a color that the form accepts, such as `#8f2d56`. */
export const isColor = (value: string): boolean => ACCENT.test(value);

/** Relative luminance of an sRGB color, as WCAG defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const share = parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/**
 * Returns the contrast ratio of two `#rrggbb` colors, from 1 to 21.
 *
 * @example
 * contrast('#ffffff', '#000000'); // 21
 */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Returns the text color for buttons: the chosen one, or the more readable one of black and white. */
export function textColor({ accent, textOnAccent }: Settings): '#ffffff' | '#000000' {
  if (textOnAccent !== 'auto') return textOnAccent;
  return contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000';
}

/** Returns a sentence if the text of the buttons is hard to read. */
export function contrastWarning(settings: Settings): string | undefined {
  const { accent } = settings;
  if (!isColor(accent)) return undefined;
  const ratio = contrast(accent, textColor(settings));
  if (ratio >= MIN_CONTRAST) return undefined;
  // Rounded down: 4.49 must not read as 4.5.
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  return `Text on this color has a contrast of ${shown} : 1 and is hard to read. It needs ${MIN_CONTRAST} : 1.`;
}

/** Returns the attributes for what the form sets apart from the element's own look. */
export function toAppearance(settings: Settings): Appearance {
  const { accent, theme, language, corners } = settings;
  const style = {
    ...(theme !== 'system' && { 'color-scheme': theme }),
    ...(isColor(accent) && {
      '--livewebinar-room-accent': accent,
      '--livewebinar-room-on-accent': textColor(settings),
    }),
    ...(corners && { '--livewebinar-room-radius': corners }),
  };
  return {
    ...(language && { lang: language }),
    ...(Object.keys(style).length > 0 && { style }),
  };
}

/** Writes declarations as in a `style` attribute. */
export const toCssText = (style: Readonly<Record<string, string>>): string =>
  Object.entries(style)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
