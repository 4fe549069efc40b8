import { limits, type Language } from '@isegoria/kernel';
import { withQuery, type CategoryTree, type UnitTree } from '@isegoria/portal-kit';
import { directionOf, ownNameOf } from '@isegoria/texts';
import { Heading, InLanguage, Link, Notice, Pagination, Tag, Time, useTexts } from '@isegoria/ui';
import type { FoundView, SearchView } from '../search.contract';

/** To what the results are narrowed. */
export type Narrowed = { readonly [By in 'kind' | 'unit' | 'topic' | 'language']?: string };

interface Props {
  /** As it was typed. */
  readonly typed: string;
  readonly narrowed: Narrowed;
  readonly cursor?: string;
  /** Absent where nothing could be looked for. */
  readonly found?: SearchView;
  readonly isTooLong: boolean;
  readonly units: UnitTree;
  readonly tree: CategoryTree;
}

export function SearchPage(props: Props) {
  const { t } = useTexts();
  const { typed, narrowed, found } = props;
  return (
    <>
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('search.title')}
        </Heading>
      </div>
      <form method="get" action="/search" role="search" class="form" aria-label={t('search.title')}>
        <div class="ds-field">
          <label class="ds-label" for="q">
            {t('search.field')}
          </label>
          <p data-field="description" id="q-hint">
            {t('search.hint')}
          </p>
        </div>
        {props.isTooLong && <Notice colour="danger">{t('search.tooLong', { max: limits.searchLength })}</Notice>}
        <div class="search-line">
          <input class="ds-input" type="search" id="q" name="q" value={typed} dir="auto" autocomplete="off" aria-describedby="q-hint" />
          <button class="ds-button" type="submit" data-variant="primary">
            {t('nav.search')}
          </button>
        </div>
        {Object.entries(narrowed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
      </form>
      {found && (found.count > 0 ? <Results {...props} found={found} /> : <NothingFound {...props} found={found} />)}
    </>
  );
}

function Results(props: Props & { readonly found: SearchView }) {
  const { t } = useTexts();
  const { typed, narrowed, found, units } = props;
  return (
    <div class="narrow section">
      <p class="lead">{found.isMore ? t('search.countMore', { count: found.count }) : t('search.count', { count: found.count })}</p>
      <Choices {...props} />
      <ul class="rows">
        {found.items.map((one) => (
          <Result one={one} unit={units.nameOf(one.unit)} key={`${one.kind} ${one.id}`} />
        ))}
      </ul>
      <Pagination path={withQuery('/search', { q: typed, ...narrowed })} cursor={props.cursor} next={found.next} oldestFirst />
    </div>
  );
}

function Result({ one, unit }: { one: FoundView; unit: string }) {
  const { t, language } = useTexts();
  return (
    <li>
      <Heading level={2} size="xs">
        <a class="ds-link" href={one.path} lang={one.language} dir={directionOf(one.language)}>
          {one.title}
        </a>
      </Heading>
      <InLanguage language={one.language} class="excerpt">
        {one.excerpt.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}
      </InLanguage>
      <p class="meta">
        <span>{t(`foundKind.${one.kind}`)}</span>
        <bdi>{unit}</bdi>
        <Time at={one.day} />
        {one.language !== language && <span lang={one.language}>{ownNameOf(one.language)}</span>}
        {one.isOpen && <Tag colour="success">{t('search.open')}</Tag>}
      </p>
    </li>
  );
}

interface OneChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly language?: Language;
}

/** Links that narrow the results. What was chosen can be dropped; a list of one says nothing. */
function Choices({ typed, narrowed, found, units, tree }: Props & { readonly found: SearchView }) {
  const { t } = useTexts();
  const lists: readonly [keyof Narrowed, readonly OneChoice[]][] = [
    ['kind', found.kinds.map(({ kind, count }) => ({ value: kind, label: t(`foundKind.${kind}`), count }))],
    ['unit', found.units.map(({ unit, count }) => ({ value: unit, label: units.wayTo(unit), count }))],
    ['topic', found.topics.map(({ topic, count }) => ({ value: topic, label: tree.wayTo(topic), count }))],
    [
      'language',
      found.languages.map(({ language, count }) => ({ value: language, label: ownNameOf(language as never), count, language })),
    ],
  ];
  const shown = lists.filter(([by, choices]) => choices.length > 1 || narrowed[by] !== undefined);
  if (shown.length === 0) return null;
  return (
    <nav class="search-choices" aria-label={t('search.choices')}>
      {shown.map(([by, choices]) => (
        <p class="meta" key={by}>
          <strong>{t(`search.${by}`)}</strong>
          <Link href={withQuery('/search', { q: typed, ...narrowed, [by]: undefined })}>{t('search.all')}</Link>
          {choices.map(({ value, label, count, language }) => (
            <span key={value}>
              <a
                class="ds-link"
                href={withQuery('/search', { q: typed, ...narrowed, [by]: value })}
                aria-current={narrowed[by] === value ? 'true' : undefined}
                lang={language}
              >
                {label}
              </a>{' '}
              ({count})
            </span>
          ))}
        </p>
      ))}
    </nav>
  );
}

function NothingFound({ typed, narrowed, found }: Props & { readonly found: SearchView }) {
  const { t } = useTexts();
  const isNarrowed = Object.keys(narrowed).length > 0;
  return (
    <div class="narrow section nothing-found">
      <p class="lead">{found.hasWords ? t('search.nothing', { words: typed }) : t('search.noWords')}</p>
      {found.didYouMean !== null && (
        <p>
          <Link href={withQuery('/search', { q: found.didYouMean, ...narrowed })}>
            {t('search.didYouMean', { words: found.didYouMean })}
          </Link>
        </p>
      )}
      <ul>
        <li>{t('search.tryOther')}</li>
        {isNarrowed && (
          <li>
            <Link href={withQuery('/search', { q: typed })}>{t('search.tryAll')}</Link>
          </li>
        )}
        <li>
          <Link href="/consultations">{t('search.tryBrowse')}</Link>
        </li>
        <li>
          <Link href="/questions">{t('search.tryAsk')}</Link>
        </li>
      </ul>
    </div>
  );
}
