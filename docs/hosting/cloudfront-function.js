// Amazon CloudFront in front of a bucket (runtime 2.0). Associate this function with both the viewer
// request, where it rewrites the URLs of rooms to the room page, and the viewer response, where it adds
// the headers.
const FOLDER = '/room/';
const FILE = /^[\w/-]+\.(css|js)$/;

const HEADERS = {
  'content-security-policy': "frame-ancestors 'self'",
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

function handler(event) {
  const request = event.request;
  const isInFolder = `${request.uri}/`.startsWith(FOLDER);
  if (event.response) {
    const response = event.response;
    if (isInFolder) {
      for (const name of Object.keys(HEADERS)) response.headers[name] = { value: HEADERS[name] };
    }
    return response;
  }
  if (isInFolder && !FILE.test(request.uri.slice(FOLDER.length))) {
    request.uri = `${FOLDER}index.html`;
  }
  return request;
}
