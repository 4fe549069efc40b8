import { Words, useTexts } from '@isegoria/ui';
import { drawnLots, isSeeded } from './lots';
import type { OptionView } from './options.contract';

interface LotsProps {
  /** From what they are drawn; absent in a draft. */
  readonly drawnFrom?: string;
  readonly options: readonly OptionView[];
}

/** The lots, for everybody to see before the vote begins. */
export function Lots({ drawnFrom, options }: LotsProps) {
  const { t } = useTexts();
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('lots.title')}</summary>
      {drawnFrom === undefined ? <p>{t('lots.later')}</p> : <Drawn drawnFrom={drawnFrom} options={options} />}
    </details>
  );
}

function Drawn({ drawnFrom, options }: Required<LotsProps>) {
  const { t } = useTexts();
  const drawn = drawnLots(
    drawnFrom,
    options.map(({ id }) => id),
  );
  return (
    <div class="stack-sm">
      <p>{t(isSeeded(drawnFrom) ? 'lots.order' : 'lots.orderWithoutSeed')}</p>
      <ol>
        {drawn.map((option) => (
          <li key={option}>
            <Words text={options.find(({ id }) => id === option)!.text} by="office" />
          </li>
        ))}
      </ol>
      {isSeeded(drawnFrom) && (
        <>
          <p class="meta">{t('lots.check')}</p>
          <p>
            <code dir="ltr">{drawnFrom}</code>
          </p>
        </>
      )}
    </div>
  );
}
