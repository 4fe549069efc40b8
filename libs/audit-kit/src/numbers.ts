const widths = [Uint8Array, Uint16Array, Uint32Array] as const;

/** A growing list of numbers below 2^32, in as many bytes each as the largest of them needs; what was never set is 0. */
export class Numbers {
  private row: InstanceType<(typeof widths)[number]> = new Uint8Array(64);

  get(index: number): number {
    return this.row[index] ?? 0;
  }

  set(index: number, value: number): void {
    const { length, BYTES_PER_ELEMENT: bytes } = this.row;
    if (index >= length) this.become(bytes, Math.max(index + 1, Math.ceil(length * 1.5)));
    if (value >= 2 ** (8 * bytes)) this.become(value < 2 ** 16 ? 2 : 4, this.row.length);
    this.row[index] = value;
  }

  private become(bytes: number, length: number): void {
    const Wider = widths.find(({ BYTES_PER_ELEMENT }) => BYTES_PER_ELEMENT >= bytes)!;
    const row = new Wider(length);
    row.set(this.row);
    this.row = row;
  }
}
