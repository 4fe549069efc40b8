import { deskStates, type DeskState, type ModeratedConsultation } from '@isegoria/consultations';
import { languages, limits, type Language } from '@isegoria/kernel';
import { withQuery } from '@isegoria/portal-kit';
import { Link, SelectField, SubmitButton, TextField, Words, WordsIn, ownNameOf, useTexts, type Choice } from '@isegoria/ui';
import { deskKinds, type DeskKind } from '../desk.contract';

export interface DeskFilters {
  readonly kind?: DeskKind;
  readonly state?: DeskState;
  readonly consultationId?: string;
  readonly language?: Language;
  /** With those below it. */
  readonly unit?: string;
  readonly author?: string;
}

/** Consultations by their titles: the one to which the desk is narrowed, and those that were looked for. */
export interface DeskTitles {
  readonly chosen?: string;
  readonly asked: string;
  readonly found: readonly ModeratedConsultation[];
  /** Whether there are more than are shown. */
  readonly isMore: boolean;
}

const untyped = { values: {}, errors: [], key: '' };

/** Narrows the desk: the address says it all, so that it can be kept and passed on. */
export function DeskFilter(props: { filters: DeskFilters; titles: DeskTitles; units: readonly Choice[] }) {
  const { t } = useTexts();
  const { kind, state, language, unit, consultationId, author } = props.filters;
  const any = { value: '', label: t('desk.all') };
  return (
    <>
      <form method="get" action="/office/moderation" class="form unit-filter" aria-label={t('desk.filter')}>
        {consultationId !== undefined && <input type="hidden" name="consultationId" value={consultationId} />}
        {author !== undefined && <input type="hidden" name="author" value={author} />}
        <SelectField
          form="filter"
          name="state"
          label={t('desk.state')}
          choices={deskStates.map((value) => ({ value, label: t(`desk.state.${value}`) }))}
          chosen={state ?? 'waiting'}
          state={untyped}
        />
        <SelectField
          form="filter"
          name="kind"
          label={t('desk.kind')}
          choices={[any, ...deskKinds.map((value) => ({ value, label: t(`desk.kind.${value}`) }))]}
          chosen={kind ?? ''}
          state={untyped}
        />
        <SelectField
          form="filter"
          name="language"
          label={t('desk.language')}
          choices={[any, ...languages.map((value) => ({ value, label: ownNameOf(value), language: value }))]}
          chosen={language ?? ''}
          state={untyped}
        />
        {props.units.length > 1 && (
          <SelectField
            form="filter"
            name="unit"
            label={t('units.narrow')}
            choices={[{ value: '', label: t('units.all') }, ...props.units]}
            chosen={unit ?? ''}
            state={untyped}
          />
        )}
        <TextField
          form="filter"
          name="title"
          label={t('desk.consultation')}
          hint={t('desk.consultationHint')}
          state={{ ...untyped, values: { title: props.titles.asked } }}
          max={limits.titleLength}
        />
        <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
      </form>
      <ByTitle {...props} />
    </>
  );
}

/** The desk is narrowed by a link: the address says to which consultation, and a title need not be typed whole. */
function ByTitle({ filters, titles }: { filters: DeskFilters; titles: DeskTitles }) {
  const { t } = useTexts();
  const to = (consultationId: string | undefined) => withQuery('/office/moderation', { ...filters, consultationId });
  return (
    <>
      {titles.chosen !== undefined && (
        <p>
          {t('desk.inConsultation')} <strong>
            <Words text={titles.chosen} />
          </strong>{' '}
          <Link href={to(undefined)}>{t('desk.allConsultations')}</Link>
        </p>
      )}
      {titles.asked !== '' && (
        <nav aria-label={t('desk.consultationsFound')} class="stack">
          <p role="status">{t(titles.isMore ? 'desk.titlesMore' : 'desk.titles', { count: titles.found.length })}</p>
          {titles.found.length > 0 && (
            <ul class="ds-list">
              {titles.found.map(({ id, title, language }) => (
                <li key={id}>
                  <Link href={to(id)}>
                    <WordsIn language={language}>{title}</WordsIn>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </nav>
      )}
    </>
  );
}
