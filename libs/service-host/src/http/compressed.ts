import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/**
 * Compresses pages and answers for clients that accept that, but nothing that another site made a browser ask for. Whoever can make
 * somebody ask for a page with words of their own in its address, again and again, and sees how long each answer is, can guess what else
 * stands in it letter by letter (BREACH). All browsers say over TLS where a request comes from (Fetch Metadata, `Sec-Fetch-Site`), and only
 * there is anything hidden from whoever listens. The keys of forms are new in every rendering, and sessions are in no page.
 */
export function compressed(): RequestHandler {
  return compression({ threshold: 1_024, level: 4, filter: mayBeCompressed });
}

/** Text that the library does not know as such. */
const alsoText = ['application/x-ndjson'];

/** Live updates must not wait in a buffer. What is marked `no-transform` stays as it is: the library heeds that (RFC 9111, 5.2.2.6). */
function mayBeCompressed(request: Request, response: Response): boolean {
  const type = String(response.getHeader('content-type'));
  if (isFromElsewhere(request) || type.startsWith('text/event-stream')) return false;
  return alsoText.some((known) => type.startsWith(known)) || compression.filter(request, response);
}

/** `none`: typed, or out of the bookmarks. */
export function isFromElsewhere({ headers }: Pick<Request, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
