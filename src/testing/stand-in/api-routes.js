const ok = (data, status = 200) => ({ status, body: { data } });
const done = () => ({ status: 204 });

/** Creates an error response. */
export const refuse = (status, message) => ({ status, body: { error: { message } } });
/** Creates the response for an unknown path or id. */
export const notFound = () => refuse(404, 'Not found.');

/** Creates the response for invalid fields, which only has messages by field. */
const refuseFields = (errors) => ({ status: 422, body: { error: { errors } } });
const checkRequired = (fields, names) => {
  const missing = names.filter((name) => !fields[name]);
  if (missing.length === 0) return undefined;
  return refuseFields(
    Object.fromEntries(missing.map((name) => [name, [`The ${name} field is required.`]])),
  );
};
const checkDuration = ({ duration }) =>
  duration >= 720 ? refuseFields({ duration: ['The duration must be less than 720.'] }) : undefined;
const checkAmount = ({ amount }) =>
  amount >= 1 && amount <= 300
    ? undefined
    : refuseFields({ amount: ['The amount must be between 1 and 300.'] });

const PRESENTERS = [{ id: 1, first_name: 'Pat', last_name: 'Presenter' }];
const FORM = { id: 5, name: 'Registration', type: 'registration' };
const EMBED_CODE = '<div id="FormContainer"></div>';

/**
 * The response to each call, in the shapes of the vendor contract. `:room` is the id of a room, `:id` any
 * other id.
 */
const ROUTES = {
  'POST /oauth/clients': ({ auth, fields }) => auth.register(fields),
  'POST /oauth/access_token': ({ auth, fields }) => auth.exchange(fields),
  'POST /oauth/access_token/refresh': ({ auth, fields }) => auth.refresh(fields),
  'POST /auth/login': ({ auth, fields }) => auth.logIn(fields),

  'GET /me': ({ user }) => ok(user),
  'GET /auth/info': ({ user }) => ok(user),
  'GET /users': ({ user, query }) => ok(user.email === query.email ? [user] : []),
  'GET /users/search': ({ user, query }) => ok(user.email.includes(query.phrase) ? [user] : []),
  'PUT /users/:id': ({ user, id, fields }) =>
    String(user.id) === id ? ok(Object.assign(user, fields)) : notFound(),

  'GET /widgets': ({ rooms, query }) => ok(rooms.list(query)),
  'POST /widgets': ({ rooms, fields, options }) =>
    checkRequired(fields, ['name']) ??
    checkDuration(fields) ??
    ok(rooms.create(fields, options), 201),
  'GET /widgets/:room': ({ rooms, id }) => ok(rooms.get(id)),
  'PUT /widgets/:room': ({ rooms, id, fields }) =>
    checkDuration(fields) ?? ok(rooms.update(id, fields)),
  'DELETE /widgets/:room': ({ rooms, id }) => {
    rooms.delete(id);
    return done();
  },

  'POST /widgets/:room/personal': ({ rooms, id, fields }) =>
    checkRequired(fields, ['emails']) ?? ok(rooms.createLink(id, fields), 201),
  'POST /widgets/:room/registrants': ({ rooms, id, fields }) => ok(rooms.register(id, fields), 201),
  'GET /widgets/:room/registrants': ({ rooms, id }) => ok(rooms.listRegistrants(id)),
  'POST /widgets/:room/invites/invite': ({ rooms, id, fields }) =>
    checkRequired(fields, ['email']) ?? ok(rooms.invite(id, fields), 201),
  'GET /widgets/:room/invites': ({ rooms, id }) => ok(rooms.listInvites(id)),
  'GET /widgets/:room/participants': () => ok([]),
  'GET /widgets/:room/presenters': () => ok(PRESENTERS),
  'GET /widgets/:room/recordings': ({ rooms, id }) => ok(rooms.listRecordings(id)),
  'GET /presenters': () => ok(PRESENTERS),
  'GET /forms': ({ query }) =>
    ok([
      query.include === 'EmbedCode' ? { ...FORM, EmbedCode: { data: { code: EMBED_CODE } } } : FORM,
    ]),

  'POST /reports': ({ rooms, fields }) => {
    if (!rooms.get(fields.widget_id)) return notFound();
    rooms.requestReport(fields.widget_id);
    return ok({});
  },
  'GET /reports/widget/:room/event/xls': ({ rooms, id }) => ok(rooms.report(id)),

  'POST /account/widget_tokens': ({ eventTokens, fields }) =>
    checkRequired(fields, ['name', 'widgets_ids']) ??
    checkAmount(fields) ??
    ok(eventTokens.create(fields), 201),
  'POST /account/widget_tokens/items/generate/:id': ({ eventTokens, id, fields }) => {
    const refusal = checkAmount(fields);
    if (refusal) return refusal;
    const group = eventTokens.generate(id, fields.amount);
    return group ? ok(group) : notFound();
  },
  'GET /account/widget_user_tokens/:room': ({ eventTokens, id }) => ({
    status: 200,
    body: { widgets_user_tokens: eventTokens.list(id) },
  }),
  'DELETE /account/widget_tokens/:id': ({ eventTokens, id }) =>
    eventTokens.delete(id) ? done() : notFound(),
};

const COMPILED = Object.entries(ROUTES).map(([call, respond]) => {
  const [method, path] = call.split(' ');
  return {
    method,
    pattern: new RegExp(`^${path.replace(/:\w+/, '([^/]+)')}$`),
    isOfRoom: path.includes(':room'),
    isPublic: method === 'POST' && /^\/(oauth|auth)\//.test(path),
    respond,
  };
});

/**
 * Finds the route of a call, and the id in its path.
 *
 * @param {string} method
 * @param {string} path Below `/api`.
 */
export function findRoute(method, path) {
  for (const { pattern, ...route } of COMPILED) {
    const match = route.method === method && pattern.exec(path);
    if (match) return { ...route, id: match[1] };
  }
  return undefined;
}
