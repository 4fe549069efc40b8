import { About, Breadcrumbs, Heading, Link, OfficeMarkdown, useOffice, useTexts, Words } from '@isegoria/ui';
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../../activity/activity.contract';
import { titleFor, type ReadConsultation } from '../../../translation/reading/translated.page';
import { ConditionSaid } from '../drafting/condition/condition-said.page';
import type { Question, QuestionOption, Questionnaire } from '../questionnaire/questionnaire.contract';
import { QuotasTold } from '../quotas/pages/quotas-told.page';
import { otherOption, questionsOf } from '../questionnaire/questionnaire.pure';
import { boundsInWords } from './bounds-in-words.page';
import { withoutFiles } from '../answer-file/without-files.pure';
import { formCode } from './form-code';

export const paperPath = (consultationId: string, activityId: string) => `/consultations/${consultationId}/activities/${activityId}/paper`;

interface PaperFormProps {
  readonly consultation: ReadConsultation;
  readonly activity: ActivityView;
  readonly questionnaire: Questionnaire;
  readonly ministry: string;
}

/**
 * A survey on paper: every question with the codes under which its answers are entered. It is a page as any other, which browsers print or
 * keep as PDF.
 */
export function PaperForm(props: PaperFormProps) {
  return (
    <About {...props.consultation}>
      <Printed {...props} />
    </About>
  );
}

function Printed({ consultation, activity, questionnaire, ministry }: PaperFormProps) {
  const { t, language: reader } = useTexts();
  const onPaper = withoutFiles(questionnaire);
  const questions = useTranslated(questionsOf(onPaper));
  const title = titleFor(reader, consultation);
  let number = 0;
  return (
    <div class="narrow paper">
      <Breadcrumbs trail={[{ href: `/consultations/${consultation.id}`, label: title.text, language: title.language }]} />
      <div class="page-head">
        <p class="meta">
          <Words text={ministry} />
        </p>
        <Heading level={1} size="lg">
          <Words text={activity.title ?? consultation.title} by="office" />
        </Heading>
        <p class="meta">
          {t('paper.form')} <code dir="ltr">{formCode(activity.id, questionnaire)}</code>
        </p>
        <p class="no-print">{t('paper.print')}</p>
      </div>
      <p>{t('paper.how')}</p>
      {consultation.contact !== null && (
        <p>
          {t('about.contact')}: <Words text={consultation.contact} by="office" />
        </p>
      )}
      <div class="stack-lg">
        {onPaper.sections.map((section, index) => (
          <section class="stack" aria-labelledby={`section-${index}`} key={index}>
            <Heading level={2} size="md" id={`section-${index}`}>
              {section.title ? <Words text={section.title} by="office" /> : t('paper.part', { number: index + 1 })}
            </Heading>
            {section.text && <OfficeMarkdown source={section.text} below={2} />}
            {section.questions.map((question) => (
              <PaperQuestion question={question} questions={questions} number={++number} key={question.id} />
            ))}
          </section>
        ))}
      </div>
      <p class="no-print">
        <Link href={`/consultations/${consultation.id}`}>{t('paper.back')}</Link>
      </p>
    </div>
  );
}

interface PaperQuestionProps {
  readonly question: Question;
  readonly questions: readonly Question[];
  readonly number: number;
}

/** As conditions name them: in the office's translation, where it has one. */
export function useTranslated(questions: readonly Question[]): readonly Question[] {
  const office = useOffice();
  const told = (one: QuestionOption) => ({ ...one, text: office(one.text).text });
  return questions.map(({ options, ...question }) => {
    return { ...question, text: office(question.text).text, ...(options && { options: options.map(told) }) };
  });
}

function PaperQuestion({ question, questions, number }: PaperQuestionProps) {
  const texts = useTexts();
  const { t } = texts;
  const { id, text, hint, fact, isRequired, when } = question;
  const isNeeded = isRequired && question.kind !== 'file';
  return (
    <div class="card stack">
      <Heading level={3} size="xs">
        {number}. <Words text={text} by="office" /> <Code>{id}</Code>
      </Heading>
      {when && (
        <p class="paper-when">
          <ConditionSaid says="paper.onlyIf" when={when} questions={questions} />
        </p>
      )}
      {hint && (
        <p class="meta">
          <Words text={hint} by="office" />
        </p>
      )}
      {fact && (
        <div class="card-tinted">
          <OfficeMarkdown source={fact} below={3} />
        </div>
      )}
      <p class="meta">
        {[t(`paper.kind.${question.kind}`), ...boundsInWords(texts, question), isNeeded ? t('paper.required') : ''].filter(Boolean).join(' ')}
      </p>
      <QuotasTold question={question} isOnPaper />
      <Room question={question} />
    </div>
  );
}

/** Where somebody writes or ticks. */
function Room({ question }: { question: Question }) {
  const { t } = useTexts();
  const { kind, options = [], rows = [], scale, hasOther } = question;
  switch (kind) {
    case 'single':
    case 'multiple':
      return (
        <ul class="paper-options">
          {options.map((option) => (
            <Ticked code={option.id} isRound={kind === 'single'} key={option.id}>
              <Words text={option.text} by="office" />
            </Ticked>
          ))}
          {hasOther && (
            <>
              <Ticked code={otherOption} isRound={kind === 'single'}>
                {t('paper.other')}
              </Ticked>
              <Lines count={1} />
            </>
          )}
        </ul>
      );
    case 'ranking':
      return (
        <ul class="paper-options">
          {options.map(({ id, text }) => (
            <li key={id}>
              <span class="paper-box paper-number" /> <Words text={text} by="office" /> <Code>{id}</Code>
            </li>
          ))}
        </ul>
      );
    case 'matrix':
      return <Matrix rows={rows} options={options} />;
    case 'scale': {
      const steps = Array.from({ length: scale!.to - scale!.from + 1 }, (_, index) => scale!.from + index);
      return (
        <ul class="paper-scale">
          {steps.map((step, index) => (
            <li key={step}>
              <span class="paper-box paper-round" /> {step}{' '}
              <Words
                text={scale!.steps?.[index] ?? (index === 0 ? scale!.fromLabel : step === scale!.to ? scale!.toLabel : '') ?? ''}
                by="office"
              />
            </li>
          ))}
        </ul>
      );
    }
    case 'long-text':
      return <Lines count={6} />;
    case 'place':
      return <Lines count={2} />;
    case 'file':
      return null;
    default:
      return <Lines count={1} />;
  }
}

function Ticked({ code, isRound, children }: { code: string; isRound: boolean; children: ComponentChildren }) {
  return (
    <li>
      <span class={`paper-box ${isRound ? 'paper-round' : ''}`} /> {children} <Code>{code}</Code>
    </li>
  );
}

function Matrix({ rows, options }: { rows: readonly QuestionOption[]; options: readonly QuestionOption[] }) {
  const { t } = useTexts();
  return (
    <div class="table-frame" tabIndex={0}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">
              <span class="ds-sr-only">{t('paper.row')}</span>
            </th>
            {options.map(({ id, text }) => (
              <th scope="col" key={id}>
                <Words text={text} by="office" /> <Code>{id}</Code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Words text={row.text} by="office" /> <Code>{row.id}</Code>
              </th>
              {options.map(({ id }) => (
                <td key={id}>
                  <span class="paper-box paper-round" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is written beside an answer for whoever enters it. */
function Code({ children }: { children: ComponentChildren }) {
  return (
    <code class="paper-code" dir="ltr">
      {children}
    </code>
  );
}

function Lines({ count }: { count: number }) {
  return (
    <div class="paper-lines" aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} />
      ))}
    </div>
  );
}
