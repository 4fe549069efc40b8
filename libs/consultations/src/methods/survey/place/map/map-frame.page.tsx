import { useTexts } from '@isegoria/ui';

interface MapFrameProps {
  /** What the map is of, for those who do not see it. */
  readonly label: string;
  /** For the script: the name of the field that the pin fills in. */
  readonly field?: string;
  /** For the script: squares of the map and what is said of each, as JSON. */
  readonly squares?: string;
}

/** Where a script draws a map; without one there is nothing to see, and nothing is missing. */
export function MapFrame({ label, field, squares }: MapFrameProps) {
  const { t } = useTexts();
  return (
    <div
      class="place-map stack no-print"
      hidden
      data-place-map
      data-label={label}
      data-field={field}
      data-squares={squares}
      data-zoom-in={t('place.zoomIn')}
      data-zoom-out={t('place.zoomOut')}
      data-pinned={t('place.pinned')}
      data-none={t('place.noPin')}
      data-searching={t('place.searching')}
      data-unknown={t('place.unknown')}
    >
      <div class="place-map-view" />
      {field !== undefined && (
        <>
          <div class="button-row">
            <button class="ds-button" data-variant="secondary" type="button" data-pin="middle">
              {t('place.pinMiddle')}
            </button>
            <button class="ds-button" data-variant="secondary" type="button" data-pin="here">
              {t('place.here')}
            </button>
            <button class="ds-button" data-variant="tertiary" type="button" data-pin="none">
              {t('place.unpin')}
            </button>
          </div>
          <p class="meta" role="status" />
        </>
      )}
    </div>
  );
}
