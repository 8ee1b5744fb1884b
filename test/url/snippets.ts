/** The code of the vendor's snippet: the queue, then the script with all options in its URL. */
const loader = (host: string): string => `
(function (w, d) {
  w.Widget = function (fn) {
    if (fn) w.Widget.__cbs.push(fn);
    if (w.Widget.initialized) { while (w.Widget.__cbs.length) w.Widget.__cbs.shift()(); }
  };
  w.Widget.__cbs = [];
  var parts = [], name, js = d.createElement('script'), first = d.getElementsByTagName('script')[0];
  for (name in _options) { parts.push(name + '=' + encodeURIComponent(_options[name])); }
  js.async = true;
  js.src = 'https://${host}/em?t=' + _options['_license_key'] + '&' + parts.join('&');
  first.parentNode.insertBefore(js, first);
})(window, document);`;

/** The vendor's snippet around the text of its options, without the tags. */
export const scriptWith = (options: string, host = 'embed.livewebinar.com'): string =>
  `var _options = {${options}};${loader(host)}`;

/** The vendor's snippet around the text of its options. */
export const snippetWith = (options: string, host?: string): string =>
  `<div id="embedWidget"></div>\n<script type="text/javascript">\n${scriptWith(options, host)}\n</script>`;

/** The options as the vendor hands them out, the unused ones empty. */
export const VENDOR_OPTIONS = `
  '_license_key': '123-123-123',
  '_role_token': '',
  '_registrant_token': '',
  '_widget_containerID': 'embedWidget',
  '_widget_width': '100%',
  '_widget_height': '100vh',
  '_password_token': '',
  '_nickname': 'John Doe',
  '_avatar_url': '',
`;

/** What the vendor's snippet says. */
export const VENDOR_ROOM = {
  licenseKey: '123-123-123',
  containerId: 'embedWidget',
  width: '100%',
  height: '100vh',
  nickname: 'John Doe',
};

/** Stores a text as editors do that take what is pasted for prose. */
export const escapeHtml = (html: string): string =>
  html
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A whole page with the snippet among what else stands in pages. */
export const pageWith = (snippet: string): string => `<!doctype html>
<html lang="en">
  <head>
    <style>body { margin: 0 } .room { height: 100vh }</style>
    <!-- ${snippetWith("'_license_key': '999-999-999'", 'embed.archiebot.com')} -->
    <script src="https://cdn.example.com/tracker.js?t=1"></script>
    <script>window.settings = { "_wpnonce": "abc", "nested": { "_user": "7" } };</script>
  </head>
  <body>
    <p>See https://www.livewebinar.com for the webinar.</p>
    ${snippet}
    <script>var more = { '_tracker': 'yes' };</script>
  </body>
</html>`;
