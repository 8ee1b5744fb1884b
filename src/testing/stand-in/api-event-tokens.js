import { createToken } from './api-tokens.js';

/** The groups of event tokens of the stand-in's account. */
export class ApiEventTokens {
  #groups = new Map();
  #count = 0;

  /** @returns The group with its tokens. */
  create({ name, widgets_ids: roomIds, amount }) {
    const id = (this.#count += 1);
    this.#groups.set(String(id), { id, name, roomIds: Object.values(roomIds), tokens: [] });
    return this.generate(String(id), amount);
  }

  /** @returns The group with the new tokens only, `undefined` if there is no such group. */
  generate(id, amount) {
    const group = this.#groups.get(id);
    if (!group) return undefined;
    const added = Array.from({ length: Number(amount) }, (_, index) =>
      createToken(`event ${id} ${group.tokens.length + index}`, 7),
    );
    group.tokens.push(...added);
    const data = added.map((token) => ({ token }));
    return { id: group.id, name: group.name, tokens: { data } };
  }

  /** @returns The groups of a room, without their tokens. */
  list(roomId) {
    return [...this.#groups.values()]
      .filter(({ roomIds }) => roomIds.includes(roomId))
      .map(({ id }) => ({ user_widget_token_id: id }));
  }

  delete(id) {
    return this.#groups.delete(id);
  }
}
