import type { ComponentChildren } from 'preact';
import { SelectField, SubmitButton, useTexts, type Choice, type FormState } from '@isegoria/ui';
import { textOf } from '../forms/form';

/** The unit in which something is started. If there is only one, nobody has to choose. */
export function UnitChoice(props: { form: string; state: FormState; units: readonly Choice[]; hint?: string }) {
  const { t } = useTexts();
  const [first, ...others] = props.units;
  if (first && others.length === 0) return <input type="hidden" name="unit" value={first.value} />;
  return (
    <SelectField
      form={props.form}
      name="unit"
      label={t('field.unit')}
      hint={props.hint}
      choices={props.units}
      chosen={textOf(props.state, 'unit')}
      state={props.state}
    />
  );
}

/** Narrows a list to a unit and those below it; if everything belongs to the root, there is nothing to choose. */
export function UnitFilter(props: {
  path: string;
  units: readonly Choice[];
  chosen?: string;
  /** The other parameters of the list's address. */
  keep?: Readonly<Record<string, string | undefined>>;
  /** Whether the list can be seen whole. */
  all?: boolean;
  /** What else the list can be narrowed by. */
  children?: ComponentChildren;
}) {
  const { t } = useTexts();
  if (props.units.length === 0 && !props.children) return null;
  const kept = Object.entries(props.keep ?? {}).filter(([, value]) => value !== undefined);
  return (
    <form method="get" action={props.path} class={props.children ? 'form filter' : 'form unit-filter'}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {props.units.length > 0 && (
        <SelectField
          form="narrow"
          name="unit"
          label={t(props.all === false ? 'field.unit' : 'units.narrow')}
          choices={props.all === false ? props.units : [{ value: '', label: t('units.all') }, ...props.units]}
          chosen={props.chosen ?? ''}
          state={{ values: {}, errors: [], key: '' }}
        />
      )}
      {props.children}
      <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
    </form>
  );
}
