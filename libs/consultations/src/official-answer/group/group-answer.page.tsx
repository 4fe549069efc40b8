import { limits } from '@isegoria/kernel';
import { describeFields, listOf, withQuery } from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import {
  About,
  Choices,
  EmptyState,
  Form,
  Heading,
  Link,
  Pagination,
  SelectField,
  Sentence,
  SubmitButton,
  TextField,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import { OfficeTrail } from '../../consultation/office/office-trail.page';
import type { ConsultationView } from '../../consultation/consultation.contract';
import type { StatementView } from '../../methods/deliberation/statement/statement.contract';
import type { PartSaidTo } from '../../methods/method/method.page';
import type { OfficialAnswerView } from '../official-answer.contract';
import { Proposes } from '../../methods/document/proposal/proposes.page';
import { ActivityName } from '../pages/activity-name.page';
import { AnswerFields } from '../pages/answer-fields.page';
import { StanceTag, answerFormPath } from '../pages/stance.page';
import { answerStatements } from './group-answer.contract';

const chosenOnes = { label: 'groupAnswer.chosen', wrong: 'groupAnswer.chosen.wrong', isChosen: true } as const;

describeFields({ statementIds: { steers: true } });
describeFields(
  {
    statementIds: chosenOnes,
    texts: chosenOnes,
    stance: { wrong: 'field.kind.wrong', steers: true },
    themeTitle: { wrong: 'theme.title.wrong', max: limits.titleLength },
    themeSummary: { wrong: 'theme.summary.wrong', max: limits.reasonLength },
    note: { wrong: 'groupAnswer.note.wrong', max: limits.reasonLength },
  },
  answerStatements,
);

/** Which of what people said is listed. */
export interface Listed {
  /** Of one part of the activity. */
  readonly paragraph?: string;
  /** What has these words in it. */
  readonly words?: string;
  /** Whether all that is listed is ticked to begin with. */
  readonly ticked?: 'yes';
  readonly place?: 'lost';
  /** Of a group that was answered under a theme: more are put under it, with the same answer. */
  readonly like?: string;
  /** Whether what is answered already is listed as well. */
  readonly all?: 'yes';
  /** Those that were answered together. */
  readonly group?: string;
  /** What was answered alone: the id under which its answer is listed. */
  readonly answer?: string;
}

/** Whether an answer is corrected, wherever those who have it stand in the lists of what is open. */
export const isCorrection = ({ group, answer }: Listed) => (group ?? answer) !== undefined;

export const groupAnswerPath = (consultationId: string, activityId: string, listed: Listed & { readonly cursor?: string } = {}) =>
  withQuery(`/office/consultations/${consultationId}/official-answers/${activityId}`, { ...listed });

/** What is answered, with the place that it is about, or the part of the activity. */
export type Said = Pick<StatementView, 'id' | 'text' | 'at'> & {
  /** Where that is by now. */
  readonly carried?: StatementView['carried'];
  readonly part?: string;
  /** What stands in place of words that nobody may read, where they were not erased. */
  readonly instead?: MessageKey;
};

interface GroupAnswerProps {
  readonly consultation: ConsultationView;
  readonly activityId: string;
  readonly listed: Listed;
  readonly said: readonly Said[];
  readonly cursor?: string;
  readonly next: string | null;
  /** How many people support each, by its id. */
  readonly supporters: ReadonlyMap<string, number>;
  readonly answers: readonly OfficialAnswerView[];
  readonly parts: readonly PartSaidTo[];
  /** Whether what is said has only names, as texts of a survey have. */
  readonly isNamed: boolean;
  readonly form: FormState;
}

/** The field that says which of them are answered. */
export const chosenIn = (isNamed: boolean) => (isNamed ? 'texts' : 'statementIds');

/** Where an office gives one answer to several statements: it ticks them, and writes once. */
export function GroupAnswerPage(props: GroupAnswerProps) {
  const { t } = useTexts();
  const { consultation, activityId, listed, said, answers, form } = props;
  const field = { form: 'group-answer', state: form } as const;
  const chosen = chosenIn(props.isNamed);
  const own = (to: Listed) => groupAnswerPath(consultation.id, activityId, to);
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t(listed.answer ? 'officialAnswers.correct' : listed.group ? 'groupAnswer.correct' : 'groupAnswer.title')}
          </Heading>
          <p class="lead">
            <ActivityName of={consultation} activityId={activityId} />
          </p>
          <p>{t('groupAnswer.what')}</p>
        </div>
        {isCorrection(listed) ? (
          <p>
            <Link href={own({})}>{t('groupAnswer.toOpen')}</Link>
          </p>
        ) : (
          <Narrow {...props} />
        )}
        <ToParagraph {...props} />
        {said.length === 0 ? (
          <EmptyState>{t(listed.all ? 'groupAnswer.none' : 'groupAnswer.noneOpen')}</EmptyState>
        ) : (
          <Form
            name="group-answer"
            action={groupAnswerPath(consultation.id, activityId, { ...listed, cursor: props.cursor })}
            state={form}
            withFiles
          >
            <Choices
              {...field}
              name={chosen}
              legend={t('groupAnswer.chosen')}
              hint={t('groupAnswer.chosen.hint')}
              choices={said.map((one) => ({
                value: one.id,
                label: one.text ?? t(one.instead ?? 'text.erased'),
                shown: <SaidAt {...props} one={one} />,
              }))}
              chosen={listOf(form, chosen)}
              multiple
            />
            {!listed.ticked && !isCorrection(listed) && said.length > 1 && (
              <p>
                <Link href={groupAnswerPath(consultation.id, activityId, { ...listed, cursor: props.cursor, ticked: 'yes' })}>
                  {t('groupAnswer.tickAll', { count: said.length })}
                </Link>
              </p>
            )}
            {listed.like !== undefined && (
              <p>
                {t('groupAnswer.like')} <Link href={own({ ...listed, like: undefined })}>{t('groupAnswer.anew')}</Link>
              </p>
            )}
            <ThemeFields {...field} />
            <AnswerFields
              {...field}
              textHint={t('groupAnswer.text.hint')}
              noteHint={t('groupAnswer.note.hint')}
              isCorrection={answers.length > 0}
            />
            <SubmitButton>{t('officialAnswers.publish')}</SubmitButton>
          </Form>
        )}
        <Pagination path={own(listed)} cursor={props.cursor} next={props.next} oldestFirst />
      </div>
    </About>
  );
}

/** Where one paragraph of a text is listed and nobody writes to it any longer: the way to answer it as a whole. */
function ToParagraph({ consultation, activityId, listed: { paragraph }, isNamed }: GroupAnswerProps) {
  const { t } = useTexts();
  const phaseId = consultation.activities.find(({ id }) => id === activityId)?.phaseId;
  const isOver = consultation.phases.find(({ id }) => id === phaseId)?.status === 'closed';
  if (paragraph === undefined || isNamed || !isOver) return null;
  return (
    <p>
      <Link href={answerFormPath(consultation.id, { activityId, about: 'paragraph', aboutId: paragraph })}>
        {t('officialAnswers.giveToParagraph')}
      </Link>
    </p>
  );
}

/** What those that are ticked have in common. */
function ThemeFields(field: { form: string; state: FormState }) {
  const { t } = useTexts();
  return (
    <>
      <TextField {...field} name="themeTitle" label={t('theme.title')} hint={t('theme.title.hint')} max={limits.titleLength} />
      <TextField {...field} name="themeSummary" label={t('theme.summary')} hint={t('theme.summary.hint')} max={limits.reasonLength} />
    </>
  );
}

/** One of those to choose from: its words, what they are about, and how it is answered so far. */
function SaidAt({ one, parts, supporters, answers }: GroupAnswerProps & { one: Said }) {
  const { t } = useTexts();
  const { id, text, at, carried } = one;
  const part = parts.find((known) => known.part === (carried?.paragraph ?? one.part));
  const answer = answers.find(({ aboutId, named }) => (named ?? aboutId) === id);
  const count = supporters.get(id) ?? 0;
  return (
    <span class="stack-sm">
      <span>{text === null ? t(one.instead ?? 'text.erased') : <Words text={text} by="anybody" />}</span>
      <span class="meta">
        {part && <span>{nameOf(t, part)}</span>}
        {at && !part && <span>{t('coverage.leftOut')}</span>}
        <Proposes at={at} />
        {at?.words && (
          <span>
            <Sentence says="paper.about" words={{ words: <Words text={at.words.exact} by="office" /> }} />
          </span>
        )}
        {count > 0 && <span>{t('paper.supporters', { count })}</span>}
        {answer && <StanceTag stance={answer.stance} />}
      </span>
    </span>
  );
}

type T = ReturnType<typeof useTexts>['t'];
const nameOf = (t: T, { number, stood, words }: PartSaidTo) => {
  if (words !== undefined) return words;
  if (number !== null) return t('paper.paragraph', { number });
  return stood ? t('groupAnswer.leftOut', stood) : t('coverage.leftOut');
};

/** The paragraphs to which something was said, and whether answered ones are listed too. */
function Narrow({ consultation, activityId, listed, parts, isNamed }: GroupAnswerProps) {
  const { t } = useTexts();
  const state = { values: { words: listed.words ?? '' }, errors: [], key: '' };
  const countOf = (open: number) => t('groupAnswer.openIn', { count: open });
  return (
    <form method="get" action={groupAnswerPath(consultation.id, activityId)} class="form filter" aria-label={t('groupAnswer.narrow')}>
      {parts.length > 0 && (
        <SelectField
          form="narrow"
          name="paragraph"
          label={t(isNamed ? 'groupAnswer.question' : 'coverage.paragraph')}
          choices={[
            { value: '', label: t(isNamed ? 'groupAnswer.allQuestions' : 'groupAnswer.everywhere') },
            ...parts.map((one) => ({
              value: one.part,
              // In two languages it would be read out as one.
              ...(one.words === undefined
                ? { label: `${nameOf(t, one)} (${countOf(one.open)})` }
                : { label: `${one.words} (${one.open})`, language: consultation.language }),
            })),
          ]}
          chosen={listed.paragraph ?? ''}
          state={state}
        />
      )}
      {isNamed && <TextField form="narrow" state={state} name="words" label={t('groupAnswer.words')} max={limits.titleLength} />}
      <SelectField
        form="narrow"
        name="all"
        label={t('groupAnswer.which')}
        choices={[
          { value: '', label: t('groupAnswer.open') },
          { value: 'yes', label: t('groupAnswer.all') },
        ]}
        chosen={listed.all ?? ''}
        state={state}
      />
      <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
    </form>
  );
}
