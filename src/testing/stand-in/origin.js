/** Where the local stand-in for LiveWebinar listens. Another origin than the pages, as the vendor is. */
export const STAND_IN_PORT = 4810;
export const STAND_IN_ORIGIN = `http://localhost:${STAND_IN_PORT}`;
