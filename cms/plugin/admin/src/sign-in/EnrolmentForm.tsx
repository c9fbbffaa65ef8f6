import { Box, Flex, Typography } from '@strapi/design-system';
import { CopyButton } from '../CopyButton';
import { useTranslate } from '../message';
import { CodeField } from './CodeField';
import { QrCode } from './QrCode';
import type { Enrolment } from './sign-in-api';

interface EnrolmentFormProps {
  readonly enrolment: Enrolment;
  readonly code: string;
  readonly error: string | null;
  readonly onCode: (code: string) => void;
}

/** What is scanned or typed into an authenticator app, and the first code that it shows. */
export const EnrolmentForm = ({ enrolment, code, error, onCode }: EnrolmentFormProps) => {
  const translate = useTranslate();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>{translate('sign-in.enrolment.scan')}</Typography>
      <Flex justifyContent="center">
        <Box background="neutral0" padding={2} hasRadius>
          <QrCode text={enrolment.uri} label={translate('sign-in.enrolment.square')} />
        </Box>
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography variant="pi" textColor="neutral600">
          {translate('sign-in.enrolment.key')}
        </Typography>
        <Flex gap={2}>
          <Box
            background="neutral100"
            paddingTop={2}
            paddingBottom={2}
            paddingLeft={3}
            paddingRight={3}
            hasRadius
            flex="1"
          >
            <code style={{ overflowWrap: 'anywhere', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}>
              {enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}
            </code>
          </Box>
          <CopyButton value={enrolment.secret} label={translate('sign-in.enrolment.copy')} />
        </Flex>
      </Flex>
      <CodeField label={translate('sign-in.code')} error={error} value={code} onChange={onCode} />
    </Flex>
  );
};
