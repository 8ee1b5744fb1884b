import { faultOf } from './faults.js';

/** The second script's path (vendor contract: C). */
export const SECOND_SCRIPT = '/widget/wea/wea.min.js';

/** Writes a value into a script; `<` could end the script element around it. */
const literal = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

/**
 * The stand-in's answer to `/em`: remembers the options and adds the second script, unless one is
 * in the page already. That is why a second mount shows nothing until the script is removed.
 *
 * @param {string} origin
 * @param {URLSearchParams} query
 */
export function embedScript(origin, query) {
  const fault = faultOf(query.get('_license_key'));
  if (fault === 'fault-script-empty') return '/* Stand-in: does nothing. */';
  if (fault === 'fault-script-throws')
    return 'throw new Error("Stand-in: the embed script throws.");';
  const second = `${origin}${SECOND_SCRIPT}${fault === 'fault-second-script-404' ? '?fault=404' : ''}`;
  return `// Stand-in for LiveWebinar's embed script.
(function () {
  if (!window.Widget) {
    window.Widget = function () {};
    window.Widget.__cbs = [];
  }
  window.Widget.options = ${literal(Object.fromEntries(query))};
  if (document.querySelector('script[src*="${SECOND_SCRIPT}"]')) return;
  var script = document.createElement('script');
  script.async = true;
  script.src = ${literal(second)};
  document.head.appendChild(script);
})();
`;
}

/**
 * The stand-in's second script: puts the room's frame into the container and runs the queue.
 *
 * @param {string} origin
 */
export const secondScript = (origin) => `// Stand-in for LiveWebinar's second script.
(function () {
  var Widget = window.Widget;
  var options = Widget && Widget.options;
  var container = options && document.getElementById(options._widget_containerID);
  if (!container) return;
  var frame = document.createElement('iframe');
  frame.src = ${literal(`${origin}/stand-in/frame?`)} + new URLSearchParams(options);
  frame.allow = 'camera; microphone; display-capture; fullscreen; autoplay';
  frame.style.cssText = 'border: 0; display: block';
  frame.style.width = options._widget_width || '100%';
  frame.style.height = options._widget_height || '100%';
  container.appendChild(frame);
  if (/^fault-no-queue/.test(options._license_key)) return;
  Widget.initialized = true;
  Widget();
})();
`;
