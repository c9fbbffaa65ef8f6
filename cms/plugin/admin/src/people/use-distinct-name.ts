import { useTranslate } from '../message';
import { alike } from './alike';

/** How to call somebody in a list of people: with the number of the account where the list has another such person. */
export function useDistinctName<Id extends string | number>(
  people: Parameters<typeof alike<Id>>[0],
): (person: { readonly id: Id; readonly name: string }) => string {
  const translate = useTranslate();
  const doubles = alike(people);
  return ({ id, name }) => (doubles.has(id) ? translate('people.account', { name, id }) : name);
}
