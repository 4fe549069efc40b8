import type { NextFunction, Request, Response } from 'express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Rejection, limits } from '@isegoria/kernel';
import { Readiness, compressed, hasUtf8Query, mustBeUtf8Form, setting, strictTransport } from '@isegoria/service-host';
import { PortalErrors } from './errors/portal-errors';
import { readFormsWithFiles } from './files/multipart';
import { mustBeSameSender } from './session/sender/same-sender';
import { refuseForeignForms } from './session/same-origin';
import { originsOfMap } from './settings/map-settings';
import { SETTINGS, type PortalSettings } from './settings/settings';
import { SiteMenu, SiteSettings } from './settings/site-settings';
import { serveStaticFiles } from './layout/static-files';
import { UnreadNotes } from './session/unread-notes';
import { Visit, type Visited } from './session/visit';

/** What the portal adds to its HTTP application: security headers, files, forms, and who the visitor is. */
export function configurePortal(app: NestExpressApplication): void {
  const settings = app.get<PortalSettings>(SETTINGS);
  app
    .get(Readiness)
    .require('api', async () => (await fetch(`${settings.gatewayUrl}/health/live`, { signal: AbortSignal.timeout(1_500) })).ok);
  // Which proxies are believed about the visitor's address, protocol and host: the same setting as the gateway's.
  app.set('trust proxy', setting('TRUSTED_PROXIES', 'loopback'));
  // Nothing here is revalidated: pages are never kept, files are kept for ever.
  app.set('etag', false);
  app.use(securityHeaders(settings));
  serveStaticFiles(app.getHttpAdapter().getInstance());
  app.use(compressed());
  app.use(meet(settings));
  app.use(refuseBrokenQueries);
  app.useBodyParser('urlencoded', { extended: false, limit: limits.formBytes, verify: mustBeUtf8Form });
  app.use(refuseForeignForms);
  app.use(readFormsWithFiles);
  app.use(mustBeSameSender);
  app.useGlobalFilters(new PortalErrors());
}

function refuseBrokenQueries(request: Request, _response: Response, next: NextFunction): void {
  next(hasUtf8Query(request.url) ? undefined : new Rejection('MALFORMED_REQUEST'));
}

/** Nothing inline, nothing from elsewhere. `same-origin` as referrer: with `no-referrer` browsers send forms with `Origin: null`. */
function securityHeaders({ map }: PortalSettings) {
  const own = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: [...own, 'data:', ...originsOfMap(map)],
        connectSrc: own,
        formAction: own,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: strictTransport(),
  });
}

/** Makes the visit of a request, before anything can go wrong with it. Health and metrics have no visitor. */
function meet(settings: PortalSettings) {
  const site = new SiteSettings(settings.gatewayUrl);
  const menu = new SiteMenu(settings.gatewayUrl);
  const unread = new UnreadNotes();
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path.startsWith('/health/') || request.path === '/metrics') return next();
    const visit = new Visit(request, response, settings);
    (response as Visited).visit = visit;
    prepare(visit, { site, menu, unread }).then(() => next(), next);
  };
}

interface OfSite {
  readonly site: SiteSettings;
  readonly menu: SiteMenu;
  readonly unread: UnreadNotes;
}

async function prepare(visit: Visit, { site, menu, unread }: OfSite): Promise<void> {
  [visit.site, visit.menu] = await Promise.all([site.current(), menu.current()]);
  const [unreadNotes] = await Promise.all([unread.of(visit), visit.recognise()]);
  visit.unreadNotes = unreadNotes;
  // Who changed something sees it at once; everybody else sees it within seconds.
  if (visit.after === undefined) return;
  if (visit.may('administer')) visit.site = await site.including(visit.after);
  if (visit.may('publish')) visit.menu = await menu.including(visit.after);
}
