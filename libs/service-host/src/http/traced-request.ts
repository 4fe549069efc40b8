import type { Request, Response } from 'express';
import { begin, tracing } from '@isegoria/tracing';
import { steady } from '@isegoria/steady';

/**
 * Handles a request as the first span of a trace, named by its method and route: a path may hold an id, and a query or a body anything.
 * A `traceparent` that comes with it is not read, because anyone may send one: it would tie a person's requests together, or mix
 * a stranger's with them.
 */
export function tracedRequest(request: Request, response: Response, handle: () => void): void {
  const on = tracing();
  if (!on) return handle();
  const { span, context } = begin(on, { name: request.method, kind: 'SERVER' });
  const ended = () => {
    const { path } = (request.route as { path?: string } | undefined) ?? {};
    if (path) span.updateName(`${request.method} ${path}`);
    span.setAttributes({ 'http.response.status_code': response.statusCode });
    span.end();
  };
  response.once('close', steady(ended));
  on.api.context.with(context, handle);
}
