import { categoryKinds, limits, type CategoryKind } from '@isegoria/kernel';
import { Choices, SelectField, useTexts, type FormState } from '@isegoria/ui';
import { describeFields } from '../forms/fields';
import { listOf } from '../forms/form';
import type { CategoryTree, NarrowedCategories } from './category-tree';

describeFields({ categories: { wrong: 'categories.wrong', max: limits.categoriesMax, isChosen: true } });

/** Which topics and areas it is about: checkboxes. What was withdrawn is there only where it was chosen before. */
export function CategoryChoice(props: { form: string; state: FormState; tree: CategoryTree; before: readonly string[] }) {
  const { t } = useTexts();
  const { tree, before } = props;
  const chosen = listOf(props.state, 'categories');
  const offered = categoryKinds
    .flatMap((kind) => tree.all(kind))
    .filter(({ category, withdrawn }) => !withdrawn || before.includes(category) || chosen.includes(category));
  if (offered.length === 0) return null;
  return (
    <Choices
      form={props.form}
      name="categories"
      legend={t('categories.choose')}
      hint={t('categories.choose.hint')}
      choices={offered.map(({ category }) => ({
        value: category,
        label: tree.wayTo(category),
        language: tree.nameOf(category).language ?? undefined,
      }))}
      chosen={chosen}
      multiple
      state={props.state}
    />
  );
}

const untouched: FormState = { values: {}, errors: [], key: '' };

/** In a form that narrows a list: one topic and one area at most. What was withdrawn is there only where it is chosen. */
export function CategoryFilters(props: { tree: CategoryTree; chosen: NarrowedCategories }) {
  return (
    <>
      {categoryKinds.map((kind) => (
        <CategorySelect form="narrow" kind={kind} tree={props.tree} chosen={props.chosen[kind] ?? ''} state={untouched} key={kind} />
      ))}
    </>
  );
}

/** One topic, or one area; nothing where there is none to choose. */
export function CategorySelect(props: {
  form: string;
  kind: CategoryKind;
  tree: CategoryTree;
  chosen: string;
  state: FormState;
  hint?: string;
  /** Of the field, where it is not the kind; and what it says while nothing is chosen. */
  name?: string;
  none?: string;
}) {
  const { t } = useTexts();
  const { kind, tree, chosen } = props;
  const offered = tree.all(kind).filter(({ category, withdrawn }) => !withdrawn || category === chosen);
  if (offered.length === 0) return null;
  const choices = offered.map(({ category }) => ({
    value: category,
    label: tree.wayTo(category),
    language: tree.nameOf(category).language ?? undefined,
  }));
  return (
    <SelectField
      form={props.form}
      name={props.name ?? kind}
      label={t(`categories.${kind}`)}
      choices={[{ value: '', label: props.none ?? t(`categories.all.${kind}`) }, ...choices]}
      chosen={chosen}
      state={props.state}
    />
  );
}
