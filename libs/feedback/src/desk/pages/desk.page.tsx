import { ReasonFields, withQuery, type NameOf } from '@isegoria/portal-kit';
import {
  Breadcrumbs,
  EmptyState,
  Form,
  Heading,
  Notice,
  Pagination,
  SubmitButton,
  useTexts,
  type Choice,
  type FormState,
} from '@isegoria/ui';
import type { Page } from '@isegoria/kernel';
import type { DeskItemView } from '../desk.contract';
import { DeskItem } from './desk-item.page';
import { DeskFilter, type DeskFilters, type DeskTitles } from './desk-filter.page';

/** What was just done, and what was refused. */
export interface DeskDone {
  readonly count: number;
  readonly act: 'keep' | 'hide' | 'undo';
  /** What would undo it, as checkboxes say it. */
  readonly undo: readonly string[];
}

/** Everything that moderators may decide on, oldest first: one or many at a time, with one reason. */
export function DeskPage(props: {
  desk: Page<DeskItemView>;
  filters: DeskFilters;
  titles: DeskTitles;
  /** To which it can be narrowed. */
  units: readonly Choice[];
  cursor?: string;
  nameOf: NameOf;
  form: FormState;
  chosen: readonly string[];
  /** Why something that was chosen was not decided on, by its id. */
  refused: ReadonlyMap<string, string>;
  done?: DeskDone;
  undo: FormState;
}) {
  const { t } = useTexts();
  const { desk, filters, form } = props;
  const isHidden = filters.state === 'hidden';
  const path = withQuery('/office/moderation', { ...filters });
  return (
    <div class="narrow">
      <Breadcrumbs trail={[{ href: '/office', label: t('nav.office') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('moderation.title')}
        </Heading>
        <p class="lead">{t('moderation.lead')}</p>
      </div>
      <div class="stack-lg">
        {props.done && <Done done={props.done} form={props.undo} action={withQuery('/office/moderation/undo', { ...filters })} />}
        <DeskFilter filters={filters} titles={props.titles} units={props.units} />
        <p class="meta" role="status">
          {t('desk.count', { count: desk.count })}
        </p>
        {desk.items.length === 0 ? (
          <EmptyState next={{ href: '/office', label: t('nav.office') }}>{t('moderation.empty')}</EmptyState>
        ) : (
          <Form name="decide" action={withQuery(path, { cursor: props.cursor })} state={form}>
            <ul class="rows" aria-label={t('desk.list')}>
              {desk.items.map((item) => (
                <DeskItem item={item} nameOf={props.nameOf} chosen={props.chosen} refused={props.refused.get(item.id)} key={item.id} />
              ))}
            </ul>
            <fieldset class="ds-fieldset">
              <legend class="ds-label">{t('desk.decide')}</legend>
              <ReasonFields form="decide" state={form} />
              <div class="button-row">
                <SubmitButton name="act" value="keep" variant={isHidden ? 'primary' : 'secondary'}>
                  {t(isHidden ? 'desk.showAgain' : 'desk.keep')}
                </SubmitButton>
                {!isHidden && (
                  <SubmitButton name="act" value="hide" danger>
                    {t('desk.hide')}
                  </SubmitButton>
                )}
              </div>
            </fieldset>
          </Form>
        )}
        <Pagination path={path} cursor={props.cursor} next={desk.next} oldestFirst />
      </div>
    </div>
  );
}

const saysOf = { keep: 'desk.kept', hide: 'desk.hidden', undo: 'desk.putBack' } as const;

function Done(props: { done: DeskDone; form: FormState; action: string }) {
  const { t } = useTexts();
  const { count, act, undo } = props.done;
  return (
    <Notice colour="success" status>
      <p>{t(saysOf[act], { count })}</p>
      {undo.length > 0 && (
        <Form name="undo" action={props.action} state={props.form}>
          {undo.map((value) => (
            <input type="hidden" name="chosen" value={value} key={value} />
          ))}
          <SubmitButton variant="secondary">{t('desk.undo')}</SubmitButton>
        </Form>
      )}
    </Notice>
  );
}
