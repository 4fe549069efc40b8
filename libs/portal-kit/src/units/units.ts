import { allPages } from '@isegoria/api-client';
import { listUnits, type UnitView } from '@isegoria/identity';
import {
  isUnit,
  rootUnit,
  unitAbove,
  type Language,
  type Permission,
  type QueryContract,
  type ShowUnitsInUse,
  type UnitsInUse,
} from '@isegoria/kernel';
import { crumbOf, type Choice, type Crumb } from '@isegoria/ui';
import type { Visit } from '../session/visit';

/** The tree of units with what they are called, each after the one above it and before those beside that. */
export class UnitTree {
  readonly units: readonly UnitView[];
  private readonly byPlace: ReadonlyMap<string, UnitView>;

  /** @param site what the root is called until it is given a name */
  constructor(
    units: readonly UnitView[],
    private readonly site: string,
    private readonly reader: Language,
  ) {
    this.byPlace = new Map(units.map((unit) => [unit.unit, unit]));
    this.units = this.fromAbove(units, null);
  }

  /** Undefined for anything that is not a unit. */
  get(unit: string): UnitView | undefined {
    return this.byPlace.get(unit);
  }

  /** What a unit is called, in the reader's language where it has a name in that; an unknown one is shown by its place in the tree. */
  nameOf(unit: string): string {
    const { names, name } = this.byPlace.get(unit) ?? {};
    return names?.[this.reader] ?? name ?? (unit === rootUnit ? this.site : unit);
  }

  /** Its name after the names of those above it, the root left out: many units of a ministry are called "Planning". */
  wayTo(unit: string): string {
    const above = unitAbove(unit);
    return above === undefined || above === rootUnit ? this.nameOf(unit) : `${this.wayTo(above)} › ${this.nameOf(unit)}`;
  }

  choices(of: (unit: UnitView) => boolean): Choice[] {
    return this.units.filter(of).map(({ unit }) => ({ value: unit, label: this.wayTo(unit), by: 'anybody' }));
  }

  private fromAbove(units: readonly UnitView[], above: string | null): UnitView[] {
    return units.filter((unit) => unit.above === above).flatMap((unit) => [unit, ...this.fromAbove(units, unit.unit)]);
  }
}

export async function unitsOf(visit: Visit): Promise<UnitTree> {
  return new UnitTree(await allPages((cursor) => visit.api.ask(listUnits, { cursor })), visit.ministry, visit.texts.language);
}

/** Where somebody may start something: open units in which the visitor has the permission. */
export async function unitsToBegin(visit: Visit, permission: Permission): Promise<Choice[]> {
  const tree = await unitsOf(visit);
  return tree.choices(({ unit, closed }) => !closed && visit.may(permission, unit));
}

/** Where everybody reads what a unit runs and what it owes. */
export const unitPath = (unit: string) => `/units/${unit}`;

/** The unit to which the address narrows a list; undefined for everything. */
export function narrowedTo({ request }: Visit): string | undefined {
  const { unit } = request.query;
  return isUnit(unit) && unit !== rootUnit ? unit : undefined;
}

/** The units to which a list can be narrowed: those that something in it belongs to, and those above them. */
export async function unitsToNarrow(visit: Visit, inUse: QueryContract<ShowUnitsInUse, UnitsInUse>): Promise<Choice[]> {
  const chosen = narrowedTo(visit);
  const [{ units }, tree] = await Promise.all([visit.api.ask(inUse, {}), unitsOf(visit)]);
  const wanted = new Set([...units, ...(chosen ? [chosen] : [])].flatMap(withThoseAbove));
  return tree.choices(({ unit }) => wanted.has(unit));
}

/** The way from a list to a thing of a unit, for breadcrumbs: a link to everything else of the unit. The root is left out. */
export async function unitTrail(visit: Visit, list: string, unit: string): Promise<Crumb[]> {
  if (unit === rootUnit) return [];
  return [crumbOf((await unitsOf(visit)).wayTo(unit), `${list}?unit=${unit}`)];
}

function withThoseAbove(unit: string): string[] {
  const above = unitAbove(unit);
  return above === undefined ? [] : [unit, ...withThoseAbove(above)];
}
