import type { UnitTree } from '@isegoria/portal-kit';
import { Breadcrumbs, Heading, Link, Tag, Words, useTexts } from '@isegoria/ui';
import type { UnitView } from '../unit.contract';

/** The whole tree; administrators of a unit go on from here to what they can do with it. */
export function UnitsPage(props: { tree: UnitTree; mayChange: (unit: string) => boolean }) {
  const { t } = useTexts();
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('units.title')}
        </Heading>
        <p class="lead">{t('units.lead')}</p>
      </div>
      <Level {...props} above={null} />
    </div>
  );
}

/** The units right below another one, each with those below itself. */
function Level(props: { tree: UnitTree; mayChange: (unit: string) => boolean; above: string | null }) {
  const units = props.tree.units.filter(({ above }) => above === props.above);
  if (units.length === 0) return null;
  return (
    <ul class="tree">
      {units.map((unit) => (
        <li key={unit.unit}>
          <div class="tags">
            <UnitName name={props.tree.nameOf(unit.unit)} unit={unit} isLink={props.mayChange(unit.unit)} />
          </div>
          <Level {...props} above={unit.unit} />
        </li>
      ))}
    </ul>
  );
}

export function UnitName(props: { name: string; unit: UnitView; isLink: boolean }) {
  const { t } = useTexts();
  return (
    <>
      {props.isLink ? (
        <Link href={`/office/units/${props.unit.unit}`}>
          <Words text={props.name} />
        </Link>
      ) : (
        <Words text={props.name} />
      )}
      {props.unit.closed && <Tag>{t('units.closed')}</Tag>}
    </>
  );
}
