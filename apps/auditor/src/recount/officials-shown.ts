import { NotCompared, eventIn, pageMustBe, said, shown, type Entry, type Fields, type ShownBook } from '@isegoria/audit-kit';
import {
  actOfOffice,
  eventCatalogue,
  isAboutAccount,
  listOfficialActions,
  officialActTypes,
  type ActivityDrafted,
  type ActOfOffice,
  type ConsultationEvent,
  type ContentEvent,
  type DraftRevised,
  type Language,
  type MilestoneSet,
  type OfficialAction,
  type OfficialActionKind,
  type Page,
} from '@isegoria/contracts';

/** What an act was about, where everybody may see that. */
interface Subject {
  readonly title: string;
  readonly language: Language;
  readonly unit: string;
  isShown: boolean;
}

interface KnownAct {
  readonly seq: number;
  readonly place: number;
  readonly id: string;
  readonly at: string;
  readonly kind: OfficialActionKind;
  /** Undefined where only auditors get to read what was done. */
  readonly act: ActOfOffice | undefined;
}

type Titled = ConsultationEvent | ContentEvent | MilestoneSet | ActivityDrafted;

const subjects = [
  'ConsultationDrafted',
  'DraftRevised',
  'ConsultationCorrected',
  'ConsultationPublished',
  'ActivityDrafted',
  'MilestoneSet',
  'PageDrafted',
  'PageRevised',
  'PagePublished',
  'PageWithdrawn',
] as const satisfies Titled['type'][];

const withheld = new NotCompared('who held or gave which role, on the list of what officials did: only auditors get it (--token)');

/** What officials did, line by line, with the present titles of what it was about. */
export class OfficialsShown implements ShownBook {
  readonly events = [...officialActTypes, ...subjects];
  private readonly acts: KnownAct[] = [];
  private readonly subjects = new Map<string, Subject>();
  private readonly milestones = new Map<string, string>();
  private readonly activities = new Map<string, ActivityDrafted['data']>();

  take(entry: Entry): void {
    const { leaf, seq, position: place } = entry;
    this.takeSubject(entry);
    if (!eventCatalogue.of(leaf.type)?.act) return;
    const act = entry.body && actOfOffice({ type: leaf.type, data: entry.body.data });
    if (entry.body && !act) return;
    const at = new Date(leaf.time).toISOString();
    this.acts.push({ seq, place, id: leaf.id, at, kind: act?.kind ?? kindOf(leaf.type), act });
  }

  readonly shows = [
    shown<{ cursor?: string }, Page<OfficialAction>>({
      query: listOfficialActions,
      groups: ['officials', 'consultations', 'content'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe<KnownAct, OfficialAction>({
          things: this.acts,
          placeOf: ({ place }) => place,
          itemOf: (act) => said<OfficialAction>(act, this.viewOf(act)),
          cursor,
          newestFirst: true,
        }),
    }),
  ];

  private viewOf({ id: eventId, place: position, at, kind, act }: KnownAct): Fields<OfficialAction> {
    const own = { eventId, position, at, kind };
    if (!act) {
      const hidden = { official: withheld, subject: withheld, unit: withheld, role: withheld };
      return { ...own, ...hidden, contents: withheld, reason: withheld, rule: withheld, ...ofNothing };
    }
    const { by, subject, consultationId, activityId, about: answered, named, unit, role, contents, reason, rule } = act;
    const about = this.subjects.get(consultationId ?? (kind.startsWith('page-') ? subject : ''));
    const shown = about?.isShown ? about : undefined;
    const activity = shown && this.activities.get(activityId ?? '');
    return {
      ...own,
      official: by && beginningOf(by),
      subject: isAboutAccount(kind) ? beginningOf(subject) : subject,
      consultationId,
      activityId,
      about: answered as OfficialAction['about'],
      named,
      unit: unit ?? shown?.unit ?? null,
      title: shown?.title ?? null,
      language: shown?.language ?? null,
      method: activity?.method ?? null,
      activity: activity?.title ?? null,
      milestone: (shown && this.milestones.get(subject)) ?? null,
      role: role as OfficialAction['role'],
      contents: contents as OfficialAction['contents'],
      reason,
      rule: rule as OfficialAction['rule'],
    };
  }

  private takeSubject(entry: Entry): void {
    const event = eventIn<Titled>(entry);
    if (event?.type === 'ConsultationDrafted') this.begin(event.data.consultationId, event.data);
    if (event?.type === 'DraftRevised') this.revise(event.data);
    if (event?.type === 'ActivityDrafted' && !this.activities.has(event.data.activityId))
      this.activities.set(event.data.activityId, event.data);
    if (event?.type === 'ConsultationCorrected') this.change(event.data.consultationId, { title: event.data.title });
    if (event?.type === 'MilestoneSet') this.milestones.set(event.data.milestoneId, event.data.title);
    if (event?.type === 'PageDrafted') this.begin(event.data.pageId, event.data);
    if (event?.type === 'ConsultationPublished') this.change(event.data.consultationId, { isShown: true });
    if (event?.type === 'PagePublished') this.change(event.data.pageId, { isShown: true });
    if (event?.type === 'PageWithdrawn') this.change(event.data.pageId, { isShown: false });
    if (event?.type === 'PageRevised') this.change(event.data.pageId, inWords(event.data));
  }

  /** What was drafted in phases that are no more is no activity. */
  private revise(data: DraftRevised['data']): void {
    this.change(data.consultationId, inWords(data));
    const phases = data.phases.map(({ phaseId }) => phaseId);
    for (const { activityId, consultationId, phaseId } of this.activities.values())
      if (consultationId === data.consultationId && !phases.includes(phaseId)) this.activities.delete(activityId);
  }

  private begin(id: string, { unit, ...words }: Omit<Subject, 'isShown'>): void {
    if (!this.subjects.has(id)) this.subjects.set(id, { ...inWords(words), unit, isShown: false });
  }

  private change(id: string, change: Partial<Subject>): void {
    const subject = this.subjects.get(id);
    if (subject) Object.assign(subject, change);
  }
}

const ofNothing = {
  ...{ consultationId: null, activityId: null, about: null, named: null },
  ...{ title: null, language: null, method: null, activity: null, milestone: null },
};

const inWords = ({ title, language }: Pick<Subject, 'title' | 'language'>) => ({ title, language });

/** Names of officials are not published: the entry in the log has the account in full. */
const beginningOf = (accountId: string) => accountId.slice(0, 8);

/** `RoleGranted` becomes `role-granted`. */
const kindOf = (type: string) => type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase() as OfficialActionKind;
