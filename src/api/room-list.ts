import { checkCount, checkProperties, checkText, checkOneOf } from './check-argument.js';
import type { FormFields } from './form.js';
import { parseRoom, type Room } from './room.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';
import { isObject, unwrapList } from './vendor-response.js';

/** Options for listing rooms. */
export interface RoomListOptions {
  /** Rooms per request; 500 by default. */
  limit?: number;
  /** Which rooms to list; `active` by default. Other values are not documented. */
  scope?: 'active' | (string & {});
  /** Field by which LiveWebinar sorts the rooms; `id` by default. Other values are not documented. */
  sort?: 'id' | (string & {});
  /** Sort order; `desc` by default. */
  order?: 'asc' | 'desc';
}

/** Maximum number of pages that are requested. */
const MAX_PAGES = 1000;

/**
 * Lists rooms page by page, each room once. Whether LiveWebinar supports pages is not documented, so the
 * list also ends at a page without a new room.
 *
 * @param getPage Requests one page.
 */
export async function* listRooms(
  getPage: (query: FormFields) => Promise<unknown>,
  options: RoomListOptions,
): AsyncGenerator<Room, void, undefined> {
  checkProperties('options', options, {
    limit: checkCount,
    scope: checkText,
    sort: checkText,
    order: checkOneOf('asc', 'desc'),
  });
  const { limit = 500, scope = 'active', sort = 'id', order = 'desc' } = options;
  const seen = new Set<string>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const values = { limit, scope, sort, order, ...(page > 1 && { page }) };
    const response = await getPage(writeFields(VENDOR_NAMES.roomList, values));
    const rooms = unwrapList(response, 'rooms').flatMap((data) => parseRoom(data) ?? []);
    const newRooms = rooms.filter(({ id }) => !seen.has(id));
    if (newRooms.length === 0) return;
    for (const room of newRooms) {
      if (seen.has(room.id)) continue;
      seen.add(room.id);
      yield room;
    }
    if (page >= readPageCount(response)) return;
  }
}

/** Returns the number of pages, or `Infinity` if the response does not contain it. */
function readPageCount(response: unknown): number {
  const meta = isObject(response) ? response['meta'] : undefined;
  const pagination = isObject(meta) ? meta['pagination'] : undefined;
  const count = isObject(pagination) ? pagination['total_pages'] : undefined;
  return typeof count === 'number' ? count : Infinity;
}
