import { CompactTable, rule, saltedHash, type Rule } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../../activity/audit/activity-facts.recount';
import type { StatementSubmitted } from '../../deliberation/statement/statement.contract';
import { document, type DocumentWritten } from '../document.contract';
import type { DocumentRevised } from '../revision/revision.contract';

/** The newest version of a paper, as far as it is written. */
interface Written {
  readonly version: number;
  readonly part: number;
  readonly parts: number;
  /** Whether it is the version that people read: the first one is, a further one once it is said why. */
  readonly stands: boolean;
  /** Whether any version before carried annotations by their sentences, which may go to other paragraphs. */
  readonly movesThem: boolean;
  /** The words of its paragraphs, and null for headings, by their names. */
  readonly blocks: ReadonlyMap<string, string | null>;
  /** Of every paragraph that ever stood: the first version that people read with it, and the last one so far. */
  readonly stood: ReadonlyMap<string, readonly [first: number, last: number]>;
  /** Those of the version before. */
  readonly before: ReadonlyMap<string, string | null>;
}

/** The texts of all documents of a site. */
export class KnownPapers {
  private readonly known = new Map<string, Written>();
  private readonly annotated = new CompactTable();

  write({ activityId, version, part, parts, blocks }: DocumentWritten['data']): void {
    const known = this.of(activityId);
    const written = part === 1 ? [] : (known?.blocks ?? []);
    const before = (part === 1 ? known?.blocks : known?.before) ?? new Map();
    const own = blocks.map(({ id, kind, text }) => [id, kind === 'paragraph' ? text : null] as const);
    const texts = { blocks: new Map([...written, ...own]), before };
    const { movesThem = false, stood = new Map() } = known ?? {};
    const now = { version, part, parts, stands: version === 1, movesThem, ...texts };
    this.known.set(activityId, { ...now, stood: version === 1 ? withStanding(stood, now) : stood });
  }

  revise({ activityId, carriedBy }: DocumentRevised['data']): void {
    const known = this.of(activityId);
    if (!known) return;
    const movesThem = known.movesThem || carriedBy === 'sentence';
    this.known.set(activityId, { ...known, stands: true, movesThem, stood: withStanding(known.stood, known) });
  }

  annotate({ statementId, activityId, at }: StatementSubmitted['data']): void {
    if (!at) return;
    for (const place of [at.paragraph, anywhere]) this.annotated.set(...placeOf(statementId, activityId, place), 1);
  }

  /** Whether somebody wrote this to that paragraph, or it may have gone there: where exactly it stands is compared with what is shown. */
  isOn(statementId: string, activityId: string, paragraph: string): boolean {
    const place = this.of(activityId)?.movesThem ? anywhere : paragraph;
    return this.annotated.get(...placeOf(statementId, activityId, place)) > 0;
  }

  /** Whether people read a version of a text that has this paragraph: names are never given again. */
  hasIn(activityId: string, paragraph: string, version: number): boolean {
    const [first, last] = this.of(activityId)?.stood.get(paragraph) ?? [Infinity, 0];
    return version >= first && version <= last;
  }

  /** Undefined where nothing was written. */
  of(activityId: string): Written | undefined {
    return this.known.get(activityId);
  }
}

function withStanding(stood: Written['stood'], { version, blocks }: Pick<Written, 'version' | 'blocks'>): Written['stood'] {
  const paragraphs = [...blocks].flatMap(([id, text]) => (text === null ? [] : [id]));
  return new Map([...stood, ...paragraphs.map((id) => [id, [stood.get(id)?.[0] ?? version, version]] as const)]);
}

const anywhere = '';
const placeOf = (statementId: string, activityId: string, paragraph: string) => saltedHash(`${activityId} ${paragraph} ${statementId}`);

/** What people write to a document is about something that stands in it. */
export function ruleOfAnnotations(activities: KnownActivities, papers: KnownPapers): Rule<StatementSubmitted> {
  return rule(
    'annotation-of-a-paragraph',
    'What people write to a document names a paragraph of it, and words that stand there; a statement of a deliberation names none.',
    ({ data: { activityId, at } }) => {
      const paper = papers.of(activityId);
      if (activities.of(activityId)?.method !== document.method) return at === undefined;
      if (!at || !paper || at.version > paper.version) return false;
      if (at.leavesOut && !at.replaces) return false;
      // Newer versions may come while somebody writes.
      if (at.version < paper.version) return true;
      const text = paper.blocks.get(at.paragraph);
      if (typeof text !== 'string') return false;
      return at.words === null || Array.from(text).slice(at.words.start, at.words.end).join('') === at.words.exact;
    },
    ({ data }) => papers.annotate(data),
  );
}
