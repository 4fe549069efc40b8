import { Fragment } from 'preact';
import { languages } from '@isegoria/texts';
import { cardSize } from '../../pictures/card';
import { crestOf } from '../../pictures/crest';
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
      {options.data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: withinScript(options.data) }} />}
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
            <SharedPicture visit={visit} options={options} siteAddress={visit.siteAddress} />
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

/** JSON that ends no script and begins no comment, whatever words are in it (HTML, section 4.12.1.3). */
const withinScript = (data: object) => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The picture of the page; where it has none, the crest; where there is none either, the words of the page as a picture. */
function SharedPicture({ visit, options, siteAddress }: { visit: Visitor; options: PageOptions; siteAddress: string }) {
  const crest = crestOf(visit.site);
  const ofCrest = crest && { path: `/files/${crest.file}`, alt: crest.alt ?? '', width: crest.width, height: crest.height };
  const ofPage = options.card === undefined ? undefined : { path: options.card, alt: `${options.title} – ${visit.ministry}`, ...cardSize };
  const ofSite = { path: `/cards/${visit.texts.language}.png`, alt: visit.ministry, ...cardSize };
  const { path, alt, width, height } = options.picture ?? ofCrest ?? ofPage ?? ofSite;
  return (
    <>
      <meta property="og:image" content={siteAddress + path} />
      <meta property="og:image:alt" content={alt} />
      {width && <meta property="og:image:width" content={String(width)} />}
      {height && <meta property="og:image:height" content={String(height)} />}
      <meta name="twitter:card" content={!options.picture && ofCrest ? 'summary' : 'summary_large_image'} />
    </>
  );
}

/** What people who are not signed in find again: no page of somebody's own, and no answer to a form or to a mistake. */
function addressOf({ account, request }: Visitor, { status = 200, address }: PageOptions): string | undefined {
  if (account || status >= 400) return undefined;
  return (address ?? request.originalUrl).split(/[?#]/)[0];
}
