import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import type { WrittenItem } from 'disclosure-contract/checks';
import { useItemFindingsQuery, type FileReport } from '../disclosure-api';
import { useTranslate } from '../message';
import { FindingEntry } from './FindingEntry';
import { bySeverity } from './finding-order';
import { useTextFindings } from './use-text-findings';

/** Findings in the text that is typed, at once; those in files and beside other items, as they were last saved. */
export const Checks = ({ documentId }: { documentId: string | null }) => {
  const values = useForm('Checks', (form) => form.values as WrittenItem);
  return <Findings documentId={documentId} item={values} />;
};

/** What is found in this text, and in the files of the item as it is stored. */
export const Findings = ({ documentId, item }: { documentId: string | null; item: WrittenItem }) => {
  const translate = useTranslate();
  const inText = useTextFindings(item);
  const { data, isError, refetch } = useItemFindingsQuery(documentId ?? '', {
    skip: documentId === null,
    refetchOnMountOrArgChange: true,
  });
  const findings = bySeverity([...(inText ?? []), ...(data?.findings ?? [])]);
  const isReady = inText !== null && (documentId === null || data !== undefined || isError);

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" aria-live="polite">
      {isError ? (
        <Flex direction="column" alignItems="flex-start" gap={2}>
          <Typography textColor="danger600">{translate('checks.failed')}</Typography>
          <Button size="S" variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void refetch()}>
            {translate('retry')}
          </Button>
        </Flex>
      ) : null}
      {findings.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {findings.map((finding, index) => (
            <FindingEntry key={index} finding={finding} />
          ))}
        </Flex>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {translate(isReady ? (isError ? 'checks.none-in-text' : 'checks.none') : 'checks.running')}
        </Typography>
      )}
      {data !== undefined && data.files.length > 0 ? <Scans files={data.files} /> : null}
    </Flex>
  );
};

const COLOURS = {
  clean: 'success600',
  infected: 'danger600',
  not_scanned: 'warning700',
  unreachable: 'danger600',
} as const;

const Scans = ({ files }: { files: readonly FileReport[] }) => {
  const translate = useTranslate();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={translate('checks.scans')}>
      {files.map(({ name, scan }, index) => (
        <Flex key={index} tag="li" justifyContent="space-between" alignItems="flex-start" gap={2}>
          <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {name}
          </Typography>
          <Typography variant="pi" textColor={COLOURS[scan]} style={{ whiteSpace: 'nowrap' }}>
            {translate(`checks.scan.${scan}`)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
};
