import { eventIn, pageMustBe, said, shown, timeSaid, type Entry, type MustBe, type ShownBook } from '@isegoria/audit-kit';
import type { Page } from '@isegoria/kernel';
import { listFiles, type FileAdded, type FileEvent, type FileView } from '../file.contract';

interface KnownFile {
  readonly place: number;
  readonly seq: number;
  readonly added: FileAdded['data'];
  readonly addedAt: string;
  withdrawnAt: MustBe<string | null>;
  withdrawnReason: MustBe<string | null>;
}

/** All files of a site, as everybody may see them listed. */
export class FilesShown implements ShownBook {
  readonly events: FileEvent['type'][] = ['FileAdded', 'FileWithdrawn'];
  private readonly files = new Map<string, KnownFile>();

  take(entry: Entry): void {
    const event = eventIn<FileEvent>(entry);
    if (event?.type === 'FileAdded' && !this.files.has(event.data.file)) this.add(entry, event.data);
    if (event?.type !== 'FileWithdrawn') return;
    const file = this.files.get(event.data.file);
    if (!file) return;
    file.withdrawnAt = said<string | null>(entry, timeSaid(entry));
    file.withdrawnReason = said<string | null>(entry, event.data.reason);
  }

  readonly shows = [
    shown<{ cursor?: string }, Page<FileView>>({
      query: listFiles,
      groups: ['content'],
      asks: () => [{}],
      expected: ({ cursor }) =>
        pageMustBe({ things: [...this.files.values()], placeOf: ({ place }) => place, itemOf: viewOf, cursor, newestFirst: true }),
    }),
  ];

  private add(entry: Entry, added: FileAdded['data']): void {
    const stands = { withdrawnAt: null, withdrawnReason: null };
    this.files.set(added.file, { place: entry.position, seq: entry.seq, added, addedAt: timeSaid(entry), ...stands });
  }
}

function viewOf({ added, seq, addedAt, withdrawnAt, withdrawnReason }: KnownFile): MustBe<FileView> {
  const { by: _, ...facts } = added;
  return said<FileView>({ seq }, { ...facts, addedAt, withdrawnAt, withdrawnReason });
}
