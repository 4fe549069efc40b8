import type { DomainEvent } from '@isegoria/kernel';
import type { Entry } from './entry';
import { said, type MustBe } from './must-be';
import { leeway, rule, type Judged, type Rule, type RuleBook } from './rules';

/** What an event says of a file beside something. */
interface AttachedFile {
  readonly file: string;
  readonly mediaType: string;
  readonly size: number;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
}
interface FilesBeside {
  readonly picture: AttachedFile | null;
  readonly documents: readonly AttachedFile[];
}
type Added = DomainEvent<'FileAdded', AttachedFile>;
type Withdrawn = DomainEvent<'FileWithdrawn', { readonly file: string; readonly reason: string }>;

/** What the log says of files so far, for the rules of what they stand beside. */
export class FilesOnRecord {
  private readonly added = new Map<string, string>();
  /** Milliseconds since 1970. */
  private readonly withdrawnAt = new Map<string, number>();

  /** What a book of rules has to hear. */
  readonly remembers: NonNullable<RuleBook['remembers']> = {
    FileAdded: ({ data }: Judged<Added>) => this.added.set(data.file, factsOf(data)),
    FileWithdrawn: ({ data, time }: Judged<Withdrawn>) => this.withdrawnAt.set(data.file, time),
  };

  /** @param filesIn what stands beside the thing by the event; undefined for none */
  rules<Event extends DomainEvent>(filesIn: (data: Event['data']) => FilesBeside | undefined): readonly Rule<Event>[] {
    const every = (isKept: (file: AttachedFile, time: number) => boolean) => (event: Judged<Event>) => {
      const { picture, documents } = filesIn(event.data) ?? { picture: null, documents: [] };
      return [...(picture ? [picture] : []), ...documents].every((file) => isKept(file, event.time));
    };
    return [
      rule<Event>(
        'attached-as-added',
        'A file that stands beside something was added before, and is of the kind and size that the log has for it.',
        every((file) => this.added.get(file.file) === factsOf(file)),
      ),
      rule<Event>(
        'attached-not-withdrawn',
        'No file is put beside something after it was withdrawn.',
        every(({ file }, time) => time <= (this.withdrawnAt.get(file) ?? Infinity) + leeway),
      ),
      rule<Event>(
        'attached-picture-described',
        'The picture beside something is a picture, and is described, as every picture among its documents is.',
        (event) => {
          const picture = filesIn(event.data)?.picture ?? null;
          return (picture === null || isPicture(picture)) && every((file) => !isPicture(file) || file.alt !== null)(event);
        },
      ),
    ];
  }
}

const isPicture = ({ width }: AttachedFile): boolean => width !== null;

/** What nobody may say otherwise where a file is attached; its name and its description may be others there. */
function factsOf({ mediaType, size, width, height }: AttachedFile): string {
  return [mediaType, size, width, height].join(' ');
}

/** Which files were withdrawn, for what pages show of those that stood beside something before. */
export class WithdrawnFiles {
  private readonly withdrawn = new Map<string, { readonly seq: number; readonly place: number; readonly reason: string }>();

  take({ seq, position }: Entry, { file, reason }: Withdrawn['data']): void {
    if (!this.withdrawn.has(file)) this.withdrawn.set(file, { seq, place: position, reason });
  }

  /**
   * How a file is shown. @param view as it was attached
   * @param since where in the log it was
   */
  shown<View extends { readonly file: string; readonly withdrawn: boolean; readonly withdrawnReason: string | null }>(
    view: View,
    since: number,
  ): MustBe<View> {
    const found = this.withdrawn.get(view.file);
    const stands = found === undefined || found.place < since;
    const facts = stands ? {} : { withdrawn: said<boolean>(found, true), withdrawnReason: said<string | null>(found, found.reason) };
    return { ...view, ...facts } as MustBe<View>;
  }

  /** The same of a picture and documents. */
  shownBeside<View extends { readonly file: string; readonly withdrawn: boolean; readonly withdrawnReason: string | null }>(
    { picture, documents }: { readonly picture: View | null; readonly documents: readonly View[] },
    since: number,
  ) {
    return {
      picture: (picture && this.shown(picture, since)) as MustBe<View | null>,
      documents: documents.map((document) => this.shown(document, since)) as MustBe<readonly View[]>,
    };
  }
}
