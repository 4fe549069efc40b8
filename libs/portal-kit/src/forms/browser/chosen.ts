/** What is chosen in each list and group of a form, by its name; empty where nothing is. */
export type Chosen = Readonly<Record<string, readonly string[]>>;

type Box = HTMLInputElement;

export const choiceFields = 'input[type=radio], input[type=checkbox], select';
const boxesOf = (form: HTMLFormElement) => named(form.querySelectorAll<Box>('input[type=radio], input[type=checkbox]'));
const listsOf = (form: HTMLFormElement) => named(form.querySelectorAll('select'));
const named = <Field extends { readonly name: string }>(fields: Iterable<Field>) => [...fields].filter(({ name }) => name !== '');

/** Whether everything is chosen as the page has it, and nobody chose anything yet. */
export function isAsDrawn(form: HTMLFormElement): boolean {
  const isDrawn = (option: HTMLOptionElement) => option.selected === option.defaultSelected;
  const isFirst = (list: HTMLSelectElement) => list.selectedIndex <= 0 && ![...list.options].some((option) => option.defaultSelected);
  return (
    boxesOf(form).every((box) => box.checked === box.defaultChecked) &&
    listsOf(form).every((list) => isFirst(list) || [...list.options].every(isDrawn))
  );
}

export function chosenIn(form: HTMLFormElement): Chosen {
  const chosen: Record<string, string[]> = {};
  for (const { name, value, checked } of boxesOf(form)) (chosen[name] ??= []).push(...(checked ? [value] : []));
  for (const { name, selectedOptions } of listsOf(form)) chosen[name] = [...selectedOptions].map(({ value }) => value);
  return chosen;
}

/** Chooses what was chosen, as far as it can still be. @returns whether that changed anything */
export function choose(form: HTMLFormElement, kept: Chosen): boolean {
  const changes: (() => void)[] = [];
  for (const box of boxesOf(form)) {
    const isChosen = kept[box.name]?.includes(box.value) ?? box.checked;
    if (isChosen !== box.checked) changes.push(() => (box.checked = isChosen));
  }
  for (const list of listsOf(form)) {
    const [value] = kept[list.name] ?? [];
    const isOffered = [...list.options].some((option) => option.value === value);
    if (value !== undefined && isOffered && list.value !== value) changes.push(() => (list.value = value));
  }
  for (const change of changes) change();
  return changes.length > 0;
}
