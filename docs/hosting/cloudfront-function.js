// Amazon CloudFront in front of a bucket: a function for viewer requests (runtime 2.0). Whatever is
// no file of the folder gets the page, with status 200.
const FILE = /^\/room\/(translations\/)?[\w-]+\.(css|js)$/;

function handler(event) {
  const request = event.request;
  if (/^\/room(\/|$)/.test(request.uri) && !FILE.test(request.uri)) {
    request.uri = '/room/index.html';
  }
  return request;
}
