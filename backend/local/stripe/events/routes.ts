import { z } from 'zod';
import { noSuch } from '../api/faults.ts';
import { listPage } from '../api/list.ts';
import { createdParam, pageParams, readParams, text } from '../api/params.ts';
import { route } from '../api/route.ts';

const listParams = z.strictObject({
  ...pageParams,
  created: createdParam,
  type: text(100).optional(),
  types: z.array(text(100)).max(20).optional(),
});

export const eventRoutes = [
  route('GET', '/v1/events/{id}', ({ objects }, { ids: [id = ''] }) => {
    const event = objects.find('event', id);
    if (!event) throw noSuch('event', id);
    return event;
  }),
  route('GET', '/v1/events', ({ objects }, { params }) => {
    const query = readParams(listParams, params);
    return listPage(objects, 'event', '/v1/events', query, { type: query.types ?? query.type });
  }),
];
