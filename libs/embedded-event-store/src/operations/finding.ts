/** Something that is not as the store wrote it. */
export interface Finding {
  /** What and where, in a sentence. */
  readonly sentence: string;
  /** Of the event in question, where there is one. */
  readonly position?: number | undefined;
  /** Name of the stream in question, where it can be told. */
  readonly stream?: string | undefined;
  /** Number of the damaged page of the data file. */
  readonly page?: number | undefined;
}

/** How far a step has come; one step follows another. */
export interface Progress {
  readonly step: 'pages' | 'events' | 'index' | 'streams';
  readonly done: number;
  readonly total: number;
}

export interface OperationOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A store that cannot be copied, since something in it is damaged. */
export class DamagedStore extends Error {}

const KEPT = 1000;

/** Counts every finding and keeps the first ones: a store that is wholly damaged has millions. */
export class Findings {
  readonly kept: Finding[] = [];
  count = 0;

  add(finding: Finding): void {
    this.count += 1;
    if (this.kept.length < KEPT) this.kept.push(finding);
  }
}
