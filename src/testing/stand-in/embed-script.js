// @ts-check

/** Path of the script that the embed script adds. */
export const SECOND_SCRIPT = '/widget/wea/wea.min.js';

/**
 * Formats a value for a script. Escapes `<`, which could end the script element.
 *
 * @param {unknown} value
 */
const literal = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

/** Appends the iframe of `Widget.room` to its container, and runs the queue of the snippet. */
const OPEN_ROOM = `
  var Widget = window.Widget;
  var room = Widget && Widget.room;
  var container = room && document.getElementById(room.containerId);
  if (!container) return;
  var frame = document.createElement('iframe');
  frame.src = room.src;
  frame.allow = 'camera; microphone; display-capture; fullscreen; autoplay';
  frame.style.cssText = 'border: 0; display: block';
  frame.style.width = room.width;
  frame.style.height = room.height;
  container.appendChild(frame);
  if (!room.runsQueue) return;
  Widget.initialized = true;
  Widget();
`;

/**
 * Adds the second script, unless the page already has it. For this reason, a second mount shows nothing
 * unless the script is removed.
 *
 * @param {string} src
 */
const addSecondScript = (src) => `
  if (document.querySelector('script[src*="${SECOND_SCRIPT}"]')) return;
  var script = document.createElement('script');
  script.async = true;
  script.src = ${literal(src)};
  document.head.appendChild(script);
`;

/**
 * Builds the stand-in's response to `/em`.
 *
 * @param {string} origin Of the embed script.
 * @param {URLSearchParams} query
 * @param {{ fault?: string | undefined, variants?: readonly string[], frameOrigin?: string }} [options]
 */
export function embedScript(
  origin,
  query,
  { fault, variants = ['trap'], frameOrigin = origin } = {},
) {
  if (fault === 'script-empty') return '/* Stand-in: does nothing. */';
  if (fault === 'script-throws') return 'throw new Error("Stand-in: the embed script throws.");';
  const second = `${origin}${SECOND_SCRIPT}${fault === 'second-script-404' ? '?fault=404' : ''}`;
  const room = {
    src: `${frameOrigin}/stand-in/frame?${query}`,
    containerId: query.get('_widget_containerID'),
    width: query.get('_widget_width') || '100%',
    height: query.get('_widget_height') || '100%',
    runsQueue: fault !== 'no-queue',
  };
  return `// Stand-in for LiveWebinar's embed script.
(function () {
  if (!window.Widget) {
    window.Widget = function () {};
    window.Widget.__cbs = [];
  }
  window.Widget.room = ${literal(room)};
${variants.includes('frame') ? OPEN_ROOM : addSecondScript(second)}})();
`;
}

/** Builds the stand-in's second script. */
export const secondScript = () => `// Stand-in for LiveWebinar's second script.
(function () {${OPEN_ROOM}})();
`;
