import { connect, createServer } from 'node:net';

/** Bytes of one TCP segment, and the number of segments in the initial window (RFC 6928). */
const SEGMENT = 1460;
const INITIAL_WINDOW = 10 * SEGMENT;

/**
 * Simulates a visitor's slow link, which all connections share. Each port in front of a server forwards data
 * with the delay, the bandwidth and the slow start of the link. Libraries that do this need root.
 *
 * @param {{ roundTrip: number, megabits: number }} conditions Milliseconds, and megabits per second each way.
 */
export function makeSlowLink({ roundTrip, megabits }) {
  const bytesPerMs = (megabits * 1e6) / 8 / 1000;
  // A larger window would only fill the buffers in front of the link.
  const largestWindow = Math.max(INITIAL_WINDOW, 2 * bytesPerMs * roundTrip);
  const makeDirection = () => {
    let freeAt = 0;
    /** Returns when the last of some bytes has passed the link. */
    return (bytes) => (freeAt = Math.max(freeAt, performance.now()) + bytes / bytesPerMs);
  };
  const directions = { up: makeDirection(), down: makeDirection() };
  const sockets = new Set();
  const servers = [];

  /** Forwards what arrives at one socket to the other one. */
  function forward(from, to, pass, connectedAt) {
    let inFlight = 0;
    let window = INITIAL_WINDOW;
    const waiting = [];
    const onTheWay = [];
    const at = (time, run) => setTimeout(run, time - performance.now());
    const send = () => {
      while (waiting.length && inFlight < window) {
        const [bytes] = waiting;
        const part = bytes.subarray(0, SEGMENT);
        if (part.length < bytes.length) waiting[0] = bytes.subarray(part.length);
        else waiting.shift();
        inFlight += part.length;
        const passedAt = pass(part.length);
        // Timers with nearly the same delay may fire out of order.
        onTheWay.push(part);
        at(passedAt + roundTrip / 2, () => to.writable && to.write(onTheWay.shift()));
        at(passedAt + roundTrip, () => {
          inFlight -= part.length;
          window = Math.min(window + part.length, largestWindow);
          send();
        });
      }
      if (waiting.length) from.pause();
      else from.resume();
    };
    from.on('data', (bytes) => {
      waiting.push(bytes);
      if (performance.now() >= connectedAt) send();
      // The handshake of TCP takes a round trip before the first byte.
      else if (waiting.length === 1) at(connectedAt, send);
    });
    from.on('close', () => at(performance.now() + roundTrip / 2, () => to.destroy()));
    from.on('error', () => to.destroy());
  }

  return {
    /** Opens a port of this machine that leads to a server's port over the link. */
    async open(port) {
      const server = createServer({ noDelay: true }, (client) => {
        const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
        sockets.add(client).add(upstream);
        forward(client, upstream, directions.up, performance.now() + roundTrip);
        forward(upstream, client, directions.down, 0);
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      servers.push(server);
      return server.address().port;
    },
    /** Closes all connections, as if time had passed between two visits. */
    disconnect() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    close() {
      this.disconnect();
      for (const server of servers) server.close();
    },
  };
}
