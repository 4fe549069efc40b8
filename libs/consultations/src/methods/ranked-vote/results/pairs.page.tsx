import { DataTable, Words, useIds, useTexts } from '@isegoria/ui';
import type { OptionResult } from '../../choices/options/options.contract';
import type { RankedCount } from '../ranked-vote.contract';

interface PairsProps {
  readonly options: readonly OptionResult[];
  readonly ranking: RankedCount;
}

/** The Schulze method: the order that comes out, the comparisons one by one, and the paths that follow from them. */
export function Pairs({ options, ranking }: PairsProps) {
  const { t } = useTexts();
  const id = useIds();
  const inOrder = ranking.order.map((id) => options.findIndex((option) => option.id === id));
  return (
    <>
      <p>{t('ranked.order')}</p>
      <ol>
        {inOrder.map((option) => (
          <li key={option}>
            <Words text={options[option]!.text} by="office" />
          </li>
        ))}
      </ol>
      <PairTable caption={t('ranked.pairs')} cells={ranking.preferred} inOrder={inOrder} options={options} />
      <details class="ds-details as-table" data-variant="default" data-color="neutral" id={id('strengths')}>
        <summary>{t('ranked.strengths')}</summary>
        <div class="stack-sm">
          <p class="meta">{t('ranked.strengthsNote')}</p>
          <PairTable caption={t('ranked.strengths')} cells={ranking.strengths} inOrder={inOrder} options={options} captionHidden />
        </div>
      </details>
    </>
  );
}

/** A row and a column for each option; what an option wins against another is bold. */
function PairTable(props: {
  caption: string;
  captionHidden?: boolean;
  cells: readonly (readonly number[])[];
  inOrder: readonly number[];
  options: readonly OptionResult[];
}) {
  const { t, number } = useTexts();
  const { cells, inOrder, options } = props;
  const cellOf = (row: number, column: number) => {
    const [there, back] = [cells[row]![column]!, cells[column]![row]!];
    return row === column ? '' : there > back ? <strong>{number(there)}</strong> : number(there);
  };
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden}
      rows={inOrder}
      columns={[
        { head: t('results.option'), cell: (row) => <Words text={options[row]!.text} by="office" /> },
        ...inOrder.map((column) => ({
          head: <Words text={options[column]!.text} by="office" />,
          numeric: true,
          cell: (row: number) => cellOf(row, column),
        })),
      ]}
    />
  );
}
