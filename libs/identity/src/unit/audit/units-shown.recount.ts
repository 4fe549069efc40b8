import { eventIn, inEveryLanguage, pageMustBe, said, shown, type Entry, type ShownBook } from '@isegoria/audit-kit';
import { isWithin, rootUnit, unitAbove, type Page, type TextByLanguage } from '@isegoria/kernel';
import { eventsOfUnits, listUnits, type UnitEvent, type UnitView } from '../unit.contract';

interface KnownUnit {
  readonly unit: string;
  readonly name: string | null;
  readonly names: TextByLanguage;
  readonly seq: number | undefined;
  readonly version: number;
}

const settings: ReadonlySet<UnitEvent['type']> = new Set(['UnitReviewSet', 'UnitSmallestGroupSet', 'UnitAnswerTermSet']);

/** The tree of units. The root exists from the start, without a name. */
export class UnitsShown implements ShownBook {
  readonly events: UnitEvent['type'][] = eventsOfUnits.map(({ type }) => type);
  private readonly units = new Map<string, KnownUnit>([[rootUnit, { unit: rootUnit, name: null, names: {}, seq: undefined, version: 0 }]]);
  /** Where each last said something of a setting itself, by the event that says it. */
  private readonly said = new Map<string, number>();
  private readonly closed = new Set<string>();
  private readonly reviewed = new Set<string>();
  private readonly groups = new Map<string, number>();
  private readonly terms = new Map<string, number | null>();

  take(entry: Entry): void {
    const event = eventIn<UnitEvent>(entry);
    if (!event || !this.events.includes(event.type)) return;
    const { unit } = event.data;
    if (settings.has(event.type)) this.said.set(`${event.type} ${unit}`, entry.position);
    if (event.type === 'UnitClosed') this.closed.add(unit);
    else if (event.type === 'UnitReviewSet') this.reviewed[event.data.required ? 'add' : 'delete'](unit);
    else if (event.type === 'UnitSmallestGroupSet') this.groups.set(unit, event.data.people);
    else if (event.type === 'UnitAnswerTermSet') this.terms.set(unit, event.data.days);
    else {
      const { name, names = {} } = event.data;
      this.units.set(unit, { unit, name, names, seq: entry.seq, version: entry.position });
    }
  }

  /** Step by step upwards, to the first that says something. */
  private termOf(unit: string | undefined): number | null {
    if (unit === undefined) return null;
    return this.terms.get(unit) ?? this.termOf(unitAbove(unit));
  }

  private versionsOf(unit: string): Pick<UnitView, 'reviewVersion' | 'smallestGroupVersion' | 'answerTermVersion'> {
    const versionBy = (type: UnitEvent['type']) => this.said.get(`${type} ${unit}`) ?? 0;
    return {
      reviewVersion: versionBy('UnitReviewSet'),
      smallestGroupVersion: versionBy('UnitSmallestGroupSet'),
      answerTermVersion: versionBy('UnitAnswerTermSet'),
    };
  }

  readonly shows = [
    shown<{ cursor?: string }, Page<UnitView>>({
      query: listUnits,
      groups: ['identity'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe({
          // Names of units are of ASCII, so that this is the order of their bytes.
          things: [...this.units.values()].sort((one, other) => (one.unit < other.unit ? -1 : 1)),
          placeOf: ({ unit }) => unit,
          itemOf: ({ unit, name, names, seq, version }) => {
            const closed = [...this.closed].some((one) => isWithin(unit, one));
            const needsReview = [...this.reviewed].some((one) => isWithin(unit, one));
            const ofThese = [...this.groups].flatMap(([one, people]) => (isWithin(unit, one) ? [people] : []));
            const smallestGroup = ofThese.length === 0 ? 10 : Math.max(...ofThese);
            const setsReview = this.reviewed.has(unit);
            const term = { answerWithinDays: this.termOf(unit), setsAnswerTerm: (this.terms.get(unit) ?? null) !== null };
            const own = { unit, name, names: inEveryLanguage(names), above: unitAbove(unit) ?? null, closed, version };
            const view = { ...own, needsReview, setsReview, smallestGroup, ...term, ...this.versionsOf(unit) };
            return seq === undefined ? view : said<UnitView>({ seq }, view);
          },
          cursor,
        }),
    }),
  ];
}
