// @ts-check

/** @typedef {import('./stand-in/api.js').ApiRoom} ApiRoom */
/** @typedef {import('./stand-in/faults.js').RoomFault} RoomFault */
/** @typedef {import('./stand-in/plays.js').Play} Play */
/** @typedef {import('./stand-in/stand-in.js').StandInOptions} StandInOptions */
/** @typedef {import('./stand-in/start.js').RunningStandIn} RunningStandIn */
/** @typedef {import('./stand-in/visitor.js').Visitor} Visitor */

export { FAULTS } from './stand-in/faults.js';
export { PLAYS } from './stand-in/plays.js';
export { StandIn } from './stand-in/stand-in.js';
export { startStandIn } from './stand-in/start.js';
