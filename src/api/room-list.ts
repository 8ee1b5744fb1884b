import { Room } from './room.js';
import { badAnswer, unwrap } from './vendor-answer.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';
import type { FormFields } from './form.js';

/** Which rooms to list, in which order (vendor contract: B). */
export interface RoomListOptions {
  /** Rooms a request; 500 if left out, as the vendor's plugin has it. */
  limit?: number;
  /** `active` if left out; what else LiveWebinar knows is unknown (?). */
  scope?: 'active' | (string & {});
  /** `id` if left out. */
  sort?: 'id' | (string & {});
  /** `desc` if left out. */
  order?: 'asc' | 'desc';
}

/**
 * Lists rooms page after page. Whether LiveWebinar has pages is unknown (?): where it does not, the
 * second request brings nothing new, and that ends the list. No room comes twice.
 *
 * @param ask Asks for the rooms of one page.
 */
export async function* listRooms(
  ask: (query: FormFields) => Promise<unknown>,
  options: RoomListOptions,
): AsyncGenerator<Room, void, undefined> {
  const { limit = 500, scope = 'active', sort = 'id', order = 'desc' } = options;
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const values = { limit, scope, sort, order, ...(page > 1 && { page }) };
    const rooms = unwrap(await ask(writeFields(VENDOR_NAMES.list, values)));
    if (!Array.isArray(rooms))
      throw badAnswer("There is no list of rooms in LiveWebinar's answer.");
    const fresh = rooms.map((data) => new Room(data)).filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return;
    for (const room of fresh) {
      seen.add(room.id);
      yield room;
    }
  }
}
