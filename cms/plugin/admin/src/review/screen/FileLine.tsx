import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../message';
import type { DraftFile } from '../review-api';

const KIB = 1024;

/** A file of the content: what it is called, how large it is, and the hash under which it is approved. */
export const FileLine = ({ file }: { file: DraftFile }) => {
  const translate = useTranslate();
  const { formatNumber } = useIntl();
  const { name, size, sha256, url, role, accessibleText } = file;
  const isLarge = size >= KIB * KIB;
  const amount = formatNumber(size / (isLarge ? KIB * KIB : KIB), { maximumFractionDigits: 1 });
  return (
    <Box tag="li">
      <Flex gap={2} wrap="wrap">
        {url === null ? (
          <Typography style={{ overflowWrap: 'anywhere' }}>{name}</Typography>
        ) : (
          <Link href={url} isExternal>
            {name}
          </Link>
        )}
        {role === 'image' ? <Badge>{translate('file.image')}</Badge> : null}
        <Typography variant="pi" textColor="neutral600">
          {amount} {isLarge ? 'MB' : 'KB'}
        </Typography>
      </Flex>
      <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {translate('file.sha256', { sha256 })}
      </Typography>
      {accessibleText === null ? null : (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {translate('file.accessible-text', { text: accessibleText })}
        </Typography>
      )}
    </Box>
  );
};
