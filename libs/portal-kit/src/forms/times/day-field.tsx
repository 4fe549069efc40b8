import { textsIn } from '@isegoria/texts';
import { TextField, useTexts, type FormState } from '@isegoria/ui';
import { readInOf, zoneOf } from './time-in';

/**
 * A field for a day until whose end something lasts. Where that is, depends on the zone: it is named beside the field, and the form says
 * which one it was, as with times.
 */
export function DayField(props: { form: string; name: string; label: string; hint: string; state: FormState }) {
  const { language, zone: zoneOfPage } = useTexts();
  const { t, zone } = textsIn(language, zoneOf(props.state, props.name, zoneOfPage.id));
  return (
    <>
      <TextField {...props} type="date" hint={`${props.hint} ${t('time.zone', { zone: zone.name })}`} />
      <input type="hidden" name={readInOf(props.name)} value={zone.id} />
    </>
  );
}
