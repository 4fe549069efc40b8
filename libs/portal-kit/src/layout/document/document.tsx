import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { sitePageNames, sitePath, siteRoot } from '@isegoria/content';
import { isColour } from '@isegoria/kernel';
import { directionOf, type Language } from '@isegoria/texts';
import { TextsContext, coloursOf, useTexts } from '@isegoria/ui';
import { KeptWords } from '../../errors/kept-words';
import { DoneNotice } from '../../forms/done/done-notice';
import { crestOf, crestPath } from '../../pictures/crest';
import type { MapSettings } from '../../settings/map-settings';
import { wordsFor } from '../../settings/site-settings';
import { withSender } from '../../session/sender/with-sender';
import { PageMeta } from './page-meta';
import { Header, mostTopics } from './header';
import type { PageOptions, Visitor } from './visitor';
import { extraStylesOf, staticFiles } from '../static-files';

/** The whole HTML document of a page. */
export function renderDocument(visit: Visitor, page: VNode, options: PageOptions): string {
  const html = renderToString(
    <TextsContext.Provider value={visit.texts}>
      <Document visit={visit} options={options}>
        {page}
      </Document>
    </TextsContext.Provider>,
  );
  return `<!doctype html>${withSender(withExtraStyles(html), visit.sender)}`;
}

/** Which further styles a page needs is known once it is drawn. */
function withExtraStyles(html: string): string {
  const links = extraStylesOf(html).map((address) => `<link rel="stylesheet" href="${address}"/>`);
  return links.length === 0 ? html : html.replace('</head>', `${links.join('')}</head>`);
}

/** A part of a page, for a script that replaces an older one with it. */
export function renderFragment(visit: Pick<Visitor, 'texts'>, part: VNode): string {
  return renderToString(<TextsContext.Provider value={visit.texts}>{part}</TextsContext.Provider>);
}

/** What a script that draws maps has to know. */
const mapData = (map: MapSettings | undefined) => ({
  'data-map-tiles': map?.tiles,
  'data-map-attribution': map?.attribution,
  'data-map-start': map?.start,
  'data-map-script': staticFiles.island('drawn-map'),
  'data-map-outlines': map?.tiles === undefined ? staticFiles.outlines : undefined,
});

function Document(props: { visit: Visitor; options: PageOptions; children: ComponentChildren }) {
  const { visit, options } = props;
  const { t, language, direction } = visit.texts;
  const { ministry } = visit;
  const scripts = ['forms', ...(options.islands ?? [])].map(staticFiles.island).filter((address) => address !== undefined);
  // Before the page is drawn, so that nothing moves.
  const elsewhere = { src: staticFiles.island('elsewhere'), blocking: 'render' };
  return (
    <html
      lang={language}
      dir={direction}
      data-color-scheme="auto"
      data-account={visit.account?.id}
      data-accepted={visit.acceptedKey}
      data-too-long={t('field.count.over')}
      data-kept={t('forms.kept')}
      data-discard={t('forms.discard')}
      data-offline={t('forms.offline')}
      data-zone={visit.texts.zone.id}
      data-elsewhere={visit.texts.ofSite ? undefined : t('time.whereYouAre', { time: '[time]' })}
      {...(options.islands?.includes('place-map') && mapData(visit.settings?.map))}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${options.title} – ${ministry}`}</title>
        <meta name="color-scheme" content="light dark" />
        <PageMeta visit={visit} options={options} />
        <link rel="stylesheet" href={staticFiles.css} />
        {isColour(visit.site.colour) && <link rel="stylesheet" href={`/assets/${coloursOf(visit.site.colour).name}`} />}
        <link rel="stylesheet" href={staticFiles.print} media="print" />
        <Icons site={visit.site} />
        {elsewhere.src !== undefined && <script type="module" {...elsewhere} />}
        {scripts.map((address) => (
          <script type="module" src={address} key={address} />
        ))}
      </head>
      <body>
        <a class="ds-skip-link skip" href="#main">
          {t('nav.skip')}
        </a>
        <SiteNotice visit={visit} />
        <Header visit={visit} ministry={ministry} address={options.address ?? visit.request.originalUrl} />
        <main id="main" tabIndex={-1}>
          {visit.accepted?.act !== undefined && <DoneNotice act={visit.accepted.act} count={visit.accepted.count} />}
          {options.kept && <KeptWords {...options.kept} />}
          {options.banner}
          <div class="wrap page">{props.children}</div>
        </main>
        <Footer visit={visit} />
      </body>
    </html>
  );
}

/** What stands on tabs and home screens: the crest, or the mark of the platform. */
function Icons({ site }: Pick<Visitor, 'site'>) {
  const crest = crestOf(site);
  return (
    <>
      {crest ? (
        <link rel="icon" href={crestPath(crest, 'icon.png')} type="image/png" sizes="48x48" />
      ) : (
        <link rel="icon" href={staticFiles.icon} type="image/svg+xml" />
      )}
      <link rel="apple-touch-icon" href={crest ? crestPath(crest, 'touch-icon.png') : '/apple-touch-icon.png'} />
    </>
  );
}

/** What the institution tells everybody, a landmark of its own so that it can be found and skipped. */
function SiteNotice(props: { visit: Visitor }) {
  const { texts, site } = props.visit;
  const notice = wordsFor(texts.language, site.notice);
  if (!notice) return null;
  return (
    <section class="site-notice" data-color="info" aria-label={texts.t('notice.label')}>
      <p class="wrap citizen-text" lang={notice.language} dir={directionOf(notice.language)}>
        {notice.words}
      </p>
    </section>
  );
}

/** Who answers for the site and how to reach it, what is on it, and by which rules it works. */
function Footer({ visit }: { visit: Visitor }) {
  const { t } = useTexts();
  const { contactEmail } = visit.site;
  const { sections = [] } = visit.menu ?? {};
  return (
    <footer class="site-footer">
      <div class="wrap">
        <div class="stack">
          <p class="site-owner">{visit.ministry}</p>
          <p>{t('footer.promise')}</p>
          {contactEmail && (
            <p>
              {t('footer.contact')}{' '}
              <a class="ds-link" data-color="neutral" href={mailTo(contactEmail)} dir="ltr">
                {contactEmail}
              </a>
            </p>
          )}
        </div>
        {sections.length > 0 && (
          <nav aria-label={t('footer.pages')}>
            <ul class="site-pages">
              {sections.slice(0, mostTopics).map(({ page }) => (
                <FooterLink href={sitePath(page.path)} label={page.title} language={page.language} key={page.id} />
              ))}
              <FooterLink href={siteRoot} label={t('nav.allPages')} />
            </ul>
          </nav>
        )}
        <nav aria-label={t('nav.footer')}>
          <ul>
            <FooterLink href="/transparency" label={t('nav.transparency')} />
            <FooterLink href="/answers" label={t('nav.answers')} />
            {sitePageNames.map((page) => (
              <FooterLink href={`/${page}`} label={t(`nav.${page}`)} key={page} />
            ))}
            <FooterLink href="/api/v1/openapi.json" label={t('nav.api')} />
          </ul>
        </nav>
      </div>
    </footer>
  );
}

function FooterLink(props: { href: string; label: string; language?: Language }) {
  const { href, label, language } = props;
  return (
    <li>
      <a class="ds-link" data-color="neutral" href={href} lang={language} dir={language ? directionOf(language) : undefined}>
        {label}
      </a>
    </li>
  );
}

/** An address may hold what begins a query in a link (RFC 6068), and with it the fields of a message. */
function mailTo(address: string): string {
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}
