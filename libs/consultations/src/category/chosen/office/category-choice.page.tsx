import { limits } from '@isegoria/kernel';
import { describeFields, listOf } from '@isegoria/portal-kit';
import { Choices, useTexts, type FormState } from '@isegoria/ui';
import type { CategoryTree } from '../../category-tree.page';
import { categoryKinds } from '../../category.contract';

describeFields({ categories: { wrong: 'categories.wrong', max: limits.categoriesMax } });

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
