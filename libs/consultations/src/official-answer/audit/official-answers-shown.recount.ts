import { WithdrawnFiles, eventIn, pageMustBe, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import { attachmentView, type AttachmentView, type FileWithdrawn } from '@isegoria/content';
import { limits, type Page } from '@isegoria/kernel';
import { listConsultations } from '../../consultation/consultation.contract';
import {
  listOfficialAnswers,
  type EarlierAnswerView,
  type OfficialAnswerPublished,
  type OfficialAnswerView,
} from '../official-answer.contract';
import { listThemes, type ThemeView } from '../themes/themes.contract';

interface Stood {
  readonly entry: Entry;
  readonly data: OfficialAnswerPublished['data'];
}

interface KnownAnswer {
  readonly place: number;
  readonly answeredAt: MustBe<string>;
  /** How it stood, and in the last place how it stands. */
  readonly stood: Stood[];
}

/** Answers under one theme, by the first of them. */
interface KnownTheme {
  readonly first: Stood;
  readonly count: number;
}

type Heard = OfficialAnswerPublished | FileWithdrawn;

/** What answers have in common that stand under one theme; undefined where the office named none. */
export const themeIn = ({ activityId, about, group, stance, text, documents = [] }: OfficialAnswerPublished['data']): string | undefined =>
  group?.theme && JSON.stringify([activityId, about, group.theme.title, group.theme.summary, stance, text, documents]);

/** What offices answered, as everybody may read it. */
export class OfficialAnswersShown implements ShownBook {
  readonly events: readonly string[] = ['OfficialAnswerPublished', 'FileWithdrawn'] satisfies Heard['type'][];
  /** By consultation, in the order of the first answers. */
  private readonly of = new Map<string, KnownAnswer[]>();
  private readonly known = new Map<string, KnownAnswer>();

  private readonly withdrawn = new WithdrawnFiles();

  take(entry: Entry): void {
    const event = eventIn<Heard>(entry);
    if (event?.type === 'FileWithdrawn') return this.withdrawn.take(entry, event.data);
    if (event?.type !== 'OfficialAnswerPublished') return;
    const stands = { entry, data: event.data };
    const before = this.known.get(event.data.aboutId);
    if (before) before.stood.push(stands);
    else this.begin(stands);
  }

  private begin(stands: Stood): void {
    const { entry, data } = stands;
    const answer = { place: entry.position, answeredAt: said<string>(entry, timeSaid(entry)), stood: [stands] };
    this.known.set(data.aboutId, answer);
    this.of.set(data.consultationId, [...(this.of.get(data.consultationId) ?? []), answer]);
  }

  readonly shows = [
    shown<{ consultationId: string; cursor?: string }, Page<OfficialAnswerView>>({
      query: listOfficialAnswers,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownAnswer, OfficialAnswerView>({
          things: this.of.get(consultationId) ?? [],
          placeOf: ({ place }) => place,
          itemOf: (one) => this.viewOf(one),
          cursor,
          newestFirst: true,
        }),
    }),
    shown<{ consultationId: string; cursor?: string }, Page<ThemeView>>({
      query: listThemes,
      groups: ['consultations'],
      asks: ({ itemsOf }) => itemsOf(listConsultations).map(({ id }) => ({ consultationId: id })),
      expected: ({ consultationId, cursor }) =>
        pageMustBe<KnownTheme, ThemeView>({
          things: this.themesOf(consultationId),
          placeOf: ({ first }) => first.entry.position,
          itemOf: (one) => this.themeView(one),
          cursor,
          newestFirst: true,
        }),
    }),
  ];

  /** In the order of the first answer of each that stands. */
  private themesOf(consultationId: string): KnownTheme[] {
    const themes = new Map<string, KnownTheme>();
    const standing = (this.of.get(consultationId) ?? []).map(({ stood }) => stood.at(-1)!);
    for (const one of standing.sort((some, other) => some.entry.position - other.entry.position)) {
      const theme = themeIn(one.data);
      if (theme === undefined) continue;
      const known = themes.get(theme);
      themes.set(theme, { first: known?.first ?? one, count: (known?.count ?? 0) + 1 });
    }
    return [...themes.values()];
  }

  private themeView({ first, count }: KnownTheme): MustBe<ThemeView> {
    const { activityId, about, stance, text, group } = first.data;
    return said<ThemeView>(first.entry, {
      ...{ group: group!.id, title: group!.theme!.title, summary: group!.theme!.summary, activityId, about, count, stance, text },
      documents: this.documents(first),
      answeredAt: timeSaid(first.entry),
    });
  }

  private viewOf({ answeredAt, stood }: KnownAnswer): MustBe<OfficialAnswerView> {
    const stands = stood.at(-1)!;
    const { activityId, about, aboutId, named = null, textVersion = null, stance, text, group } = stands.data;
    const earlier = stood.slice(1).map((next, index) => this.earlierView(stood[index]!, next));
    return said<OfficialAnswerView>(stands.entry, {
      ...{ activityId, about, aboutId, named, textVersion, stance, text, answeredAt },
      group: group ? { id: group.id, size: group.size, theme: group.theme ?? null } : null,
      documents: this.documents(stands),
      earlier: earlier.slice(-limits.dateChangesInView),
      corrections: earlier.length,
      version: stands.entry.position,
    });
  }

  private earlierView(before: Stood, { entry, data }: Stood): MustBe<EarlierAnswerView> {
    const { stance, text, group, textVersion = null } = before.data;
    const stood = { stance, text, textVersion, theme: group?.theme ?? null, documents: this.documents(before) };
    return said<EarlierAnswerView>(entry, { ...stood, note: data.note ?? '', correctedAt: timeSaid(entry) });
  }

  private documents({ entry, data }: Stood): MustBe<readonly AttachmentView[]> {
    return (data.documents ?? []).map((document) => this.withdrawn.shown(attachmentView(document), entry.position));
  }
}
