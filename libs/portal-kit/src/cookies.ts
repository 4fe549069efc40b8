import type { CookieOptions, Request } from 'express';

export const sessionCookie = 'isegoria_session';
export const languageCookie = 'isegoria_language';
export const receiptCookie = 'isegoria_receipt';

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
export function readToken(request: Pick<Request, 'headers'>): string | undefined {
  const token = readCookie(request, sessionCookie);
  return token !== undefined && /^[\x21-\x7e]{1,200}$/.test(token) ? token : undefined;
}

/** Not readable by scripts, not sent with another site's forms, and only over https when the visitor came by https. */
export function privateCookie(request: Pick<Request, 'secure'>): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' };
}
