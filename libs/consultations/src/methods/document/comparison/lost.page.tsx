import type { Page } from '@isegoria/kernel';
import { Author, type NameOf } from '@isegoria/portal-kit';
import { About, Breadcrumbs, CitizenText, EmptyState, Heading, Link, Pagination, Sentence, Time, Words, useTexts } from '@isegoria/ui';
import { WhatIsOwed } from '../../../answer-owed/answer-owed.page';
import type { ReadConsultation } from '../../../translation/reading/translated.page';
import { StanceTag, officialAnswersPath } from '../../../official-answer/pages/stance.page';
import type { OfficialAnswerView } from '../../../official-answer/official-answer.contract';
import type { StatementView } from '../../deliberation/statement/statement.contract';
import type { DocumentView } from '../document.contract';
import { annotationPath } from '../paper/paper.page';
import { Proposes } from '../proposal/proposes.page';
import { lostPath, versionPath } from './version-links.page';

/** What people wrote about words that stand no longer. It stays where it was, with its support and its answers. */
export function LostPage(props: {
  consultation: ReadConsultation;
  paper: DocumentView;
  annotations: Page<StatementView>;
  cursor?: string;
  supporters: ReadonlyMap<string, number>;
  answers: readonly OfficialAnswerView[];
  nameOf: NameOf;
}) {
  const { t } = useTexts();
  const { consultation, paper, annotations, supporters } = props;
  const { activityId } = paper;
  const answerTo = (id: string) => props.answers.find(({ aboutId }) => aboutId === id);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('versions.lostTitle')}
          </Heading>
          <p class="lead">{t('versions.lostLead')}</p>
        </div>
        <WhatIsOwed consultation={consultation} />
        {annotations.items.length === 0 && <EmptyState>{t('versions.noneLost')}</EmptyState>}
        <ul class="rows">
          {annotations.items.map(({ id, at, author, text, submittedAt, carried, followedIn }) => (
            <li key={id}>
              <p class="meta">
                {author !== null && <Author author={author} nameOf={props.nameOf} />}
                <Time at={submittedAt} />
                <Proposes at={at} />
                {followedIn !== null && (
                  <Link href={versionPath(activityId, followedIn)}>{t('versions.followedIn', { version: followedIn })}</Link>
                )}
                {carried?.lostIn && (
                  <Link href={versionPath(activityId, carried.lostIn)}>{t('versions.lostIn', { version: carried.lostIn })}</Link>
                )}
              </p>
              {at?.words && (
                <p class="meta">
                  <span>
                    <Sentence says="paper.about" words={{ words: <Words text={at.words.exact} by="office" /> }} />
                  </span>
                </p>
              )}
              <CitizenText text={text} />
              <p class="meta">
                <span>{t('paper.supporters', { count: supporters.get(id) ?? 0 })}</span>
                {carried && <Link href={annotationPath(activityId, carried.paragraph, id)}>{t('versions.inPlace')}</Link>}
                {answerTo(id) && (
                  <Link href={`${officialAnswersPath(consultation.id)}#answer-${id}`}>
                    <StanceTag stance={answerTo(id)!.stance} />
                  </Link>
                )}
              </p>
            </li>
          ))}
        </ul>
        <Pagination path={lostPath(activityId)} cursor={props.cursor} next={annotations.next} oldestFirst />
      </div>
    </About>
  );
}
