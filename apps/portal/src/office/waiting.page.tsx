import type { Page } from '@isegoria/contracts';
import { UnitFilter, withQuery, type UnitTree } from '@isegoria/portal-kit';
import {
  CitizenText,
  Deadline,
  EmptyState,
  Heading,
  Link,
  Notice,
  Pagination,
  Tag,
  Time,
  Words,
  WordsIn,
  useTexts,
  type Choice,
} from '@isegoria/ui';
import type { Waiting } from './work';

/** A page of a list, with the cursor at which it begins. */
export type Listed<Item> = Page<Item> & { readonly cursor?: string };

export interface WhatWaitsProps {
  readonly waiting: Waiting;
  readonly tree: UnitTree;
  /** The units to which it can be narrowed, and the one to which it is. */
  readonly units: readonly Choice[];
  readonly unit?: string;
}

/** Everything that waits: how much of what, and then one list, what is due or waits longest first. */
export function WhatWaits(props: WhatWaitsProps) {
  const { t } = useTexts();
  const { waiting, units, unit } = props;
  const { counts, items, overdue, chosen } = waiting;
  if (counts.length === 0) return null;
  const some = counts.filter(({ count }) => count > 0);
  const path = withQuery('/office', { unit, kind: chosen?.name });
  return (
    <div class="stack-lg">
      <section class="stack" aria-labelledby="waits">
        <Heading level={2} size="md" id="waits">
          {t('desk.title')}
        </Heading>
        {overdue > 0 && <Notice colour="warning">{t('work.overdueCount', { count: overdue })}</Notice>}
        {units.length > 1 && <UnitFilter path="/office" units={units} chosen={unit} keep={{ kind: chosen?.name }} />}
        {some.length === 0 && (
          <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('desk.nothing')}</EmptyState>
        )}
        {some.length > 0 && (
          <ul class="desk-counts">
            {some.map(({ kind, count }) => (
              <li key={kind.name}>
                <a
                  class="ds-link"
                  href={kind.desk ?? `${withQuery('/office', { unit, kind: kind.name })}#work`}
                  aria-current={kind === chosen ? 'true' : undefined}
                >
                  {t(kind.words, { count })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      {items.length > 0 && (
        <section class="stack" aria-labelledby="work">
          <Heading level={2} size="sm" id="work">
            {chosen ? t(chosen.words, { count: counts.find(({ kind }) => kind === chosen)!.count }) : t('work.byDeadline')}
          </Heading>
          {chosen && (
            <p>
              <Link href={`${withQuery('/office', { unit })}#work`}>{t('work.all')}</Link>
            </p>
          )}
          <ul class="rows">
            {items.map((item) => (
              <Work {...props} item={item} key={`${item.kind.name} ${item.id}`} />
            ))}
          </ul>
          {waiting.isCut && <p>{t('work.cut')}</p>}
          <Pagination path={path} fragment="work" cursor={waiting.cursor} next={waiting.next} oldestFirst />
        </section>
      )}
    </div>
  );
}

function Work({ item, tree }: WhatWaitsProps & { item: Waiting['items'][number] }) {
  const { t } = useTexts();
  const { kind, title, about, reason, language, unit, responsible, dueAt, since, isOverdue, parts } = item;
  return (
    <li>
      <div class="tags">
        {kind.one && <Tag>{t(kind.one)}</Tag>}
        {isOverdue && <Tag colour="danger">{t('work.overdue')}</Tag>}
        {language && <WordsIn language={language}>{about === undefined ? title : `${title} – ${about}`}</WordsIn>}
      </div>
      {language && reason !== undefined && (
        <p>
          {t('dates.why')} <WordsIn language={language}>{reason}</WordsIn>
        </p>
      )}
      {!language && <CitizenText text={title} class="loop-label" />}
      <p class="meta">
        {dueAt !== null && (
          <span>
            {t(kind.due ?? 'work.due')} <Deadline at={dueAt} />
          </span>
        )}
        {dueAt === null && since !== null && kind.since && (
          <span>
            {t(kind.since)} <Time at={since} withTime />
          </span>
        )}
        {parts && parts.count > 0 && <span>{t(parts.says, { count: parts.count })}</span>}
        <span>
          {t('work.responsible')} {responsible ? <Words text={responsible} language={language} /> : <Words text={tree.wayTo(unit)} />}
        </span>
        {kind.act && <Link href={item.href}>{t(kind.act)}</Link>}
      </p>
    </li>
  );
}
