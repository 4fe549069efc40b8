import type { ComponentChildren } from 'preact';
import { TextField, useTexts, type FormState } from '@isegoria/ui';
import { questionnaireLimits } from '../questionnaire/questionnaire.pure';
import { MapFrame } from './map/map-frame.page';

interface PlaceFieldProps {
  readonly form: string;
  /** Of the field for words. */
  readonly name: string;
  /** Of the field for the position. */
  readonly position: string;
  readonly state: FormState;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
}

/** A place in words, at a position, or both. The map, where scripts run, fills in the field that everybody may. */
export function PlaceField({ form, name, position, state, label, hint }: PlaceFieldProps) {
  const { t } = useTexts();
  return (
    <>
      <TextField {...{ form, name, state, label }} hint={hint ?? t('answer.placeHint')} max={questionnaireLimits.shortText} />
      <MapFrame label={t('place.map')} field={position} />
      <TextField {...{ form, state }} name={position} label={t('place.position')} hint={t('place.positionHint')} />
    </>
  );
}
