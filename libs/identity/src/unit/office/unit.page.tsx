import { rootUnit, unitAbove, unitDepthMax } from '@isegoria/kernel';
import { describeFields, type UnitTree } from '@isegoria/portal-kit';
import {
  ButtonLink,
  EmptyState,
  Form,
  Heading,
  Notice,
  SubmitButton,
  TextField,
  Words,
  crumbOf,
  useTexts,
  type Crumb,
  type FormState,
} from '@isegoria/ui';
import { Frame } from '../../account/frame.page';
import { AnswerTerm } from './answer-term.page';
import { UnitNameFields } from './unit-name.page';
import { UnitName } from './units.page';
import { setSmallestGroup, smallestGroup, type UnitView } from '../unit.contract';

describeFields({ people: { wrong: 'field.people.wrong', max: smallestGroup.most } }, setSmallestGroup);

export interface UnitForms {
  readonly make: FormState;
  readonly rename: FormState;
  readonly review: FormState;
  readonly group: FormState;
  readonly term: FormState;
}

/** One unit, for the people who administer it: make a unit below it, rename it or close it. */
export function UnitPage(props: { unit: UnitView; tree: UnitTree; forms: UnitForms }) {
  const { t } = useTexts();
  const { tree, forms } = props;
  const { unit, closed } = props.unit;
  const path = `/office/units/${unit}`;
  return (
    <Frame title={<Words text={tree.nameOf(unit)} />} trail={trailTo(unit, tree, t('nav.office'), t('units.title'))}>
      {closed && <Notice colour="info">{t('units.isClosed')}</Notice>}
      <section class="stack" aria-labelledby="below">
        <Heading level={2} size="md" id="below">
          {t('units.below')}
        </Heading>
        <Below {...props} />
      </section>
      {!closed && (
        <section class="stack" aria-labelledby="make-title">
          <Heading level={2} size="md" id="make-title">
            {t('units.make')}
          </Heading>
          {unit.split('.').length < unitDepthMax ? (
            <Form name="make" action={`${path}/units`} state={forms.make}>
              <UnitNameFields form="make" label={t('units.makeName')} state={forms.make} />
              <SubmitButton>{t('units.makeSend')}</SubmitButton>
            </Form>
          ) : (
            <p>{t('units.deepest')}</p>
          )}
        </section>
      )}
      <section class="stack" aria-labelledby="rename-title">
        <Heading level={2} size="md" id="rename-title">
          {t('units.rename')}
        </Heading>
        <Form name="rename" action={`${path}/name`} state={forms.rename}>
          <UnitNameFields form="rename" label={t('units.name')} state={forms.rename} />
          <SubmitButton variant="secondary">{t('units.renameSend')}</SubmitButton>
        </Form>
      </section>
      <Review unit={props.unit} form={forms.review} />
      <AnswerTerm unit={props.unit} form={forms.term} />
      <SmallestGroup unit={props.unit} form={forms.group} />
      {!closed && unit !== rootUnit && (
        <p>
          <ButtonLink href={`${path}/closure`} variant="secondary">
            {t('units.close')}
          </ButtonLink>
        </p>
      )}
    </Frame>
  );
}

/** One button: what it does is said beside it, with what holds now. */
function Review(props: { unit: UnitView; form: FormState }) {
  const { t } = useTexts();
  const { unit, needsReview, setsReview } = props.unit;
  return (
    <section class="stack" aria-labelledby="review-title">
      <Heading level={2} size="md" id="review-title">
        {t('units.review')}
      </Heading>
      <p>{t('units.reviewWhat')}</p>
      <p>
        <strong>{t(needsReview ? 'units.reviewIsOn' : 'units.reviewIsOff')}</strong>{' '}
        {needsReview && !setsReview && t('units.reviewFromAbove')}
      </p>
      <Form name="review" action={`/office/units/${unit}/review`} state={props.form}>
        <input type="hidden" name="required" value={setsReview ? 'no' : 'yes'} />
        <SubmitButton variant="secondary">{t(setsReview ? 'units.reviewSwitchOff' : 'units.reviewSwitchOn')}</SubmitButton>
      </Form>
    </section>
  );
}

/** How many people a figure is of at least where some people's answers are told apart. */
function SmallestGroup(props: { unit: UnitView; form: FormState }) {
  const { t } = useTexts();
  const { unit } = props.unit;
  return (
    <section class="stack" aria-labelledby="group-title">
      <Heading level={2} size="md" id="group-title">
        {t('units.group')}
      </Heading>
      <p>{t('units.groupWhat')}</p>
      <p>{t('units.groupNow', { people: props.unit.smallestGroup })}</p>
      <Form name="group" action={`/office/units/${unit}/smallest-group`} state={props.form}>
        <TextField form="group" name="people" label={t('units.groupPeople')} hint={t('units.groupHint', most)} state={props.form} />
        <SubmitButton variant="secondary">{t('units.groupSend')}</SubmitButton>
      </Form>
    </section>
  );
}

const most = { least: smallestGroup.least, most: smallestGroup.most };

function Below(props: { unit: UnitView; tree: UnitTree }) {
  const { t } = useTexts();
  const below = props.tree.units.filter(({ above }) => above === props.unit.unit);
  if (below.length === 0) return <EmptyState>{t('units.noneBelow')}</EmptyState>;
  return (
    <ul class="rows">
      {below.map((unit) => (
        <li key={unit.unit}>
          <div class="tags">
            <UnitName name={props.tree.nameOf(unit.unit)} unit={unit} isLink />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** From the office down to the units above a unit. */
export function trailTo(unit: string, tree: UnitTree, office: string, units: string): Crumb[] {
  const above = unitAbove(unit);
  if (above === undefined)
    return [
      { href: '/office', label: office },
      { href: '/office/units', label: units },
    ];
  return [...trailTo(above, tree, office, units), crumbOf(tree.nameOf(above), `/office/units/${above}`)];
}
