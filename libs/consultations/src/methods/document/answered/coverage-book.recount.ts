import type { CountedEvent } from '../../method/method.recount';
import { DeliberationBook } from '../../deliberation/vote/deliberation-book.recount';
import { mayRead } from '../../deliberation/statement/audit/statement-text.recount';
import type { Stance } from '../../../official-answer/official-answer.contract';
import type { AnnotationPlace } from '../annotation/place.contract';
import { carriedThrough, type Carrying } from '../audit/carried.recount';
import type { CoverageCounts, CoverageView, ParagraphCoverage } from './coverage.contract';

type Counts = { -readonly [Member in keyof CoverageCounts]: CoverageCounts[Member] };
const nothing = (): Counts => ({ annotations: 0, open: 0, accepted: 0, partly: 0, rejected: 0, noted: 0, withParagraph: 0 });

/** What people wrote to a document, which is counted as statements are, and what the office answered to it. */
export class DocumentBook extends DeliberationBook {
  /** What each annotation was written about. */
  private readonly places = new Map<string, AnnotationPlace>();
  /** Those that propose other words. */
  private readonly proposals = new Set<string>();
  private readonly stances = new Map<string, Stance>();
  /** What answers all that was written to a paragraph. */
  private readonly wholes = new Map<string, Stance>();
  /** The versions that stand or stood. */
  private readonly versions: Carrying[] = [];
  private coming: Carrying['blocks'] = [];

  override take(event: CountedEvent): void {
    super.take(event);
    const { type, data } = event;
    if (type === 'StatementSubmitted' && data.at) this.places.set(data.statementId, data.at);
    if (type === 'StatementSubmitted' && data.at?.replaces) this.proposals.add(data.statementId);
    if (type === 'OfficialAnswerPublished' && data.about === 'statement') this.stances.set(data.aboutId, data.stance);
    if (type === 'OfficialAnswerPublished' && data.about === 'paragraph') this.wholes.set(data.named!, data.stance);
    if (type === 'DocumentWritten') {
      this.coming = data.part === 1 ? data.blocks : [...this.coming, ...data.blocks];
      if (data.version === 1) this.versions[0] = { version: 1, seq: 0, blocks: this.coming, carriedBy: null };
    }
    if (type === 'DocumentRevised')
      this.versions.push({ version: data.version, seq: 0, blocks: this.coming, carriedBy: data.carriedBy });
  }

  /** How much of it is answered. */
  coverage(): Omit<CoverageView, 'activityId' | 'position'> {
    const [whole, proposals] = [nothing(), nothing()];
    const each = new Map<string, Counts>([...this.wholes.keys()].map((paragraph) => [paragraph, nothing()]));
    for (const { id, status } of this.statements.values()) {
      const at = this.places.get(id);
      if (!at || !mayRead(status, this.settings)) continue;
      const { paragraph } = carriedThrough(this.versions, at, 0).place;
      const own = each.get(paragraph) ?? nothing();
      each.set(paragraph, own);
      for (const counts of [whole, own, ...(this.proposals.has(id) ? [proposals] : [])]) {
        counts.annotations += 1;
        counts[this.stances.get(id) ?? (this.wholes.has(at.paragraph) ? 'withParagraph' : 'open')] += 1;
      }
    }
    return { ...whole, proposals, paragraphs: this.covered(each).sort(inOrder) };
  }

  private covered(each: ReadonlyMap<string, Counts>): ParagraphCoverage[] {
    const paragraphs = this.versions.at(-1)?.blocks.filter(({ kind }) => kind === 'paragraph') ?? [];
    const numbers = new Map(paragraphs.map(({ id }, index) => [id, index + 1]));
    const numberOf = (paragraph: string) => numbers.get(paragraph) ?? null;
    const answerTo = (paragraph: string) => this.wholes.get(paragraph) ?? null;
    return [...each].map(([paragraph, counts]) => ({ paragraph, number: numberOf(paragraph), answer: answerTo(paragraph), ...counts }));
  }
}

const inOrder = (one: ParagraphCoverage, other: ParagraphCoverage) =>
  (one.number ?? Infinity) - (other.number ?? Infinity) || Number(one.paragraph.slice(1)) - Number(other.paragraph.slice(1));
