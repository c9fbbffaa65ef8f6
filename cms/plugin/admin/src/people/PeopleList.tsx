import { Box, Flex, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { choicesOf, type TreeChoice } from '../choices/tree';
import { useTreeRowsQuery } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { useAssignSectionsMutation, type Person } from './people-api';
import { useDistinctName } from './use-distinct-name';

/** Accounts with their roles, and the organs that each belongs to. */
export const PeopleList = ({ people }: { people: readonly Person[] }) => {
  const { data: rows = [] } = useTreeRowsQuery('organ');
  const organs = choicesOf(rows);
  const nameOf = useDistinctName(people);
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} name={nameOf(person)} organs={organs} />
      ))}
    </Flex>
  );
};

interface PersonRowProps {
  person: Person;
  name: string;
  organs: readonly TreeChoice[];
}

const PersonRow = ({ person, name, organs }: PersonRowProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [assign, { isLoading }] = useAssignSectionsMutation();
  const save = async (sections: readonly string[]) => {
    const result = await assign({ id: person.id, sections });
    if ('error' in result) toggleNotification({ type: 'danger', message: errorMessage(result.error) });
    else toggleNotification({ type: 'success', message: translate('people.saved', { name }) });
  };
  const nameOf = (section: string) => organs.find(({ documentId }) => documentId === section)?.path ?? section;
  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Flex
        direction={{ initial: 'column', medium: 'row' }}
        alignItems={{ initial: 'stretch', medium: 'center' }}
        gap={3}
      >
        <Box flex="1" minWidth={0}>
          <Typography tag="p" fontWeight="bold">
            {name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {person.roleNames.length === 0
              ? translate('people.no-role')
              : person.roleNames.join(translate('list-comma'))}
          </Typography>
        </Box>
        <Box flex="1" minWidth={0}>
          <MultiSelect
            aria-label={translate('people.sections-of', { name })}
            placeholder={translate('people.sections.none')}
            clearLabel={translate('codes.clear')}
            customizeContent={(chosen = []) => chosen.map(nameOf).join(translate('list-comma'))}
            value={[...person.sections]}
            disabled={isLoading}
            onChange={(sections: string[]) => void save(sections)}
            onClear={() => void save([])}
          >
            {organs.map(({ documentId, path }) => (
              <MultiSelectOption key={documentId} value={documentId}>
                {path}
              </MultiSelectOption>
            ))}
          </MultiSelect>
        </Box>
      </Flex>
    </Box>
  );
};
