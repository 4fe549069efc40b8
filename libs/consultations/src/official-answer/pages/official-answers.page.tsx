import type { Page } from '@isegoria/kernel';
import { Documents, withQuery } from '@isegoria/portal-kit';
import {
  About,
  Breadcrumbs,
  EmptyState,
  Heading,
  Link,
  OfficeMarkdown,
  Pagination,
  Time,
  Words,
  useTexts,
} from '@isegoria/ui';
import type { ReadConsultation } from '../../translation/reading/translated.page';
import { SaidText, type SaidWords } from '../../methods/deliberation/said-words/said-words.page';
import { versionPath } from '../../methods/document/comparison/version-links.page';
import { paragraphPath } from '../../methods/document/paper/paper.page';
import { AnswerFiles } from '../file/file-links.page';
import { groupAnswerPath } from '../group/group-answer.page';
import { milestoneFollowingPath } from '../../milestone/pages/milestone-status.page';
import { ThemesLink } from '../themes/themes.page';
import { ActivityName, answerTo, questionIn, saidIn } from './activity-name.page';
import { StanceTag, answerFormPath, officialAnswersPath } from './stance.page';
import { stances, type AnswerTheme, type Answerable, type OfficialAnswerView, type Stance } from '../official-answer.contract';

/** The words of what is answered. */
export type WordsAnswered = ReadonlyMap<string, SaidWords>;

/** All official answers in a consultation, the last one first. */
export function OfficialAnswersPage(props: {
  consultation: ReadConsultation;
  answers: Page<OfficialAnswerView>;
  words: WordsAnswered;
  stance?: Stance;
  /** Where only what answers one kind of thing is shown. */
  about?: Answerable;
  /** Where one of them is shown alone. */
  only?: string;
  /** Where those alone are shown that were given at once. */
  group?: string;
  /** Where those alone are shown that are under one theme. */
  theme?: string;
  cursor?: string;
  mayAnswer: boolean;
  /** Whether milestones can be added. */
  mayPlan: boolean;
}) {
  const { t } = useTexts();
  const { consultation, answers, stance, about, group, theme } = props;
  const path = officialAnswersPath(consultation.id);
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: consultation.title, language: consultation.language }]} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('officialAnswers.title')}
          </Heading>
          <p class="lead">{t('officialAnswers.lead')}</p>
          <ThemesLink consultation={consultation} />
          <p class="meta no-print">
            {(stance ?? about ?? props.only ?? group ?? theme) && <Link href={path}>{t('officialAnswers.all')}</Link>}
            {stances
              .filter((one) => one !== stance)
              .map((one) => (
                <Link href={withQuery(path, { stance: one })} key={one}>
                  {t(`stance.${one}`)}
                </Link>
              ))}
          </p>
        </div>
        {answers.items.length === 0 && <EmptyState>{t('officialAnswers.none')}</EmptyState>}
        {inGroups(answers.items).map((given) => (
          <OfficialAnswer {...props} given={given} key={given[0]!.aboutId} />
        ))}
        <Pagination path={withQuery(path, { stance, about, group, theme })} cursor={props.cursor} next={answers.next} />
        <AnswerFiles consultationId={consultation.id} />
      </div>
    </About>
  );
}

/** Where an office corrects it: with all that were given at once, or alone. */
function correctionPath(consultationId: string, { activityId, about, aboutId, named, group }: OfficialAnswerView): string {
  if (group) return groupAnswerPath(consultationId, activityId, { group: group.id });
  if (about === 'text') return groupAnswerPath(consultationId, activityId, { answer: aboutId });
  return answerFormPath(consultationId, { activityId, about, aboutId: about === 'question' || about === 'paragraph' ? named! : aboutId });
}

/** Answers that were given at once, or under one theme, and stand as they were given, are read once. */
function inGroups(answers: readonly OfficialAnswerView[]): OfficialAnswerView[][] {
  const nameOf = ({ group, aboutId, earlier, activityId, about, stance, text, documents }: OfficialAnswerView) => {
    if (!group) return JSON.stringify([aboutId]);
    return JSON.stringify([earlier, ...(group.theme ? [group.theme, activityId, about, stance, text, documents] : [group.id])]);
  };
  const groups: OfficialAnswerView[][] = [];
  for (const answer of answers) {
    const last = groups.at(-1);
    if (last && nameOf(last[0]!) === nameOf(answer)) last.push(answer);
    else groups.push([answer]);
  }
  return groups;
}

function OfficialAnswer(props: {
  consultation: ReadConsultation;
  given: readonly OfficialAnswerView[];
  words: WordsAnswered;
  mayAnswer: boolean;
  mayPlan: boolean;
}) {
  const { t } = useTexts();
  const { consultation, given, words } = props;
  const [answer] = given as [OfficialAnswerView];
  const { aboutId, activityId, about, stance, text, documents, textVersion, answeredAt, group } = answer;
  const isOne = given.length === 1;
  const followed = isOne && about === 'statement' ? aboutId : null;
  const groups = new Map(given.map(({ group: one }) => [one?.id, one?.size ?? 0]));
  const others = group ? [...groups.values()].reduce((sum, size) => sum + size, -given.length) : 0;
  return (
    <article class="card stack" id={isOne ? `answer-${aboutId}` : undefined}>
      <div class="tags">
        <StanceTag stance={stance} />
      </div>
      {group?.theme && <Theme theme={group.theme} />}
      <p class="meta">
        {isOne ? t(answerTo(consultation, answer)) : t(saidIn(consultation, activityId).answerToSeveral, { count: given.length })}
      </p>
      {about === 'activity' && (
        <p>
          <ActivityName of={consultation} activityId={aboutId} />
        </p>
      )}
      {about === 'question' && (
        <p>
          <Words text={questionIn(consultation, activityId, answer.named)} by="office" />
        </p>
      )}
      {about === 'paragraph' && (
        <p>
          <Link href={paragraphPath(activityId, answer.named!)}>
            <Words text={words.get(aboutId)?.text ?? ''} by="office" />
          </Link>
        </p>
      )}
      {(about === 'statement' || about === 'text') && isOne && <SaidText said={words.get(aboutId)} />}
      {!isOne && (
        <ul class="rows">
          {given.map((one) => (
            <li id={`answer-${one.aboutId}`} key={one.aboutId}>
              <SaidText said={words.get(one.aboutId)} />
            </li>
          ))}
        </ul>
      )}
      <div class="answer">
        <OfficeMarkdown source={text} below={2} />
        <Documents documents={documents} id={`documents-${aboutId}`} level={2} />
        <p class="meta">
          <Time at={answeredAt} withTime />
          {textVersion !== null && (
            <Link href={versionPath(activityId, textVersion)}>{t('officialAnswers.toVersion', { version: textVersion })}</Link>
          )}
          {others > 0 && <span>{t('groupAnswer.also', { count: others })}</span>}
          {props.mayAnswer && (
            <Link href={correctionPath(consultation.id, answer)}>
              {t(group && group.size > 1 ? 'groupAnswer.correctAll' : 'officialAnswers.correct')}
            </Link>
          )}
          {props.mayPlan && (
            <Link href={milestoneFollowingPath(consultation.id, { activityId, statementId: followed })}>
              {t('milestones.addFollowing')}
            </Link>
          )}
        </p>
      </div>
      <EarlierAnswers answer={answer} />
    </article>
  );
}

/** What several people said, as the office puts it. */
function Theme({ theme: { title, summary } }: { theme: AnswerTheme }) {
  const { t } = useTexts();
  return (
    <div>
      <p class="meta">{t('theme.one')}</p>
      <p>
        <strong>
          <Words text={title} by="office" />
        </strong>
      </p>
      {summary !== null && (
        <p>
          <Words text={summary} by="office" />
        </p>
      )}
    </div>
  );
}

function EarlierAnswers({ answer }: { answer: OfficialAnswerView }) {
  const { t } = useTexts();
  if (answer.corrections === 0) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('officialAnswers.earlier', { count: answer.corrections })}</summary>
      <div class="stack">
        {answer.earlier.toReversed().map(({ stance, text, theme, documents, textVersion, note, correctedAt }) => (
          <div class="stack" key={correctedAt}>
            <p class="meta">
              <Time at={correctedAt} withTime />
              <span>
                {t('dates.why')} <Words text={note} />
              </span>
            </p>
            <div class="tags">
              <StanceTag stance={stance} />
            </div>
            {textVersion !== null && <p class="meta">{t('officialAnswers.toVersion', { version: textVersion })}</p>}
            {theme && <Theme theme={theme} />}
            <OfficeMarkdown source={text} below={2} />
            <Documents documents={documents} id={`documents-${answer.aboutId}-${Date.parse(correctedAt)}`} level={2} />
          </div>
        ))}
      </div>
    </details>
  );
}
