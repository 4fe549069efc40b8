import type { IncomingMessage } from 'node:http';
import type { RejectionCode } from '@isegoria/contracts';

/** A host and perhaps a port (RFC 3986, section 3.2, without what names a user). */
const authority = /^(?:[\w.~!$&'()*+,;=%-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/**
 * What is wrong with a request beyond what Node's parser refuses by itself: a frame that another server might read differently, or a target
 * that might lead to another room (RFC 9112, sections 3.2 and 6; RFC 9110, section 9.3.1).
 */
export function faultOf({ method, url, headers, rawHeaders, httpVersion }: IncomingMessage): RejectionCode | undefined {
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 'MALFORMED_REQUEST';
  const encoding = headers['transfer-encoding'];
  if (encoding !== undefined && (httpVersion === '1.0' || encoding.toLowerCase() !== 'chunked')) return 'MALFORMED_REQUEST';
  const hasBody = encoding !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody && (method === 'GET' || method === 'HEAD' || method === 'TRACE')) return 'MALFORMED_REQUEST';
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (headers.host !== undefined && !authority.test(headers.host))) return 'MALFORMED_REQUEST';
  if (!target.test(url ?? '')) return 'MALFORMED_REQUEST';
  return hasDotSegments(url!) ? 'NOT_FOUND' : undefined;
}

/** A path according to RFC 3986: bytes beyond ASCII come encoded, and a backslash or a fragment is read in more than one way. */
const target = /^\/[!"$-[\]-~]*$/;

/**
 * Segments `.` and `..`, in whatever spelling. A client resolves them before it asks (RFC 3986, section 5.2.4), and so does what passes a
 * path on: it would then be another path than the one that decided the room, the limit and what is private.
 */
function hasDotSegments(url: string): boolean {
  try {
    return decodeURIComponent(url.split('?', 1)[0]!)
      .split(/[/\\]/)
      .some((segment) => segment === '.' || segment === '..');
  } catch {
    return true; // Not decodable, so it might be one.
  }
}

/**
 * The target as a path, with the host in its own header: a proxy's client may send the whole address, and that overrules the header `Host`
 * (RFC 9112, section 3.2.2). Any other target is given back as it is, to be refused.
 */
export function originForm(request: IncomingMessage): string {
  const sent = request.url ?? '';
  const [, host, path] = /^https?:\/\/([^/?#]*)((?:[/?#].*)?)$/i.exec(sent) ?? [];
  if (host === undefined || path === undefined) return sent;
  request.headers.host = host;
  return path.startsWith('/') ? path : `/${path}`;
}
