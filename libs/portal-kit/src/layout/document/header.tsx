import { sitePath, siteRoot, type AttachmentView } from '@isegoria/content';
import { directionOf, languages, ownNameOf, type Language, type MessageKey } from '@isegoria/texts';
import { Assembly, useTexts } from '@isegoria/ui';
import { crestOf, crestPath } from '../../pictures/crest';
import { withQuery } from '../../paths/with-query';
import type { Visitor } from './visitor';

const sections: readonly { href: string; key: MessageKey }[] = [
  { href: '/consultations', key: 'nav.consultations' },
  { href: '/services', key: 'nav.services' },
  { href: '/announcements', key: 'nav.announcements' },
  { href: '/questions', key: 'nav.questions' },
  { href: '/receipts/check', key: 'nav.receipts' },
  { href: '/transparency', key: 'nav.transparency' },
];

/**
 * Who runs the site, and the way to everything on it. On a narrow screen the way is folded into a menu of one line, which opens without
 * scripts; a wide screen shows what is in it, where the browser can show the inside of a closed `details`.
 */
export function Header(props: { visit: Visitor; ministry: string; address: string }) {
  const { visit } = props;
  const { t, language } = visit.texts;
  return (
    <header class="site-header">
      <div class="wrap">
        <a class="ministry" href="/">
          <Mark crest={crestOf(visit.site)} />
          <span class="ministry-name">{props.ministry}</span>
        </a>
        <details class="site-menu">
          <summary>{t('nav.menu')}</summary>
          <div class="site-menu-content">
            <div class="site-tools">
              {languages
                .filter((other) => other !== language)
                .map((other) => (
                  <LanguageLink language={other} address={props.address} key={other} />
                ))}
              <AccountLinks visit={visit} />
            </div>
            {visit.request.path !== '/search' && <SiteSearch />}
            <nav class="site-nav" aria-label={t('nav.main')}>
              <ul>
                {sections.map(({ href, key }) => (
                  <li key={href}>
                    <a
                      href={href}
                      aria-current={currentOf(visit.request.path, href)}
                    >
                      {t(key)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <SiteTopics visit={visit} />
          </div>
        </details>
      </div>
    </header>
  );
}

/** How many pages at the top of the site have room in a line. */
export const mostTopics = 7;

/** The pages at the top of the site, and the way to all others. */
function SiteTopics({ visit }: { visit: Visitor }) {
  const { t } = visit.texts;
  const { sections = [] } = visit.menu ?? {};
  if (sections.length === 0) return null;
  const path = decodeURIComponent(visit.request.path);
  return (
    <nav class="site-nav site-topics" aria-label={t('nav.topics')}>
      <ul>
        {sections.slice(0, mostTopics).map(({ page }) => (
          <li key={page.id}>
            <a
              href={sitePath(page.path)}
              lang={page.language}
              dir={directionOf(page.language)}
              aria-current={currentOf(path, `${siteRoot}/${page.path}`)}
            >
              {page.title}
            </a>
          </li>
        ))}
        <li>
          <a href={siteRoot} aria-current={path === siteRoot ? 'page' : undefined}>
            {t('nav.allPages')}
          </a>
        </li>
      </ul>
    </nav>
  );
}

const currentOf = (path: string, href: string) => (path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined);

/** The page of the search has a larger one of its own. */
function SiteSearch() {
  const { t } = useTexts();
  return (
    <form method="get" action="/search" role="search" class="site-search" aria-label={t('nav.searchSite')}>
      <input class="ds-input" type="search" name="q" aria-label={t('nav.searchSite')} autocomplete="off" dir="auto" />
      <button class="ds-button" type="submit" data-variant="secondary">
        {t('nav.search')}
      </button>
    </form>
  );
}

/** The crest stands beside the name of its institution, which says all that it says: for whoever hears the page it is a decoration. */
function Mark({ crest }: { crest: AttachmentView | undefined }) {
  if (!crest) return <Assembly />;
  return (
    <span class="crest">
      <img
        src={crestPath(crest, 'header.webp')}
        alt=""
        width={crest.width ?? undefined}
        height={crest.height ?? undefined}
        decoding="async"
      />
    </span>
  );
}

function LanguageLink(props: { language: Language; address: string }) {
  return (
    <a
      class="ds-link"
      data-color="neutral"
      href={withQuery(props.address, { lang: props.language })}
      lang={props.language}
      dir={directionOf(props.language)}
      hreflang={props.language}
    >
      {ownNameOf(props.language)}
    </a>
  );
}

function AccountLinks(props: { visit: Visitor }) {
  const { visit } = props;
  const { t } = visit.texts;
  if (!visit.account) {
    return (
      <a class="ds-link" href="/sign-in">
        {t('nav.signIn')}
      </a>
    );
  }
  return (
    <>
      {(visit.may('export') || visit.may('moderate')) && (
        <a class="ds-link" href="/office">
          {t('nav.office')}
        </a>
      )}
      {(visit.unreadNotes ?? 0) > 0 && (
        <a class="ds-link" href="/my/notes">
          {t('nav.unreadNotes', { count: visit.unreadNotes! })}
        </a>
      )}
      <a class="ds-link" href="/account">
        {t('nav.account')}
      </a>
      <form method="post" action="/sign-out">
        <button class="ds-link" type="submit">
          {t('nav.signOut')}
        </button>
      </form>
    </>
  );
}
