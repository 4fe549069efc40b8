import { listOf, textIfAny } from '@isegoria/portal-kit';
import type { ComponentChildren } from 'preact';
import {
  Choices,
  OfficeMarkdown,
  SelectField,
  Sentence,
  TextArea,
  TextField,
  Words,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import { optionsFor } from '../../questionnaire/order.pure';
import { otherOption, questionnaireLimits, type Question } from '../../questionnaire/questionnaire.pure';
import { noAnswer } from '../../asking/said.pure';
import { AnswerFileField, NoFileByLink } from '../../answer-file/pages/file-question.page';
import { QuotasTold } from '../../quotas/pages/quotas-told.page';
import { PlaceField } from '../../place/place-field.page';
import { fieldOf, ownWordsOf } from './answers-form.page';
import type { ScaleEnds } from '../../results/survey-results.contract';
import { boundsInWords } from '../../paper/bounds-in-words.page';

interface QuestionProps {
  readonly question: Question;
  readonly form: FormState;
  /** Of the person in the activity: so options in random order are in the same one on all pages. */
  readonly seed: string;
  /** Whether it is asked only of somebody who answers otherwise: a script may show it. */
  readonly isHidden?: boolean;
  /** Whether it can be left without an answer, whether or not one is needed: who types for somebody else says why there is none. */
  readonly mayHaveNone?: boolean;
  /** Set to false for whoever answers without an account, to whom no file could be kept. */
  readonly takesFiles?: boolean;
  /** Whether the person is known less surely than a response needs to be counted. */
  readonly isToConfirm?: boolean;
  /** Where the person opens a file that is kept. */
  readonly filesAt?: string;
}

/** A question of a survey, with a field for its answer that needs no script. */
export function QuestionField(props: QuestionProps) {
  const { question, isHidden = false, isToConfirm } = props;
  return (
    <div class="stack question" data-question={question.id} hidden={isHidden}>
      <Field {...props} />
      <QuotasTold question={question} isToConfirm={isToConfirm} />
      {question.fact && (
        <div class="panel">
          <OfficeMarkdown source={question.fact} below={3} />
        </div>
      )}
    </div>
  );
}

function Field(props: QuestionProps) {
  const texts = useTexts();
  const { t } = texts;
  const { question, form, seed } = props;
  const { id, kind, text, isRequired, scale, hasOther, maxLength } = question;
  const words = said(text);
  const ownWords = <Sentence says="answer.ownWords" words={{ question: words }} />;
  const label = isRequired ? words : <Sentence says="answer.optional" words={{ question: words }} />;
  const field = { form: 'answers', name: fieldOf(id), state: form, hint: hintOf(texts, question) } as const;
  const none = isRequired && !props.mayHaveNone ? [] : [{ value: noAnswer, label: t('answer.none') }];
  const own = hasOther ? [{ value: otherOption, label: t('answer.own') }] : [];
  const options = optionsFor(question, seed).map((option): Choice => ({ value: option.id, label: option.text, by: 'office' }));
  switch (kind) {
    case 'single':
    case 'multiple':
      return (
        <>
          <Choices
            {...field}
            legend={label}
            choices={[...options, ...own, ...(kind === 'single' ? none : [])]}
            chosen={listOf(form, fieldOf(id))}
            multiple={kind === 'multiple'}
          />
          {hasOther && <TextField form="answers" name={ownWordsOf(id)} state={form} label={ownWords} />}
        </>
      );
    case 'scale':
      return (
        <Choices
          {...field}
          legend={label}
          choices={[...stepsOf(question), ...none]}
          chosen={listOf(form, fieldOf(id))}
          hint={endsBehind(scale, field.hint)}
        />
      );
    case 'matrix':
      return <Parts {...props} label={label} parts={question.rows ?? []} choices={options} />;
    case 'ranking': {
      const places = options.map((_, place) => ({ value: String(place + 1), label: t('answer.place', { place: place + 1 }) }));
      return <Parts {...props} label={label} parts={optionsFor(question, seed)} choices={places} />;
    }
    case 'date':
      return <TextField {...field} label={label} type="date" />;
    case 'long-text':
      return <TextArea {...field} label={label} rows={6} max={maxLength ?? questionnaireLimits.longText} />;
    case 'short-text':
      return <TextField {...field} label={label} max={maxLength ?? questionnaireLimits.shortText} />;
    case 'place':
      return <PlaceField {...field} position={fieldOf(id, 'position')} label={label} />;
    case 'file':
      if (props.takesFiles === false) return <NoFileByLink label={label} />;
      return <AnswerFileField question={question} form={form} label={label} filesAt={props.filesAt} />;
    default:
      return <TextField {...field} label={label} />;
  }
}

/** A matrix by its rows, a ranking by its options: a list of choices for each, which also fits a phone. */
function Parts(props: QuestionProps & { label: ComponentChildren; parts: Question['rows'] & object; choices: readonly Choice[] }) {
  const texts = useTexts();
  const { t } = texts;
  const { question, form, label, parts, choices } = props;
  const hint = hintOf(texts, question);
  const none = { value: '', label: t('answer.choose') };
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{label}</legend>
      {hint && <p data-field="description">{hint}</p>}
      {parts.map(({ id, text }) => {
        const name = fieldOf(question.id, id);
        return (
          <SelectField
            form="answers"
            name={name}
            label={said(text)}
            state={form}
            choices={[none, ...choices]}
            chosen={textIfAny(form, name)}
            key={id}
          />
        );
      })}
    </fieldset>
  );
}

/** The hint of the office, and what an answer keeps to; undefined where there is neither. */
function hintOf(texts: ReturnType<typeof useTexts>, question: Question): ComponentChildren {
  const bounds = boundsInWords(texts, question).join(' ');
  if (question.hint === undefined) return bounds || undefined;
  return bounds === '' ? (
    said(question.hint)
  ) : (
    <>
      {said(question.hint)} <bdi>{bounds}</bdi>
    </>
  );
}

/** Words of the office, in their own language and direction. */
const said = (text: string) => <Words text={text} by="office" />;

function stepsOf({ scale }: Question): Choice[] {
  if (!scale) return [];
  return Array.from({ length: scale.to - scale.from + 1 }, (_, step) => {
    const value = String(scale.from + step);
    const named = scale.steps?.[step];
    const stars = scale.style === 'stars' ? `${value} ${'★'.repeat(scale.from + step)}` : value;
    return { value, label: named ?? stars, ...(named !== undefined && { by: 'office' as const }) };
  });
}

function endsBehind(scale: Question['scale'], hint: ComponentChildren): ComponentChildren {
  if (!scale?.fromLabel && !scale?.toLabel) return hint;
  return (
    <>
      {hint} <EndsOfScale {...scale} />
    </>
  );
}

/** What the ends of a scale mean of which one has a name, at least. */
export function EndsOfScale({ from, to, fromLabel, toLabel }: Pick<ScaleEnds, 'from' | 'to'> & Partial<ScaleEnds>) {
  const says = !toLabel ? 'scale.from' : !fromLabel ? 'scale.to' : 'scale.ends';
  const words = { ...(fromLabel && { fromLabel: said(fromLabel) }), ...(toLabel && { toLabel: said(toLabel) }) };
  return <Sentence says={says} words={words} values={{ from, to }} />;
}
