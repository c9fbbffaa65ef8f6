import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useTranslate } from '../message';
import { RIGHTS } from '../permissions';
import { Panel } from '../review/Panel';
import { PeopleList } from './PeopleList';
import { useStaffQuery } from './people-api';
import { StandInList } from './StandInList';

const PeoplePage = () => (
  <Page.Protect permissions={RIGHTS.manageReview}>
    <People />
  </Page.Protect>
);

export default PeoplePage;

/** 人员与代理: who belongs to which organ, and who stands in for whom. */
const People = () => {
  const translate = useTranslate();
  const { data: staff, isError } = useStaffQuery(undefined, { refetchOnMountOrArgChange: true });
  if (staff === undefined) return isError ? <Page.Error /> : <Page.Loading />;
  return (
    <Page.Main>
      <Page.Title>{translate('people.title')}</Page.Title>
      <Layouts.Header title={translate('people.title')} subtitle={translate('people.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          <Panel title={translate('people.people')}>
            <PeopleList people={staff.people} />
          </Panel>
          <Panel title={translate('people.stand-ins')}>
            <StandInList people={staff.people} standIns={staff.standIns} />
          </Panel>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};
