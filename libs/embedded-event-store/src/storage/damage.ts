/**
 * A record that is not as it was written. It is never served. Position 0 stands for what belongs to no single
 * event: the head or the index of a stream.
 */
export class DamagedEvent extends Error {
  constructor(readonly position: number) {
    const what = position > 0 ? `The event at position ${position}` : 'What the store keeps of this stream';
    super(`${what} is damaged on disk and is not served; restore the folder from a backup.`);
  }
}

/** A folder whose file cannot be what an event store left behind; nothing of it is opened. */
export class DamagedFolder extends Error {
  constructor(file: string, why: string) {
    super(`${file} is damaged: ${why}. Nothing of it is served; restore the folder from a backup.`);
  }
}
