import type { Page } from '@isegoria/kernel';
import { About, Breadcrumbs, ButtonLink, EmptyState, Heading, Link, OfficeMarkdown, Pagination, Time, Words, useTexts } from '@isegoria/ui';
import { AnswerFacts, WhatIsOwed } from '../../answer-owed/answer-owed.page';
import { ThemesLink } from '../../official-answer/themes/themes.page';
import { EarlierOutcomes } from '../../outcome/outcome.page';
import { TranslationNotice } from '../../translation/reading/translation-notice.page';
import { titleFor, type ReadConsultation } from '../../translation/reading/translated.page';
import type { MilestoneView } from '../milestone.contract';
import { milestoneFormPath, outcomePath } from './milestone-status.page';
import { Milestones, type Followed } from './milestones.page';

export interface OutcomePageProps {
  readonly consultation: ReadConsultation;
  readonly milestones: Page<MilestoneView>;
  readonly cursor?: string;
  readonly followed: ReadonlyMap<string, Followed>;
  readonly mayEdit: boolean;
}

/** What people said, what was decided, and where it stands. */
export function OutcomePage(props: OutcomePageProps) {
  const { t, language } = useTexts();
  const { consultation, milestones, cursor } = props;
  const { id, outcome } = consultation;
  const path = `/consultations/${id}`;
  const { text: label, language: of } = titleFor(language, consultation);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: path, label, language: of }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('milestones.page')}
          </Heading>
          <p class="lead">
            <Words text={consultation.title} by="office" />
          </p>
          <TranslationNotice consultation={consultation} page={outcomePath(id)} />
        </div>
        <WhatIsOwed consultation={consultation} />
        <section class="stack" aria-labelledby="you-said">
          <Heading level={2} size="md" id="you-said">
            {t('outcome.youSaid')}
          </Heading>
          {outcome && <OfficeMarkdown source={outcome.youSaid} below={2} />}
          <p>
            <Link href={`${path}/results`}>{t('milestones.seeResults')}</Link>
          </p>
          <ThemesLink consultation={consultation} />
        </section>
        <section class="stack" aria-labelledby="we-did">
          <Heading level={2} size="md" id="we-did">
            {t('outcome.weDid')}
          </Heading>
          {outcome ? <OfficeMarkdown source={outcome.weDid} below={2} /> : <EmptyState>{t('milestones.noOutcome')}</EmptyState>}
          {outcome && (
            <p class="meta">
              <span>
                {t(outcome.changes > 0 ? 'outcome.changed' : 'outcome.published')} <Time at={outcome.publishedAt} />
              </span>
            </p>
          )}
          {outcome && <EarlierOutcomes of={outcome} consultationId={id} />}
          <dl class="facts">
            <AnswerFacts consultation={consultation} />
          </dl>
        </section>
        <section class="stack" aria-labelledby="stands">
          <Heading level={2} size="md" id="stands">
            {t('milestones.title')}
          </Heading>
          {milestones.items.length === 0 && <EmptyState>{t('milestones.none')}</EmptyState>}
          {milestones.items.length > 0 && <Milestones {...props} milestones={milestones.items} />}
          <Pagination path={outcomePath(id)} cursor={cursor} next={milestones.next} fragment="stands" oldestFirst />
          {props.mayEdit && outcome && (
            <p class="button-row">
              <ButtonLink href={milestoneFormPath(id)} variant="secondary">
                {t('milestones.add')}
              </ButtonLink>
            </p>
          )}
        </section>
      </div>
    </About>
  );
}
