import type { NextFunction, Request, Response } from 'express';
import { Rejection } from '@isegoria/kernel';

/** Sent by mail programs, in nobody's session (RFC 8058): what they may do is in the token of the address. */
const anybodySends = new Set(['/unsubscribe']);

/**
 * Takes forms from this site only (cross-site request forgery). Browsers say where a form comes from in `Sec-Fetch-Site` (on secure
 * origins) and in `Origin`; a page of another site can set neither. A request that has none of them is refused as well.
 */
export function refuseForeignForms(request: Request, _response: Response, next: NextFunction): void {
  if (anybodySends.has(request.path)) return next();
  if (request.method === 'GET' || request.method === 'HEAD' || isFromHere(request)) return next();
  next(new Rejection('FORBIDDEN_ORIGIN'));
}

function isFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.get('origin');
  if (origin === undefined || origin === 'null') return site === 'same-origin';
  return request.host === hostOf(origin);
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
