import type { CookieOptions, Request } from 'express';
import type { PortalSettings } from '../settings/settings';

type Site = Pick<PortalSettings, 'publicUrl'>;

/**
 * The name of a cookie. With `__Host-` browsers take it from this host alone and over https (RFC 6265bis, section 4.1.3.2): neither a site
 * on another name of the same domain nor somebody on the way can set one. They refuse such a name where the site is reached without https.
 */
export function cookieName(site: Site, of: 'session' | 'language' | 'receipt' | 'accepted' | 'link'): string {
  return `${isSecure(site) ? '__Host-' : ''}isegoria_${of}`;
}

function isSecure({ publicUrl }: Site): boolean {
  return publicUrl?.startsWith('https:') ?? false;
}

/** The value of a cookie of the request; undefined when it is absent or not decodable. */
export function readCookie(request: Pick<Request, 'headers'>, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key !== name) continue;
    try {
      return decodeURIComponent(value.join('='));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The session's token; undefined for anything else, which could not be sent on in a header either. */
export function readToken(request: Pick<Request, 'headers'>, site: Site): string | undefined {
  const token = readCookie(request, cookieName(site, 'session'));
  return token !== undefined && /^[\x21-\x7e]{1,200}$/.test(token) ? token : undefined;
}

/** Not readable by scripts, not sent with another site's forms, and only over https when people come by https, or this visitor did. */
export function privateCookie(request: Pick<Request, 'secure'>, site: Site): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isSecure(site) || request.secure, path: '/' };
}
