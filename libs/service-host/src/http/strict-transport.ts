import type { RequestHandler } from 'express';
import { strictTransportSecurity } from 'helmet';

const aYear = 31_536_000;

/** The origin at which people reach the platform; undefined when nobody said so. @throws an Error when `PUBLIC_URL` is no address */
export function publicOrigin(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const url = env['PUBLIC_URL'];
  if (!url) return undefined;
  if (!URL.canParse(url)) throw new Error('PUBLIC_URL has to be an address such as https://participate.example.org.');
  return new URL(url).origin;
}

/**
 * What browsers are told of HTTPS (RFC 6797): once people reach the platform over it, nothing else for a year, on all names below its own.
 * False where they reach it without: the address could not be opened any more.
 */
export function strictTransport(): { maxAge: number; includeSubDomains: boolean } | false {
  return publicOrigin()?.startsWith('https:') ? { maxAge: aYear, includeSubDomains: true } : false;
}

/** The same for a service that sets no other header of this kind. */
export function toldOfHttps(): RequestHandler {
  const told = strictTransport();
  return told ? strictTransportSecurity(told) : (_request, _response, next) => next();
}
