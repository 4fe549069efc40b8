import { Heading, Link, WordsIn, useTexts, type Crumb } from '@isegoria/ui';
import type { PageView } from '../../page/page.contract';
import { sitePath, siteRoot } from '../address.contract';
import type { PlacedPage, PlaceView } from '../places/places.contract';

/** The pages above one, for its breadcrumbs. @param all what the list of the whole site is called */
export function trailOf({ trail }: PlaceView, all: string): Crumb[] {
  return [{ href: siteRoot, label: all }, ...trail.map(({ title, language, path }) => ({ href: sitePath(path), label: title, language }))];
}

export function PageLink({ page }: { page: PlacedPage }) {
  return (
    <Link href={sitePath(page.path)}>
      <WordsIn language={page.language}>{page.title}</WordsIn>
    </Link>
  );
}

/** Where a page stands in its guide: the guide, its parts in their order, and which of all these the page is. */
interface InGuide {
  readonly parts: readonly PlacedPage[];
  readonly at: number;
}

function guideOf({ id, kind }: PageView, { trail, beside, below, path }: PlaceView): InGuide | undefined {
  if (path === null) return undefined;
  const guide = trail.at(-1);
  const own = beside.find((one) => one.id === id);
  if (kind === 'guide' && own && below.length > 0) return { parts: [own, ...below], at: 0 };
  if (guide?.kind !== 'guide' || !own) return undefined;
  return { parts: [guide, ...beside], at: 1 + beside.indexOf(own) };
}

/** The parts of the guide to which a page belongs, before its text. */
export function PartsOfGuide(props: { page: PageView; place: PlaceView }) {
  const { t } = useTexts();
  const guide = guideOf(props.page, props.place);
  if (!guide) return null;
  return (
    <nav class="guide-parts" aria-label={t('site.parts')}>
      <ol>
        {guide.parts.map((part, at) => (
          <li key={part.id} aria-current={at === guide.at ? 'page' : undefined}>
            {at === guide.at ? <WordsIn language={part.language}>{part.title}</WordsIn> : <PageLink page={part} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The ways on at the end of a page: through its guide, or down to the pages below it. */
export function WaysOn(props: { page: PageView; place: PlaceView }) {
  const { t } = useTexts();
  const guide = guideOf(props.page, props.place);
  if (guide) return <AlongGuide {...guide} />;
  if (props.place.below.length === 0) return null;
  return (
    <section class="section stack" aria-labelledby="below">
      <Heading level={2} size="sm" id="below">
        {t('site.below')}
      </Heading>
      <ul class="rows">
        {props.place.below.map((page) => (
          <li key={page.id}>
            <PageLink page={page} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AlongGuide({ parts, at }: InGuide) {
  const { t } = useTexts();
  const [before, after] = [parts[at - 1], parts[at + 1]];
  return (
    <nav class="along-guide" aria-label={t('site.along')}>
      {before && <Step page={before} rel="prev" says={t('site.previous')} />}
      {after && <Step page={after} rel="next" says={t('site.next')} />}
    </nav>
  );
}

function Step(props: { page: PlacedPage; rel: 'prev' | 'next'; says: string }) {
  const { path, language, title } = props.page;
  return (
    <a href={sitePath(path)} rel={props.rel}>
      <span>{props.says}</span>
      <strong>
        <WordsIn language={language}>{title}</WordsIn>
      </strong>
    </a>
  );
}
