import { listOf } from '@isegoria/portal-kit';
import { Choices, SelectField, SubmitButton, Tag, TextArea, TextField, Words, useTexts, type FormState } from '@isegoria/ui';
import type { Question } from '../questionnaire/questionnaire.contract';
import { fileSorts, mostMegabytes } from '../answer-file/file-sorts.pure';
import { questionKinds, questionnaireLimits as most, scaleStyles } from '../questionnaire/questionnaire.pure';
import { ConditionFields } from './condition/condition-draft.page';
import { idsName } from './fields/lasting-lists.page';
import { shownName } from './fields/questionnaire-fields.page';

const placesOfQuota = { least: most.leastPlaces, most: most.mostPlaces };

interface QuestionDraftProps {
  readonly form: FormState;
  /** The same, with the names that the fields have within the question. */
  readonly own: FormState;
  readonly at: string;
  /** All questions of the survey as they are written now. */
  readonly questions: readonly Question[];
  /** Its number among them, from 0. */
  readonly number: number;
  /** The numbers of its section and of itself in it. */
  readonly place: string;
  readonly isChanged: boolean;
  readonly change: (what: string) => string;
}

/** One question with all that its kind lets an office say. */
export function QuestionDraft(props: QuestionDraftProps) {
  const { t } = useTexts();
  const { form, own, at, questions, number, place, change } = props;
  const question = questions[number]!;
  const { kind, text } = question;
  const isWrong = form.errors.some(({ field }) => field?.startsWith(at));
  const field = (name: string) => ({ form: 'draft', name: `${at}${name}`, state: form }) as const;
  return (
    <details class="ds-details card-tinted" data-variant="default" open={props.isChanged || isWrong || text === '' || undefined}>
      <summary autofocus={props.isChanged || undefined}>
        <span>
          {t('survey.question', { number: number + 1 })} {text === '' ? t('survey.question.new') : <Words text={text} by="office" />}{' '}
          <Tag>{t(`survey.kind.${kind}`)}</Tag>
        </span>
      </summary>
      <div class="stack">
        <input type="hidden" name={`${at}id`} value={question.id} />
        <input type="hidden" name={`${at}${shownName}`} value={kind} />
        <TextField {...field('text')} label={t('survey.question.text')} max={most.questionLength} />
        <SelectField
          {...field('kind')}
          label={t('survey.question.kind')}
          hint={t('survey.question.kindHint')}
          choices={questionKinds.map((one) => ({ value: one, label: t(`survey.kind.${one}`) }))}
          chosen={kind}
        />
        <FieldsOfKind {...props} question={question} />
        <Checked {...props} name="isRequired" legend={t('survey.required')} label={t('survey.required.yes')} />
        <details class="ds-details" data-variant="default" open={question.hint !== undefined || question.fact !== undefined || undefined}>
          <summary>{t('survey.more')}</summary>
          <div class="stack">
            <TextField {...field('hint')} label={t('survey.hint')} hint={t('survey.hintWhy')} max={most.hintLength} />
            <TextArea {...field('fact')} label={t('survey.fact')} hint={t('survey.factWhy')} max={most.textLength} rows={5} />
          </div>
        </details>
        <ConditionFields form={form} own={own} at={at} questions={questions} number={number} show={change(`show ${place}`)} />
        <div class="button-row">
          {number > 0 && (
            <SubmitButton variant="tertiary" name="change" value={change(`up ${place}`)}>
              {t('survey.up', { number: number + 1 })}
            </SubmitButton>
          )}
          {number < questions.length - 1 && (
            <SubmitButton variant="tertiary" name="change" value={change(`down ${place}`)}>
              {t('survey.down', { number: number + 1 })}
            </SubmitButton>
          )}
          <SubmitButton variant="tertiary" danger name="change" value={change(`remove ${place}`)}>
            {t('survey.remove', { number: number + 1 })}
          </SubmitButton>
        </div>
      </div>
    </details>
  );
}

function FieldsOfKind(props: QuestionDraftProps & { question: Question }) {
  const { t } = useTexts();
  const { form, at, question } = props;
  const field = (name: string) => ({ form: 'draft', name: `${at}${name}`, state: form }) as const;
  switch (question.kind) {
    case 'single':
      return (
        <>
          <Entries {...props} name="options" label={t('survey.options')} />
          <Checked {...props} name="hasOther" legend={t('survey.other')} label={t('survey.other.yes')} />
          <Checked {...props} name="isShuffled" legend={t('survey.order')} label={t('survey.order.yes')} />
          <TextArea {...field('quotas')} label={t('quota.field')} hint={t('quota.hint', placesOfQuota)} rows={3} />
        </>
      );
    case 'multiple':
      return (
        <>
          <Entries {...props} name="options" label={t('survey.options')} />
          <Checked {...props} name="hasOther" legend={t('survey.other')} label={t('survey.other.yes')} />
          <Checked {...props} name="isShuffled" legend={t('survey.order')} label={t('survey.order.yes')} />
          <Bounds {...props} least={t('survey.chooseAtLeast')} most={t('survey.chooseAtMost')} />
        </>
      );
    case 'ranking':
      return (
        <>
          <Entries {...props} name="options" label={t('survey.ranked')} />
          <Checked {...props} name="isShuffled" legend={t('survey.order')} label={t('survey.order.yes')} />
          <Bounds {...props} least={t('survey.rankAtLeast')} most={t('survey.rankAtMost')} />
        </>
      );
    case 'matrix':
      return (
        <>
          <Entries {...props} name="rows" label={t('survey.rows')} />
          <Entries {...props} name="options" label={t('survey.columns')} />
        </>
      );
    case 'scale':
      return (
        <>
          <SelectField
            {...field('scale.style')}
            label={t('survey.scale')}
            choices={scaleStyles.map((style) => ({ value: style, label: t(`survey.scale.${style}`) }))}
            chosen={question.scale!.style}
          />
          <TextField {...field('scale.from')} label={t('survey.scale.from')} />
          <TextField {...field('scale.to')} label={t('survey.scale.to')} />
          <TextField
            {...field('scale.fromLabel')}
            label={t('survey.scale.fromLabel')}
            hint={t('survey.scale.labelHint')}
            max={most.labelLength}
          />
          <TextField {...field('scale.toLabel')} label={t('survey.scale.toLabel')} max={most.labelLength} />
          <TextArea {...field('scale.steps')} label={t('survey.scale.steps')} hint={t('survey.scale.stepsHint')} rows={3} />
        </>
      );
    case 'number':
      return <Bounds {...props} least={t('survey.numberAtLeast')} most={t('survey.numberAtMost')} />;
    case 'date':
      return (
        <>
          <TextField {...field('earliest')} type="date" label={t('survey.earliest')} />
          <TextField {...field('latest')} type="date" label={t('survey.latest')} />
        </>
      );
    case 'short-text':
    case 'long-text': {
      const usual = question.kind === 'short-text' ? most.shortText : most.longText;
      return <TextField {...field('maxLength')} label={t('survey.maxLength')} hint={t('survey.maxLengthHint', { count: usual })} />;
    }
    case 'place':
      return <p>{t('survey.placeNote')}</p>;
    default:
      return (
        <>
          <p>{t('survey.fileNote')}</p>
          <Choices
            {...field('files')}
            legend={t('survey.files')}
            hint={t('survey.files.hint')}
            multiple
            choices={fileSorts.map((sort) => ({ value: sort, label: t(`survey.files.${sort}`) }))}
            chosen={listOf(props.own, 'files')}
          />
          <TextField {...field('megabytes')} label={t('survey.megabytes')} hint={t('survey.megabytes.hint', { most: mostMegabytes })} />
        </>
      );
  }
}

/** A field with a line for each entry, and beside it which ids the entries have. */
function Entries(props: QuestionDraftProps & { question: Question; name: 'options' | 'rows'; label: string }) {
  const { t } = useTexts();
  const { form, at, name, question } = props;
  return (
    <>
      <TextArea form="draft" name={`${at}${name}`} label={props.label} hint={t('field.onePerLine')} state={form} rows={5} />
      <input type="hidden" name={`${at}${idsName(name)}`} value={JSON.stringify(question[name] ?? [])} />
    </>
  );
}

function Bounds(props: QuestionDraftProps & { least: string; most: string }) {
  const { t } = useTexts();
  const { form, at } = props;
  return (
    <>
      <TextField form="draft" name={`${at}atLeast`} label={props.least} hint={t('survey.boundHint')} state={form} />
      <TextField form="draft" name={`${at}atMost`} label={props.most} state={form} />
    </>
  );
}

function Checked(props: QuestionDraftProps & { name: string; legend: string; label: string }) {
  const { form, own, at, name } = props;
  return (
    <Choices
      form="draft"
      name={`${at}${name}`}
      legend={props.legend}
      multiple
      choices={[{ value: 'yes', label: props.label }]}
      chosen={listOf(own, name)}
      state={form}
    />
  );
}
