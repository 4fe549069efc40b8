/** The remainder of the data by the generator polynomial, over GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
export function reedSolomon(data: readonly number[], length: number): number[] {
  let generator = [1];
  for (let power = 0, root = 1; power < length; power++, root = multiply(root, 2)) {
    generator = [...generator, 0].map((coefficient, at) => coefficient ^ multiply(generator[at - 1] ?? 0, root));
  }
  const remainder = [...data, ...Array<number>(length).fill(0)];
  for (const at of data.keys()) {
    const factor = remainder[at]!;
    for (const [offset, coefficient] of generator.entries()) remainder[at + offset]! ^= multiply(coefficient, factor);
  }
  return remainder.slice(-length);
}

function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product;
}

/** Annexes C and D: the value and its remainder by a polynomial over GF(2), of a degree. */
export function withCheckBits(value: number, degree: number, polynomial: number): number {
  let remainder = value;
  for (let bit = 0; bit < degree; bit++) remainder = (remainder << 1) ^ ((remainder >>> (degree - 1)) * polynomial);
  return (value << degree) | remainder;
}
