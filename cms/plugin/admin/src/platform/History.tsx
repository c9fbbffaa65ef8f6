import { useState, type FormEvent } from 'react';
import { Box, Button, Field, Flex, Loader, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { instantOfMinuteInChina, itemSlugIn } from 'disclosure-contract';
import { styled } from 'styled-components';
import { useLazyAddressHistoryQuery } from '../disclosure-api';
import { useErrorMessage } from '../error-message';
import { useTranslate } from '../message';
import { HistoryAnswer } from './HistoryAnswer';

/** 历史存证: what an address showed at some time. */
export const History = () => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const [address, setAddress] = useState('');
  const [minute, setMinute] = useState('');
  const [isUnclear, setIsUnclear] = useState(false);
  const [ask, { data: answer, error, isFetching }] = useLazyAddressHistoryQuery();

  const onAsk = (event: FormEvent) => {
    event.preventDefault();
    const slug = itemSlugIn(address);
    setIsUnclear(slug === null);
    if (slug !== null) void ask({ slug, at: instantOfMinuteInChina(minute) });
  };
  const onVersion = (at: string) => {
    if (answer !== undefined) void ask({ slug: answer.slug, at });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box tag="form" padding={4} background="neutral0" shadow="tableShadow" hasRadius onSubmit={onAsk}>
        <Fields>
          <Field.Root name="address" error={isUnclear ? translate('history.address.wrong') : undefined} required>
            <Field.Label>{translate('history.address')}</Field.Label>
            <TextInput
              value={address}
              placeholder="/items/…/"
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            <Field.Error />
          </Field.Root>
          <Field.Root name="minute" hint={translate('history.at.hint')}>
            <Field.Label>{translate('history.at')}</Field.Label>
            <TextInput
              type="datetime-local"
              value={minute}
              onChange={(event) => setMinute(event.currentTarget.value)}
            />
            <Field.Hint />
          </Field.Root>
          <Button type="submit" size="L" startIcon={<Search />} loading={isFetching}>
            {translate('history.ask')}
          </Button>
        </Fields>
      </Box>
      <div aria-live="polite">
        {isFetching ? <Loader small>{translate('loading')}</Loader> : null}
        {error !== undefined && !isFetching ? (
          <Typography textColor="danger600">{errorMessage(error)}</Typography>
        ) : null}
        {answer !== undefined && error === undefined && !isFetching ? (
          <HistoryAnswer answer={answer} onVersion={onVersion} />
        ) : null}
      </div>
    </Flex>
  );
};

const Fields = styled.div`
  display: grid;
  grid-template-columns: 1fr minmax(22rem, max-content) max-content;
  gap: 1.6rem;
  align-items: start;

  button {
    margin-top: 2.1rem;
  }

  @media (max-width: 48em) {
    grid-template-columns: 1fr;

    button {
      margin-top: 0;
    }
  }
`;
