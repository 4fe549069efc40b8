import { CompactTable, saltedHash, type Entry } from '@isegoria/audit-kit';
import { activityDrafted, consultationDrafted, eventCatalogue, rootUnit, type EventContract } from '@isegoria/contracts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The unit of the thing that an event is about. Some things state it in their first event; others belong to an activity or to a
 * consultation, and anything else belongs to the root. Later events of a stream cannot move it to another unit.
 */
export class Units {
  /** For streams whose names do not say it, by a number each. */
  private readonly numberOf = new CompactTable();
  private readonly units: string[] = [];
  private readonly numbers = new Map<string, number>();

  /**
   * The units of everything that the event names, which are the same if nothing is wrong: its own, that of its stream, of its activity and
   * of its consultation.
   */
  of({ leaf, body }: Entry): string[] {
    const contract = eventCatalogue.of(leaf.type);
    const own = contract && body && ownUnit(contract, body.data);
    const units = [own, ...[leaf.stream, ...holdersOf(body?.data)].map((stream) => this.remembered(stream))];
    const known = new Set(units.filter((unit) => unit !== undefined));
    return known.size === 0 ? [rootUnit] : [...known];
  }

  take({ leaf, body }: Entry): void {
    const contract = eventCatalogue.of(leaf.type);
    if (leaf.revision > 0 || !contract || !body || contract.stream.bodies === 'withheld') return;
    const holders = holdersOf(body.data).filter((stream) => stream !== leaf.stream);
    // The one stream of its kind is about things of many units: each of its events says of which.
    if (contract.stream.pattern === leaf.stream) return;
    // The ballots of millions have their activity in their names: so they need no entry here.
    if (holders.some((stream) => leaf.stream.includes(idIn(stream)))) return;
    const [unit] = [ownUnit(contract, body.data), ...holders.map((stream) => this.remembered(stream))].filter((one) => one !== undefined);
    if (unit !== undefined) this.numberOf.set(...saltedHash(leaf.stream), this.numberFor(unit));
  }

  private remembered(stream: string): string | undefined {
    return this.units[this.numberOf.get(...saltedHash(stream)) - 1];
  }

  private numberFor(unit: string): number {
    let number = this.numbers.get(unit);
    if (number === undefined) this.numbers.set(unit, (number = this.units.push(unit)));
    return number;
  }
}

/** The unit that the event itself names, if its contract says so. */
function ownUnit({ sample }: EventContract, { unit }: Data): string | undefined {
  return 'unit' in sample && typeof unit === 'string' ? unit : undefined;
}

/** The streams of the activity and of the consultation that data name. */
function holdersOf(data: Data | undefined): string[] {
  return [activityDrafted, consultationDrafted].flatMap(({ stream }) => (data && stream.nameFor(data)) ?? []);
}

const idIn = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
