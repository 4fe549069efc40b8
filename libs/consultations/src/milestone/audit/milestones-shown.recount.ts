import {
  NotCompared,
  OneOf,
  WithdrawnFiles,
  eventIn,
  pageMustBe,
  said,
  shown,
  timeSaid,
  type Entry,
  type MustBe,
  type ShownBook,
} from '@isegoria/audit-kit';
import { attachmentView, type AttachmentView, type FileWithdrawn } from '@isegoria/content';
import { isWithin, limits, type Language, type Page } from '@isegoria/kernel';
import { listConsultations, type ConsultationDrafted } from '../../consultation/consultation.contract';
import type { DraftRevised } from '../../consultation/draft/draft.contract';
import type { ConsultationCorrected } from '../../correction/correction.contract';
import { placeOfMilestone } from '../milestone-order';
import { DueInLog } from './milestone-due.recount';
import {
  listMilestones,
  milestoneChoices,
  type EarlierMilestoneView,
  type ListMilestones,
  type MilestoneSet,
  type MilestoneView,
} from '../milestone.contract';

/** By what lists are narrowed that are compared; topics and areas narrow them by lists that are compared themselves. */
type Asked = Pick<ListMilestones, 'consultationId' | 'unit' | 'only' | 'cursor'>;

interface Stood {
  readonly entry: Entry;
  readonly data: MilestoneSet['data'];
}
interface KnownMilestone {
  readonly planned: Entry;
  /** How it stood, and in the last place how it stands. */
  readonly stood: Stood[];
  readonly due: DueInLog;
}
interface Named {
  readonly unit: string;
  readonly title: string;
  readonly language: Language;
  readonly seq: number;
}

type Heard = MilestoneSet | FileWithdrawn | ConsultationDrafted | DraftRevised | ConsultationCorrected;

/** What offices do about outcomes, as everybody may read it. */
export class MilestonesShown implements ShownBook {
  readonly events: readonly string[] = [
    'MilestoneSet',
    'FileWithdrawn',
    'ConsultationDrafted',
    'DraftRevised',
    'ConsultationCorrected',
  ] satisfies Heard['type'][];
  private readonly known = new Map<string, KnownMilestone>();
  private readonly consultations = new Map<string, Named>();
  private readonly withdrawn = new WithdrawnFiles();

  take(entry: Entry): void {
    const event = eventIn<Heard>(entry);
    if (event?.type === 'FileWithdrawn') this.withdrawn.take(entry, event.data);
    else if (event?.type === 'MilestoneSet') this.set({ entry, data: event.data });
    else if (event && this.events.includes(event.type)) this.name(entry, event.data);
  }

  private set(stands: Stood): void {
    const { milestoneId } = stands.data;
    if (!this.consultations.has(stands.data.consultationId)) return;
    const known = this.known.get(milestoneId) ?? { planned: stands.entry, stood: [], due: new DueInLog() };
    known.stood.push(stands);
    known.due.take(stands.entry, stands.data);
    this.known.set(milestoneId, known);
  }

  private name({ seq }: Entry, said: (ConsultationDrafted | DraftRevised | ConsultationCorrected)['data']): void {
    const before = this.consultations.get(said.consultationId);
    const named = { ...before, ...said };
    // What is about a consultation that was never drafted breaks a rule, and names nothing.
    if (named.unit !== undefined && named.language !== undefined)
      this.consultations.set(said.consultationId, { unit: named.unit, title: said.title, language: named.language, seq });
  }

  readonly shows = [
    shown<Asked, Page<MilestoneView>>({
      query: listMilestones,
      groups: ['consultations'],
      asks: ({ itemsOf }) => {
        const consultations = itemsOf(listConsultations);
        const units = [...new Set(consultations.map(({ unit }) => unit))];
        return [
          {},
          ...milestoneChoices.map((only) => ({ only })),
          ...units.map((unit) => ({ unit })),
          ...consultations.map(({ id }) => ({ consultationId: id })),
        ];
      },
      expected: ({ cursor, ...asked }, now) => {
        const all = this.inOrder();
        const becomes = all.some(({ due }) => new Set(now.map((time) => due.isOverdue(time))).size > 1);
        if (asked.only === 'overdue' && becomes)
          return new NotCompared('which milestones are overdue, where one becomes so while the site is asked');
        const things = all.filter((one) => this.isAmong(one, asked, now[0]!));
        return pageMustBe<KnownMilestone, MilestoneView>({ things, placeOf, itemOf: (one) => this.viewOf(one, now), cursor });
      },
    }),
  ];

  private isAmong(one: KnownMilestone, { consultationId, unit, only }: Omit<Asked, 'cursor'>, now: number): boolean {
    const { data } = standing(one);
    if (consultationId !== undefined && data.consultationId !== consultationId) return false;
    if (unit !== undefined && !isWithin(this.consultations.get(data.consultationId)!.unit, unit)) return false;
    if (only === 'overdue') return one.due.isOverdue(now);
    return only === undefined || one.due.isToCome;
  }

  private inOrder(): KnownMilestone[] {
    return [...this.known.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }

  private viewOf({ planned, stood, due }: KnownMilestone, now: readonly number[]): MustBe<MilestoneView> {
    const { entry, data } = stood.at(-1)!;
    const of = this.consultations.get(data.consultationId)!;
    const changes = stood.slice(1).map((next, index) => this.earlierView(stood[index]!, next));
    return said<MilestoneView>(entry, {
      id: data.milestoneId,
      consultationId: data.consultationId,
      unit: of.unit,
      consultationTitle: said<string>(of, of.title),
      language: of.language,
      ...wordsOf(data),
      ...{ dueAt: due.dueAt, moved: due.moved },
      isOverdue: new OneOf(now.map((time) => due.isOverdue(time))),
      isLate: new OneOf(now.map((time) => due.isLate(time))),
      documents: this.documents({ entry, data }),
      activityId: data.follows?.activityId ?? null,
      statementId: data.follows?.statementId ?? null,
      plannedAt: said<string>(planned, timeSaid(planned)),
      changedAt: stood.length === 1 ? null : timeSaid(entry),
      earlier: changes.slice(-limits.dateChangesInView),
      changes: changes.length,
      version: entry.position,
    });
  }

  private earlierView(before: Stood, { entry, data }: Stood): MustBe<EarlierMilestoneView> {
    return said<EarlierMilestoneView>(entry, {
      ...wordsOf(before.data),
      documents: this.documents(before),
      activityId: before.data.follows?.activityId ?? null,
      statementId: before.data.follows?.statementId ?? null,
      note: data.note ?? '',
      changedAt: timeSaid(entry),
    });
  }

  private documents({ entry, data }: Stood): MustBe<readonly AttachmentView[]> {
    return data.documents.map((document) => this.withdrawn.shown(attachmentView(document), entry.position));
  }
}

const standing = ({ stood }: KnownMilestone): Stood => stood.at(-1)!;

function placeOf(one: KnownMilestone): string {
  return placeOfMilestone(Date.parse(one.due.dueAt), one.planned.position);
}

function wordsOf({ title, text, responsible, dueAt, status, evidence = null, links }: MilestoneSet['data']) {
  return { title, text, responsible, dueAt, status, evidence, links };
}
