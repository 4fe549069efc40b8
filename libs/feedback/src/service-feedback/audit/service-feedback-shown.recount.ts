import { CompactTable, eventIn, said, saltedHash, shown, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { ServiceDrafted, ServicePublished } from '@isegoria/content';
import type { UnitSmallestGroupSet } from '@isegoria/identity';
import { isAtLeast, isWithin, usuallyCountsFrom } from '@isegoria/kernel';
import { helpAnswers, type HelpAnswer, type ServiceFeedbackGiven } from '../feedback-given.contract';
import { showServiceFeedback, type HelpCounts, type ServiceFeedbackView } from '../service-feedback.contract';

type Known = ServiceDrafted | ServicePublished | ServiceFeedbackGiven | UnitSmallestGroupSet;
type Counts = Record<HelpAnswer, number>;

interface KnownService {
  readonly unit: string;
  seq: number;
  isPublished: boolean;
  readonly counted: Counts;
  readonly notCounted: Counts;
}

/** Where no unit says anything. */
const usual = 10;
const nobody = (): Counts => ({ yes: 0, partly: 0, no: 0 });

/** How many people services helped, each person once, by the last word: some 12 bytes a person and service. */
export class ServiceFeedbackShown implements ShownBook {
  readonly events: Known['type'][] = ['ServiceDrafted', 'ServicePublished', 'ServiceFeedbackGiven', 'UnitSmallestGroupSet'];
  private readonly services = new Map<string, KnownService>();
  /** Of each person and service: the answer, and whether it is counted; absent where it was taken back. */
  private readonly last = new CompactTable();
  private readonly groups = new Map<string, { readonly people: number; readonly seq: number }>();

  take(entry: Entry): void {
    const event = eventIn<Known>(entry);
    if (!event) return;
    if (event.type === 'UnitSmallestGroupSet') {
      this.groups.set(event.data.unit, { people: event.data.people, seq: entry.seq });
      return;
    }
    const { serviceId } = event.data;
    if (event.type === 'ServiceDrafted' && !this.services.has(serviceId)) {
      const { unit } = event.data;
      this.services.set(serviceId, { unit, seq: entry.seq, isPublished: false, counted: nobody(), notCounted: nobody() });
    }
    const service = this.services.get(serviceId);
    if (service && event.type === 'ServicePublished') service.isPublished = true;
    if (service && event.type === 'ServiceFeedbackGiven') this.count(service, entry, event.data);
  }

  private count(service: KnownService, { seq }: Entry, { serviceId, author, answer, assurance }: ServiceFeedbackGiven['data']): void {
    const key = saltedHash(`${serviceId} ${author}`);
    const before = this.last.get(...key) - 1;
    const add = (place: number, n: number) => {
      const of = place >= helpAnswers.length ? service.notCounted : service.counted;
      of[helpAnswers[place % helpAnswers.length]!] += n;
    };
    if (before >= 0 && before < takenBack) add(before, -1);
    const offset = isAtLeast(assurance, usuallyCountsFrom) ? 0 : helpAnswers.length;
    const now = answer === null ? takenBack : helpAnswers.indexOf(answer) + offset;
    if (now !== takenBack) add(now, 1);
    this.last.set(...key, now + 1);
    service.seq = seq;
  }

  readonly shows = [
    shown<{ serviceId: string }, ServiceFeedbackView>({
      query: showServiceFeedback,
      groups: ['service-feedback'],
      asks: () => [...this.services].flatMap(([serviceId, { isPublished }]) => (isPublished ? [{ serviceId }] : [])),
      expected: ({ serviceId }) => {
        const service = this.services.get(serviceId);
        return service?.isPublished ? this.viewOf(serviceId, service) : undefined;
      },
    }),
  ];

  private viewOf(serviceId: string, { unit, seq, counted, notCounted }: KnownService): MustBe<ServiceFeedbackView> {
    const ofThese = [...this.groups].flatMap(([one, group]) => (isWithin(unit, one) ? [group] : []));
    const people = ofThese.length === 0 ? usual : Math.max(...ofThese.map((group) => group.people));
    const place = { seq: Math.max(seq, ...ofThese.map((group) => group.seq)) };
    const enough = (of: Counts): MustBe<HelpCounts | null> => {
      const told = of.yes + of.partly + of.no >= people;
      return said<HelpCounts | null>(place, told ? { ...of } : null);
    };
    return { serviceId, smallestGroup: said(place, people), counted: enough(counted), notCounted: enough(notCounted) };
  }
}

const takenBack = 2 * helpAnswers.length;
