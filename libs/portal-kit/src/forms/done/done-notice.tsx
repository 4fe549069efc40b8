import type { MessageKey } from '@isegoria/texts';
import { Notice, useTexts } from '@isegoria/ui';
import { nothingDone } from './acceptance';
import { doneTexts } from './done.texts';

/** Says at the top of the page what an act did. It has the focus, so that whoever cannot see the page hears it first. */
export function DoneNotice(props: { act: string; count: number }) {
  const { t } = useTexts();
  return (
    <div class="wrap">
      <div class="done" role="status" tabIndex={-1} autofocus>
        <Notice colour={props.act === nothingDone ? 'info' : 'success'}>{t(sentenceFor(props.act), { count: props.count })}</Notice>
      </div>
    </div>
  );
}

function sentenceFor(act: string): MessageKey {
  const key = `done.${act}`;
  return Object.hasOwn(doneTexts, key) ? (key as keyof typeof doneTexts) : 'done.any';
}
