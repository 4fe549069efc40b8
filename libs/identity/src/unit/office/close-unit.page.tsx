import { isWithin, limits } from '@isegoria/kernel';
import type { UnitTree } from '@isegoria/portal-kit';
import { Form, Notice, SubmitButton, TextField, Words, crumbOf, useTexts, type FormState } from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { trailTo } from './unit.page';
import type { UnitView } from '../unit.contract';

/** A page of its own before an act that cannot be undone: what closing a unit means, and what is closed with it. */
export function CloseUnitPage(props: { unit: UnitView; tree: UnitTree; form: FormState }) {
  const { t } = useTexts();
  const { tree, form } = props;
  const { unit, closed } = props.unit;
  const path = `/office/units/${unit}`;
  const trail = [...trailTo(unit, tree, t('nav.office'), t('units.title')), crumbOf(tree.nameOf(unit), path)];
  const below = tree.units.filter((other) => other.unit !== unit && isWithin(other.unit, unit) && !other.closed);
  return (
    <Frame title={t('units.close')} trail={trail}>
      <div class="card">
        <p class="loop-label">
          <Words text={tree.wayTo(unit)} />
        </p>
      </div>
      {closed ? (
        <Notice colour="info">{t('units.isClosed')}</Notice>
      ) : (
        <>
          <Notice colour="danger">{t('units.closeLead')}</Notice>
          {below.length > 0 && (
            <div class="stack">
              <p>{t('units.closeBelow', { count: below.length })}</p>
              <ul class="ds-list">
                {below.map((other) => (
                  <li key={other.unit}>
                    <Words text={tree.nameOf(other.unit)} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p>{t('units.closeStays')}</p>
          <Form name="closure" action={`${path}/closure`} state={form}>
            <TextField
              form="closure"
              name="reason"
              label={t('units.closeReason')}
              hint={t('office.onRecord')}
              state={form}
              max={limits.reasonLength}
            />
            <SubmitButton danger>{t('units.closeSend')}</SubmitButton>
          </Form>
        </>
      )}
    </Frame>
  );
}
