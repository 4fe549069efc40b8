import { FieldFrame, differenceIn, useField, type Choice, type FieldProps } from './fields';

/** One of a list that is too long for buttons. */
export function SelectField(props: FieldProps & { choices: readonly Choice[]; chosen: string }) {
  const { id, error, attributes } = useField(props);
  const differs = differenceIn(props.state, props.name, props.choices);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error} differs={differs}>
      <select class="ds-input" {...attributes}>
        {props.choices.map(({ value, label }) => (
          <option value={value} selected={value === props.chosen} key={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
