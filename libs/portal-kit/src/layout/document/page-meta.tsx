import { Fragment } from 'preact';
import { languages } from '@isegoria/texts';
import { withQuery } from '../../paths/with-query';
import type { PageOptions, Visitor } from './visitor';

/** What a page says of itself to search engines, and to services that show a card for a link (Open Graph). */
export function PageMeta(props: { visit: Visitor; options: PageOptions }) {
  const { visit, options } = props;
  const { t, language } = visit.texts;
  const description = options.description ?? t('meta.description');
  const address = addressOf(visit, options);
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:title" content={options.title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={visit.ministry} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={language} />
      {address === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        visit.siteAddress !== undefined && (
          <>
            <meta property="og:url" content={visit.siteAddress + address} />
            {options.picture && <meta property="og:image" content={visit.siteAddress + options.picture.path} />}
            {options.picture && <meta property="og:image:alt" content={options.picture.alt} />}
            <link rel="canonical" href={visit.siteAddress + address} />
            {languages.map((other) => (
              <Fragment key={other}>
                <link rel="alternate" hreflang={other} href={visit.siteAddress + withQuery(address, { lang: other })} />
              </Fragment>
            ))}
          </>
        )
      )}
    </>
  );
}

/** What people who are not signed in find again: no page of somebody's own, and no answer to a form or to a mistake. */
function addressOf({ account, request }: Visitor, { status = 200, address }: PageOptions): string | undefined {
  if (account || status >= 400) return undefined;
  return (address ?? request.originalUrl).split(/[?#]/)[0];
}
