import { TextField, useTexts, type FormState } from '@isegoria/ui';
import { textOf } from '../form';
import { oddityOf, typedTime } from './typed-time';

/** A field for a day and a time in the zone of the page, which is named beside it; in the office that is the zone of the site. */
export function TimeField(props: { form: string; name: string; label: string; state: FormState }) {
  const { t, zone } = useTexts();
  const hints = [t('time.zone', { zone: zone.name }), useOddity(textOf(props.state, props.name))];
  return <TextField {...props} type="datetime-local" hint={hints.filter((hint) => hint !== '').join(' ')} />;
}

/** Which moment is meant by a time that clocks skip or show twice; nothing for any other time. */
export function TimeOddity({ typed }: { typed: string }) {
  const sentence = useOddity(typed);
  return sentence === '' ? null : <p>{sentence}</p>;
}

function useOddity(typed: string): string {
  const { t, dateTime, zone } = useTexts();
  const oddity = oddityOf(typed, zone.id);
  return oddity ? t(`time.${oddity}`, { moment: dateTime(typedTime(typed, zone.id)) }) : '';
}
