import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import type { WrittenItem } from 'disclosure-contract/checks';
import { useItemFindingsQuery, type FileReport } from '../disclosure-api';
import { useTranslate } from '../message';
import { FindingEntry } from './FindingEntry';
import { nothingFound, shownFindings } from './shown-findings';
import { useTextFindings, type TextFindings } from './use-text-findings';

/** Findings in the text that is typed, at once; those in files and beside other items, as they were last saved. */
export const Checks = ({ documentId }: { documentId: string | null }) => {
  const values = useForm('Checks', (form) => form.values as WrittenItem);
  const isModified = useForm('Checks', (form) => form.modified);
  const [isTyped, setTyped] = useState(documentId === null);
  // From the first key on: what is typed and taken back is checked here as well.
  if (isModified && !isTyped) setTyped(true);
  const typed = useTextFindings(values, isTyped);
  return <Findings documentId={documentId} typed={isTyped ? typed : null} />;
};

interface FindingsProps {
  /** Null for an item that is not stored yet. */
  readonly documentId: string | null;
  /** What was found in a form; null where nobody types. */
  readonly typed: TextFindings | null;
}

/** What is found in an item: in its text, its files, and beside the others. */
export const Findings = ({ documentId, typed }: FindingsProps) => {
  const translate = useTranslate();
  const { data, isError, refetch } = useItemFindingsQuery(documentId ?? '', {
    skip: documentId === null,
    refetchOnMountOrArgChange: true,
  });
  const findings = shownFindings(typed, data);
  const nothing = nothingFound({ typed, report: data, isStored: documentId !== null, isError });

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
          {nothing === 'unknown' ? null : translate(`checks.${nothing}`)}
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
