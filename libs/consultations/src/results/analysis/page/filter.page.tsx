import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import type { MessageKey } from '@isegoria/texts';
import { ErrorSummary, Link, SelectField, SubmitButton, TextField, useTexts, type FormError, type FormState } from '@isegoria/ui';
import { channels, type Channel, type VoteFilter } from '../analysis.contract';

/** What the bars of days are made of. */
export const divisions = ['level', 'channel'] as const;
export type Division = (typeof divisions)[number];

export const analysisPath = (consultationId: string) => `/consultations/${consultationId}/results/analysis`;

/** A filter as an address has it, and what is wrong with it. */
export interface AskedFilter {
  readonly typed: Readonly<Record<string, string>>;
  readonly filter: Omit<VoteFilter, 'zone'>;
  readonly division: Division;
  readonly errors: readonly { readonly field: string; readonly message: MessageKey }[];
}

const fields = ['from', 'to', 'assurance', 'channel', 'by'] as const;

/** @param query of the address; what was typed is kept, whatever it is */
export function readFilter(query: Readonly<Record<string, unknown>>): AskedFilter {
  const typed = Object.fromEntries(fields.flatMap((field) => (typeof query[field] === 'string' ? [[field, query[field].trim()]] : [])));
  const { from = '', to = '', assurance = '', channel = '', by = '' } = typed;
  const errors: AskedFilter['errors'][number][] = [];
  const mustBe = (isRight: boolean, field: string, message: MessageKey) => void (isRight || errors.push({ field, message }));
  mustBe(from === '' || isDay(from), 'from', 'analysis.from.wrong');
  mustBe(to === '' || isDay(to), 'to', 'analysis.to.wrong');
  mustBe(!isDay(from) || !isDay(to) || from <= to, 'to', 'analysis.to.early');
  mustBe(assurance === '' || assuranceLevels.includes(assurance as AssuranceLevel), 'assurance', 'analysis.level.wrong');
  mustBe(channel === '' || channels.includes(channel as Channel), 'channel', 'analysis.channel.wrong');
  mustBe(by === '' || divisions.includes(by as Division), 'by', 'analysis.by.wrong');
  const filter = {
    ...(from && { from }),
    ...(to && { to }),
    ...(assurance && { assurance: assurance as AssuranceLevel }),
    ...(channel && { channel: channel as Channel }),
  };
  return { typed, filter, division: (by || 'level') as Division, errors };
}

/** A day that there is, in the years that computers of all kinds agree on. */
function isDay(typed: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(typed)) return false;
  const day = new Date(`${typed}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed);
}

/** The address of a page or a file with the same filter. */
export function withFilter(path: string, { typed }: Pick<AskedFilter, 'typed'>): string {
  return withQuery(path, Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')));
}

/** Narrows the figures: the address says it all, so that it can be kept and passed on. @param zone the name of the zone of the days */
export function FilterForm(props: { path: string; asked: AskedFilter; zone: string }) {
  const { t } = useTexts();
  const { typed } = props.asked;
  const errors: FormError[] = props.asked.errors.map(({ field, message }) => ({ field, message: t(message) }));
  const state: FormState = { values: typed, errors, key: '' };
  const any = { value: '', label: t('analysis.all') };
  const choose = { form: 'filter', state };
  return (
    <form method="get" action={props.path} class="form vote-filter no-print" aria-label={t('analysis.filter')}>
      <ErrorSummary form="filter" errors={errors} />
      <TextField {...choose} name="from" type="date" label={t('analysis.from')} />
      <TextField {...choose} name="to" type="date" label={t('analysis.to')} />
      <SelectField
        {...choose}
        name="assurance"
        label={t('analysis.level')}
        choices={[any, ...assuranceLevels.map((value) => ({ value, label: t(`assuranceLevel.${value}`) }))]}
        chosen={typed['assurance'] ?? ''}
      />
      <SelectField
        {...choose}
        name="channel"
        label={t('analysis.channel')}
        choices={[any, ...channels.map((value) => ({ value, label: t(`channel.${value}`) }))]}
        chosen={typed['channel'] ?? ''}
      />
      <SelectField
        {...choose}
        name="by"
        label={t('analysis.by')}
        choices={divisions.map((value) => ({ value, label: t(`analysis.by.${value}`) }))}
        chosen={typed['by'] ?? ''}
      />
      <p class="vote-filter-act">
        <SubmitButton>{t('analysis.show')}</SubmitButton> <Link href={props.path}>{t('analysis.reset')}</Link>
      </p>
      <p class="meta vote-filter-note">{t('analysis.zone', { zone: props.zone })}</p>
    </form>
  );
}
