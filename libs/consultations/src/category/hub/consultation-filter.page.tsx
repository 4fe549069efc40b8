import { rootUnit, unitAbove, categoryKinds, type CategoryKind } from '@isegoria/kernel';
import type { UnitTree, CategoryTree } from '@isegoria/portal-kit';
import { Heading, Link, SelectField, SubmitButton, useTexts, type Choice } from '@isegoria/ui';
import type { ConsultationStatus } from '../../consultation/consultation.contract';
import type { ChosenConsultations, ConsultationCounts, CountAt } from '../chosen/chosen.contract';

/** What a list can be narrowed to, and to what it is. */
export interface Narrowing {
  readonly chosen: ChosenConsultations;
  readonly counts: ConsultationCounts;
  readonly tree: CategoryTree;
  readonly units: UnitTree;
}

/** A plain form that asks for a list under an address which can be shared; beside each choice, how many there are. */
export function ConsultationFilter({ chosen, counts, tree, units }: Narrowing) {
  const { t } = useTexts();
  const field = { form: 'narrow', state: { values: {}, errors: [], key: '' } } as const;
  const counted = (name: string, count: number) => t('categories.counted', { name, count });
  const statuses = counts.statuses
    .filter(({ at, count }) => count > 0 || at === chosen.status)
    .map(({ at, count }) => ({ value: at, label: counted(t(`consultations.title.${at as ConsultationStatus}`), count) }));
  const ofUnits = unitChoices(units, counts.units, chosen.unit).map(({ unit, count }): Choice => ({
    value: unit,
    label: counted(units.wayTo(unit), count),
    by: 'anybody',
  }));
  const ofKind = (kind: CategoryKind) =>
    tree
      .all(kind)
      .map(({ category }) => ({ category, count: countAt(kind === 'topic' ? counts.topics : counts.areas, category) }))
      .filter(({ category, count }) => count > 0 || category === chosen[kind])
      .map(({ category, count }): Choice => ({
        value: category,
        label: counted(tree.wayTo(category), count),
        language: tree.nameOf(category).language ?? undefined,
      }));
  const kinds = categoryKinds.map((kind) => ({ kind, choices: ofKind(kind) })).filter(({ choices }) => choices.length > 0);
  if (ofUnits.length === 0 && kinds.length === 0 && statuses.length < 2 && !isNarrowed(chosen)) return null;
  return (
    <section class="stack" aria-labelledby="narrow-title">
      <Heading level={2} size="xs" id="narrow-title">
        {t('categories.filter')}
      </Heading>
      <form method="get" action="/consultations" class="form filter">
        {kinds.map(({ kind, choices }) => (
          <SelectField
            {...field}
            name={kind}
            label={t(`categories.${kind}`)}
            choices={[{ value: '', label: t(`categories.all.${kind}`) }, ...choices]}
            chosen={chosen[kind] ?? ''}
            key={kind}
          />
        ))}
        <SelectField
          {...field}
          name="status"
          label={t('categories.status')}
          choices={[{ value: '', label: t('categories.anyStatus') }, ...statuses]}
          chosen={chosen.status ?? ''}
        />
        {ofUnits.length > 0 && (
          <SelectField
            {...field}
            name="unit"
            label={t('field.unit')}
            choices={[{ value: '', label: t('units.all') }, ...ofUnits]}
            chosen={chosen.unit ?? ''}
          />
        )}
        <SubmitButton variant="secondary">{t('units.show')}</SubmitButton>
      </form>
      {isNarrowed(chosen) && (
        <p>
          <Link href="/consultations">{t('categories.reset')}</Link>
        </p>
      )}
    </section>
  );
}

const isNarrowed = ({ status, unit, topic, area }: ChosenConsultations) =>
  [status, unit, topic, area].some((choice) => choice !== undefined);

const countAt = (counts: readonly CountAt[], place: string) => counts.find(({ at }) => at === place)?.count ?? 0;

/** The root is everything, so that it is no choice. */
function unitChoices({ units }: UnitTree, counts: readonly CountAt[], chosen: string | undefined) {
  const isShown = (unit: string, count: number) => unit !== rootUnit && (count > 0 || unit === chosen);
  return units
    .map(({ unit }) => ({ unit, count: countAt(counts, unit), above: unitAbove(unit) }))
    .filter(({ unit, count }) => isShown(unit, count));
}
