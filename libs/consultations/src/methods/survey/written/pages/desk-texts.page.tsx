import type { Page } from '@isegoria/kernel';
import { PublicReason, ReasonFields, blankForm, describeFields, withQuery } from '@isegoria/portal-kit';
import {
  About,
  CitizenText,
  EmptyState,
  Form,
  Heading,
  Link,
  Pagination,
  SubmitButton,
  Time,
  Words,
  useTexts,
  type FormState,
} from '@isegoria/ui';
import type { ActivityView } from '../../../../activity/activity.contract';
import type { ConsultationView } from '../../../../consultation/consultation.contract';
import { OfficeTrail } from '../../../../consultation/office/office-trail.page';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { decideOnText, textDecisions, type DeskTextView, type TextDecision } from '../written-text.contract';
import { deskTextsPath } from './written-text-paths.page';

// Which text, how it stood and which button was pressed, the form says.
describeFields({ text: { steers: true }, decision: { steers: true }, stood: { steers: true } }, decideOnText);

/** A form that was refused, and of which text. */
export interface JudgedText {
  readonly text: string;
  readonly form: FormState;
}

interface DeskTextsProps {
  readonly consultation: ConsultationView;
  readonly activity: ActivityView;
  readonly isClosed: boolean;
  /** Whether the reader may read the office's page of the consultation. */
  readonly mayRun: boolean;
  readonly texts: Page<DeskTextView>;
  readonly decision?: TextDecision;
  readonly cursor?: string;
  readonly sent?: JudgedText;
}

/** Where moderators read what people wrote in a survey, and decide which of it everybody may read. */
export function DeskTextsPage(props: DeskTextsProps) {
  const { t } = useTexts();
  const { consultation, activity, isClosed, texts, decision, cursor } = props;
  const path = deskTextsPath(consultation.id, activity.id);
  return (
    <About language={consultation.language}>
      <div class="narrow stack-lg">
        <OfficeTrail consultation={consultation} mayRun={props.mayRun} />
        <div class="page-head">
          <Heading level={1} size="lg">
            {t('written.desk')}
          </Heading>
          {activity.title !== null && (
            <p class="meta">
              <Words text={activity.title} by="office" />
            </p>
          )}
          <p class="lead">{t(isClosed ? 'written.deskLead' : 'written.deskOpen')}</p>
        </div>
        <p class="meta">
          {decision && <Link href={path}>{t('written.all')}</Link>}{' '}
          {textDecisions
            .filter((one) => one !== decision)
            .map((one) => (
              <Link href={withQuery(path, { decision: one })} key={one}>
                {t(`written.${one}`)}
              </Link>
            ))}
        </p>
        {texts.items.length === 0 && <EmptyState>{t('written.deskNone')}</EmptyState>}
        {texts.items.map((text) => (
          <DeskText {...props} text={text} key={text.text} />
        ))}
        <Pagination path={withQuery(path, { decision })} cursor={cursor} next={texts.next} />
      </div>
    </About>
  );
}

function DeskText({ consultation, activity, decision: chosen, cursor, sent, text }: DeskTextsProps & { text: DeskTextView }) {
  const { t } = useTexts();
  const name = `text-${text.text.slice(0, 16)}`;
  const state = sent?.text === text.text ? sent.form : blankForm();
  const question = questionsOf(activity.settings.questionnaire ?? { sections: [] }).find(({ id }) => id === text.question);
  const action = withQuery(`${deskTextsPath(consultation.id, activity.id)}/${text.text}`, { decision: chosen, cursor });
  return (
    <article class="card stack">
      <p class="meta">
        <Words text={question?.text ?? text.question} by="office" />
      </p>
      <CitizenText text={text.words} />
      <p class="meta">
        <span>{t(`written.${text.decision}`)}</span>
        {text.decidedBy !== null && text.decision !== 'waiting' && <span>{t('written.decidedBy', { id: text.decidedBy })}</span>}
        {text.decidedAt !== null && text.decision !== 'waiting' && <Time at={text.decidedAt} withTime />}
      </p>
      {text.reason !== null && (
        <p>
          <PublicReason reason={text.reason} rule={text.rule} />
        </p>
      )}
      <Form name={name} action={action} state={state}>
        <input type="hidden" name="stood" value={text.decision} />
        <div class="button-row">
          {text.decision !== 'listed' && (
            <SubmitButton name="decision" value="listed" variant="secondary">
              {t('written.list')}
            </SubmitButton>
          )}
          {text.decision !== 'waiting' && (
            <SubmitButton name="decision" value="waiting" variant="secondary">
              {t('written.undo')}
            </SubmitButton>
          )}
        </div>
        {text.decision !== 'heldBack' && (
          <details class="ds-details as-table" data-variant="default" data-color="neutral" open={state.errors.length > 0}>
            <summary>{t('written.holdBack')}</summary>
            <div class="stack">
              <ReasonFields form={name} state={state} />
              <SubmitButton name="decision" value="heldBack" danger>
                {t('written.holdBack')}
              </SubmitButton>
            </div>
          </details>
        )}
      </Form>
    </article>
  );
}
