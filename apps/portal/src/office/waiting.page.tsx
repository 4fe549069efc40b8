import type { Duty, Page, PageView, QuestionView, WaitingConsultation } from '@isegoria/contracts';
import type { MessageKey } from '@isegoria/texts';
import { CitizenText, EmptyState, Heading, Link, Pagination, Time, WordsIn, useTexts } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';

/** A page of a list, with the cursor at which it begins. */
export type Listed<Item> = Page<Item> & { readonly cursor?: string };

/** What waits for somebody; a list is absent for those whose work it is not. */
export interface Waiting extends Partial<Readonly<Record<Duty, Listed<WaitingConsultation>>>> {
  readonly questions?: Listed<QuestionView>;
  readonly pageDrafts?: Listed<PageView>;
  /** How many statements wait for a decision. */
  readonly statements?: number;
  /** How many reports there are. */
  readonly reports?: number;
}

/** Everything that waits: how much of what, and then each list, what is due or waits longest first. */
export function WhatWaits({ waiting }: { waiting: Waiting }) {
  const { t } = useTexts();
  const { questions, ending, outcome, draft, pageDrafts, statements, reports } = waiting;
  const counts = [
    ['desk.questions', questions?.count, '#waiting-questions'],
    ['desk.ending', ending?.count, '#waiting-ending'],
    ['desk.outcomes', outcome?.count, '#waiting-outcome'],
    ['desk.drafts', draft?.count, '#waiting-draft'],
    ['desk.pageDrafts', pageDrafts?.count, '#waiting-pageDrafts'],
    ['desk.statements', statements, '/office/moderation'],
    ['desk.reports', reports, '/office/moderation/reports'],
  ] as const satisfies readonly (readonly [MessageKey, number | undefined, string])[];
  const some = counts.filter(([, count]) => count !== undefined && count > 0);
  if (counts.every(([, count]) => count === undefined)) return null;
  return (
    <div class="stack-lg desk">
      <section class="stack" aria-labelledby="waits">
        <Heading level={2} size="md" id="waits">
          {t('desk.title')}
        </Heading>
        {some.length === 0 && (
          <EmptyState next={{ href: '/consultations', label: t('nav.consultations') }}>{t('desk.nothing')}</EmptyState>
        )}
        {some.length > 0 && (
          <ul class="desk-counts">
            {some.map(([words, count, href]) => (
              <li key={words}>
                <Link href={href}>{t(words, { count: count! })}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      {questions && (
        <Section name="questions" list={questions} words="desk.questions">
          {questions.items.map((question) => (
            <li key={question.id}>
              <CitizenText text={question.text} class="loop-label" />
              <p class="meta">
                <span>
                  {t('desk.askedOn')} <Time at={question.askedAt} />
                </span>
                <Link href={`/questions/${question.id}#answer`}>{t('questions.answerIt')}</Link>
              </p>
            </li>
          ))}
        </Section>
      )}
      {ending && <Consultations duty="ending" list={ending} words="desk.ending" at="desk.endsOn" act="office.manage" />}
      {outcome && <Consultations duty="outcome" list={outcome} words="desk.outcomes" at="desk.closedOn" act="office.publishOutcome" />}
      {draft && <Consultations duty="draft" list={draft} words="desk.drafts" act="desk.finish" />}
      {pageDrafts && (
        <Section name="pageDrafts" list={pageDrafts} words="desk.pageDrafts">
          {pageDrafts.items.map((page) => (
            <li key={page.id}>
              <WordsIn language={page.language}>{page.title}</WordsIn>
              <p class="meta">
                {t(`pageKind.${page.kind}`)} <Time at={page.revisedAt} />
                <Link href={`/office/pages/${page.id}`}>{t('desk.finish')}</Link>
              </p>
            </li>
          ))}
        </Section>
      )}
    </div>
  );
}

function Consultations(props: { duty: Duty; list: Listed<WaitingConsultation>; words: MessageKey; at?: MessageKey; act: MessageKey }) {
  const { t } = useTexts();
  return (
    <Section name={props.duty} list={props.list} words={props.words}>
      {props.list.items.map(({ id, title, language, phase, at }) => (
        <li key={`${id} ${at}`}>
          <WordsIn language={language}>{phase === null ? title : `${title} – ${phase}`}</WordsIn>
          <p class="meta">
            {at !== null && props.at && (
              <span>
                {t(props.at)} <Time at={at} withTime />
              </span>
            )}
            <Link href={`/office/consultations/${id}`}>{t(props.act)}</Link>
          </p>
        </li>
      ))}
    </Section>
  );
}

function Section(props: { name: string; list: Listed<unknown>; words: MessageKey; children: ComponentChildren }) {
  const { t } = useTexts();
  const { name, list } = props;
  if (list.count === 0) return null;
  const id = `waiting-${name}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading level={2} size="sm" id={id}>
        {t(props.words, { count: list.count })}
      </Heading>
      <ul class="rows">{props.children}</ul>
      <Pagination path="/office" parameter={name} fragment={id} cursor={list.cursor} next={list.next} oldestFirst />
    </section>
  );
}
