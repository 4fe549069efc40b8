import { directionOf } from '@isegoria/texts';
import { FieldFrame, differenceIn, useField, type Choice, type FieldProps } from './fields';
import { useOffice, useWords } from './words';

/** One of a list that is too long for buttons. */
export function SelectField(props: FieldProps & { choices: readonly Choice[]; chosen: string }) {
  const words = useWords();
  const office = useOffice();
  const { id, error, attributes } = useField(props);
  const differs = differenceIn(props.state, props.name, props.choices);
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={error} differs={differs}>
      <select class="ds-input" {...attributes}>
        {props.choices.map(({ value, label, by, language }) => {
          // Without a direction of its own, a long choice is cut where it begins on a page that runs the other way.
          const own = language ? { lang: language, dir: directionOf(language) } : by && words(label, by);
          return (
            <option value={value} selected={value === props.chosen} lang={own?.lang} dir={own?.dir} key={value}>
              {by ? office(label).text : label}
            </option>
          );
        })}
      </select>
    </FieldFrame>
  );
}
