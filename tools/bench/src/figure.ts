/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against: another figure of the same run, or an aim in its own unit. */
  readonly against?: { readonly name: string; readonly ratio: number; readonly aim?: number };
}

/** The figure against another of the same run; `aim` is the ratio that it should reach. */
export function beside(figure: Figure, reference: Figure, aim: number): Figure {
  return { ...figure, against: { name: reference.name, ratio: figure.value / reference.value, aim } };
}

/** The figure against an aim in its own unit; `ratio` is above 1 when the aim is surpassed. */
export function towards(figure: Figure, aim: number, smallerIsBetter = false): Figure {
  return {
    ...figure,
    against: {
      name: `${Math.round(aim).toLocaleString('en')} ${figure.unit}`,
      ratio: smallerIsBetter ? aim / figure.value : figure.value / aim,
      aim: 1,
    },
  };
}

/** The figures as text in columns. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, against }) => [
    name,
    `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ${unit}`,
    against ? `${against.ratio.toFixed(2)} of ${against.name}` : '',
    against?.aim === undefined ? '' : against.ratio >= against.aim ? 'reached' : `aim ${against.aim}`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, column) => (column === 1 ? cell.padStart(widths[1]!) : cell.padEnd(widths[column]!))).join('  '))
    .join('\n');
}
