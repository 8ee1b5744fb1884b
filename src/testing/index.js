// @ts-check

/** @typedef {import('./stand-in/api.js').ApiRoom} ApiRoom */
/** @typedef {import('./stand-in/faults.js').RoomFault} RoomFault */
/** @typedef {import('./stand-in/variants.js').Variant} Variant */
/** @typedef {import('./stand-in/stand-in.js').StandInOptions} StandInOptions */
/** @typedef {import('./stand-in/start.js').RunningStandIn} RunningStandIn */
/** @typedef {import('./stand-in/visitor.js').Visitor} Visitor */

export { FAULTS } from './stand-in/faults.js';
export { VARIANTS } from './stand-in/variants.js';
export { StandIn } from './stand-in/stand-in.js';
export { startStandIn } from './stand-in/start.js';
