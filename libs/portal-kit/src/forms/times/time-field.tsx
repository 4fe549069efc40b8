import { textsIn } from '@isegoria/texts';
import { Choices, TextField, useTexts, type FormState } from '@isegoria/ui';
import { textIfAny } from '../form';
import { allDayOf, readInOf, sideOf, whichChosen, whichOf, zoneOf } from './time-in';
import { oddityOf, timeForField, typedTime } from './typed-time';

interface TimeFieldProps {
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly state: FormState;
  /** What the field stands for, where it shows a time that was kept. */
  readonly was?: string | null;
  /** Whether a day is enough, which then is meant with all of its hours. */
  readonly orAllDay?: boolean;
}

/**
 * A field for a day and a time in the zone of the page, which is named beside it; in the office that is the zone of the site. The form
 * says which one it was, so that what was typed means what its page said, whatever zone the site has by then. Of a time that clocks show
 * twice, it asks which one is meant.
 */
export function TimeField(props: TimeFieldProps) {
  const { language, zone: zoneOfPage } = useTexts();
  const { form, name, label, was = null } = props;
  const { t, dateTime, zone } = textsIn(language, zoneOf(props.state, name, zoneOfPage.id));
  const state = withStandingIn(zone.id, props.state, name, zoneOfPage.id);
  const typed = textIfAny(state, name);
  const isAllDay = textIfAny(state, allDayOf(name)) !== '';
  const oddity = isAllDay ? undefined : oddityOf(typed, zone.id);
  const stands = oddity && was !== null && typed === timeForField(was, zone.id) ? sideOf(oddity, was) : undefined;
  return (
    <>
      <TextField form={form} name={name} label={label} state={state} type="datetime-local" hint={t('time.zone', { zone: zone.name })} />
      <input type="hidden" name={readInOf(name)} value={zone.id} />
      {oddity?.kind === 'twice' && (
        <Choices
          form={form}
          name={whichOf(name)}
          legend={t('time.which')}
          choices={oddity.moments.map((at, index) => ({ value: index === 0 ? 'earlier' : 'later', label: dateTime(at) }))}
          chosen={[whichChosen(state, name) ?? (stands === undefined ? '' : stands === oddity.moments[0] ? 'earlier' : 'later')]}
          state={state}
        />
      )}
      {props.orAllDay && (
        <Choices
          form={form}
          name={allDayOf(name)}
          legend={t('time.allDay')}
          choices={[{ value: 'yes', label: t('time.untilMidnight') }]}
          chosen={isAllDay ? ['yes'] : []}
          multiple
          state={state}
        />
      )}
    </>
  );
}

/** What stands by now, told in the zone in which the form was typed. */
function withStandingIn(timeZone: string, state: FormState, name: string, zoneOfPage: string): FormState {
  const stands = state.standing?.[name];
  if (typeof stands !== 'string' || stands === '' || timeZone === zoneOfPage) return state;
  return { ...state, standing: { ...state.standing, [name]: timeForField(typedTime(stands, zoneOfPage), timeZone) } };
}
