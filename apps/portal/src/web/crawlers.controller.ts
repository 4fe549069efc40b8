import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiClient } from '@isegoria/api-client';
import { Rejection } from '@isegoria/contracts';
import { SETTINGS, withQuery, type PortalSettings, type Visited } from '@isegoria/portal-kit';
import { languages } from '@isegoria/texts';
import { Sitemap } from './sitemap';

/** Pages of one person, of an office or behind a link of a mail: nothing that a search engine could show anybody. */
const notForCrawlers = [
  '/account',
  '/office',
  '/sign-in',
  '/register',
  '/confirm',
  '/new-password',
  '/mailbox',
  '/receipts',
  '/api/',
  '/*?*after=',
];

const anHour = 3600;

/** What programs look for on a site before they read it. */
@Controller()
export class CrawlersController {
  private readonly sitemap: Sitemap;

  constructor(@Inject(SETTINGS) settings: PortalSettings) {
    this.sitemap = new Sitemap(new ApiClient(settings.gatewayUrl, {}));
  }

  /** RFC 9309. */
  @Get('robots.txt')
  robots(@Res() response: Visited): void {
    const { visit } = response;
    const rules = notForCrawlers.map((path) => `Disallow: ${path}`);
    send(response, 'text/plain', ['User-agent: *', ...rules, `Sitemap: ${visit.origin}/sitemap.xml`, ''].join('\n'));
  }

  @Get('sitemap.xml')
  async index(@Res() response: Visited): Promise<void> {
    const numbers = await this.sitemap.numbers();
    const files = numbers.map((number) => `<sitemap><loc>${escaped(`${response.visit.origin}/sitemap/${number}.xml`)}</loc></sitemap>`);
    send(response, 'application/xml', document('sitemapindex', files));
  }

  @Get('sitemap/:file')
  async file(@Res() response: Visited, @Param('file') name: string): Promise<void> {
    const number = /^([1-9]\d{0,3})\.xml$/.exec(name)?.[1];
    const paths = number === undefined ? undefined : await this.sitemap.file(Number(number));
    if (!paths) throw new Rejection('NOT_FOUND');
    const entries = paths.map((path) => entryOf(response.visit.origin, path));
    send(response, 'application/xml', document('urlset', entries));
  }
}

/** Caches may keep what names the site as the operator does; where a request names it, anybody may have made the name up. */
function send(response: Visited, type: string, text: string): void {
  const { siteAddress } = response.visit;
  response.set('cache-control', siteAddress === undefined ? 'no-store' : `public, max-age=${anHour}`);
  response.type(`${type}; charset=utf-8`).send(text);
}

/** An address, and the same page in each language. */
function entryOf(origin: string, path: string): string {
  const inLanguages = languages.map((language) => {
    const address = escaped(origin + withQuery(path, { lang: language }));
    return `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`;
  });
  return `<url><loc>${escaped(origin + path)}</loc>${inLanguages.join('')}</url>`;
}

const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

function document(root: string, entries: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces}>${entries.join('')}</${root}>\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;').replaceAll('"', '&quot;');
