import { useTexts } from '@isegoria/ui';
import type { NameOf } from './readable-names';

/** Who wrote something, by the name that the person has there. */
export function Author(props: { author: string; nameOf: NameOf; /** The pseudonym of whoever reads this. */ reader?: string }) {
  const { t } = useTexts();
  const name = props.nameOf(props.author);
  return <span class="author">{props.author === props.reader ? t('names.you', { name }) : name}</span>;
}
