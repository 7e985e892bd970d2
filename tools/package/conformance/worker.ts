/** Runs on Workers: the service is the body of a request, the report that of the response. */
import { conformance } from './main.ts';
import type { Service } from './service.ts';

export default {
  fetch: async (request: Request): Promise<Response> =>
    Response.json(await conformance((await request.json()) as Service)),
};
