type Row = Uint8Array | Uint16Array | Uint32Array;

/** A growing list of numbers in as many bytes each as they need; what was never set is 0. */
export class Numbers {
  private row: Row;

  constructor(private readonly kind: new (length: number) => Row) {
    this.row = new kind(64);
  }

  get(index: number): number {
    return this.row[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.row.length) {
      const longer = new this.kind(Math.max(index + 1, Math.ceil(this.row.length * 1.5)));
      longer.set(this.row);
      this.row = longer;
    }
    this.row[index] = value;
  }
}
