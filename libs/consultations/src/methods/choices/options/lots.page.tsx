import { Words, useTexts } from '@isegoria/ui';
import { drawnLots } from './lots';
import type { OptionView } from './options.contract';

/** The lots, for everybody to see before the vote begins. */
export function Lots({ activityId, options }: { activityId: string; options: readonly OptionView[] }) {
  const { t } = useTexts();
  const drawn = drawnLots(
    activityId,
    options.map(({ id }) => id),
  );
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral">
      <summary>{t('lots.title')}</summary>
      <div class="stack-sm">
        <p>{t('lots.order')}</p>
        <ol>
          {drawn.map((option) => (
            <li key={option}>
              <Words text={options.find(({ id }) => id === option)!.text} by="office" />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
