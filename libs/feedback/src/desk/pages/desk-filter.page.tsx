import { deskStates, type DeskState } from '@isegoria/consultations';
import { languages, type Language } from '@isegoria/kernel';
import { SelectField, SubmitButton, ownNameOf, useTexts } from '@isegoria/ui';
import { deskKinds, type DeskKind } from '../desk.contract';

export interface DeskFilters {
  readonly kind?: DeskKind;
  readonly state?: DeskState;
  readonly consultationId?: string;
  readonly language?: Language;
  readonly author?: string;
}

const untyped = { values: {}, errors: [], key: '' };

/** Narrows the desk: the address says it all, so that it can be kept and passed on. */
export function DeskFilter(props: { filters: DeskFilters }) {
  const { t } = useTexts();
  const { kind, state, language, consultationId, author } = props.filters;
  const any = { value: '', label: t('desk.all') };
  return (
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
        choices={[any, ...languages.map((value) => ({ value, label: ownNameOf(value) }))]}
        chosen={language ?? ''}
        state={untyped}
      />
      <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
    </form>
  );
}
