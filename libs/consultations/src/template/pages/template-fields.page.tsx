import { limits } from '@isegoria/kernel';
import { describeFields, textOf, wholeNumberIn } from '@isegoria/portal-kit';
import { TextArea, TextField, useTexts, type FormState } from '@isegoria/ui';
import type { PhaseView } from '../../phase/phase.contract';
import { PhaseName } from '../../phase/phase-name.page';
import { changeTemplate, saveTemplate, type CalendarTerm, type PhaseTerms, type TemplateSummary } from '../template.contract';

for (const contract of [saveTemplate, changeTemplate])
  describeFields(
    {
      phaseCount: { steers: true },
      name: { wrong: 'template.nameWrong', max: limits.titleLength },
      note: { wrong: 'template.noteWrong', max: limits.aboutLength },
      months: { wrong: 'template.monthsWrong', max: limits.termMonthsMax },
      days: { wrong: 'template.daysWrong', max: limits.termDaysMax },
    },
    contract as typeof saveTemplate,
  );

type NamedPhase = Pick<PhaseView, 'title'>;
const parts = ['opensAfter', 'closesAfter'] as const;
const units = ['months', 'days'] as const;

/** Name and note of a template, and when its phases are open. */
export function TemplateFields(props: { form: string; state: FormState; phases: readonly NamedPhase[] }) {
  const { t } = useTexts();
  const { phases, ...field } = props;
  return (
    <>
      <TextField {...field} name="name" label={t('template.name')} max={limits.titleLength} />
      <TextArea {...field} name="note" label={t('template.note')} hint={t('template.noteHint')} max={limits.aboutLength} rows={3} />
      <p>{t('template.terms')}</p>
      <input type="hidden" name="phaseCount" value={phases.length} />
      {phases.map((phase, index) => (
        <fieldset class="ds-fieldset card card-tinted" key={index}>
          <legend class="ds-label">
            {phases.length > 1 ? <PhaseName phase={phase} index={index} /> : t('template.termsTitle')}
          </legend>
          {parts.flatMap((part) =>
            units.map((unit) => (
              <TextField {...field} name={nameOf(index, part, unit)} label={t(`template.${part}.${unit}`)} key={part + unit} />
            )),
          )}
        </fieldset>
      ))}
    </>
  );
}

const nameOf = (phase: number, part: (typeof parts)[number], unit: (typeof units)[number]) => `dates[${phase}].${part}.${unit}`;

/** What the fields say; without dates where none are typed. */
export function templateSaid(form: FormState): { name: string; note?: string; dates?: PhaseTerms[] } {
  const typed = (...at: Parameters<typeof nameOf>) => textOf(form, nameOf(...at)).trim();
  const termOf = (phase: number, part: (typeof parts)[number]): CalendarTerm => ({
    months: wholeNumberIn(form, nameOf(phase, part, 'months')) ?? 0,
    days: wholeNumberIn(form, nameOf(phase, part, 'days')) ?? 0,
  });
  const count = Number(textOf(form, 'phaseCount')) || 0;
  const all = Array.from({ length: Math.min(count, limits.phasesMax) }, (_, phase) => phase);
  const isTyped = all.map((phase) => parts.some((part) => units.some((unit) => typed(phase, part, unit) !== ''))).includes(true);
  const note = textOf(form, 'note').trim();
  return {
    name: textOf(form, 'name'),
    ...(note !== '' && { note }),
    ...(isTyped && {
      dates: all.map((phase) => ({ opensAfter: termOf(phase, 'opensAfter'), closesAfter: termOf(phase, 'closesAfter') })),
    }),
  };
}

export function templateAsFields(words: Pick<TemplateSummary, 'name' | 'note' | 'dates'>): Record<string, string> {
  const dates = (words.dates ?? []).flatMap((terms, phase) =>
    parts.flatMap((part) => units.map((unit) => [nameOf(phase, part, unit), String(terms[part][unit])] as const)),
  );
  return { name: words.name, note: words.note ?? '', ...Object.fromEntries(dates) };
}
