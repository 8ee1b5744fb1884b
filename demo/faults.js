import '../src/index.ts';
import { FAULTS } from './stand-in/faults.js';

const query = new URLSearchParams(location.search);
const { fault: faults, mode: modes } = document.forms[0].elements;
faults.append(...Object.keys(FAULTS).map((fault) => new Option(fault)));
faults.value = query.get('fault') ?? 'fault-script-404';
modes.value = query.get('mode') ?? 'inline';
document.querySelector('#fault').textContent = `${FAULTS[faults.value]}.`;

const log = document.querySelector('#events');
const room = document.querySelector('livewebinar-room');
const begin = performance.now();
const write = (text) => log.append(`${Math.round(performance.now() - begin)} ms  ${text}\n`);
room.addEventListener('livewebinar-statechange', ({ state }) => write(state));
room.addEventListener('livewebinar-error', ({ error, attempt, willRetry }) =>
  write(`attempt ${attempt}: ${error.code}${willRetry ? ', tries again' : ''}`),
);
room.mode = modes.value === 'iframe' ? 'iframe' : 'script';
room.isolated = modes.value === 'isolated';
room.licenseKey = faults.value;
